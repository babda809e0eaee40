// Forms as browsers, mail providers and attackers send them.
#include "connectors/http/form.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace docket {
namespace {

/// "name=value|name=value (file photo.jpg, image/jpeg)", or the error.
std::string shown(const tl::expected<SentForm, std::string>& form) {
  if (!form) return "error: " + form.error();
  std::string out;
  for (const auto& field : form->fields) {
    out += (out.empty() ? "" : "|") + field.name + "=" + std::string(field.value);
    if (field.file_name) out += " (file " + *field.file_name + ", " + field.type + ")";
  }
  return out;
}

TEST_CASE("urlencoded") {
  struct Row {
    std::string name;
    std::string body, expected;
  };
  for (const Row& row : std::vector<Row>{
           {"plain", "a=1&b=2", "a=1|b=2"},
           {"blanks and codes", "a=Brant+St+%26+Caroline+%E2%80%94", "a=Brant St & Caroline \xe2\x80\x94"},
           {"codes in lower case", "%61=%2b", "a=+"},
           {"a name again", "a=1&a=2", "a=1|a=2"},
           {"no value", "a&b=&=c", "a=|b=|=c"},
           {"an equals sign in a value", "a=b=c", "a=b=c"},
           {"empty pairs", "&&a=1&&", "a=1"},
           {"nothing", "", ""},
           {"half a code", "a=%2", "error: a % is followed by no two hexadecimal digits"},
           {"no code", "a=100%&b=1", "error: a % is followed by no two hexadecimal digits"},
           {"no hexadecimal code", "a=%zz", "error: a % is followed by no two hexadecimal digits"},
           {"a long name", std::string(1025, 'n') + "=1", "error: a field's name is too long"},
       }) {
    CAPTURE(row.name);
    CHECK(shown(parse_urlencoded(row.body)) == row.expected);
  }
  std::string many;
  for (int i = 0; i < 1001; ++i) many += "a=1&";
  CHECK(shown(parse_urlencoded(many)) == "error: too many fields");
}

std::string part(const std::string& disposition, const std::string& value, const std::string& more = "") {
  return "--B\r\nContent-Disposition: " + disposition + "\r\n" + more + "\r\n" + value + "\r\n";
}

TEST_CASE("multipart") {
  const std::string end = "--B--\r\n";
  struct Row {
    std::string name;
    std::string body, expected;
  };
  for (const Row& row : std::vector<Row>{
           {"a field", part("form-data; name=\"a\"", "1") + end, "a=1"},
           {"an empty value", part("form-data; name=\"a\"", "") + part("form-data; name=\"b\"", "2") + end, "a=|b=2"},
           {"line ends in a value", part("form-data; name=a", "x\r\n\r\n--C\r\ny\r\n") + end,
            "a=x\r\n\r\n--C\r\ny\r\n"},
           {"a file",
            part("form-data; name=\"f\"; filename=\"photo.jpg\"", std::string("\0\xff\r", 3),
                 "Content-Type: image/jpeg\r\n") +
                end,
            std::string("f=\0\xff\r (file photo.jpg, image/jpeg)", 34)},
           {"no file chosen", part("form-data; name=\"f\"; filename=\"\"", "") + end, "f= (file , )"},
           {"a name in UTF-8", part("form-data; name=\"f\"; filename=\"\xc3\xa9t\xc3\xa9.png\"", "x") + end,
            "f=x (file \xc3\xa9t\xc3\xa9.png, )"},
           {"quotes as browsers write them", part("form-data; name=\"a%22b\"", "1") + end, "a\"b=1"},
           {"other case", "--B\r\ncontent-disposition: Form-Data; NAME=a\r\n\r\n1\r\n" + end, "a=1"},
           {"a preamble", "ignored\r\n" + part("form-data; name=a", "1") + end, "a=1"},
           {"what follows the end", part("form-data; name=a", "1") + end + "--B\r\nrubbish", "a=1"},
           {"blanks behind the delimiter", "--B  \r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n" + end, "a=1"},
           {"no end", part("form-data; name=a", "1"), "error: it breaks off within a part"},
           {"breaks off in a value", "--B\r\nContent-Disposition: form-data; name=a\r\n\r\n1",
            "error: it breaks off within a part"},
           {"breaks off in a header", "--B\r\nContent-Disp", "error: a part's header is too long or does not end"},
           {"no name", part("form-data", "1") + end, "error: a part has no name"},
           {"another disposition", part("attachment; name=a", "1") + end, "error: a part has no name"},
           {"two dispositions", part("form-data; name=a", "1", "Content-Disposition: form-data; name=b\r\n") + end,
            "error: a part has no name"},
           {"a line that is no field", part("form-data; name=a", "1", "rubbish\r\n") + end,
            "error: a part has no name"},
           {"a longer boundary", "--Bx\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n" + end,
            "error: a delimiter does not end its line"},
           {"nothing", "", "error: there is no part"},
           {"LF line ends", "--B\nContent-Disposition: form-data; name=a\n\n1\n--B--\n",
            "error: a delimiter does not end its line"},
           {"a long name", part("form-data; name=" + std::string(1025, 'n'), "1") + end,
            "error: a part's name is too long"},
           {"a long header", part("form-data; name=a", "1", "X: " + std::string(9000, 'x') + "\r\n") + end,
            "error: a part's header is too long or does not end"},
       }) {
    CAPTURE(row.name);
    CHECK(shown(parse_multipart(row.body, "B")) == row.expected);
  }
  std::string many;
  for (int i = 0; i < 1001; ++i) many += part("form-data; name=a", "1");
  CHECK(shown(parse_multipart(many + end, "B")) == "error: too many parts");
  CHECK(shown(parse_multipart("", "")) == "error: the boundary is missing or too long");
  CHECK(shown(parse_multipart("", std::string(71, 'b'))) == "error: the boundary is missing or too long");
}

TEST_CASE("a form is read by its Content-Type") {
  const std::string body = part("form-data; name=a", "1") + "--B--\r\n";
  CHECK(shown(parse_form(body, "Multipart/Form-Data; charset=utf-8; boundary=\"B\"")) == "a=1");
  CHECK(shown(parse_form("a=1", "application/x-www-form-urlencoded; charset=UTF-8")) == "a=1");
  CHECK(shown(parse_form("a=1", "application/json")) == "error: it is no form");
  CHECK(shown(parse_form("a=1", "")) == "error: it is no form");
}

TEST_CASE("values live as long as the form, wherever it is moved to") {
  auto form = parse_urlencoded("a=short&b=" + std::string(100, 'x'));
  REQUIRE(form);
  const SentForm moved = *std::move(form);
  CHECK(moved.value("a") == "short");
  CHECK(moved.value("b") == std::string(100, 'x'));
  CHECK(moved.find("c") == nullptr);
}

}  // namespace
}  // namespace docket
