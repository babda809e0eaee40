#include "connectors/mime/charset.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "config/text.h"

namespace docket::mime {

TEST_CASE("charsets are known by the names mail uses") {
  struct Case {
    std::string charset;
    std::string octets;
    std::string expected;
  };
  const std::vector<Case> cases{
      {"utf-8", "\xC3\xA9", "é"},
      {"UTF8", "\xC3\xA9", "é"},
      {"\"utf-8\"", "\xC3\xA9", "é"},
      {"utf-8", "é\xFFz", "é\xEF\xBF\xBDz"},
      {"utf-8", "trottoir bris\xE9", "trottoir brisé"},
      {"iso-8859-1", "\xE9\x92", "é’"},
      {"ISO-8859-15", "\xA4", "€"},
      {"iso-8859-16", "\xAAosea \xFE\xA4\x85", "Șosea ț€\xC2\x85"},
      {"windows-1250", "\xB9", "ą"},
      {"windows-1251", "\xE4", "д"},
      {"koi8-r", "\xC4", "д"},
      {"macintosh", "\x8E", "é"},
      {"x-mac-roman", "\x8E", "é"},
      {"cp850", "\x82", "é"},
      {"gb2312", "\xC2\xB7", "路"},
      {"big5", "\xB8\xF4", "路"},
      {"euc-kr", "\xB1\xE6", "길"},
      {"ks_c_5601-1987", "\xB1\xE6", "길"},
      {"shift_jis", "\x93\xB9", "道"},
      {"euc-jp", "\xC6\xBB", "道"},
      {"iso-2022-jp", "\x1B$BF;\x1B(B", "道"},
      {"hz-gb-2312", "~{B7~}", "路"},
      {"utf-16le", std::string("\xE9\0", 2), "é"},
      {"utf-7", "+AOk-", "é"},
      {"iso-8859-8-i", "\xF9", "ש"},
      {"tis-620", "\xA1", "ก"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.charset);
    REQUIRE(to_utf8(c.octets, c.charset));
    CHECK(*to_utf8(c.octets, c.charset) == c.expected);
  }
  CHECK_FALSE(to_utf8("x", "x-foo"));
  CHECK_FALSE(to_utf8("x", ""));
}

TEST_CASE("octets that nobody declared are UTF-8 where they can be, else what they look like") {
  CHECK(guess_utf8("déjà vu") == "déjà vu");
  CHECK(guess_utf8("caf\xE9") == "café");
  CHECK(guess_utf8("\xC9t\xE9 \xE0 la mairie, c'est bient\xF4t") == "Été à la mairie, c'est bientôt");
  CHECK(guess_utf8("It\x92s \x93here\x94") == "It’s “here”");
  CHECK(guess_utf8("\xF3\xC5\xCD\xD8 \xC4\xCF\xCD\xCF\xD7 \xCE\xC1 \xDC\xD4\xCF\xCA \xD5\xCC\xC9\xC3\xC5 "
                   "\xC2\xC5\xDA \xD3\xD7\xC5\xD4\xC1 \xD3 \xD0\xC1\xD4\xCE\xC9\xC3\xD9.") ==
        "Семь домов на этой улице без света с патницы.");
}

TEST_CASE("whatever the octets and the name, the text is valid UTF-8") {
  std::string all;
  for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
  for (const char* charset : {"utf-8", "utf-16", "utf-32", "utf-7", "iso-2022-jp", "iso-2022-kr", "hz-gb-2312", "scsu",
                              "gb18030", "windows-1252", "imap-mailbox-name", "cesu-8", "ibm-1047"}) {
    CAPTURE(charset);
    CHECK(is_utf8(to_utf8(all + all, charset).value_or("")));
  }
  CHECK(is_utf8(guess_utf8(all)));
}

}  // namespace docket::mime
