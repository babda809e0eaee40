#include "connectors/mime/encode.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "config/digest.h"
#include "config/text.h"
#include "connectors/mime/base64_groups.h"

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

/// Stands for itself, except where it is risky.
bool is_plain(char c) { return c == ' ' || c == '\t' || (c >= '!' && c <= '~' && c != '='); }

/// One line without its end. Trailing blanks are escaped because relays drop them, "From " because mbox writers
/// change it, a leading dot because of what careless relays do to it.
void quoted_printable_line(std::string& out, std::string_view line) {
  std::size_t column = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool last = i + 1 == line.size();
    const bool blank = c == ' ' || c == '\t';
    const bool risky = (i == 0 && (c == '.' || line.starts_with("From "))) || (blank && last);
    const bool plain = is_plain(c) && !risky;
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

/// Nothing in it is to be escaped or broken.
bool is_plain_line(std::string_view line) {
  return line.empty() || (line.size() <= kLine && std::all_of(line.begin(), line.end(), is_plain) && line[0] != '.' &&
                          !line.starts_with("From ") && line.back() != ' ' && line.back() != '\t');
}

/// The letters of each 12 bits.
constexpr auto kBase64Pairs = [] {
  std::array<std::array<char, 2>, 4096> pairs{};
  for (std::size_t bits = 0; bits < pairs.size(); ++bits)
    pairs[bits] = {mime::kBase64Alphabet[bits >> 6U], mime::kBase64Alphabet[bits & 63U]};
  return pairs;
}();

/// Threes of octets; returns behind what it wrote.
char* encode_groups(std::string_view octets, char* out) {
  const auto at = [&](std::size_t i) { return std::uint32_t{static_cast<unsigned char>(octets[i])}; };
  for (std::size_t i = 0; i + 2 < octets.size(); i += 3) {
    const auto bits = at(i) << 16U | at(i + 1) << 8U | at(i + 2);
    std::memcpy(out, kBase64Pairs[bits >> 12U].data(), 2);
    std::memcpy(out + 2, kBase64Pairs[bits & 4095U].data(), 2);
    out += 4;
  }
  return out;
}

}  // namespace

std::string quoted_printable(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  if (text.ends_with('\n')) text.remove_suffix(1);
  for (const auto line : split(text, '\n')) {
    is_plain_line(line) ? void(out += line) : quoted_printable_line(out, line);
    out += kCrlf;
  }
  return out;
}

std::string base64_lines(std::string_view octets) {
  constexpr std::size_t kOctets = kLine / 4 * 3;  // a line
  const std::size_t whole = octets.size() / kOctets;
  std::string out(whole * (kLine + kCrlf.size()), '\0');
  char* to = out.data();
  for (std::size_t line = 0; line < whole; ++line) {
    to = encode_groups(octets.substr(line * kOctets, kOctets), to);
    to = std::copy(kCrlf.begin(), kCrlf.end(), to);
  }
  const auto rest = octets.substr(whole * kOctets);
  if (!rest.empty()) (out += base64(rest)) += kCrlf;
  return out;
}

std::string with_crlf(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 32);
  while (!text.empty()) {
    auto end = std::min(text.find('\n'), text.size());
    end = std::min(text.substr(0, end).find('\r'), end);
    out += text.substr(0, end);
    text.remove_prefix(end);
    if (text.empty()) break;
    text.remove_prefix(text.starts_with(kCrlf) ? 2 : 1);
    out += kCrlf;
  }
  return out;
}

}  // namespace docket
