// Percent decoding and query strings.
#include "connectors/http/target.h"

#include <doctest/doctest.h>

namespace docket::http {

TEST_CASE("target: percent decoding leaves alone what is not an escape") {
  struct Row {
    const char* text;
    std::string want;
  };
  const Row rows[] = {
      {"/a%20b", "/a b"}, {"/caf%C3%A9", "/café"}, {"%2e%2E/", "../"},   {"%00", {"\0", 1}}, {"%", "%"}, {"%4", "%4"},
      {"%zz", "%zz"},     {"%4z%41", "%4zA"},      {"%25%34%31", "%41"}, {"a+b", "a+b"},     {"", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(percent_decoded(row.text, false) == row.want);
  }
  CHECK(percent_decoded("a+b%2B", true) == "a b+");
}

TEST_CASE("target: path and query; of a name that comes twice the first") {
  const auto target = target_of("/cases/EX%202026?to=a%40b.example&empty&x=1&x=2&&a+b=c%26d=e&=no+name");
  CHECK(target.path == "/cases/EX 2026");
  const std::map<std::string, std::string> want{
      {"to", "a@b.example"}, {"empty", ""}, {"x", "1"}, {"a b", "c&d=e"}, {"", "no name"}};
  CHECK(target.query == want);
  CHECK(target_of("/a?").query.empty());
  CHECK(target_of("/a?b?c=d").query.at("b?c") == "d");
  CHECK(target_of("/a%3Fb=c").path == "/a?b=c");
}

}  // namespace docket::http
