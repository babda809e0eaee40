#include "daemon/letters/lines.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "config/text.h"

namespace docket::letters {
namespace {

// Control characters, which neither a template (they are refused) nor a value (one_line() takes them out) can hold: so
// a mark in the rendered text is always one of ours.
constexpr char kValueBegin = '\x01';
constexpr char kValueEnd = '\x02';
constexpr char kSection = '\x03';
constexpr char kHeading = '\x04';

bool is_mark(char c) { return c >= kValueBegin && c <= kHeading; }

/// Calls `visit(code point)` for each character.
template <typename Visit>
void each_character(std::string_view text, Visit visit) {
  const auto characters = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  for (std::int32_t i = 0; i < characters.length(); i = characters.moveIndex32(i, 1)) visit(characters.char32At(i));
}

/// Printable ASCII and Latin letters alone, single spaces between: such a text is one line already.
bool is_plain_line(std::string_view text) {
  bool space = true;  // none at the beginning
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == ' ' && space) return false;
    space = c == ' ';
    if (c >= ' ' && c <= '~') continue;
    // U+00C0 to U+02FF
    const bool letter = c >= 0xC3 && c <= 0xCB && i + 1 < text.size();
    if (!letter || (static_cast<unsigned char>(text[++i]) & 0xC0U) != 0x80U) return false;
  }
  return text.empty() || !space;
}

/// In capitals, or with a colon at its end; a heading whose lines all went must go too.
bool looks_like_heading(std::string_view line) {
  bool letters = false;
  bool small = false;
  each_character(line, [&](UChar32 c) {
    letters = letters || u_isalpha(c) != 0;
    small = small || u_isULowercase(c) != 0;
  });
  return letters && (!small || line.ends_with(':'));
}

/// The marks to insert, each before an octet of the source; in order.
struct Insertion {
  std::size_t at;
  std::string marks;
};

std::vector<Insertion> around_tags(const std::vector<Tag>& tags) {
  const std::string section(1, kSection);
  std::vector<Insertion> insertions;
  for (const auto& tag : tags) {
    if (tag.sigil == 0) {
      insertions.push_back({tag.begin, std::string(1, kValueBegin)});
      insertions.push_back({tag.end, std::string(1, kValueEnd)});
    } else {
      // On both sides, so that the line is known whether the section is on, off or a list.
      insertions.push_back({tag.begin, section});
      insertions.push_back({tag.end, section});
    }
  }
  return insertions;
}

void before_headings(std::string_view text, std::vector<Insertion>& insertions) {
  std::size_t from = 0;
  const auto lines = split(text, '\n');
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const auto line = trim(lines[i]);
    if (line.find("{{") == std::string_view::npos && !trim(lines[i + 1]).empty() && looks_like_heading(line)) {
      insertions.push_back({from, std::string(1, kHeading)});
    }
    from += lines[i].size() + 1;
  }
}

struct Line {
  std::string text;
  bool heading = false;
  bool dropped = false;
};

/// A line goes when it held values and all were empty, or when only marks stood in it: "It came with ." is never sent.
Line read_line(std::string_view marked) {
  Line line;
  int printed = 0;
  int empty = 0;
  bool has_mark = false;
  bool after_stop = false;  // of a value: "at 10:02 a.m." ends its sentence itself
  for (std::size_t i = 0; i < marked.size(); ++i) {
    const char c = marked[i];
    if (!is_mark(c)) {
      const auto end = std::find_if(marked.begin() + static_cast<std::ptrdiff_t>(i), marked.end(), is_mark);
      auto words = marked.substr(i, static_cast<std::size_t>(end - marked.begin()) - i);
      i += words.size() - 1;
      if (after_stop && c == '.') words.remove_prefix(1);
      line.text += words;
      after_stop = false;
      continue;
    }
    if (c == kValueEnd) after_stop = line.text.ends_with('.');
    has_mark = has_mark || c != kValueEnd;
    line.heading = line.heading || c == kHeading;
    if (c == kValueBegin) {
      ++printed;
      if (i + 1 < marked.size() && marked[i + 1] == kValueEnd) ++empty;
    }
  }
  line.text.erase(line.text.find_last_not_of(" \t\r") + 1);
  line.dropped = (printed > 0 && printed == empty) || (has_mark && line.text.empty());
  return line;
}

}  // namespace

std::string mark(std::string_view text, const std::vector<Tag>& tags) {
  auto insertions = around_tags(tags);
  before_headings(text, insertions);
  std::stable_sort(insertions.begin(), insertions.end(),
                   [](const Insertion& a, const Insertion& b) { return a.at < b.at; });
  std::string marked;
  std::size_t from = 0;
  for (const auto& insertion : insertions) {
    marked += text.substr(from, insertion.at - from);
    marked += insertion.marks;
    from = insertion.at;
  }
  return marked += text.substr(from);
}

std::string finish(std::string_view rendered) {
  std::vector<Line> lines;
  for (const auto marked : split(rendered, '\n')) {
    auto line = read_line(marked);
    if (!line.dropped) lines.push_back(std::move(line));
  }
  for (auto i = lines.size(); i-- > 0;) {
    // From below, so that a heading above one that went goes too.
    auto next = i + 1;
    while (next < lines.size() && lines[next].dropped) ++next;
    const bool alone = next == lines.size() || lines[next].text.empty() || lines[next].heading;
    lines[i].dropped = lines[i].heading && alone;
  }
  std::string text;
  bool gap = false;
  for (const auto& line : lines) {
    if (line.dropped) continue;
    if (line.text.empty()) {
      gap = !text.empty();
      continue;
    }
    if (gap) text += '\n';
    gap = false;
    text += line.text;
    text += '\n';
  }
  return text;
}

// Every value passes here before it reaches a template, so a line break in a name cannot begin a line, or a header.
std::string one_line(std::string_view value) {
  if (is_plain_line(value)) return std::string(value);
  icu::UnicodeString line;
  bool gap = false;
  each_character(value, [&](UChar32 c) {
    const bool turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    if (u_iscntrl(c) != 0 || c == 0x2028 || c == 0x2029 || turns || c == ' ' || c == 0xFEFF) {
      gap = true;
      return;
    }
    if (gap && !line.isEmpty()) line.append(u' ');
    gap = false;
    line.append(c);
  });
  std::string octets;
  return line.toUTF8String(octets);
}

}  // namespace docket::letters
