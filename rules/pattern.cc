#include "rules/pattern.h"

#include <fmt/format.h>
#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "config/quantity.h"
#include "config/text.h"
#include "rules/fold.h"

namespace docket {
namespace {

// Measured on hostile letters: beyond these a single pattern takes longer than all others together.
constexpr int kMaxProgram = 2000;
constexpr long kMaxRepeat = 100;
constexpr long kMaxNestedRepeat = 200;
// Longer ones are lists in disguise, which belong into `lists:` where they are fast and readable.
constexpr std::size_t kMaxSource = 1000;

/// The end of a character class that begins at `at` ("[" there): past its "]", or the end of the source.
std::size_t end_of_class(std::string_view source, std::size_t at) {
  ++at;
  if (at < source.size() && source[at] == '^') ++at;
  if (at < source.size() && source[at] == ']') ++at;
  while (at < source.size() && source[at] != ']') {
    if (source.substr(at, 2) == "[:") {
      const auto close = source.find(":]", at + 2);
      at = close == std::string_view::npos ? at + 2 : close + 2;
    } else {
      at += source[at] == '\\' ? 2U : 1U;
    }
  }
  return std::min(at + 1, source.size());
}

/// The end of what has to stay as it is at `at`: a class, an escape, a \Q…\E; `at` itself when nothing has.
std::size_t end_of_untouched(std::string_view source, std::size_t at) {
  if (source[at] == '[') return end_of_class(source, at);
  if (source[at] != '\\') return at;
  if (source.substr(at, 2) == "\\Q") {
    const auto close = source.find("\\E", at + 2);
    return close == std::string_view::npos ? source.size() : close + 2;
  }
  if (source.size() > at + 2 && (source[at + 1] == 'p' || source[at + 1] == 'P' || source[at + 1] == 'x') &&
      source[at + 2] == '{') {
    const auto close = source.find('}', at);
    return close == std::string_view::npos ? source.size() : close + 1;
  }
  return std::min(at + 2, source.size());
}

/// "{n}", "{n,}" or "{n,m}" at `at`: its larger count and its end.
std::optional<std::pair<long, std::size_t>> counts_at(std::string_view source, std::size_t at) {
  const auto close = source.find('}', at);
  if (close == std::string_view::npos) return std::nullopt;
  long most = 0;
  const char* from = source.data() + at + 1;
  const char* const end = source.data() + close;
  for (int part = 0; part < 2 && from < end; ++part) {
    long count = 0;
    const auto [past, error] = std::from_chars(from, end, count);
    if (past == from || (past != end && *past != ',')) return std::nullopt;
    most = std::max(most, error == std::errc{} ? count : kMaxNestedRepeat + 1);
    from = past == end ? end : past + 1;
  }
  return std::pair{most, close + 1};
}

struct Translation {
  RE2::ErrorCode code;
  const char* text;
  const char* hint;
};

constexpr std::array kTranslations = {
    Translation{RE2::ErrorMissingParen, "a '(' has no ')'", "close it, or write \\( for the character itself"},
    Translation{RE2::ErrorUnexpectedParen, "a ')' has no '('", "open it, or write \\) for the character itself"},
    Translation{RE2::ErrorMissingBracket, "a '[' has no ']'", "close it, or write \\[ for the character itself"},
    Translation{RE2::ErrorRepeatArgument, "a '*', '+', '?' or '{' has nothing before it to repeat",
                "write \\* for the character itself"},
    Translation{RE2::ErrorRepeatSize, "a repeat is too large", "at most {100}"},
    Translation{RE2::ErrorRepeatOp, "two repeat signs follow each other", "keep one of them"},
    Translation{RE2::ErrorTrailingBackslash, "a '\\' stands at the end", "write \\\\ for the character itself"},
    Translation{RE2::ErrorBadEscape, "an escape that is not known here",
                "\\d \\w \\s \\b are; references back (\\1) and \\Z are not"},
    Translation{RE2::ErrorBadCharClass, "a character class is wrong", "write it like [a-z0-9]"},
    Translation{RE2::ErrorBadUTF8, "the pattern is not valid UTF-8", "save the file as UTF-8"},
    Translation{RE2::ErrorBadNamedCapture, "a named group is wrong", "a plain group is enough: (…)"},
    Translation{RE2::ErrorPatternTooLarge, "the pattern is too large", "split it into several values"},
};

/// What the library calls one error for all of them: whatever stands behind "(?".
Fault group_fault(std::string_view source, std::string_view argument) {
  const auto at = source.find(argument);
  const auto rest = at == std::string_view::npos ? std::string_view{} : source.substr(at + argument.size());
  const auto where = fmt::format(": '{}'", argument);
  if (argument == "(?<" && !rest.starts_with('=') && !rest.starts_with('!')) {
    return {"in this pattern a group has a name" + where, "a plain group is enough: (…)"};
  }
  if (argument.size() == 3 && std::string_view("=!<").find(argument.back()) != std::string_view::npos) {
    return {"in this pattern look-ahead and look-behind are not known here" + where,
            "use 'all:' and 'none:' with two conditions"};
  }
  return {"in this pattern a group begins with signs that are not known here" + where,
          "write (…) or (?:…); capitals and accents make no difference anyway"};
}

/// A range that names a group of characters which does not exist is another mistake than one that runs backwards.
Fault range_fault(std::string_view argument) {
  const auto where = fmt::format(": '{}'", argument);
  if (argument.starts_with("\\p") || argument.starts_with("\\P") || argument.starts_with("[:")) {
    return {"in this pattern a group of characters that does not exist" + where,
            "\\pL is any letter, \\d a digit, [a-z] a letter without accent"};
  }
  return {"in this pattern a range in [] runs backwards" + where, "write it like [a-z]"};
}

bool runs_backwards(std::string_view argument) {
  const auto comma = argument.find(',');
  if (comma == std::string_view::npos || argument.size() < 4) return false;
  const auto first = parse_number(argument.substr(1, comma - 1), kMaxRepeat);
  const auto last = parse_number(argument.substr(comma + 1, argument.size() - comma - 2), kMaxRepeat);
  return first && last && *last < *first;
}

/// The library's own words are for programmers: "bad perl operator" helps no clerk.
Fault translated(const RE2& pattern) {
  if (pattern.error_code() == RE2::ErrorBadPerlOp) return group_fault(pattern.pattern(), pattern.error_arg());
  if (pattern.error_code() == RE2::ErrorBadCharRange) return range_fault(pattern.error_arg());
  if (pattern.error_code() == RE2::ErrorRepeatSize && runs_backwards(pattern.error_arg())) {
    return {fmt::format("in this pattern a count runs backwards: '{}'", pattern.error_arg()), "write it like {1,3}"};
  }
  const auto* const found = std::find_if(kTranslations.begin(), kTranslations.end(),
                                         [&](const Translation& row) { return row.code == pattern.error_code(); });
  const std::string where = pattern.error_arg().empty() ? "" : fmt::format(": '{}'", pattern.error_arg());
  if (found == kTranslations.end())
    return {"this pattern cannot be read" + where, "a sign that stands for itself needs a \\ before it"};
  return {fmt::format("in this pattern {}{}", found->text, where), found->hint};
}

/// A pattern that is true of the empty text is true of every letter, which nobody means by writing one.
bool matches_nothing(const RE2& pattern) {
  re2::StringPiece match;
  for (const char* probe : {"", "a", "a 1"}) {
    const re2::StringPiece text(probe);
    if (pattern.Match(text, 0, text.size(), RE2::UNANCHORED, &match, 1) && match.empty()) return true;
  }
  return false;
}

/// Before compiling: a few characters can ask for a program of a hundred thousand steps.
std::optional<Fault> too_large(std::string_view source) {
  if (source.size() > kMaxSource) return Fault{"the pattern is too long", "at most 1,000 characters"};
  const auto repeat = counted_repeat(source);
  if (repeat > kMaxNestedRepeat) {
    return Fault{"counted repeats go too far", "at most {100}; nested ones multiplied at most 200"};
  }
  return std::nullopt;
}

}  // namespace

struct Pattern::Program {
  Program(const std::string& source, const RE2::Options& options) : re2(source, options) {}
  RE2 re2;
};

Pattern::Pattern(std::unique_ptr<Program> program) : program_(std::move(program)) {}
Pattern::~Pattern() = default;

tl::expected<std::shared_ptr<const Pattern>, Fault> Pattern::compile(std::string_view source, bool exact) {
  if (const auto fault = too_large(source)) return tl::unexpected(*fault);
  RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(exact);
  auto program = std::make_unique<Program>(exact ? exact_form(source) : fold_pattern(exact_form(source)), options);
  if (!program->re2.ok()) return tl::unexpected(translated(program->re2));
  if (program->re2.ProgramSize() > kMaxProgram) {
    return tl::unexpected(Fault{"the pattern is too large", "make it shorter, or split it into several values"});
  }
  if (matches_nothing(program->re2)) {
    return tl::unexpected(
        Fault{"this pattern matches even where there is nothing", "say what must stand there: + instead of *"});
  }
  return std::shared_ptr<const Pattern>(
      new Pattern(std::move(program)));  // NOLINT(cppcoreguidelines-owning-memory): private constructor
}

const std::string& Pattern::source() const { return program_->re2.pattern(); }

bool Pattern::has_literal() const {
  constexpr int kShortest = 3;
  re2::FilteredRE2 alone(kShortest);
  int id = 0;
  if (alone.Add(program_->re2.pattern(), program_->re2.options(), &id) != RE2::NoError) return false;
  std::vector<std::string> atoms;
  alone.Compile(&atoms);
  return !atoms.empty();
}

std::optional<std::pair<std::size_t, std::size_t>> Pattern::find(std::string_view text) const {
  const re2::StringPiece all(text.data(), text.size());
  re2::StringPiece match;
  if (!program_->re2.Match(all, 0, all.size(), RE2::UNANCHORED, &match, 1)) return std::nullopt;
  const auto begin = static_cast<std::size_t>(match.data() - all.data());
  return std::pair{begin, begin + match.size()};
}

std::string fold_pattern(std::string_view source) {
  std::string folded;
  for (std::size_t at = 0; at < source.size();) {
    const auto begin = at;
    if (const auto end = end_of_untouched(source, at); end > at) {
      at = end;
      folded += source.substr(begin, at - begin);
      continue;
    }
    if (next_point(source, at) < 0x80) {
      folded += source.substr(begin, at - begin);
      continue;
    }
    const auto plain = fold(source.substr(begin, at - begin));
    const bool several = count_characters(plain) > 1;  // a repeat after œ is one of both letters
    folded += (several ? "(?:" : "") + RE2::QuoteMeta(plain) + (several ? ")" : "");
  }
  return folded;
}

long counted_repeat(std::string_view source) {
  std::vector<long> groups{1};  // the most inside each open group
  long last = 1;                // of the atom just read
  for (std::size_t at = 0; at < source.size();) {
    const char c = source[at];
    if (c == '{') {
      if (const auto counts = counts_at(source, at)) {
        if (counts->first > kMaxRepeat) return kMaxNestedRepeat + 1;
        last = std::min(last * std::max(counts->first, 1L), kMaxNestedRepeat + 1);
        groups.back() = std::max(groups.back(), last);
        at = counts->second;
        continue;
      }
    }
    last = 1;
    if (c == '(') groups.push_back(1);
    if (c == ')' && groups.size() > 1) {
      last = groups.back();
      groups.pop_back();
      groups.back() = std::max(groups.back(), last);
    }
    at = std::max(end_of_untouched(source, at), at + 1);
  }
  return *std::max_element(groups.begin(), groups.end());
}

bool has_accent_in_class(std::string_view source) {
  for (std::size_t at = 0; at < source.size();) {
    const auto begin = at;
    const auto untouched = end_of_untouched(source, at);
    at = std::max(untouched, at + 1);
    if (source[begin] != '[') continue;
    for (auto inside = begin; inside < untouched;) {
      const auto from = inside;
      if (next_point(source, inside) < 0x80) continue;
      const auto one = source.substr(from, inside - from);
      if (fold(one) != one) return true;
    }
  }
  return false;
}

bool has_lone_brace(std::string_view source) {
  for (std::size_t at = 0; at < source.size();) {
    const auto counts = source[at] == '{' ? counts_at(source, at) : std::nullopt;
    if (source[at] == '{' && !counts) return true;
    at = counts ? counts->second : std::max(end_of_untouched(source, at), at + 1);
  }
  return false;
}

}  // namespace docket
