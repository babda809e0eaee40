#include "config/hmac.h"

#include <doctest/doctest.h>

#include "config/digest.h"

namespace docket {
namespace {

TEST_SUITE_BEGIN("digest");

TEST_CASE("a key that is prepared once gives the HMACs of RFC 4231") {
  const HmacKey jefe("Jefe");
  const std::string expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
  CHECK(hex(jefe.mac("what do ya want for nothing?")) == expected);
  CHECK(hex(jefe.mac("what do ya want for nothing?")) == expected);
}

TEST_CASE("whatever the length of key and text, it is the HMAC that OpenSSL makes") {
  for (const std::size_t key_size : {0U, 1U, 32U, 63U, 64U, 65U, 131U}) {
    const std::string key(key_size, '\xAA');
    const HmacKey prepared(key);
    for (const std::size_t size : {0U, 1U, 55U, 56U, 64U, 1000U}) {
      const std::string text(size, 'x');
      CHECK(prepared.mac(text) == hmac_sha256(key, text));
    }
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket
