#include "config/yaml/guard.h"

#include <fmt/format.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "config/text.h"

namespace docket::yaml {
namespace {

// A file in the wrong encoding has a fault in every line; the first ones say enough.
constexpr std::size_t kMaxProblems = 20;

/// Some editors save "Unicode" as UTF-16; their files are good text.
std::string from_utf16(std::string_view octets, bool little_endian) {
  std::u16string units;
  units.reserve(octets.size() / 2);
  for (std::size_t i = 0; i + 1 < octets.size(); i += 2) {
    const auto first = static_cast<unsigned char>(octets[i]);
    const auto second = static_cast<unsigned char>(octets[i + 1]);
    units += static_cast<char16_t>(little_endian ? first | second << 8U : first << 8U | second);
  }
  std::string text;
  icu::UnicodeString(units.data(), static_cast<int32_t>(units.size())).toUTF8String(text);
  return text;
}

std::string without_mark(std::string_view octets) {
  if (octets.starts_with("\xEF\xBB\xBF")) return std::string(octets.substr(3));
  if (octets.starts_with("\xFF\xFE")) return from_utf16(octets.substr(2), true);
  if (octets.starts_with("\xFE\xFF")) return from_utf16(octets.substr(2), false);
  return std::string(octets);
}

struct Format {
  std::string_view begins;
  std::string_view name;
};

// What people save or rename by mistake; in the first case each line would have its own riddle for the clerk.
constexpr std::array kFormats{Format{"PK\x03\x04", "a word processor's or a compressed file"},
                              Format{"\xD0\xCF\x11\xE0", "a word processor's file"},
                              Format{"{\\rtf", "a word processor's file"},
                              Format{"%PDF", "a PDF file"},
                              Format{"<!DOCTYPE", "a web page"},
                              Format{"<html", "a web page"}};

/// UTF-16 without its mark: every other octet of a Latin text is NUL.
bool looks_like_utf16(std::string_view octets) {
  return octets.size() >= 4 && ((octets[0] == '\0' && octets[2] == '\0') || (octets[1] == '\0' && octets[3] == '\0'));
}

/// Told once for the whole file.
bool is_other_format(const std::string& file, std::string_view octets, Problems& problems) {
  const auto* const found = std::find_if(kFormats.begin(), kFormats.end(),
                                         [&](const Format& format) { return octets.starts_with(format.begins); });
  if (found != kFormats.end()) {
    problems.push_back({Severity::error,
                        {file, 1, 1},
                        fmt::format("this is {}, not plain text", found->name),
                        "save it as plain text, in UTF-8"});
  } else if (looks_like_utf16(octets)) {
    problems.push_back(
        {Severity::error, {file, 1, 1}, "this is not UTF-8 text", "save the file as UTF-8 in your editor"});
  } else {
    return false;
  }
  return true;
}

/// CRLF becomes LF, and so does CR where the file has no LF at all (old Macs); columns do not change by it.
void unify_line_ends(std::string& text) {
  if (text.find('\r') == std::string::npos) return;
  if (text.find('\n') == std::string::npos) {
    std::replace(text.begin(), text.end(), '\r', '\n');
    return;
  }
  std::size_t to = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    text[to++] = text[i];
  }
  text.resize(to);
}

/// Also U+0080 to U+009F: text that came as windows-1252 and was taken for Latin-1 shows up there.
bool is_control(char32_t c) { return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0); }

/// Characters that show text in another order than it is read, or not at all.
bool is_deceptive(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF || c == 0x2028 || c == 0x2029 ||
         c == 0x200B || c == 0x2060;
}

/// Octets of the UTF-8 sequence that `lead` begins.
std::size_t sequence_length(char lead) {
  const auto octet = static_cast<unsigned char>(lead);
  return octet < 0xC0 ? 1 : octet < 0xE0 ? 2 : octet < 0xF0 ? 3 : 4;
}

/// Only called once the whole is known to be ill-formed, to find where.
std::size_t first_ill_formed(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto length = sequence_length(text[at]);
    if (!is_utf8(text.substr(at, length))) return at;
    at += length;
  }
  return at;
}

