#include "connectors/mime/words.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace docket::mime {

TEST_CASE("plain is what decoding leaves as it is") {
  for (const char* text : {"", "A street light", "a?b=c", "100% ~"}) {
    CHECK(is_plain(text));
    CHECK(decode_words(text) == text);
  }
  for (const char* text : {"=?utf-8?Q?a?=", "a\tb", "é", "\x7F", "\x1B$B"}) CHECK_FALSE(is_plain(text));
}

TEST_CASE("encoded words are read as mail programs write them") {
  struct Case {
    std::string name;
    std::string text;
    std::string expected;
  };
  const std::vector<Case> cases{
      {"plain text stays", "Pothole on Elm", "Pothole on Elm"},
      {"Q with underscores", "=?utf-8?Q?=C3=89t=C3=A9,_trottoir?=", "Été, trottoir"},
      {"B", "=?utf-8?B?w4l0w6k=?=", "Été"},
      {"B without its padding", "=?utf-8?B?w4l0w6k?=", "Été"},
      {"blanks between words vanish", "=?utf-8?Q?a?= \t =?utf-8?Q?b?=", "ab"},
      {"blanks beside plain text stay", "x =?utf-8?Q?a?= y", "x a y"},
      {"a character split over two words", "=?utf-8?Q?=C3?= =?utf-8?Q?=A9?=", "é"},
      {"words of two charsets", "=?iso-8859-1?Q?=E9?= =?utf-8?Q?=C3=A9?=", "éé"},
      {"with a language (RFC 2231)", "=?iso-8859-1*fr?Q?=E9t=E9?=", "été"},
      {"glued to other text", "Re:=?utf-8?Q?=C3=A9?=!", "Re:é!"},
      {"with blanks inside", "=?utf-8?Q?two words?=", "two words"},
      {"latin1 in name is windows-1252 in fact", "=?iso-8859-1?Q?it=92s?=", "it’s"},
      {"us-ascii that holds UTF-8", "=?us-ascii?Q?caf=C3=A9?=", "café"},
      {"unknown charset with ASCII", "=?x-nope?Q?hello?=", "hello"},
      {"a question mark inside", "=?utf-8?Q?Pourquoi_?_=C3=89t=C3=A9?=", "Pourquoi ? Été"},
      {"another word begins before the first ends", "=?utf-8?Q?x =?utf-8?Q?y?=", "=?utf-8?Q?x y"},
      {"unknown encoding stays", "=?utf-8?X?hello?=", "=?utf-8?X?hello?="},
      {"unfinished stays", "=?utf-8?Q?hello", "=?utf-8?Q?hello"},
      {"only its beginning", "=?", "=?"},
      {"an empty word", "a =?utf-8?Q?\?= b", "a  b"},
      {"iso-2022-jp", "=?iso-2022-jp?B?GyRCRjtPKRsoQg==?=", "道路"},
      {"raw UTF-8", "Été", "Été"},
      {"raw latin1", "\xC9t\xE9, trottoir", "Été, trottoir"},
      {"raw UTF-8 beside a word", "é =?utf-8?Q?=C3=A9?=", "é é"},
      {"control characters", std::string("a\x01\x07\x7F") + std::string(1, '\0') + "b\tc", "ab c"},
      {"a line end cannot be smuggled in", "=?utf-8?Q?a=0D=0ABcc:_x?=", "a  Bcc: x"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(decode_words(c.text) == c.expected);
  }
}

}  // namespace docket::mime
