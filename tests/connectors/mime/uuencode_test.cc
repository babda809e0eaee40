#include "connectors/mime/uuencode.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "connectors/mime/file_name.h"
#include "connectors/read.h"

namespace docket {
namespace {

const std::string kCat = "begin 644 cat.txt\n#0V%T\n`\nend\n";

/// "name=octets" of each file, then the text and what was noticed.
std::string described(std::string_view text, std::size_t most = 10) {
  const auto found = mime::take_uuencoded(text, most);
  std::string out;
  for (const auto& file : found.files) out += file.name + "=" + file.octets + "|";
  return out + found.text + (found.damaged ? "|damaged" : "") + (found.too_many ? "|too many" : "");
}

Letter read_text(const std::string& text, const ReadLimits& limits = {}) {
  Inbound inbound;
  inbound.octets = "From: ana@x.example\nSubject: Cat\n\n" + text;
  return read(inbound, {}, limits);
}

bool has_defect(const Letter& letter, const std::string& words) {
  return std::any_of(letter.defects.begin(), letter.defects.end(),
                     [&](const std::string& defect) { return defect.find(words) != std::string::npos; });
}

/// As POSIX has it, with "`" for zero.
std::string encoded(const std::string& octets, const std::string& name) {
  const auto letter = [](unsigned value) { return value == 0 ? '`' : static_cast<char>(' ' + value); };
  std::string out = "begin 644 " + name + "\n";
  for (std::size_t i = 0; i < octets.size(); i += 45) {
    auto line = octets.substr(i, 45);
    out += letter(static_cast<unsigned>(line.size()));
    line.resize((line.size() + 2) / 3 * 3);
    for (std::size_t j = 0; j < line.size(); j += 3) {
      const auto at = [&](std::size_t k) { return static_cast<unsigned>(static_cast<unsigned char>(line[j + k])); };
      const unsigned bits = at(0) << 16U | at(1) << 8U | at(2);
      for (const unsigned shift : {18U, 12U, 6U, 0U}) out += letter(bits >> shift & 0x3FU);
    }
    out += '\n';
  }
  return out + "`\nend\n";
}

TEST_SUITE_BEGIN("uuencode");

TEST_CASE("whole files are taken out of the text, damaged ones and sentences stay") {
  const struct {
    std::string name;
    std::string text;
    std::string described;
  } cases[] = {
      {"between two paragraphs", "See:\n\n" + kCat + "\nAna", "cat.txt=Cat|See:\n\n\nAna"},
      {"CRLF", "See:\r\nbegin 644 cat.txt\r\n#0V%T\r\n`\r\nend\r\nAna", "cat.txt=Cat|See:\r\nAna"},
      {"two", kCat + "and\n" + kCat, "cat.txt=Cat|cat.txt=Cat|and\n"},
      {"no line end after it", "begin 644 cat.txt\n#0V%T\n`\nend", "cat.txt=Cat|"},
      {"a name with blanks, four digits of mode", "begin 0644 my cat.txt\n#0V%T\n`\nend\n", "my cat.txt=Cat|"},
      {"a blank for zero", "begin 644 c\n#0V%T\n \nend\n", "c=Cat|"},
      {"blanks for zero that got lost", "begin 644 c\n#0V\n\nend\n", std::string("c=C`\0|", 6)},
      {"without the line for nothing", "begin 644 c\n#0V%T\nend\n", "c=Cat|"},
      {"a checksum behind the data", "begin 644 c\n#0V%TX\n`\nend\n", "c=Cat|"},
      {"nothing padded", "begin 644 c\n!0P\n`\nend\n", "c=C|"},
      {"empty", "begin 644 c\n`\nend\n", "c=|"},
      {"a sentence", "begin 644 repairs\nnow, please.\n", "begin 644 repairs\nnow, please.\n"},
      {"a sentence at the end", "We\nbegin 644 repairs", "We\nbegin 644 repairs"},
      {"no mode", "begin 9 cat.txt\n#0V%T\n`\nend\n", "begin 9 cat.txt\n#0V%T\n`\nend\n"},
      {"a foreign line in it", "begin 644 c\n#0V%T\nhello\n`\nend\n", "begin 644 c\n#0V%T\nhello\n`\nend\n|damaged"},
      {"a line too short", "begin 644 c\n#0V%T\n#``\n`\nend\n", "begin 644 c\n#0V%T\n#``\n`\nend\n|damaged"},
      {"a line too long", "begin 644 c\n#0V%T0V\n`\nend\n", "begin 644 c\n#0V%T0V\n`\nend\n"},
      {"cut off", "begin 644 c\n#0V%T\n", "begin 644 c\n#0V%T\n|damaged"},
      {"no end", "begin 644 c\n#0V%T\n`\nAna\n", "begin 644 c\n#0V%T\n`\nAna\n|damaged"},
      {"a damaged one before a whole one", "begin 644 c\n#0V%T\n" + kCat, "cat.txt=Cat|begin 644 c\n#0V%T\n|damaged"},
      {"not at the beginning of a line", "> " + kCat, "> " + kCat},
      {"empty text", "", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(described(c.text) == c.described);
  }
  CHECK(described(kCat + kCat + kCat, 2) == "cat.txt=Cat|cat.txt=Cat|" + kCat + "|too many");
}

TEST_CASE("every octet comes back") {
  std::string octets;
  for (int i = 0; i < 1000; ++i) octets += static_cast<char>(i * 7 % 256);
  for (const std::size_t size : {1U, 2U, 3U, 44U, 45U, 46U, 1000U}) {
    CAPTURE(size);
    const auto found = mime::take_uuencoded("a\n" + encoded(octets.substr(0, size), "x.bin") + "b\n", 1);
    REQUIRE(found.files.size() == 1);
    CHECK(found.files.front().octets == octets.substr(0, size));
    CHECK(found.text == "a\nb\n");
  }
}

TEST_CASE("a letter's uuencoded files are its attachments, with a type by their extension") {
  auto letter = read_text("See:\n\n" + encoded("\xFF\xD8\xFF", "/tmp/Hole.JPG") + "\nAna\n" + encoded("x", "x.zzz"));
  CHECK(letter.text == "See:\n\n\nAna");
  REQUIRE(letter.attachments.size() == 2);
  CHECK(letter.attachments[0].name == "Hole.JPG");
  CHECK(letter.attachments[0].type == "image/jpeg");
  CHECK(letter.attachments[0].content == "\xFF\xD8\xFF");
  CHECK(letter.attachments[1].type == "application/octet-stream");
  CHECK(letter.defects.empty());
  letter = read_text("See:\nbegin 644 c\n#0V%T\n");
  CHECK(letter.text == "See:\nbegin 644 c\n#0V%T");
  CHECK(letter.attachments.empty());
  CHECK(has_defect(letter, "a damaged uuencoded file stays in the text of part 1"));
}

TEST_CASE("how many files a letter may hold is bounded") {
  std::string many;
  for (int i = 0; i < 300; ++i) many += kCat;
  const auto letter = read_text(many);
  CHECK(letter.attachments.size() == 100);
  CHECK(has_defect(letter, "too many uuencoded files"));
  CHECK(letter.text.size() == 200 * kCat.size() - 1);
  ReadLimits few;
  few.parts = 3;
  CHECK(read_text(many, few).attachments.size() <= 3);
}

TEST_CASE("hostile texts cost linear time") {
  for (const std::string piece : {"begin 644 c\n", "begin 644 c\n#0V%T\n", "#0V%T\n", "begin 644 c\n`\n", "begin "}) {
    CAPTURE(piece);
    std::string text = "begin 644 c\n";
    while (text.size() < (std::size_t{1} << 20U)) text += piece;
    CHECK(mime::take_uuencoded(text, 100).text.size() <= text.size());
  }
}

TEST_CASE("types by extension") {
  CHECK(mime::type_by_extension("a.PDF") == "application/pdf");
  CHECK(mime::type_by_extension("a.b.jpeg") == "image/jpeg");
  CHECK(mime::type_by_extension("pdf") == "application/octet-stream");
  CHECK(mime::type_by_extension("a.") == "application/octet-stream");
  CHECK(mime::type_by_extension("") == "application/octet-stream");
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket
