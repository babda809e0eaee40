#include "connectors/mime/encode.h"

#include "config/digest.h"
#include "config/text.h"

namespace docket {
namespace {

constexpr std::size_t kLine = 76;
constexpr std::string_view kCrlf = "\r\n";

void escape(std::string& out, char c) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto octet = static_cast<unsigned char>(c);
  out += '=';
  out += kDigits[octet >> 4U];
  out += kDigits[octet & 15U];
}

/// One line without its end. Trailing blanks are escaped because relays drop them, "From " because mbox writers
/// change it, a leading dot because of what careless relays do to it.
void quoted_printable_line(std::string& out, std::string_view line) {
  std::size_t column = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool last = i + 1 == line.size();
    const bool blank = c == ' ' || c == '\t';
    const bool risky = (i == 0 && (c == '.' || line.starts_with("From "))) || (blank && last);
    const bool plain = (blank || (c >= '!' && c <= '~' && c != '=')) && !risky;
    const std::size_t width = plain ? 1 : 3;
    // One octet stays free for the soft line break, except at the end of the line.
    if (column + width > kLine - (last ? 0U : 1U)) {
      out += "=\r\n";
      column = 0;
    }
    plain ? out.push_back(c) : escape(out, c);
    column += width;
  }
}

}  // namespace

std::string quoted_printable(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  if (text.ends_with('\n')) text.remove_suffix(1);
  for (const auto line : split(text, '\n')) {
    quoted_printable_line(out, line);
    out += kCrlf;
  }
  return out;
}

std::string base64_lines(std::string_view octets) {
  const auto encoded = base64(octets);
  std::string out;
  out.reserve(encoded.size() + encoded.size() / kLine * 2 + 2);
  for (std::size_t at = 0; at < encoded.size(); at += kLine) {
    out.append(encoded, at, kLine);
    out += kCrlf;
  }
  return out;
}

std::string with_crlf(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 32);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' || text[i] == '\n') {
      if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') ++i;
      out += kCrlf;
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace docket
