// Everything a letter is judged and answered under, built and checked whole, then swapped as one pointer.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <mutex>
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

class Places;

struct Configuration {
  std::shared_ptr<const Settings> settings;
  std::shared_ptr<const Town> town;
  std::shared_ptr<const Calendar> calendar;
  std::shared_ptr<const RuleSet> rules;
  std::shared_ptr<const Templates> templates;
  std::shared_ptr<const Places> places;  ///< the town's, ready to be looked for in letters
  std::string version;                   ///< of the town's files: town.yaml, rules, letters
  TownFiles files;                       ///< as text, for the book

  [[nodiscard]] Judging judging() const { return {*rules, *town, *calendar}; }
};

/// The configuration of the moment. Not std::atomic<std::shared_ptr>: in g++ 12 its load and its store race.
class RunningConfiguration {
 public:
  [[nodiscard]] std::shared_ptr<const Configuration> get() const {
    const std::lock_guard lock(mutex_);
    return value_;
  }
  /// Waits, at most `patience`, until nobody else holds the one it replaces, so that freeing a large set (some
  /// milliseconds) is the caller's work and no letter's.
  void set(std::shared_ptr<const Configuration> next, std::chrono::milliseconds patience = std::chrono::seconds(2));

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const Configuration> value_;
};

/// `left_out`: lints too, where a set is only looked at beside another.
enum class Examples { must_pass, left_out };

/// Builds town, calendar, templates and rules from their texts and runs examples and tests. nullptr on any error.
[[nodiscard]] std::shared_ptr<const Configuration> build_configuration(std::shared_ptr<const Settings> settings,
                                                                       TownFiles files, Time now, Problems& problems,
                                                                       Examples examples = Examples::must_pass);

/// Reads and builds what lies in `folder`; of `other` (read_other_files) what is there, instead of the folder's own.
/// nullptr on any error; all problems of all files are listed.
[[nodiscard]] std::shared_ptr<const Configuration> load_configuration(const std::filesystem::path& folder, Time now,
                                                                      Problems& problems,
                                                                      Examples examples = Examples::must_pass,
                                                                      const std::filesystem::path& other = {});

}  // namespace docket
