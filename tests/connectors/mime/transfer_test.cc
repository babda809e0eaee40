#include "connectors/mime/transfer.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace docket::mime {

TEST_CASE("transfer encodings are undone without losing anything") {
  struct Case {
    std::string name;
    std::string encoding;
    std::string text;
    std::string expected;
    bool broken;
  };
  const std::vector<Case> cases{
      {"base64", "base64", "SGVs\r\nbG8=\r\n", "Hello", false},
      {"base64 in capitals", " BASE64 ", "SGVsbG8=", "Hello", false},
      {"base64 without padding", "base64", "SGVsbG8", "Hello", false},
      {"two base64 texts joined", "base64", "SGVsbG8=IHlvdQ==", "Hello you", false},
      {"foreign octets are passed over", "base64",
       "SG|Vs\xFF"
       "bG8=",
       "Hello", true},
      {"stray padding does not put the rest out of step", "base64", "QUJD====REVG", "ABCDEF", false},
      {"a list's footer below", "base64", "SGVsbG8=\r\n\r\n-- \r\nCycling list\r\nhttps://x.example\r\n", "Hello",
       true},
      {"pieces joined on lines of their own", "base64", "SGVsbG8=\nIHlvdQ==\n", "Hello you", false},
      {"half an octet at the end", "base64", "QUJDR", "ABC", true},
      {"quoted-printable", "quoted-printable", "caf=C3=A9 =3D =e9", "caf\xC3\xA9 = \xE9", false},
      {"soft line breaks", "quoted-printable", "one =\r\ntwo=  \nthree", "one twothree", false},
      {"line ends stay as they came", "quoted-printable", "a\r\nb\nc", "a\r\nb\nc", false},
      {"blanks at the end of lines are the transport's", "quoted-printable", "a \t\r\nb", "a\r\nb", false},
      {"what is no code stays", "quoted-printable", "=ZZ 50=/ =4", "=ZZ 50=/ =4", true},
      {"8-bit inside", "quoted-printable", "\xE9=20", "\xE9 ", false},
      {"NUL", "quoted-printable", "=00", std::string(1, '\0'), false},
      {"uuencode", "x-uuencode", "begin 644 cat.txt\n#0V%T\n`\nend\n", "Cat", false},
      {"uuencode of nothing known", "uuencode", "just text", "just text", true},
      {"7bit", "7bit", "as it\r\ncame", "as it\r\ncame", false},
      {"none", "", "as it came", "as it came", false},
      {"unknown", "x-zip", "as it came", "as it came", true},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const auto decoded = decode_transfer(c.text, c.encoding);
    CHECK(decoded.octets == c.expected);
    CHECK(decoded.broken == c.broken);
  }
}

TEST_CASE("a uuencoded line gives no more than it holds") {
  std::string bomb = "begin 644 a\n";
  for (int i = 0; i < 1000; ++i) bomb += "M\n";
  CHECK(decode_uuencode(bomb).octets.size() <= bomb.size());
}

}  // namespace docket::mime
