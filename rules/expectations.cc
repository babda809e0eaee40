// What a test may expect of a decision: each key once, with how its values read.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "config/text.h"
#include "rules/expectations.h"

namespace docket {
namespace {

using Values = std::vector<std::string>;

Values one(const std::optional<std::string>& text) { return {text.value_or("none")}; }
Values one(bool flag) { return {flag ? "true" : "false"}; }

/// Every value is a list of words, so that one comparison serves flags, names and sets alike.
struct ExpectationRow {
  const char* key;
  Values (*actual)(const Decision& decision);
};

// The keys of `docket route --json` and a few more; what a clerk may read there can be expected here.
constexpr std::array kExpectations = {
    ExpectationRow{
        "outcome",
        [](const Decision& d) { return Values{d.outcome == Decision::Outcome::case_ ? "case" : "ignored"}; }},
    ExpectationRow{"assign", [](const Decision& d) { return one(d.assign); }},
    ExpectationRow{"copies",
                   [](const Decision& d) {
                     Values offices;
                     for (const auto& copy : d.copies) offices.push_back(copy.office);
                     return offices;
                   }},
    ExpectationRow{"labels", [](const Decision& d) { return d.labels; }},
    ExpectationRow{"priority", [](const Decision& d) { return Values{to_string(d.priority)}; }},
    ExpectationRow{"review", [](const Decision& d) { return one(d.review); }},
    ExpectationRow{"ignored", [](const Decision& d) { return one(d.ignored); }},
    ExpectationRow{"restrict", [](const Decision& d) { return one(d.restricted); }},
    ExpectationRow{"notices", [](const Decision& d) { return d.notices; }},
    ExpectationRow{"decided_by", [](const Decision& d) { return Values{d.decided_by}; }},
    ExpectationRow{"matched", [](const Decision& d) { return d.matched; }},
    ExpectationRow{"acknowledge", [](const Decision& d) { return one(d.acknowledge); }},
    ExpectationRow{"withheld", [](const Decision& d) { return Values{d.withheld ? to_string(*d.withheld) : "none"}; }},
    ExpectationRow{"template", [](const Decision& d) { return Values{d.template_name}; }},
    ExpectationRow{"answer", [](const Decision& d) { return one(d.answer); }},
    ExpectationRow{"alert", [](const Decision& d) { return d.alert; }},
    ExpectationRow{"quote", [](const Decision& d) { return one(d.quote); }},
    ExpectationRow{"channel", [](const Decision& d) { return Values{d.channel}; }},
    ExpectationRow{"language", [](const Decision& d) { return one(d.language); }},
};

const ExpectationRow* find(std::string_view key) {
  const auto* const found = std::find_if(kExpectations.begin(), kExpectations.end(),
                                         [&](const ExpectationRow& row) { return row.key == key; });
  return found == kExpectations.end() ? nullptr : found;
}

std::vector<std::string> keys() {
  std::vector<std::string> names;
  names.reserve(kExpectations.size());
  for (const auto& row : kExpectations) names.emplace_back(row.key);
  return names;
}

/// A list, one value, or nothing ([], null, none).
Values wanted(yaml::Reader& reader, const yaml::Node& node) {
  if (node.is_null()) return {"none"};
  Values values;
  if (node.is_map()) {
    reader.error(node, "expected a value or a list of values, found a mapping", "for example assign: roads");
  } else if (node.is_scalar()) {
    values.push_back(node.text);
  }
  for (const auto& item : node.is_list() ? node.items : std::vector<yaml::Node>{}) {
    if (!item.is_scalar()) reader.error(item, "one value belongs here", "for example copies: [roads, ward-2]");
    values.push_back(item.text);
  }
  return values;
}

bool names_offices(const std::string& key) { return key == "assign" || key == "copies" || key == "alert"; }

/// A test may name the office that the rules ask for: what it proves stays true while another one acts for that office.
void replace_by_acting(Values& offices, const std::string& key, const Decision& decision) {
  for (auto& office : offices) {
    const auto found = std::find_if(decision.stands_in.begin(), decision.stands_in.end(),
                                    [&](const StandIn& one) { return one.office == office; });
    if (found != decision.stands_in.end()) office = found->acting;
  }
  if (key != "copies") return;
  // As in a decision: each once, never the one that has the case.
  std::sort(offices.begin(), offices.end());
  offices.erase(std::unique(offices.begin(), offices.end()), offices.end());
  if (decision.assign) offices.erase(std::remove(offices.begin(), offices.end(), *decision.assign), offices.end());
}

}  // namespace

std::vector<Expectation> read_expectations(yaml::Reader& reader, const yaml::Node& node) {
  std::vector<Expectation> expectations;
  if (!reader.is_map(node)) return expectations;
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    const auto& key = node.keys[i];
    if (find(key.text) == nullptr) {
      const auto near = nearest(key.text, keys());
      reader.error(
          key, fmt::format("unknown key '{}'", key.text),
          near ? fmt::format("did you mean '{}'?", *near) : fmt::format("one of: {}", fmt::join(keys(), ", ")));
      continue;
    }
    expectations.push_back({key.text, wanted(reader, node.items[i]), reader.place(key)});
  }
  return expectations;
}

bool is_met(const Expectation& expectation, const Decision& decision) {
  const auto actual = find(expectation.key)->actual(decision);
  if (expectation.values == Values{"none"} && actual.empty()) return true;
  // A reason's wording may change without the test being about it.
  if (expectation.key == "review" && expectation.values == Values{"true"}) return decision.review.has_value();
  auto expected = expectation.values;
  if (!decision.stands_in.empty() && names_offices(expectation.key)) {
    replace_by_acting(expected, expectation.key, decision);
  }
  // Copies and labels are sets, so their order in the file says nothing.
  if (expectation.key == "copies" || expectation.key == "labels") std::sort(expected.begin(), expected.end());
  return actual == expected;
}

std::string expected_words(const Expectation& expectation) {
  return fmt::format("{}: {}", expectation.key,
                     expectation.values.empty() ? "none" : fmt::format("{}", fmt::join(expectation.values, ", ")));
}

std::string actual_words(const Expectation& expectation, const Decision& decision) {
  const auto actual = find(expectation.key)->actual(decision);
  return fmt::format("{}: {}", expectation.key, actual.empty() ? "none" : fmt::format("{}", fmt::join(actual, ", ")));
}

}  // namespace docket
