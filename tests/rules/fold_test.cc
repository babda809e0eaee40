// Spellings that a resident and a clerk may use for the same words must fold alike; others must stay apart.
#include "rules/fold.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace docket {
namespace {

struct Folding {
  const char* name;
  std::string text;
  std::string folded;
  std::string words;
};

const std::vector<Folding>& foldings() {
  static const std::vector<Folding> rows = {
      {"capitals and accents", "L’ÉCOLE", "l'ecole", "l ecole"},
      {"ligature", "ﬁchier", "fichier", "fichier"},
      {"full width", "ＷＡＲＤ２", "ward2", "ward2"},
      {"sharp s", "STRASSE Straße", "strasse strasse", "strasse strasse"},
      {"oe and ae", "Cœur Æther", "coeur aether", "coeur aether"},
      {"decomposed", "e\xCC\x81t\x65\xCC\x81", "ete", "ete"},
      {"composed", "été", "ete", "ete"},
      {"curly quotes", "“l’eau” ‘x’", "\"l'eau\" 'x'", "l eau x"},
      {"guillemets", "«\u00A0Trou\u00A0»", "\" trou \"", "trou"},
      {"acute as apostrophe", "l\u00B4eau", "l'eau", "l eau"},
      {"non-breaking hyphen", "Nid\u2011de\u2011Poule", "nid-de-poule", "nid de poule"},
      {"en dash, em dash, minus", "a–b—c\u2212d", "a-b-c-d", "a b c d"},
      {"white space", "a \t\r\n\u00A0\u2003 b\u3000c", "a b c", "a b c"},
      {"soft hyphen and zero width", "trot\u00ADtoir\u200Bs\uFEFF", "trottoirs", "trottoirs"},
      {"ellipsis", "Bonjour…", "bonjour...", "bonjour"},
      {"degree and numero", "n° 5", "n\xC2\xB0 5", "n 5"},
      {"underscore joins", "road_id-7", "road_id-7", "road_id 7"},
      {"kelvin sign", "\u212Aelvin", "kelvin", "kelvin"},
      {"dotted capital i", "\u0130stanbul", "istanbul", "istanbul"},
      {"dotless i stays", "ı", "ı", "ı"},
      {"final sigma", "ΟΔΟΣ οδος", "οδοσ οδοσ", "οδοσ οδοσ"},
      {"cyrillic", "Ёлка", "елка", "елка"},
      {"hindi marks stay", "हिन्दी", "हिन्दी", "हिन्दी"},
      {"inuktitut", "ᐃᓄᒃᑎᑐᑦ", "ᐃᓄᒃᑎᑐᑦ", "ᐃᓄᒃᑎᑐᑦ"},
      {"empty", "", "", ""},
      {"only punctuation", "…—!", "...-!", ""},
      {"ill-formed octets", "a\xFF\xC3", "a\uFFFD\uFFFD", "a"},
      {"emoji", "Trou 🕳️!", "trou 🕳!", "trou"},
  };
  return rows;
}

TEST_CASE("folding: spellings of the same words") {
  for (const auto& row : foldings()) {
    CAPTURE(row.name);
    CHECK(fold(row.text) == row.folded);
    CHECK(word_form(row.text) == row.words);
  }
}

TEST_CASE("folding twice changes nothing") {
  for (const auto& row : foldings()) CHECK(fold(fold(row.text)) == fold(row.text));
  for (char32_t point = 1; point < 0x30000; ++point) {
    if (point >= 0xD800 && point < 0xE000) continue;
    std::string text;
    if (point < 0x80) {
      text += static_cast<char>(point);
    } else if (point < 0x800) {
      text += static_cast<char>(0xC0U | point >> 6U);
      text += static_cast<char>(0x80U | (point & 0x3FU));
    } else if (point < 0x10000) {
      text += static_cast<char>(0xE0U | point >> 12U);
      text += static_cast<char>(0x80U | (point >> 6U & 0x3FU));
      text += static_cast<char>(0x80U | (point & 0x3FU));
    } else {
      text += static_cast<char>(0xF0U | point >> 18U);
      text += static_cast<char>(0x80U | (point >> 12U & 0x3FU));
      text += static_cast<char>(0x80U | (point >> 6U & 0x3FU));
      text += static_cast<char>(0x80U | (point & 0x3FU));
    }
    const auto once = fold(text);
    if (fold(once) != once) FAIL("U+" << static_cast<unsigned>(point) << ": " << once << " then " << fold(once));
  }
}

TEST_CASE("marks in another order are the same text") {
  // Hindi: nukta (class 7) and virama (class 9); Hebrew: dagesh (21) and patah (17).
  CHECK(fold("\u0915\u094D\u093C") == fold("\u0915\u093C\u094D"));
  CHECK(fold("\u05D1\u05BC\u05B7") == fold("\u05D1\u05B7\u05BC"));
}

TEST_CASE("the exact form keeps case, accents and quotes, and joins Unicode forms and line breaks") {
  CHECK(exact_form("L’É\ncole") == "L’É cole");
  CHECK(exact_form("e\xCC\x81") == "é");
  CHECK(exact_form("Ward  2") == "Ward 2");
  CHECK(exact_form("ward 2") != exact_form("Ward 2"));
}

TEST_CASE("a stretch of folded text is found again in what was written") {
  const std::string text = "Trou: «\u00A0Nids\u2011de\u2011poule\u00A0» sur l’Œuvre";
  const auto folded = fold(text);
  const auto at = folded.find("nids-de-poule");
  REQUIRE(at != std::string::npos);
  CHECK(source_of_folded(text, at, at + 13) == "Nids\u2011de\u2011poule");
  const auto words = words_of_folded(folded);
  const auto word = words.find("nids de poule");
  REQUIRE(word != std::string::npos);
  const auto [from, to] = folded_of_words(folded, word, word + 13);
  CHECK(folded.substr(from, to - from) == "nids-de-poule");
  CHECK(source_of_folded(text, from, to) == "Nids\u2011de\u2011poule");
  const auto last = words.find("oeuvre");
  const auto [a, b] = folded_of_words(folded, last, last + 6);
  CHECK(source_of_folded(text, a, b) == "Œuvre");
}

}  // namespace
}  // namespace docket
