#include "connectors/mime/field.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "config/digest.h"
#include "config/text.h"

namespace docket {
namespace {

constexpr std::size_t kLine = 75;      // one column of the 76 stays for a comma or semicolon
constexpr std::size_t kWord = 75;      // RFC 2047 section 2
constexpr std::size_t kUnbroken = 60;  // longer ASCII words and phrases are encoded, because those can be folded
constexpr std::string_view kOpenBase64 = "=?UTF-8?B?";
constexpr std::string_view kOpenQuoted = "=?UTF-8?Q?";
constexpr std::string_view kClose = "?=";

bool alphanumeric(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
bool visible(char c) { return c > ' ' && c <= '~'; }
bool atom_char(char c) {
  return alphanumeric(c) || std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string::npos;
}
// The strictest set of RFC 2047 section 5 (3), so that a word may stand in a phrase too.
bool q_literal(char c) { return alphanumeric(c) || std::string_view("!*+-/").find(c) != std::string::npos; }
// RFC 5987 attr-char without the rarer signs.
bool parameter_literal(char c) { return alphanumeric(c) || c == '-' || c == '.' || c == '_'; }

bool all(std::string_view text, bool (*test)(char)) { return std::all_of(text.begin(), text.end(), test); }

void append_hex(std::string& out, char sign, char c) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto octet = static_cast<unsigned char>(c);
  out += sign;
  out += kDigits[octet >> 4U];
  out += kDigits[octet & 15U];
}

std::string q_encode(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (q_literal(c)) {
      out += c;
    } else if (c == ' ') {
      out += '_';
    } else {
      append_hex(out, '=', c);
    }
  }
  return out;
}

std::size_t q_size(std::string_view text) {
  std::size_t size = 0;
  for (const char c : text) size += q_literal(c) || c == ' ' ? 1U : 3U;
  return size;
}

std::string percent_encode(std::string_view text) {
  std::string out;
  for (const char c : text) parameter_literal(c) ? out.push_back(c) : append_hex(out, '%', c);
  return out;
}

bool plain_word(std::string_view word) {
  return all(word, visible) && word.size() <= kUnbroken && word.find("=?") == std::string_view::npos;
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

/// C0, C1, DEL, and the embeddings, overrides and isolates of Unicode bidi, which could disguise what is shown.
bool unwanted(std::string_view character) {
  if (character.size() == 1) return static_cast<unsigned char>(character[0]) < 0x20 || character[0] == 0x7F;
  if (character.size() == 2) return character[0] == '\xC2' && static_cast<unsigned char>(character[1]) < 0xA0;
  if (character.size() != 3 || !character.starts_with("\xE2")) return false;
  const auto second = static_cast<unsigned char>(character[1]);
  const auto third = static_cast<unsigned char>(character[2]);
  return (second == 0x80 && third >= 0xAA && third <= 0xAE) || (second == 0x81 && third >= 0xA6 && third <= 0xA9);
}

/// Octets of words at the start of `text` that have one space between them.
std::size_t clean_length(std::string_view text) {
  const auto visible_at = [&](std::size_t i) { return i < text.size() && visible(text[i]); };
  std::size_t at = 0;
  while (visible_at(at) || (at > 0 && at < text.size() && text[at] == ' ' && visible_at(at + 1))) ++at;
  return at;
}

bool spacing(std::string_view character) {
  return character == " " || character == "\t" || character == "\r" || character == "\n" || character == "\v" ||
         character == "\f" || character == "\xE2\x80\xA8" || character == "\xE2\x80\xA9";
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string repaired;
  if (!is_utf8(text) || text.find('\0') != std::string_view::npos) text = repaired = to_valid_utf8(text);
  std::string out;
  bool space = false;
  const auto put = [&](std::string_view piece) {
    if (space && !out.empty()) out += ' ';
    space = false;
    out += piece;
  };
  out.reserve(text.size());
  for (std::string_view rest = text; !rest.empty();) {
    const auto clean = rest.substr(0, clean_length(rest));
    if (!clean.empty()) put(clean);
    rest.remove_prefix(clean.size());
    const auto character = first_characters(rest, 1);
    rest.remove_prefix(character.size());
    if (spacing(character)) {
      space = true;
    } else if (!unwanted(character)) {
      put(character);
    }
  }
  return out;
}

bool is_visible_ascii(std::string_view text) { return all(text, visible); }

FieldWriter::FieldWriter(std::string_view name, bool utf8) : utf8_(utf8) {
  for (const char c : name) {
    if (visible(c) && c != ':') out_ += c;
  }
  out_ += ':';
  column_ = out_.size();
}

// The only way into the field: nothing but spaces, printable ASCII and, where allowed, UTF-8 gets through.
void FieldWriter::put(std::string_view piece) {
  for (const char c : piece) {
    if (c != ' ' && !visible(c) && !(utf8_ && (static_cast<unsigned char>(c) & 0x80U) != 0)) continue;
    out_ += c;
    ++column_;
  }
}

void FieldWriter::token(std::string_view piece) {
  // A long first token stays on the line of the name, where every reader looks for it.
  const bool first = out_.ends_with(':') && !piece.starts_with("=?");
  if (column_ + 1 + piece.size() > kLine && !first) {
    out_ += "\r\n";
    column_ = 0;
  }
  put(" ");
  put(piece);
}

void FieldWriter::glue(std::string_view piece) { put(piece); }

void FieldWriter::text(std::string_view value) {
  const auto line = one_line(value);
  const auto words = split(line, ' ');
  const auto needs = [](std::string_view word) { return !plain_word(word); };
  const auto first = std::find_if(words.begin(), words.end(), needs);
  const auto last = std::find_if(words.rbegin(), words.rend(), needs).base();
  std::for_each(words.begin(), first, [this](std::string_view word) { token(word); });
  if (first == words.end()) return;
  // Words between the first and the last to encode are encoded too: a space between encoded-words is not shown.
  const auto from = static_cast<std::size_t>(first->data() - line.data());
  const auto to = static_cast<std::size_t>((last - 1)->data() - line.data()) + (last - 1)->size();
  encoded_words(std::string_view(line).substr(from, to - from));
  std::for_each(last, words.end(), [this](std::string_view word) { token(word); });
}

void FieldWriter::phrase(std::string_view value) {
  const auto name = one_line(value);
  if (name.empty()) return;
  const auto words = split(name, ' ');
  const bool ascii = all(name, [](char c) { return c == ' ' || visible(c); });
  if (!ascii || name.size() > kUnbroken || name.find("=?") != std::string::npos) {
    encoded_words(name);
  } else if (std::all_of(words.begin(), words.end(), [](std::string_view word) { return all(word, atom_char); })) {
    for (const auto word : words) token(word);
  } else {
    token(quoted(name));
  }
}

void FieldWriter::encoded_words(std::string_view value) {
  const bool use_q = q_size(value) <= (value.size() + 2) / 3 * 4;
  while (!value.empty()) {
    const std::size_t left = kLine > column_ + 1 ? kLine - column_ - 1 : 0;
    const std::size_t limit = (left < 30 ? kWord : std::min(kWord, left)) - kOpenQuoted.size() - kClose.size();
    std::size_t size = 0;
    std::size_t as_q = 0;  // octets of what is taken
    while (size < value.size()) {
      const auto character = first_characters(value.substr(size), 1);
      as_q += q_size(character);
      if ((use_q ? as_q : (size + character.size() + 2) / 3 * 4) > limit) break;
      size += character.size();
    }
    const auto part = value.substr(0, size);
    value.remove_prefix(size);
    token(use_q ? std::string(kOpenQuoted) + q_encode(part) + std::string(kClose)
                : std::string(kOpenBase64) + base64(part) + std::string(kClose));
  }
}

void FieldWriter::parameter(std::string_view name, std::string_view value) {
  const auto clean = one_line(value);
  const bool ascii = all(clean, [](char c) { return c == ' ' || visible(c); });
  glue(";");
  if (ascii && clean.size() <= kUnbroken) {
    token(std::string(name) + '=' + quoted(clean));
    return;
  }
  constexpr std::size_t kSection = 48;
  std::vector<std::string> sections{""};
  for (std::string_view rest = clean; !rest.empty();) {
    const auto character = first_characters(rest, 1);
    rest.remove_prefix(character.size());
    const auto encoded = percent_encode(character);
    if (sections.back().size() + encoded.size() > kSection) sections.emplace_back();
    sections.back() += encoded;
  }
  for (std::size_t i = 0; i < sections.size(); ++i) {
    if (i > 0) glue(";");
    const std::string number = sections.size() > 1 ? '*' + std::to_string(i) : "";
    token(std::string(name) + number + "*=" + (i == 0 ? "UTF-8''" : "") + sections[i]);
  }
}

std::string FieldWriter::finish() && {
  out_ += "\r\n";
  return std::move(out_);
}

}  // namespace docket
