#include "connectors/mime/parameters.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace docket::mime {

TEST_CASE("parameters are found however they were written") {
  struct Case {
    std::string name;
    std::string text;
    std::string value;
    std::string parameter;
    std::string expected;
  };
  const std::vector<Case> cases{
      {"plain", "text/plain; charset=utf-8", "text/plain", "charset", "utf-8"},
      {"capitals", "TEXT/Plain; CharSet=UTF-8", "text/plain", "charset", "UTF-8"},
      {"quoted", "a/b; name=\"x y.txt\"", "a/b", "name", "x y.txt"},
      {"semicolon in quotes", "a/b; name=\"x;y\"; z=1", "a/b", "name", "x;y"},
      {"escaped quote", R"(a/b; name="x \"y\" \\ z")", "a/b", "name", R"(x "y" \ z)"},
      {"a path keeps its backslashes", R"(a/b; name="C:\tmp\x.txt")", "a/b", "name", R"(C:\tmp\x.txt)"},
      {"quote never closed", "a/b; name=\"x y", "a/b", "name", "x y"},
      {"blanks without quotes", "attachment; filename=my photo (1).jpg", "attachment", "filename", "my photo (1).jpg"},
      {"comments", "multipart/mixed (one); (two) boundary (three)", "multipart/mixed", "boundary", ""},
      {"comment after the value", "multipart/mixed; boundary=abc (a (nested) comment)", "multipart/mixed", "boundary",
       "abc"},
      {"blanks around everything", "text / plain ; charset = utf-8 ", "text/plain", "charset", "utf-8"},
      {"semicolon forgotten", "text/plain charset=utf-8", "text/plain", "charset", "utf-8"},
      {"separator forgotten after quotes", "a/b; x=\"1\" y=\"2\"", "a/b", "y", "2"},
      {"value forgotten", "filename=\"A b.pdf\"; size=3", "", "filename", "A b.pdf"},
      {"empty parameters", "a/b;;; ;x=1;", "a/b", "x", "1"},
      {"the first of two counts", "a/b; x=1; x=2", "a/b", "x", "1"},
      {"no value at all", "", "", "x", ""},
      {"RFC 2231 charset", "a/b; name*=utf-8'fr'%C3%A9t%C3%A9.pdf", "a/b", "name", "été.pdf"},
      {"RFC 2231 latin1", "a/b; name*=iso-8859-1''%E9t%E9", "a/b", "name", "été"},
      {"RFC 2231 pieces out of order", "a/b; name*1=b; name*0=a; name*2=c", "a/b", "name", "abc"},
      {"RFC 2231 pieces encoded and not", "a/b; name*0*=utf-8''%C3; name*1*=%A9; name*2=%20x", "a/b", "name", "é%20x"},
      {"encoded is better than plain", "a/b; name=ete; name*=utf-8''%C3%A9t%C3%A9", "a/b", "name", "été"},
      {"encoded words in quotes", "a/b; name=\"=?utf-8?Q?=C3=A9t=C3=A9?=\"", "a/b", "name", "été"},
      {"raw UTF-8", "a/b; name=\"été\"", "a/b", "name", "été"},
      {"raw latin1", "a/b; name=\"\xE9t\xE9\"", "a/b", "name", "été"},
      {"broken percent codes stay", "a/b; name*=utf-8''%zz%4", "a/b", "name", "%zz%4"},
      {"unknown charset", "a/b; name*=x-nope''abc", "a/b", "name", "abc"},
      {"a number beyond all bounds", "a/b; name*99999999999999999999=x; name=y", "a/b", "name", "y"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const auto parsed = parse_parametrised(c.text);
    CHECK(parsed.value == c.value);
    CHECK(parsed.parameter(c.parameter) == c.expected);
  }
}

}  // namespace docket::mime
