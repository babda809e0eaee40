#include "connectors/mime/transfer.h"

#include <algorithm>
#include <cstdint>

#include "config/text.h"
#include "connectors/mime/base64_groups.h"

namespace docket::mime {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// The octet "XX" at the start of `text` stands for; -1 when it stands for none.
int hex_octet(std::string_view text) {
  if (text.size() < 2) return -1;
  const int high = hex_value(text[0]);
  const int low = hex_value(text[1]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/// The first line of `text` is empty or holds nothing foreign to base64.
bool is_base64_line(std::string_view text) {
  const auto line = trim(text.substr(0, text.find('\n')));
  return std::all_of(line.begin(), line.end(),
                     [](char c) { return c == '=' || kBase64[static_cast<unsigned char>(c)] != kForeign; });
}

/// Groups of four and line ends, which is all that stands in what a program wrote without a fault; returns their
/// length.
std::size_t decode_plain_lines(std::string_view text, char*& out) {
  std::size_t at = 0;
  for (std::size_t before = text.size(); at != before;) {
    before = at;
    at += decode_groups(text.substr(at), out);
    while (at < text.size() && (text[at] == '\r' || text[at] == '\n')) ++at;
  }
  return at;
}

/// One line of quoted-printable without its line end; blanks at its end are the transport's (RFC 2045 6.7, rule 3).
std::string_view without_trailing_blanks(std::string_view line) {
  while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
  return line;
}

bool decode_quoted_line(std::string_view line, std::string& out) {
  bool broken = false;
  while (!line.empty()) {
    const auto code = line.find('=');
    out += line.substr(0, code);
    if (code == std::string_view::npos) break;
    line.remove_prefix(code + 1);
    const int octet = hex_octet(line);
    if (octet >= 0) {
      out += static_cast<char>(octet);
      line.remove_prefix(2);
    } else {
      out += '=';
      broken = true;
    }
  }
  return broken;
}

}  // namespace

Decoded decode_base64(std::string_view text) {
  Decoded result;
  result.octets.resize(text.size() / 4 * 3 + 3 + kBase64Slack);
  char* out = result.octets.data();
  std::uint32_t bits = 0;
  int held = 0;         // bits not yet given out
  bool padded = false;  // nothing but padding and line ends since
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (held == 0 && !padded) at += decode_plain_lines(text.substr(at), out);
    if (at == text.size()) break;
    const char c = text[at];
    if (padded && text[at - 1] == '\n' && !is_base64_line(text.substr(at))) {
      result.broken = true;  // a list or gateway put its footer below
      break;
    }
    const auto value = kBase64[static_cast<unsigned char>(c)];
    if (value == kForeign) {
      if (c == '=') {
        held = 0;
        padded = true;
      } else if (c != '\n' && c != '\r' && !is_blank(c)) {
        result.broken = true;
      }
      continue;
    }
    padded = false;
    bits = bits << 6U | static_cast<std::uint32_t>(value);
    held += 6;
    if (held >= 8) {
      held -= 8;
      *out++ = static_cast<char>(bits >> static_cast<unsigned>(held) & 0xFFU);
    }
  }
  result.octets.resize(static_cast<std::size_t>(out - result.octets.data()));
  if (held >= 6) result.broken = true;
  return result;
}

Decoded decode_quoted_printable(std::string_view text) {
  Decoded result;
  result.octets.reserve(text.size());
  while (!text.empty()) {
    const auto end = text.find('\n');
    auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    std::string_view line_end = end == std::string_view::npos ? "" : "\n";
    if (!line_end.empty() && line.ends_with('\r')) {
      line.remove_suffix(1);
      line_end = "\r\n";
    }
    line = without_trailing_blanks(line);
    const bool soft = line.ends_with('=');
    if (soft) line.remove_suffix(1);
    result.broken |= decode_quoted_line(line, result.octets);
    if (!soft) result.octets += line_end;
  }
  return result;
}

Decoded decode_q(std::string_view text) {
  std::string blanks(text);
  std::replace(blanks.begin(), blanks.end(), '_', ' ');
  Decoded result;
  result.broken = decode_quoted_line(blanks, result.octets);
  return result;
}

void decode_uu_line(std::string_view line, std::string& out) {
  const auto value = [&](std::size_t i) { return i < line.size() ? static_cast<unsigned>(line[i] - ' ') & 0x3FU : 0U; };
  const std::size_t wanted = value(0);
  const std::size_t before = out.size();
  for (std::size_t i = 1; i < line.size() && out.size() - before < wanted; i += 4) {
    const unsigned bits = value(i) << 18U | value(i + 1) << 12U | value(i + 2) << 6U | value(i + 3);
    for (const unsigned shift : {16U, 8U, 0U}) {
      if (out.size() - before < wanted) out += static_cast<char>(bits >> shift & 0xFFU);
    }
  }
}

Decoded decode_uuencode(std::string_view text) {
  Decoded result;
  bool inside = false;
  for (auto line : split(text, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!inside) {
      inside = line.starts_with("begin ");
    } else if (line == "end" || line == "`" || line.empty()) {
      if (line == "end") return result;
    } else {
      decode_uu_line(line, result.octets);
    }
  }
  result.broken = true;
  if (!inside) result.octets = text;
  return result;
}

Decoded decode_transfer(std::string_view text, std::string_view encoding) {
  const auto name = ascii_lower(trim(encoding));
  if (name == "base64" || name == "b") return decode_base64(text);
  if (name == "quoted-printable" || name == "qp") return decode_quoted_printable(text);
  if (name == "x-uuencode" || name == "uuencode" || name == "x-uue") return decode_uuencode(text);
  const bool as_it_came =
      name.empty() || name == "7bit" || name == "8bit" || name == "binary" || name == "7-bit" || name == "8-bit";
  return {std::string(text), !as_it_came};
}

}  // namespace docket::mime