/// The first code point of well-formed UTF-8.
char32_t code_point(std::string_view sequence) {
  const auto first = static_cast<unsigned char>(sequence.front());
  char32_t c = sequence.size() == 1 ? first : first & (0xFFU >> (sequence.size() + 1));
  for (const char octet : sequence.substr(1)) c = (c << 6U) | (static_cast<unsigned char>(octet) & 0x3FU);
  return c;
}

/// What cannot be seen cannot be corrected by reading the file, so its place is told.
void check_characters(const std::string& file, const std::string& text, Problems& problems) {
  Cursor cursor(text);
  std::size_t found = 0;
  for (std::size_t at = 0; at < text.size() && found < kMaxProblems;) {
    const auto length = sequence_length(text[at]);
    const auto c = code_point(std::string_view(text).substr(at, length));
    if (is_control(c) || is_deceptive(c)) {
      ++found;
      problems.push_back(
          {Severity::error, cursor.place(file, at),
           fmt::format("the character U+{:04X} cannot be seen and is not allowed here", static_cast<std::uint32_t>(c)),
           "delete it; it often comes with text copied from another program"});
    }
    at += length;
  }
}

/// A tab shows as two, four or eight spaces, so what seems to be indented may not be. Tabs behind the text are
/// harmless.
void check_tabs(const std::string& file, const std::string& text, Problems& problems) {
  Cursor cursor(text);
  std::size_t found = 0;
  for (std::size_t from = 0; from < text.size() && found < kMaxProblems;) {
    const auto end = std::min(text.find('\n', from), text.size());
    const auto first = text.find_first_not_of(" \t", from);
    const auto tab = std::string_view(text).substr(0, std::min(first, end)).find('\t', from);
    if (first < end && tab != std::string_view::npos) {
      ++found;
      problems.push_back(
          {Severity::error, cursor.place(file, tab), "a tab in the indentation", "use spaces; editors can do that"});
    }
    from = end + 1;
  }
}

}  // namespace

Place Cursor::place(const std::string& file, std::size_t offset) {
  offset = std::min(offset, text_.size());
  if (offset < offset_) *this = Cursor(text_);
  for (; offset_ < offset; ++offset_) {
    const auto octet = static_cast<unsigned char>(text_[offset_]);
    if (octet == '\n') {
      ++line_;
      column_ = 1;
    } else if (offset_ + 1 >= text_.size() || (static_cast<unsigned char>(text_[offset_ + 1]) & 0xC0U) != 0x80U) {
      ++column_;  // counts a character at its last octet, so that an offset inside one shows its own column
    }
  }
  return {file, line_, column_};
}

std::optional<std::string> clean_text(const std::string& file, std::string_view octets, Problems& problems) {
  if (octets.size() > kMaxOctets) {
    problems.push_back({Severity::error, {file, 0, 0}, "the file is larger than 16 MB", "split it into several files"});
    return std::nullopt;
  }
  if (is_other_format(file, octets, problems)) return std::nullopt;
  std::string text = without_mark(octets);
  unify_line_ends(text);
  if (!is_utf8(text)) {
    problems.push_back({Severity::error, Cursor(text).place(file, first_ill_formed(text)), "this is not UTF-8 text",
                        "save the file as UTF-8 in your editor"});
    return std::nullopt;
  }
  const auto before = problems.size();
  check_characters(file, text, problems);
  check_tabs(file, text, problems);
  if (problems.size() != before) return std::nullopt;
  return text;
}

bool may_show_secret(std::string_view text, std::size_t offset) {
  constexpr std::size_t kWindow = 200;  // a line may be megabytes long
  auto before = text.substr(0, offset).substr(offset - std::min(offset, kWindow));
  if (const auto line_end = before.rfind('\n'); line_end != std::string_view::npos) before.remove_prefix(line_end + 1);
  const auto line = ascii_lower(before);
  return line.find("password") != std::string::npos || line.find("secret") != std::string::npos;
}

std::size_t end_of_quoted(std::string_view text, std::size_t from) {
  const char quote = text[from];
  for (std::size_t i = from + 1; i < text.size() && text[i] != '\n'; ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
      if (i < text.size() && text[i] == '\n') return std::string_view::npos;
    } else if (text[i] == quote) {
      if (quote == '"' || i + 1 >= text.size() || text[i + 1] != '\'') return i + 1;
      ++i;
    }
  }
  return std::string_view::npos;
}

}  // namespace docket::yaml
