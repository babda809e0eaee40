#include "connectors/mime/words.h"

#include <algorithm>
#include <optional>

#include "config/text.h"
#include "connectors/mime/charset.h"
#include "connectors/mime/transfer.h"

namespace docket::mime {
namespace {

constexpr auto npos = std::string_view::npos;

struct Word {
  std::string charset;
  std::string octets;
  std::size_t length = 0;  ///< of "=?charset?encoding?text?=" in the source
};

/// The encoded word that starts at the beginning of `text`. A "?" cannot stand inside (RFC 2047 section 4), but
/// careless programs leave one in a Q word ("=?utf-8?Q?Why_?_Now?="). The search for the end never goes beyond the next
/// beginning, so that reading a header stays linear.
std::optional<Word> word_at(std::string_view text) {
  if (!text.starts_with("=?")) return std::nullopt;
  const auto charset_end = text.find('?', 2);
  if (charset_end == npos || charset_end == 2 || charset_end > 80 || charset_end + 2 >= text.size())
    return std::nullopt;
  const char encoding = text[charset_end + 1];
  if (text[charset_end + 2] != '?') return std::nullopt;
  const auto from = charset_end + 3;
  auto end = text.find('?', from);
  while (end != npos && text.substr(end + 1, 1) != "=" && (end == from || text[end - 1] != '=')) {
    end = text.find('?', end + 1);
  }
  if (end == npos || text.substr(end + 1, 1) != "=") return std::nullopt;
  const auto encoded = text.substr(from, end - from);
  Word word{ascii_lower(text.substr(2, charset_end - 2)), {}, end + 2};
  word.charset.resize(std::min(word.charset.find('*'), word.charset.size()));
  if (encoding == 'B' || encoding == 'b') {
    word.octets = decode_base64(encoded).octets;
  } else if (encoding == 'Q' || encoding == 'q') {
    word.octets = decode_q(encoded).octets;
  } else {
    return std::nullopt;
  }
  return word;
}

std::string convert(const std::string& octets, const std::string& charset, std::string* unknown) {
  if (is_ascii(charset)) return guess_utf8(octets);
  if (auto text = to_utf8(octets, charset)) return *std::move(text);
  if (unknown != nullptr && unknown->empty()) *unknown = charset;
  return guess_utf8(octets);
}

bool is_blank(std::string_view text) { return trim(text).empty(); }

/// Control characters have no place in a header's text; line ends and tabs were blanks.
std::string without_controls(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (const char c : text) {
    const auto octet = static_cast<unsigned char>(c);
    if (c == '\t' || c == '\n' || c == '\r') {
      clean += ' ';
    } else if (octet >= 0x20 && octet != 0x7F) {
      clean += c;
    }
  }
  return clean;
}

bool is_printable(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 0x7F; });
}

}  // namespace

std::string clean_text(std::string_view octets) {
  return is_printable(octets) ? std::string(octets) : without_controls(guess_utf8(octets));
}

bool is_plain(std::string_view text) { return is_printable(text) && text.find("=?") == npos; }

std::string decode_words(std::string_view text, std::string* unknown) {
  if (text.find("=?") == npos) return clean_text(text);
  std::string result;
  Word open;          // neighbouring words of one charset, not yet converted
  bool have = false;  // an open word
  const auto close = [&] {
    if (have) result += convert(open.octets, open.charset, unknown);
    have = false;
  };
  while (!text.empty()) {
    // Plain text up to the next thing that really is an encoded word.
    std::size_t at = text.find("=?");
    std::optional<Word> word;
    while (at != npos && !(word = word_at(text.substr(at)))) at = text.find("=?", at + 2);
    const auto plain = text.substr(0, at);
    if (!(have && word && is_blank(plain))) {
      close();
      result += guess_utf8(plain);
    }
    if (!word) break;
    text.remove_prefix(at + word->length);
    if (have && word->charset == open.charset) {
      open.octets += word->octets;
    } else {
      close();
      open = *std::move(word);
      have = true;
    }
  }
  close();
  return without_controls(result);
}

}  // namespace docket::mime
