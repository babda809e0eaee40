// Everything a letter is judged and answered under, built and checked whole, then swapped as one pointer.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "config/calendar.h"
#include "config/load.h"
#include "config/problem.h"
#include "config/settings.h"
#include "config/town.h"
#include "daemon/letters/templates.h"
#include "rules/route.h"
#include "rules/rule_set.h"

namespace docket {

struct Configuration {
  std::shared_ptr<const Settings> settings;
  std::shared_ptr<const Town> town;
  std::shared_ptr<const Calendar> calendar;
  std::shared_ptr<const RuleSet> rules;
  std::shared_ptr<const Templates> templates;
  std::string version;  ///< of the town's files: town.yaml, rules, letters
  TownFiles files;      ///< as text, for the book

  [[nodiscard]] Judging judging() const { return {*rules, *town, *calendar}; }
};

enum class Examples { must_pass, left_out };

/// Builds town, calendar, templates and rules from their texts and runs examples and tests. nullptr on any error.
[[nodiscard]] std::shared_ptr<const Configuration> build_configuration(std::shared_ptr<const Settings> settings,
                                                                       TownFiles files, Time now, Problems& problems,
                                                                       Examples examples = Examples::must_pass);

/// Reads and builds what lies in `folder`. nullptr on any error; all problems of all files are listed.
[[nodiscard]] std::shared_ptr<const Configuration> load_configuration(const std::filesystem::path& folder, Time now,
                                                                      Problems& problems,
                                                                      Examples examples = Examples::must_pass);

}  // namespace docket
