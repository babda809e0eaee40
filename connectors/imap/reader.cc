#include "connectors/imap/reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "config/text.h"

namespace docket::imap {

namespace {

/// Status responses, continuations and tagged ones end in free text, where "{5}" is only text.
bool ends_in_free_text(std::string_view line) {
  if (!line.starts_with("* ")) return true;
  constexpr std::array<std::string_view, 5> kStatus{"OK", "NO", "BAD", "BYE", "PREAUTH"};
  const std::string_view word = line.substr(2, line.find(' ', 2) - 2);
  return std::any_of(kStatus.begin(), kStatus.end(),
                     [word](std::string_view status) { return ascii_equal_nocase(word, status); });
}

/// True when `text` ends inside a quoted string (RFC 9051: no line end may stand in one).
bool ends_in_quotes(std::string_view text) {
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') {
      quoted = !quoted;
    } else if (quoted && text[i] == '\\') {
      ++i;
    }
  }
  return quoted;
}

}  // namespace

Announcement announcement_at_end(std::string_view text) {
  if (!text.ends_with('}')) return {};
  const std::size_t open = text.rfind('{');
  if (open == std::string_view::npos) return {};
  std::string_view digits = text.substr(open + 1, text.size() - open - 2);
  if (digits.ends_with('+')) digits.remove_suffix(1);
  Announcement found{Announcement::Kind::literal};
  const char* const end = digits.data() + digits.size();
  const auto [stopped, problem] = std::from_chars(digits.data(), end, found.size);
  if (digits.empty() || problem != std::errc{} || stopped != end) return {Announcement::Kind::malformed};
  return found;
}

ResponseReader::ResponseReader(ReaderLimits limits) : limits_(limits) {}

std::size_t ResponseReader::consume(std::string_view octets) {
  std::size_t used = 0;
  while (used < octets.size() && !ready_ && error_.empty()) {
    const std::string_view rest = octets.substr(used);
    used += missing_ > 0 ? consume_literal(rest) : consume_text(rest);
  }
  return used;
}

std::size_t ResponseReader::consume_literal(std::string_view octets) {
  const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(missing_, octets.size()));
  Literal& literal = response_.literals.back();
  const std::size_t room =
      literal.size <= limits_.literal ? count : limits_.kept - std::min(limits_.kept, literal.octets.size());
  literal.octets.append(octets.substr(0, std::min(count, room)));
  missing_ -= count;
  return count;
}

std::size_t ResponseReader::consume_text(std::string_view octets) {
  if (after_return_) {
    if (octets.front() != '\n') {
      fail("a carriage return inside a line");
      return 0;
    }
    after_return_ = false;
    end_line();
    return 1;
  }
  constexpr std::string_view kSpecial("\r\n\0", 3);
  const std::size_t end = octets.find_first_of(kSpecial);
  const std::string_view text = octets.substr(0, end);
  if (response_.line.size() + text.size() > limits_.line) {
    fail("a line longer than " + std::to_string(limits_.line) + " octets");
    return 0;
  }
  response_.line.append(text);
  if (end == std::string_view::npos) return text.size();
  if (octets[end] != '\r') {
    fail(octets[end] == '\n' ? "a line feed without carriage return" : "a NUL in a line");
    return text.size();
  }
  after_return_ = true;
  return text.size() + 1;
}

void ResponseReader::end_line() {
  const std::string_view segment = std::string_view(response_.line).substr(segment_);
  if (ends_in_free_text(response_.line)) {
    ready_ = true;
    return;
  }
  if (ends_in_quotes(segment)) {
    fail("a line ends inside a quoted string");
    return;
  }
  const Announcement announced = announcement_at_end(segment);
  if (announced.kind == Announcement::Kind::malformed) {
    fail("a literal without a usable size");
  } else if (announced.kind == Announcement::Kind::none) {
    ready_ = true;
  } else {
    begin_literal(announced.size);
  }
}

void ResponseReader::begin_literal(std::uint64_t size) {
  if (size > limits_.drained || response_.literals.size() >= limits_.literals) {
    fail("literals beyond the limit");
    return;
  }
  Literal& literal = response_.literals.emplace_back();
  literal.size = size;
  // One allocation for a letter, but never much on the mere word of the server.
  constexpr std::uint64_t kTrusted = std::uint64_t{4} << 20U;
  if (size <= limits_.literal) literal.octets.reserve(static_cast<std::size_t>(std::min(size, kTrusted)));
  missing_ = size;
  segment_ = response_.line.size();
}

Response ResponseReader::take() {
  ready_ = false;
  segment_ = 0;
  return std::exchange(response_, {});
}

void ResponseReader::fail(std::string why) { error_ = std::move(why); }

}  // namespace docket::imap
