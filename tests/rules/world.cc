#include "world.h"

#include "rules/lint/lint.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "config/yaml/reader.h"
#include "rules/compiled.h"
#include "rules/sketch.h"

namespace docket::testing {
namespace {

Office office(const std::string& id, const std::string& en, const std::string& fr) {
  Office office;
  office.id = id;
  office.name.by_language = {{"en", en}, {"fr", fr}};
  office.address = id + "-office@town.example";
  return office;
}

Town make_town() {
  Town town;
  town.time_zone = "America/Toronto";
  town.languages = {"en", "fr"};
  town.default_language = "en";
  town.case_prefix = "EX";
  for (unsigned weekday = 1; weekday <= 5; ++weekday) town.calendar.hours[weekday] = {{8 * 60 + 30, 16 * 60 + 30}};
  for (const auto& [id, en, fr] : {std::tuple{"ward-1", "Ward 1", "Quartier 1"},
                                   {"ward-2", "Ward 2", "Quartier 2"},
                                   {"mayor", "Mayor's office", "Bureau du maire"},
                                   {"roads", "Roads", "Service des routes"},
                                   {"parks", "Parks", "Service des parcs"},
                                   {"bylaw", "By-law", "Règlements"},
                                   {"front-desk", "Front desk", "Accueil"}}) {
    town.offices[id] = office(id, en, fr);
  }
  town.addresses = {{"ward1@town.example", "ward-1"},     {"ward2@town.example", "ward-2"},
                    {"mayor@town.example", "mayor"},      {"roads@town.example", "roads"},
                    {"clerk@town.example", "front-desk"}, {"quartier2@ville-exemplé.example", "ward-2"}};
  town.fallback = "front-desk";
  town.forms = {{"noreply@town.example", ""}, {"@letters.campaign.example", "campaign"}};
  town.staff_domains = {"town.example"};
  return town;
}

}  // namespace

const std::vector<std::string>& templates() {
  static const std::vector<std::string> names = {
      "acknowledgement", "acknowledgement-closed", "acknowledgement-roads", "addition", "answer-dump",
      "answer-tax",      "notice-danger",          "notice-water"};
  return names;
}

const Town& town() {
  static const Town made = make_town();
  return made;
}

Time now() { return calendar().at(std::chrono::year(2026) / 11 / 25, 9 * 60); }

const Calendar& calendar() {
  static const Calendar made(town().calendar, town().time_zone);
  return made;
}

std::shared_ptr<const RuleSet> rules(const std::string& yaml) {
  Problems problems;
  auto set = load_rules({{"rules/20-test.yaml", "version: 1\n" + yaml}}, town(), templates(), now(), problems);
  std::string text;
  for (const auto& problem : problems) text += to_string(problem) + "\n";
  INFO(text);
  INFO(yaml);
  REQUIRE(set != nullptr);
  return set;
}

std::string problems_of_files(const std::vector<std::string>& yaml, bool hints) {
  std::vector<TextFile> files;
  char name = 'a';
  for (const auto& text : yaml) files.push_back({std::string(1, name++) + ".yaml", text});
  Problems problems;
  const auto set = load_rules(files, town(), templates(), now(), problems);
  CHECK((set == nullptr) == has_errors(problems));
  std::string lines;
  for (auto problem : problems) {
    if (!hints) problem.hint.clear();
    lines += (lines.empty() ? "" : "\n") + to_string(problem);
  }
  return lines;
}

std::string lints_of(const std::string& yaml) {
  Problems problems;
  const auto set = load_rules({{"a.yaml", yaml}}, town(), templates(), now(), problems);
  std::string lines;
  for (const auto& problem : problems) lines += to_string(problem) + "\n";
  REQUIRE_MESSAGE(set != nullptr, lines << yaml);
  problems.clear();
  lint_rules(*set, town(), calendar(), problems);
  lines.clear();
  for (auto problem : problems) {
    CHECK(problem.severity == Severity::warning);
    CHECK_FALSE(problem.hint.empty());
    problem.hint.clear();
    lines += (lines.empty() ? "" : "\n") + to_string(problem);
  }
  return lines;
}

Letter sketch(const std::string& yaml) {
  Problems problems;
  const auto root = yaml::parse("sketch", "letter: " + yaml, problems);
  std::string text;
  for (const auto& problem : problems) text += to_string(problem) + "\n";
  INFO(text);
  INFO(yaml);
  REQUIRE(root.has_value());
  yaml::Reader reader("sketch", problems);
  yaml::Map map(reader, *root->find("letter"));
  const auto read = read_sketch(map);
  map.finish();
  for (const auto& problem : problems) text += to_string(problem) + "\n";
  REQUIRE_MESSAGE(!has_errors(problems), text);
  return letter_of(read, town(), calendar());
}

std::string describe(const Decision& d) {
  std::string text = d.ignored  ? fmt::format("ignored {}", *d.ignored)
                     : d.review ? fmt::format("review {}", *d.review)
                                : d.assign.value_or("nobody");
  text += fmt::format(" ({})", d.decided_by);
  std::vector<std::string> copies;
  for (const auto& copy : d.copies) copies.push_back(copy.office);
  const auto list = [&](const char* name, const std::vector<std::string>& values) {
    if (!values.empty()) text += fmt::format(" {} {}", name, fmt::join(values, ","));
  };
  list("copies", copies);
  list("labels", d.labels);
  list("notices", d.notices);
  list("alert", d.alert);
  if (d.priority != Priority::normal) text += fmt::format(" priority {}", to_string(d.priority));
  if (d.restricted) text += " restricted";
  if (!d.quote) text += " unquoted";
  if (d.answer) text += fmt::format(" answer {}", *d.answer);
  if (d.template_name != "acknowledgement") text += fmt::format(" template {}", d.template_name);
  if (d.channel != "email") text += fmt::format(" channel {}", d.channel);
  if (d.withheld) text += fmt::format(" withheld {}", to_string(*d.withheld));
  CHECK(d.acknowledge == !d.withheld);
  return text;
}

}  // namespace docket::testing
