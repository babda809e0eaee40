#include "connectors/mime/base64_groups.h"

#include <doctest/doctest.h>

#include <string>

namespace docket::mime {
namespace {

struct Groups {
  std::string octets;
  std::size_t length = 0;
};

Groups decoded(std::string_view text) {
  Groups groups;
  groups.octets.resize(text.size() + kBase64Slack);
  char* out = groups.octets.data();
  groups.length = decode_groups(text, out);
  groups.octets.resize(static_cast<std::size_t>(out - groups.octets.data()));
  return groups;
}

/// Bit by bit, as RFC 4648 has it.
Groups expected(std::string_view text) {
  Groups groups;
  for (; groups.length + 4 <= text.size(); groups.length += 4) {
    unsigned bits = 0;
    for (const char c : text.substr(groups.length, 4)) {
      const auto value = kBase64[static_cast<unsigned char>(c)];
      if (value == kForeign) return groups;
      bits = bits * 64 + static_cast<unsigned>(value);
    }
    for (const unsigned shift : {16U, 8U, 0U}) groups.octets += static_cast<char>(bits >> shift & 0xFFU);
  }
  return groups;
}

}  // namespace

TEST_CASE("groups end before the first that holds a foreign octet, wherever it stands") {
  const std::string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (std::size_t size = 0; size <= alphabet.size(); ++size) {
    const auto text = std::string_view(alphabet).substr(alphabet.size() - size);
    CHECK(decoded(text).octets == expected(text).octets);
    CHECK(decoded(text).length == text.size() / 4 * 4);
  }
  for (std::size_t at = 0; at < alphabet.size(); ++at) {
    for (int octet = 0; octet < 256; ++octet) {
      auto text = alphabet;
      text[at] = static_cast<char>(octet);
      const auto found = decoded(text);
      const auto wanted = expected(text);
      if (found.octets == wanted.octets && found.length == wanted.length) continue;
      CAPTURE(at);
      CAPTURE(octet);
      CHECK(found.octets == wanted.octets);
      CHECK(found.length == wanted.length);
    }
  }
}

}  // namespace docket::mime
