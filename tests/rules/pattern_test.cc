// Patterns: what folding changes in their source, what repeats cost; which value implies which.
#include "rules/pattern.h"

#include <doctest/doctest.h>

#include <random>

#include "rules/condition.h"
#include "world.h"

namespace docket {
namespace {

TEST_CASE("folding a pattern touches accented letters only, outside classes and quotes") {
  CHECK(fold_pattern("École") == "ecole");
  CHECK(fold_pattern("é+") == "e+");
  CHECK(fold_pattern("œ+") == "(?:oe)+");
  CHECK(fold_pattern("l’eau") == "l\\'eau");
  CHECK(fold_pattern("…") == "(?:\\.\\.\\.)");
  CHECK(fold_pattern("\\D\\S\\W\\B") == "\\D\\S\\W\\B");
  CHECK(fold_pattern("[ÉÈ]é[^]é]é") == "[ÉÈ]e[^]é]e");
  CHECK(fold_pattern("[[:alpha:]é]é") == "[[:alpha:]é]e");
  CHECK(fold_pattern("\\Qé.\\Eé") == "\\Qé.\\Ee");
  CHECK(fold_pattern("\\p{Greek}\\x{e9}é") == "\\p{Greek}\\x{e9}e");
  CHECK(fold_pattern("A-Z") == "A-Z");
  CHECK(fold_pattern("[") == "[");
  CHECK(fold_pattern("\\") == "\\");
  CHECK(fold_pattern("[é") == "[é");
}

TEST_CASE("counted repeats multiply when nested") {
  CHECK(counted_repeat("abc") == 1);
  CHECK(counted_repeat("a{3}b{5}") == 5);
  CHECK(counted_repeat("a{2,7}") == 7);
  CHECK(counted_repeat("(a{10}){10}") == 100);
  CHECK(counted_repeat("((a{10}){10}){10}") > 200);
  CHECK(counted_repeat("(a{10}|b{3}){5}") == 50);
  CHECK(counted_repeat("a{99999999999999999999}") > 200);
  CHECK(counted_repeat("[{9}]a") == 1);
  CHECK(counted_repeat("\\{9}") == 1);
  CHECK(counted_repeat("a{x}") == 1);
}

TEST_CASE("a '{' that begins no count is found") {
  for (const char* lone : {"\\d{3", "a{b}c", "x{2,3", "a{,3}", "{", "a{3}{4", "\\d{3-\\d{2}"})
    CHECK_MESSAGE(has_lone_brace(lone), lone);
  for (const char* fine : {"", "\\d{3}", "a{2,}", "a{2,3}b{4}", "[{]", "\\{a", "\\p{Greek}", "\\Q{x\\E"}) {
    CHECK_MESSAGE(!has_lone_brace(fine), fine);
  }
  CHECK(counted_repeat(")") == 1);
}

TEST_CASE("hostile patterns are refused or harmless") {
  const std::string deep(500, '(');
  CHECK_FALSE(Pattern::compile(deep, false).has_value());
  CHECK_FALSE(Pattern::compile(std::string(5000, 'a'), false).has_value());
  const auto pattern = Pattern::compile("(a+)+b", false);
  REQUIRE(pattern.has_value());
  CHECK_FALSE((*pattern)->find(std::string(100000, 'a')).has_value());
}

const std::vector<std::string>& texts() {
  static const std::vector<std::string> some = {"road",       "a road",      "road a",  "roads",           "a",
                                                "noise road", "rd 12",       "road-12", "the road is bad", "12",
                                                "l'école",    "ecole fermee"};
  return some;
}

/// The value as the row reads it; nothing when it refuses.
std::optional<Value> value_of(const Row& row, const std::string& written) {
  Value value;
  value.written = written;
  if (row.parse(written, false, value)) return std::nullopt;
  return value;
}

bool matches(const Row& row, const Value& value, const Letter& letter) {
  Condition condition;
  condition.row = &row;
  condition.groups.push_back({"", std::make_shared<const std::vector<Value>>(1, value)});
  const LetterView view(letter, testing::town(), testing::calendar(), "email");
  return row.test(condition, view).matched;
}

TEST_CASE("what a value implies is never wrong, over all pairs of text operators") {
  const std::vector<const char*> operators = {"is", "contains", "word", "starts", "ends", "like", "regex"};
  const std::vector<std::string> written = {"road", "a", "road*", "a road", "rd ##", "bad", "école", "o", "12"};
  int implied = 0;
  for (const auto* op_a : operators) {
    for (const auto* op_b : operators) {
      const auto* row_a = find_row(Field::subject, op_a);
      const auto* row_b = find_row(Field::subject, op_b);
      for (const auto& a : written) {
        for (const auto& b : written) {
          const auto value_a = value_of(*row_a, a);
          const auto value_b = value_of(*row_b, b);
          if (!value_a || !value_b || !row_b->implied_by(row_a->op, *value_a, *value_b)) continue;
          ++implied;
          for (const auto& text : texts()) {
            Letter letter;
            letter.subject = text;
            if (!matches(*row_a, *value_a, letter)) continue;
            CHECK_MESSAGE(matches(*row_b, *value_b, letter),
                          op_a << " " << a << " / " << op_b << " " << b << ": " << text);
          }
        }
      }
    }
  }
  CHECK(implied > 60);
}

TEST_CASE("what implies what, beyond the same value") {
  const auto implies = [](Field field, const char* op_a, const char* a, const char* op_b, const char* b) {
    const auto* row_a = find_row(field, op_a);
    const auto* row_b = find_row(field, op_b);
    return row_b->implied_by(row_a->op, *value_of(*row_a, a), *value_of(*row_b, b));
  };
  CHECK(implies(Field::subject, "word", "big road works", "word", "road"));
  CHECK(implies(Field::subject, "word", "roads", "word", "road*"));
  CHECK_FALSE(implies(Field::subject, "word", "road*", "word", "roads"));
  CHECK_FALSE(implies(Field::subject, "word", "road", "word", "big road"));
  CHECK(implies(Field::subject, "is", "a big road", "word", "big"));
  CHECK(implies(Field::subject, "is", "a big road", "regex", "b.g"));
  CHECK_FALSE(implies(Field::subject, "contains", "road", "word", "road"));
  CHECK(implies(Field::from, "is", "a@x.example", "ends", "@x.example"));
  CHECK_FALSE(implies(Field::from, "ends", "x.example", "ends", "@x.example"));
  CHECK(implies(Field::size, "over", "10 MiB", "over", "1 MiB"));
  CHECK_FALSE(implies(Field::size, "over", "1 MiB", "over", "10 MiB"));
  CHECK(implies(Field::size, "under", "1 MiB", "under", "10 MiB"));
  CHECK(implies(Field::subject, "word", "road", "exists", "true"));
  CHECK_FALSE(implies(Field::subject, "word", "road", "exists", "false"));
  CHECK(implies(Field::spam, "is", "true", "is", "true"));
  CHECK_FALSE(implies(Field::time, "inside", "hours", "outside", "hours"));
  CHECK(implies(Field::phone, "is", "+1 613 555 0142", "starts", "+1-613"));
  CHECK_FALSE(implies(Field::phone, "starts", "+1 613", "is", "+1 613 555 0142"));
  CHECK(implies(Field::location, "near", "45.4, -75.7, 1 km", "near", "45.4, -75.7, 1000 m"));
  CHECK(implies(Field::location, "near", "45.4, -75.7, 1 km", "near", "45.41, -75.7, 2.2 km"));
  CHECK_FALSE(implies(Field::location, "near", "45.4, -75.7, 1 km", "near", "45.41, -75.7, 2.1 km"));
  CHECK(implies(Field::location, "near", "45.4, -75.7, 1 km", "exists", "true"));
  CHECK_FALSE(implies(Field::location, "is", "12 Main Street", "near", "45.4, -75.7, 1 km"));
}

}  // namespace
}  // namespace docket
