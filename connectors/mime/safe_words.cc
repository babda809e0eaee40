#include "connectors/mime/safe_words.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <vector>

#include "config/text.h"
#include "connectors/mime/field.h"

namespace docket {
namespace {

constexpr std::string_view kGone = "[…]";
constexpr int kLongRun = 5;
constexpr int kTelephone = 7;    // digits, over all groups of one number
constexpr std::size_t kGap = 3;  // separators between two groups

/// One character: where it stands and what it is.
struct Character {
  UChar32 code = 0;
  std::size_t at = 0;
  std::size_t size = 0;
};

/// Of one well-formed UTF-8 sequence.
UChar32 code_of(std::string_view sequence) {
  const auto octet = [&](std::size_t i) { return static_cast<UChar32>(static_cast<unsigned char>(sequence[i])); };
  if (sequence.size() == 1) return octet(0);
  UChar32 code = octet(0) & (0x7F >> sequence.size());
  for (std::size_t i = 1; i < sequence.size(); ++i) code = code * 64 + (octet(i) & 0x3F);
  return code;
}

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

Character character_at(std::string_view text, std::size_t at) {
  if (is_ascii(text[at])) return {text[at], at, 1};
  const auto sequence = first_characters(text.substr(at), 1);
  return {code_of(sequence), at, sequence.size()};
}

std::vector<Character> characters(std::string_view text) {
  std::vector<Character> out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); at += out.back().size) out.push_back(character_at(text, at));
  return out;
}

bool is_invisible(UChar32 code) {
  return code == 0xAD || code == 0x200B || code == 0x2060 || code == 0xFEFF || code == '<' || code == '>';
}

std::string visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto is_plain = [](char c) { return is_ascii(c) && c != '<' && c != '>'; };
  while (!text.empty()) {
    const auto* const end = std::find_if_not(text.begin(), text.end(), is_plain);
    out.append(text.begin(), end);
    text.remove_prefix(static_cast<std::size_t>(end - text.begin()));
    if (text.empty()) break;
    const auto character = character_at(text, 0);
    if (!is_invisible(character.code)) {
      out += text.substr(0, character.size);
    } else if (character.code == '<' || character.code == '>') {
      // What stands in angle brackets must not grow together with what stands before them.
      out += ' ';
    }
    text.remove_prefix(character.size);
  }
  return out;
}

bool is_letter(UChar32 code) {
  if (code < 0x80) return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
  return u_isalpha(code) != 0;
}
bool is_digit(UChar32 code) { return code < 0x80 ? code >= '0' && code <= '9' : u_isdigit(code) != 0; }

/// Digits beyond ASCII begin with U+0660; the dashes and quotes of the block at U+2000 are none.
bool may_hold_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto octet = static_cast<unsigned char>(c);
    return is_ascii(c) ? c >= '0' && c <= '9' : octet >= 0xD9 && octet != 0xE2;
  });
}

/// A dot, at sign or colon, of any width: without one a word is no link, nor with a full stop behind it.
bool may_be_link(std::string_view word) {
  const auto end = word.substr(word.size() - std::min<std::size_t>(word.size(), 4));
  if (word.ends_with('.') && !ascii_equal_nocase(end, "www.")) word.remove_suffix(1);
  return std::any_of(word.begin(), word.end(),
                     [](char c) { return c == '.' || c == '@' || c == ':' || c == '\xE3' || c == '\xEF'; });
}

/// A dot with something before it and at least two letters after it: "town.example", "www.x.co".
bool has_domain(const std::vector<Character>& word) {
  for (std::size_t i = 1; i + 2 < word.size(); ++i) {
    const auto code = word[i].code;
    const bool dot = code == '.' || code == 0x3002 || code == 0xFF0E || code == 0xFF61;
    if (dot && (is_letter(word[i - 1].code) || is_digit(word[i - 1].code)) && is_letter(word[i + 1].code) &&
        is_letter(word[i + 2].code)) {
      return true;
    }
  }
  return false;
}

