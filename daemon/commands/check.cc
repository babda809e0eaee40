// docket check: settings, town, rules, templates, examples and tests, before anything runs on them.
#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "daemon/commands/ask.h"
#include "daemon/commands/commands.h"
#include "daemon/configuration.h"
#include "daemon/control/reading.h"
#include "daemon/lost_offices.h"
#include "rules/lint/stored_words.h"

namespace docket {
namespace {

int print_variables(bool as_json) {
  auto list = nlohmann::json::array();
  for (const auto& variable : Templates::variables()) {
    list.push_back({{"name", variable.name}, {"section", variable.section}, {"meaning", variable.meaning}});
  }
  if (as_json) {
    print_json(list);
  } else {
    print_table(list, {"name", "section", "meaning"});
  }
  return kDone;
}

/// What the letters in the book say of the rules' words.
void add_stored_words(const Common& common, const Configuration& configuration, Problems& problems) {
  const auto forms = other_forms(*configuration.rules);
  auto phrases = nlohmann::json::array();
  for (const auto& form : forms) phrases.push_back(form.form);
  HttpRequest question;
  question.method = "POST";
  question.path = "/phrases";
  question.body = phrases.dump();
  const auto counts = ask_or_read(common, question, [&](const HttpRequest& request, BookReader& book) {
    return answer_reading(request, book, *configuration.town, *configuration.calendar, SystemClock().now(), false);
  });
  if (counts && counts->is_array()) warn_of_stored_words(forms, counts->get<std::vector<long>>(), problems);
}

/// Offices whose cases would be nobody's.
void add_offices(const Common& common, const Configuration& configuration, Problems& problems) {
  HttpRequest question;
  question.method = "GET";
  question.path = "/offices";
  const auto counts = ask_or_read(common, question, [&](const HttpRequest& request, BookReader& book) {
    return answer_reading(request, book, *configuration.town, *configuration.calendar, SystemClock().now(), false);
  });
  if (!counts || !counts->is_object()) return;
  auto open_cases = counts->get<std::map<std::string, int>>();
  std::erase_if(open_cases, [&](const auto& one) { return configuration.town->office(one.first) != nullptr; });
  add_lost_offices(open_cases, configuration.files.town, problems);
}

/// What only the book knows; nothing where there is none yet.
void add_from_book(const Common& common, const Configuration& configuration, Problems& problems) {
  std::error_code ignored;
  if (!std::filesystem::exists(configuration.settings->data / "docket.db", ignored)) return;
  add_stored_words(common, configuration, problems);
  add_offices(common, configuration, problems);
}

}  // namespace

int run_check(const Common& common, const CheckOptions& options) {
  if (options.variables) return print_variables(common.json);
  Problems problems;
  const auto configuration = load_configuration(common.config, SystemClock().now(), problems);
  if (configuration) add_from_book(common, *configuration, problems);
  if (common.json) {
    print_json(problems_json(problems));
  } else {
    for (const auto& problem : problems) std::cout << to_string(problem) << "\n";
    const auto errors = std::count_if(problems.begin(), problems.end(),
                                      [](const Problem& problem) { return problem.severity == Severity::error; });
    std::cout << errors << " errors, " << static_cast<std::ptrdiff_t>(problems.size()) - errors << " warnings\n";
  }
  if (!configuration || has_errors(problems)) return kWrongUse;
  return options.strict && !problems.empty() ? kNo : kDone;
}

}  // namespace docket
