#include "connectors/smtp/envelope.h"

#include <algorithm>

#include "config/text.h"
#include "connectors/mail_sink.h"
#include "connectors/mime/alabel.h"

namespace docket {
namespace {

/// RFC 5321 "atext", and every octet beyond ASCII (RFC 6531 section 3.3).
bool is_atom_octet(char c) {
  static constexpr std::string_view kMarks = "!#$%&'*+-/=?^_`{|}~";
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return letter || static_cast<unsigned char>(c) >= 0x80 || kMarks.find(c) != std::string_view::npos;
}

/// U+0080 to U+009F in valid UTF-8.
bool has_c1_control(std::string_view text) {
  for (auto at = text.find('\xC2'); at != std::string_view::npos; at = text.find('\xC2', at + 1)) {
    if (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0) return true;
  }
  return false;
}

bool is_dot_string(std::string_view text) {
  const auto parts = split(text, '.');
  return std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
    return !part.empty() && std::all_of(part.begin(), part.end(), is_atom_octet);
  });
}

/// RFC 5321 "Quoted-string", without the spaces and angle brackets that it would allow: they break naive receivers.
bool is_quoted_string(std::string_view text) {
  if (text.size() < 3 || text.front() != '"' || text.back() != '"') return false;
  text = text.substr(1, text.size() - 2);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == '\\' && ++i == text.size()) return false;
    const auto meant = static_cast<unsigned char>(text[i]);
    if (meant <= 0x20 || meant == 0x7F || meant == '<' || meant == '>' || (c == '"')) return false;
  }
  return true;
}

}  // namespace

namespace smtp {

std::optional<WireAddress> wire_address(const std::string& address) {
  if (address.empty()) return WireAddress{};
  const auto at = address.rfind('@');
  if (at == std::string::npos || address.size() > 320 || !is_utf8(address) || has_c1_control(address)) {
    return std::nullopt;
  }
  const std::string local = address.substr(0, at);
  if (local.size() > 64 || !(is_dot_string(local) || is_quoted_string(local))) return std::nullopt;
  const auto domain = ascii_domain(address.substr(at + 1));
  if (!domain) return std::nullopt;
  return WireAddress{.text = local + "@" + *domain, .needs_smtputf8 = !is_ascii_text(local)};
}

std::string dot_stuffed(std::string_view octets) {
  std::string wire;
  wire.reserve(octets.size() + octets.size() / 64 + 8);
  while (!octets.empty()) {
    // find() is memchr: it looks at many octets at a time.
    auto end = std::min(octets.find('\n'), octets.size());
    end = std::min(octets.substr(0, end).find('\r'), end);
    const auto line = octets.substr(0, end);
    if (line.starts_with('.')) wire += '.';
    (wire += line) += "\r\n";
    octets.remove_prefix(end);
    octets.remove_prefix(octets.starts_with("\r\n") ? 2 : std::min<std::size_t>(octets.size(), 1));
  }
  return wire += ".\r\n";
}

}  // namespace smtp

bool is_sendable_address(const std::string& address) {
  return !address.empty() && smtp::wire_address(address).has_value();
}

}  // namespace docket
