#include "daemon/matters/topics.h"

#include <doctest/doctest.h>

#include "rules/fold.h"

namespace docket::matters_test {
namespace {

TEST_SUITE_BEGIN("matters");

using Names = std::vector<std::string>;

Told told(const std::string& person, const std::string& text) { return {content_words(word_form(text)), person}; }

double all_rare(const std::string&) { return 1; }

TEST_CASE("words that say something, in both languages, without the plural") {
  CHECK(content_words(word_form("Dear Mayor, the potholes on our street are very deep! 613-555-0123")) ==
        Names{"deep", "pothole", "street"});
  CHECK(content_words(word_form("Bonjour, les nids-de-poule sont très profonds. Merci!")) ==
        Names{"nid", "poule", "profond"});
  CHECK(content_words("").empty());
}

TEST_CASE("three people who tell the same trouble in other words are a topic") {
  const std::vector<Told> all{
      told("a", "There is a huge pothole, my tire burst in the hole."),
      told("b", "The pothole is a deep hole now, mind your tire."),
      told("c", "Pothole again! Deep hole, flat tire."),
      told("d", "A deep hole broke my tire."),  // another word for it
      told("e", "The lamp has been out for days."),
      told("f", "Snow was left on the sidewalk."),
  };
  const auto topics = topics_of(all, all_rare);
  REQUIRE(topics.size() == 1);
  CHECK(topics[0].told == std::vector<std::size_t>{0, 1, 2, 3});
  CHECK(topics[0].words.size() <= 5);
}

TEST_CASE("two troubles of one place are two topics") {
  const std::vector<Told> all{told("a", "pothole tire"), told("b", "pothole tire"), told("c", "pothole wheel"),
                              told("d", "lamp dark"),    told("e", "lamp dark"),    told("f", "lamp flickers")};
  const auto topics = topics_of(all, all_rare);
  REQUIRE(topics.size() == 2);
  CHECK(topics[0].words.front() == "lamp");
  CHECK(topics[0].told == std::vector<std::size_t>{3, 4, 5});
  CHECK(topics[1].words.front() == "pothole");
  CHECK(topics[1].told == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("one person who writes three times, or words that stand in every letter, are no topic") {
  const std::vector<Told> one_person{told("a", "pothole"), told("a", "pothole"), told("b", "pothole"),
                                     told("", "pothole")};
  CHECK(topics_of(one_person, all_rare).empty());
  const std::vector<Told> all{told("a", "pothole sidewalk"), told("b", "lamp sidewalk"), told("c", "snow sidewalk")};
  CHECK(topics_of(all, [](const std::string& word) { return word == "sidewalk" ? 0.0 : 1.0; }).empty());
  CHECK(topics_of({}, all_rare).empty());
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::matters_test
