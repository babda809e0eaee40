#include "connectors/mime/file_name.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "config/text.h"

namespace docket::mime {

TEST_CASE("an attachment's name can do no harm where it is shown or stored") {
  struct Case {
    std::string name;
    std::string text;
    std::string expected;  // "" for none
  };
  const std::vector<Case> cases{
      {"plain", "photo.jpg", "photo.jpg"},
      {"accents and blanks", " Réunion publique.pdf ", "Réunion publique.pdf"},
      {"directories", "../../etc/passwd", "passwd"},
      {"the other directories", R"(C:\temp\virus.exe)", "virus.exe"},
      {"only a directory", "/tmp/", ""},
      {"dots", "..", ""},
      {"controls", std::string("a\x01\n") + std::string(1, '\0') + "b", "ab"},
      {"turned direction", "photo\u202Egpj.exe", "photogpj.exe"},
      {"zero width", "a\u200Bb\uFEFF", "ab"},
      {"ill-formed", "a\xFF", "a\uFFFD"},
      {"nothing", "", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(safe_file_name(c.text).value_or("") == c.expected);
  }
}

TEST_CASE("a long name is cut between characters and keeps its extension") {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "é";
  const auto name = safe_file_name(text + ".jpeg");
  REQUIRE(name);
  CHECK(name->size() <= 255);
  CHECK(name->ends_with("é.jpeg"));
  CHECK(is_utf8(*name));
}

}  // namespace docket::mime
