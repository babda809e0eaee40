// Under no rule set without `restrict` does an office whose address was written to go without the letter.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <random>

#include "world.h"

namespace docket {
namespace {

/// Rule sets and letters out of a seed; the same seed gives the same.
class Inventor {
 public:
  explicit Inventor(unsigned seed) : random_(seed) {}

  std::string rules(bool restrict) {
    std::string yaml = "rules:\n";
    const int count = number(1, 8);
    for (int i = 0; i < count; ++i) {
      yaml += fmt::format("  - {{rule: R{}, precedence: {}, when: {}, then: {{{}}}}}\n", i, number(-3, 3), when(2),
                          then(restrict && number(0, 3) == 0));
    }
    return yaml;
  }

  std::string letter() {
    std::string to;
    const int count = number(0, 4);
    for (int i = 0; i < count; ++i) to += (to.empty() ? "" : ", ") + address();
    return fmt::format("{{{}subject: {}, text: {} {}, spam: {}, from: {}@x.example}}",
                       to.empty() ? "" : fmt::format("{}: [{}], ", number(0, 1) == 0 ? "to" : "cc", to), word(), word(),
                       word(), number(0, 5) == 0, word());
  }

 private:
  int number(int from, int to) { return std::uniform_int_distribution<int>(from, to)(random_); }
  std::string word() { return pick({"road", "tree", "noise", "tax", "gas"}); }
  std::string office() { return pick({"ward-1", "ward-2", "mayor", "roads", "parks", "bylaw", "front-desk"}); }
  std::string address() {
    return pick({"ward1@town.example", "ward2@town.example", "mayor@town.example", "roads@town.example",
                 "clerk@town.example", "stranger@else.example"});
  }
  std::string pick(const std::vector<std::string>& from) {
    return from[static_cast<std::size_t>(number(0, static_cast<int>(from.size()) - 1))];
  }

  std::string when(int depth) {
    switch (number(0, depth > 0 ? 5 : 3)) {
      case 0:
        return fmt::format("{{subject: {{word: {}}}}}", word());
      case 1:
        return fmt::format("{{text: {{contains: {}}}}}", word());
      case 2:
        return fmt::format("{{recipient: {{is: {}}}}}", address());
      case 3:
        return "{spam: true}";
      case 4:
        return fmt::format("{{any: [{}, {}]}}", when(depth - 1), when(depth - 1));
      default:
        return fmt::format("{{none: [{}], text: {{word: {}}}}}", when(depth - 1), word());
    }
  }

  std::string then(bool restrict) {
    std::string yaml = pick({"label: x", "copy: " + office(), "assign: " + office(), "assign: " + office(),
                             "review: why", "urgent_notice: danger", "acknowledge: never"});
    if (!yaml.starts_with("copy") && number(0, 2) == 0) yaml += ", copy: [" + office() + "]";
    if (number(0, 3) == 0) yaml += ", priority: high";
    return yaml + (restrict ? ", restrict: true" : "");
  }

  std::mt19937 random_;
};

bool gets(const Decision& decision, const std::string& office) {
  return decision.assign == office || std::any_of(decision.copies.begin(), decision.copies.end(),
                                                  [&](const Copy& copy) { return copy.office == office; });
}

/// What must hold of every decision, whatever the rules.
void check_shape(const Decision& decision) {
  const auto offices = [&] {
    std::vector<std::string> ids;
    for (const auto& copy : decision.copies) ids.push_back(copy.office);
    return ids;
  }();
  CHECK(std::is_sorted(offices.begin(), offices.end()));
  CHECK(std::adjacent_find(offices.begin(), offices.end()) == offices.end());
  CHECK(std::is_sorted(decision.labels.begin(), decision.labels.end()));
  CHECK((decision.assign.has_value() || decision.review.has_value() || decision.ignored.has_value()));
  if (decision.assign) CHECK(std::find(offices.begin(), offices.end(), *decision.assign) == offices.end());
  CHECK(decision.acknowledge == !decision.withheld.has_value());
  CHECK(!decision.decided_by.empty());
}

TEST_CASE("every addressed office gets its letter: 300 rule sets, 20 letters each") {
  int addressed = 0;
  for (unsigned seed = 0; seed < 300; ++seed) {
    Inventor inventor(seed);
    const auto yaml = inventor.rules(false);
    const auto set = testing::rules(yaml);
    for (int i = 0; i < 20; ++i) {
      const auto sketched = inventor.letter();
      const auto letter = testing::sketch(sketched);
      const Judging judging{*set, testing::town(), testing::calendar()};
      const auto decision = route(letter, judging);
      check_shape(decision);
      for (const auto& recipient : letter.recipients) {
        const auto office = testing::town().addresses.find(recipient);
        if (office == testing::town().addresses.end()) continue;
        ++addressed;
        if (!gets(decision, office->second)) {
          FAIL("seed " << seed << ": " << office->second << " goes without\n" << sketched << "\n" << yaml);
        }
        CHECK(gets(route_addition(letter, judging), office->second));
      }
      // Tracing must not change a decision.
      CHECK(testing::describe(route(letter, judging, Tracing::all)) == testing::describe(decision));
    }
  }
  CHECK(addressed > 5000);
}

TEST_CASE("a restricted letter goes to the assigned office alone, and never silently") {
  int restricted = 0;
  for (unsigned seed = 1000; seed < 1100; ++seed) {
    Inventor inventor(seed);
    const auto set = testing::rules(inventor.rules(true));
    for (int i = 0; i < 20; ++i) {
      const auto letter = testing::sketch(inventor.letter());
      const auto decision = route(letter, {*set, testing::town(), testing::calendar()});
      check_shape(decision);
      if (!decision.restricted) continue;
      ++restricted;
      CHECK(decision.copies.empty());
    }
  }
  CHECK(restricted > 100);
}

}  // namespace
}  // namespace docket
