#include "daemon/matters/sketch.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>

#include "rules/fold.h"
#include "tests/daemon/matters/forms.h"

namespace docket::matters_test {
namespace {

TEST_SUITE_BEGIN("matters");

constexpr const char* kLetter =
    "Please do not close the library on Queen Street. Our children read there every day after school, and the old "
    "people of the neighbourhood meet there.";

Shingles of(const std::string& text) { return docket::sketch_of(word_form(text)); }

bool share_a_band(const Shingles& a, const Shingles& b) {
  const auto of_a = bands_of(a);
  const auto of_b = bands_of(b);
  return std::mismatch(of_a.begin(), of_a.end(), of_b.begin(), [](std::int64_t one, std::int64_t other) {
           return one != other;
         }).first != of_a.end();
}

TEST_CASE("case, accents, punctuation, line breaks and numbers of the sender's own change no sketch") {
  const auto plain = of(kLetter);
  CHECK(plain.size() == 24);
  std::string shouted = kLetter;
  std::transform(shouted.begin(), shouted.end(), shouted.begin(), [](char c) { return c == ' ' ? '\n' : c; });
  CHECK(of(shouted) == plain);
  CHECK(of("PLEASE, do not close the library — on Queen Street!!! Our children read there every day after school; and "
           "the old people of the neighbourhood meet there (K1A 0B1, 613-555-0123).") != Shingles{});
  CHECK(of(std::string("12 ") + kLetter + " 613-555-0123, 2026-11-23") == plain);
  CHECK(
      of("Ne fermez pas la bibliothèque de la rue Élisabeth, où nos enfants lisent chaque jour après l'école et où les "
         "aînés du quartier se retrouvent.") ==
      of("NE FERMEZ PAS LA BIBLIOTHEQUE DE LA RUE ELISABETH OU NOS ENFANTS LISENT CHAQUE JOUR APRES L’ECOLE ET OU LES "
         "AINES DU QUARTIER SE RETROUVENT"));
}

TEST_CASE("what many people write by themselves has no sketch") {
  CHECK(of("Please save the pool").empty());
  CHECK(of("Please save our pool. Keep it open for the children of the town, every summer!").empty());
  std::string repeated;
  for (int i = 0; i < 100; ++i) repeated += "save the pool ";
  CHECK(of(repeated).empty());
  CHECK(of("").empty());
  CHECK(of(std::string(100000, 'x')).empty());
}

/// Numbers computed from the description by another program in another language.
TEST_CASE("a sketch in the book means the same in every version") {
  const auto sketch = of(kLetter);
  CHECK(sketch.front() == 16865376);
  CHECK(sketch.back() == 3995824508);
  CHECK(bands_of(sketch).front() == 8981151268722835180);
  CHECK(shingles_of(octets_of(sketch)) == sketch);
  CHECK(octets_of({1, 0x01020304}) == std::string("\1\0\0\0\4\3\2\1", 8));
}

TEST_CASE("a long text keeps a fair sample, and says how far it is known") {
  Writer writer(1);
  const auto words = writer.words(5000);
  const auto sketch = sketch_of(words);
  CHECK(sketch.size() == kMostShingles);
  CHECK(known_up_to(sketch) == sketch.back());
  CHECK(std::is_sorted(sketch.begin(), sketch.end()));
  CHECK(known_up_to(of(kLetter)) == std::numeric_limits<std::uint32_t>::max());
}

TEST_CASE("letters of one form find each other by a band, strangers do not") {
  Writer writer(2);
  const auto form = writer.words(180);
  const auto one = sketch_of(writer.edited(form, 0.8));
  int found = 0;
  int strangers = 0;
  for (int i = 0; i < 300; ++i) {
    found += share_a_band(one, sketch_of(writer.edited(form, 0.8))) ? 1 : 0;
    strangers += share_a_band(one, sketch_of(writer.words(180))) ? 1 : 0;
  }
  MESSAGE("of 300 letters of one form ", found, " share a band with one of them; of 300 strangers ", strangers);
  CHECK(found >= 295);
  CHECK(strangers <= 3);
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::matters_test
