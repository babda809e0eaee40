// Judges many rule files in one process, for tests/rules/mutations_test.py: mutations_driver FOLDER, a folder with a
// town, its letters and templates.
//
// Standard input: "LENGTH\n" and that many octets, again and again; the first are the letters, as {letters: [sketch,
// …]}, each other one rule file. Standard output: a line of JSON for each rule file, at once, so that the last line
// tells which file a crash was about. A file that takes ten seconds ends the program.
#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <iostream>
#include <nlohmann/json.hpp>

#include "config/quantity.h"
#include "config/text.h"
#include "config/yaml/reader.h"
#include "rules/compiled.h"
#include "rules/decision_json.h"
#include "rules/examples.h"
#include "rules/route.h"
#include "rules/sketch.h"

namespace {

using namespace docket;  // NOLINT: a program of one file
using nlohmann::json;
using Steady = std::chrono::steady_clock;

constexpr unsigned kHangs = 10;  // seconds

std::optional<std::string> next_block() {
  std::string line;
  if (!std::getline(std::cin, line) || line.empty()) return std::nullopt;
  std::string octets(std::stoul(line), '\0');
  std::cin.read(octets.data(), static_cast<std::streamsize>(octets.size()));
  return octets;
}

[[noreturn]] void give_up(const Problems& problems) {
  for (const auto& problem : problems) std::cerr << to_string(problem) << "\n";
  std::exit(2);  // NOLINT(concurrency-mt-unsafe): one thread
}

std::vector<Letter> letters_of(const std::string& yaml, const Town& town, const Calendar& calendar) {
  Problems problems;
  std::vector<Letter> letters;
  const auto root = yaml::parse("letters", yaml, problems);
  if (!root) give_up(problems);
  yaml::Reader reader("letters", problems);
  for (const auto& item : reader.list(*root->find("letters"))) {
    yaml::Map map(reader, item);
    letters.push_back(letter_of(read_sketch(map), town, calendar));
    map.finish();
  }
  if (has_errors(problems)) give_up(problems);
  return letters;
}

std::vector<std::string> template_names(const TownFiles& files) {
  std::vector<std::string> names;
  for (const auto& letter : files.letters) {
    const auto name = letter.name.substr(letter.name.rfind('/') + 1);
    names.push_back(name.substr(0, name.find('.')));
  }
  return names;
}

json standard_json(const std::optional<Standard>& standard) {
  if (!standard) return {};
  auto result = json::object();
  if (standard->first_response) result["first_response"] = to_string(*standard->first_response);
  if (standard->resolve) result["resolve"] = to_string(*standard->resolve);
  if (standard->statutory) result["statutory"] = true;
  return result;
}

/// The trace is left out: it is what makes a decision, not the decision.
json decision_json(const Decision& decision) {
  auto result = to_json(decision);
  for (const char* key : {"trace", "rule_set", "language"}) result.erase(key);
  result["answer"] = decision.answer ? json(*decision.answer) : json();
  result["alert"] = decision.alert;
  result["quote"] = decision.quote;
  result["channel"] = decision.channel;
  result["standard"] = standard_json(decision.standard);
  return result;
}

json problems_json(const Problems& problems) {
  auto list = json::array();
  for (const auto& problem : problems) {
    if (problem.severity != Severity::error) continue;
    list.push_back({{"line", problem.place.line}, {"column", problem.place.column}, {"text", to_string(problem)}});
  }
  return list;
}

}  // namespace

int main(int argc, char** argv) {
  Problems problems;
  const auto files = read_town_files(argc > 1 ? argv[1] : ".", problems);
  const auto town = files ? load_town(files->town, Time{}, problems) : std::nullopt;
  if (!town) give_up(problems);
  const Calendar calendar(town->calendar, town->time_zone);
  const auto templates = template_names(*files);
  const auto now = *parse_rfc3339("2026-11-25T14:00:00Z");
  const auto letters = letters_of(next_block().value_or(""), *town, calendar);
  while (const auto text = next_block()) {
    ::alarm(kHangs);
    const auto start = Steady::now();
    Problems found;
    json result;
    if (const auto set = load_rules({{"rules/x.yaml", *text}}, *town, templates, now, found)) {
      const Judging judging{*set, *town, calendar};
      const auto failing = problems_of(run_examples(judging));
      found.insert(found.end(), failing.begin(), failing.end());
      auto names = json::array();
      for (const auto* section : {&set->compiled().rules, &set->compiled().acknowledge}) {
        for (const auto& rule : *section) names.push_back(rule.name);
      }
      result["rules"] = std::move(names);
      auto decisions = json::array();
      for (const auto& letter : letters) decisions.push_back(decision_json(route(letter, judging)));
      result["decisions"] = std::move(decisions);
    }
    result["problems"] = problems_json(found);
    result["seconds"] = std::chrono::duration<double>(Steady::now() - start).count();
    ::alarm(0);
    std::cout << result.dump(-1, ' ', false, json::error_handler_t::replace) << std::endl;
  }
  return 0;
}
