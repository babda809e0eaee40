#include "daemon/matters/core.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/daemon/matters/forms.h"

namespace docket::matters_test {
namespace {

TEST_SUITE_BEGIN("matters");

/// As share_in counts, without its judgement.
double share_of(const Core& core, const Shingles& letter) {
  Shingles both;
  std::set_intersection(core.shingles.begin(), core.shingles.end(), letter.begin(), letter.end(),
                        std::back_inserter(both));
  return static_cast<double>(both.size()) / static_cast<double>(letter.size());
}

TEST_CASE(
    "letters that keep four fifths of a form and letters that keep half of it lie on either side of the threshold") {
  for (const std::size_t length : {60U, 150U, 400U}) {
    CAPTURE(length);
    Writer writer(static_cast<std::uint32_t>(length));
    const auto form = writer.words(length);
    std::vector<Shingles> letters;
    for (int i = 0; i < 200; ++i) letters.push_back(sketch_of(writer.edited(form, 0.8)));
    for (const std::size_t known : {10U, 64U}) {
      CAPTURE(known);
      const auto core = core_of(std::span(letters).first(known));
      double least = 1;
      double most_of_half = 0;
      std::size_t members = 0;
      for (const auto& letter : letters) {
        if (share_in(core, letter)) ++members;
        least = std::min(least, share_of(core, letter));
      }
      std::size_t false_members = 0;
      for (int i = 0; i < 200; ++i) {
        const auto half = sketch_of(writer.half(form));
        if (share_in(core, half)) ++false_members;
        most_of_half = std::max(most_of_half, share_of(core, half));
      }
      MESSAGE("form of ", length, " words, core of ", known, " letters: least share of a form letter ", least,
              ", greatest of one that keeps half ", most_of_half);
      CHECK(members == letters.size());
      CHECK(false_members == 0);
    }
  }
}

TEST_CASE("who cites a sentence of the form, or writes as much again, is no part of the campaign") {
  Writer writer(7);
  const auto form = writer.words(200);
  const Core core = core_of(std::vector<Shingles>(10, sketch_of(form)));
  const Words citation(form.begin(), form.begin() + 40);
  CHECK_FALSE(share_in(core, sketch_of(citation)));
  Words long_letter = form;
  const auto own = writer.words(200);
  long_letter.insert(long_letter.end(), own.begin(), own.end());
  CHECK_FALSE(share_in(core, sketch_of(long_letter)));
  const Words first_half(form.begin(), form.begin() + 100);
  CHECK(share_in(core, sketch_of(first_half)));
  CHECK(share_in(core, sketch_of(form)) == 1.0);
}

TEST_CASE("texts longer than a sketch are judged by the part that is known of both") {
  Writer writer(8);
  const auto form = writer.words(2000);
  std::vector<Shingles> letters;
  for (int i = 0; i < 20; ++i) letters.push_back(sketch_of(writer.edited(form, 0.8)));
  const auto core = core_of(letters);
  for (int i = 0; i < 50; ++i) {
    CHECK(share_in(core, sketch_of(writer.edited(form, 0.8))));
    CHECK_FALSE(share_in(core, sketch_of(writer.half(form))));
  }
  CHECK(are_alike(letters[0], letters[1]));
  CHECK_FALSE(are_alike(letters[0], sketch_of(writer.words(2000))));
}

TEST_CASE("no letters, no core, no member") {
  const Core core = core_of({});
  CHECK(core.shingles.empty());
  Writer writer(9);
  CHECK_FALSE(share_in(core, sketch_of(writer.words(100))));
  CHECK_FALSE(share_in(core, {}));
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::matters_test