bool is_link(std::string_view word) {
  static constexpr std::array<std::string_view, 14> kSchemes{
      "http:", "https:",  "ftp:",        "mailto:", "tel:",  "sms:",  "sip:",
      "sips:", "callto:", "javascript:", "data:",   "file:", "xmpp:", "whatsapp:"};
  if (!may_be_link(word)) return false;
  const auto lower = ascii_lower(word);
  return lower.find('@') != std::string::npos || lower.find("\xEF\xBC\xA0") != std::string::npos ||
         lower.find("://") != std::string::npos || lower.find("www.") != std::string::npos ||
         std::any_of(kSchemes.begin(), kSchemes.end(),
                     [&](auto scheme) { return lower.find(scheme) != std::string::npos; }) ||
         has_domain(characters(word));
}

bool is_separator(UChar32 code) {
  return std::u32string_view(U" .-/()+_~*·•").find(static_cast<char32_t>(code)) != std::u32string_view::npos ||
         (code >= 0x2010 && code <= 0x2015) || code == 0x2212 || code == 0xA0 || u_isspace(code) != 0;
}

/// Characters of a date that begins at `at`: "2026-11-23" or "23/11/2026"; 0 when none stands there alone.
std::size_t date_length(const std::vector<Character>& text, std::size_t at) {
  for (const std::u32string_view form : {U"####-##-##", U"##/##/####", U"#/##/####", U"##/#/####", U"#/#/####"}) {
    if (at + form.size() > text.size()) continue;
    bool same = true;
    for (std::size_t i = 0; i < form.size() && same; ++i) {
      same = form[i] == U'#' ? is_digit(text[at + i].code) : text[at + i].code == static_cast<UChar32>(form[i]);
    }
    const auto end = at + form.size();
    const bool alone = (at == 0 || !is_separator(text[at - 1].code) || text[at - 1].code == ' ') &&
                       (end == text.size() || !is_digit(text[end].code)) &&
                       !(end + 1 < text.size() && text[end].code != ' ' && is_separator(text[end].code) &&
                         is_digit(text[end + 1].code));
    if (same && alone) return form.size();
  }
  return 0;
}

/// A number with its groups: "(613) 555-0100".
struct Number {
  std::size_t end = 0;  ///< character after the last digit
  int digits = 0;
  int longest = 0;
};

Number read_number(const std::vector<Character>& text, std::size_t at) {
  Number number;
  while (at < text.size()) {
    int run = 0;
    for (; at < text.size() && is_digit(text[at].code); ++at) ++run;
    number.digits += run;
    number.longest = std::max(number.longest, run);
    number.end = at;
    std::size_t next = at;
    while (next < text.size() && next - at < kGap && is_separator(text[next].code)) ++next;
    if (next == at || next >= text.size() || !is_digit(text[next].code) || date_length(text, next) > 0) break;
    at = next;
  }
  return number;
}

std::string without_links(std::string_view line) {
  std::string out;
  for (const auto word : split(line, ' ')) {
    if (word.empty()) continue;
    if (!out.empty()) out += ' ';
    out += is_link(word) ? kGone : word;
  }
  return out;
}

std::string without_numbers(std::string_view line) {
  if (!may_hold_digit(line)) return std::string(line);
  const auto text = characters(line);
  std::string out;
  const auto slice = [&](std::size_t from, std::size_t to) {
    const auto start = text[from].at;
    return line.substr(start, (to < text.size() ? text[to].at : line.size()) - start);
  };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    bool gone = false;
    if (const auto date = is_digit(text[at].code) ? date_length(text, at) : 0; date > 0) {
      end = at + date;
    } else if (is_digit(text[at].code)) {
      const auto number = read_number(text, at);
      end = number.end;
      gone = number.longest >= kLongRun || number.digits >= kTelephone;
    }
    out += gone ? kGone : slice(at, end);
    at = end;
  }
  return out;
}

/// "[…] […]" and "+1 ([…]" read badly: one mark is enough.
std::string tidy(std::string text) {
  const auto replace_all = [&](std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at))
      text.replace(at, from.size(), to);
  };
  replace_all("+[…]", kGone);
  replace_all("([…]", kGone);
  replace_all("[…] […]", kGone);
  replace_all("[…][…]", kGone);
  return text;
}

}  // namespace

bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto character = character_at(text, at);
    if (is_letter(character.code)) return true;
    at += character.size;
  }
  return false;
}

std::string safe_words(std::string_view text) {
  const auto line = visible(one_line(text));
  return tidy(without_numbers(without_links(line)));
}

}  // namespace docket
