#include "connectors/mime/tree.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "connectors/mime/fields.h"

namespace docket::mime {
namespace {

/// "number:type" of every entity, and the body of leaves.
std::string described(std::string_view text, const ReadLimits& limits = {}) {
  Defects defects;
  std::string result;
  for (const auto& entity : parse_tree(text, limits, defects)) {
    result += (entity.number.empty() ? "0" : entity.number) + ":" + entity.content_type.value;
    if (!entity.multipart) result += "[" + std::string(entity.body) + "]";
    result += " ";
  }
  for (const auto& defect : defects.list()) result += "!" + defect + " ";
  return result;
}

std::string nested(int levels) {
  std::string text;
  for (int i = 0; i < levels; ++i) {
    const auto boundary = "b" + std::to_string(i);
    text += "Content-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary + "\n";
  }
  return text + "\ninmost\n";
}

}  // namespace

TEST_CASE("a tree has the parts its writer meant") {
  CHECK(described("Subject: x\n\nbody\n") == "0:text/plain[body\n] ");
  CHECK(described("Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--b\nContent-Type: a/b\n\ntwo\n--b--\n") ==
        "0:multipart/mixed 1:text/plain[one] 2:a/b[two] ");
  CHECK(described("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\none\r\n\r\n--b--") ==
        "0:multipart/mixed 1:text/plain[one\r\n] ");
}

TEST_CASE("an inner multipart that is never closed takes nothing from the outer one") {
  CHECK(described("Content-Type: multipart/mixed; boundary=o\n\n"
                  "--o\nContent-Type: multipart/related; boundary=i\n\n"
                  "--i\nContent-Type: multipart/alternative; boundary=j\n\n--j\n\ntext\n"
                  "--o\nContent-Type: a/b\n\nlater\n--o--\n") ==
        "0:multipart/mixed 1:multipart/related 1.1:multipart/alternative 1.1.1:text/plain[text] 2:a/b[later] ");
}

TEST_CASE("a boundary counts only as a whole line") {
  CHECK(described(
            "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nx --b\n--bb\n--b-\n--b--x\n--b \t\n\ntwo\n--b--") ==
        "0:multipart/mixed 1:text/plain[x --b\n--bb\n--b-\n--b--x] 2:text/plain[two] ");
}

TEST_CASE("a boundary of the outer multipart that ends with the inner one's is told apart") {
  CHECK(described("Content-Type: multipart/mixed; boundary=b--\n\n--b--\nContent-Type: multipart/mixed; boundary=b\n\n"
                  "--b\n\none\n--b----\n") == "0:multipart/mixed 1:multipart/mixed 1.1:text/plain[one] ");
}

TEST_CASE("message/rfc822 is a leaf, however deep") {
  CHECK(described("Content-Type: message/rfc822\n\nContent-Type: message/rfc822\n\nSubject: x\n\ny\n") ==
        "0:message/rfc822[Content-Type: message/rfc822\n\nSubject: x\n\ny\n] ");
}

TEST_CASE("parts without an empty line after their header end at the boundary") {
  CHECK(described("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: a/b\n--b\n--b\n\nlast\n--b--\n") ==
        "0:multipart/mixed 1:a/b[] 2:text/plain[last] ");
}

TEST_CASE("depth and parts are bounded, and what lies beyond is told") {
  ReadLimits shallow;
  shallow.depth = 3;
  CHECK(described(nested(4), shallow).find("!nested deeper than 3 parts") != std::string::npos);
  ReadLimits limits;
  limits.parts = 2;
  CHECK(described("Content-Type: multipart/mixed; boundary=b\n\n--b\n\n1\n--b\n\n2\n--b\n\n3\n--b--\n", limits) ==
        "0:multipart/mixed 1:text/plain[1] 2:text/plain[2] !more than 2 parts, the rest was not read ");
  CHECK(described(nested(100000)).find("!nested deeper than 100 parts") != std::string::npos);
}

TEST_CASE("the smallest letters are letters") {
  CHECK(described("") == "0:text/plain[] ");
  CHECK(described("\n") == "0:text/plain[] ");
  CHECK(described("x") == "0:text/plain[x] ");
  CHECK(described(":") == "0:text/plain[:] ");
  CHECK(described("a:") == "0:text/plain[] ");
  CHECK(described("\n\n") == "0:text/plain[\n] ");
  CHECK(described("Content-Type: multipart/mixed; boundary=b") == "0:multipart/mixed ");
  CHECK(described("Content-Type: multipart/mixed; boundary=b\n\n--b") == "0:multipart/mixed ");
  CHECK(described("Content-Type: multipart/mixed; boundary=b\n\n--b\n") == "0:multipart/mixed ");
}

TEST_CASE("unfold: the line ends of folding and NULs go, nothing beside them") {
  using namespace std::string_view_literals;
  CHECK(unfold(" a\r\n b\n\tc\rd\0\r\n e\r\0f \r"sv) == "a b\tc\rd e\rf");
  CHECK(unfold(" \r\n "sv).empty());
}

}  // namespace docket::mime
