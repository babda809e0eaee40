// A rule set as values: what the files say once everything in them is checked.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "config/problem.h"
#include "config/town.h"
#include "rules/decision.h"
#include "rules/index.h"
#include "rules/rule_set.h"
#include "rules/sketch.h"
#include "rules/when.h"

namespace docket {

/// What a rule does. `assign`, `review` and `ignore` decide; everything else adds.
struct Actions {
  std::optional<std::string> assign;  ///< office id
  std::optional<std::string> review;  ///< the reason
  std::optional<std::string> ignore;  ///< the reason
  std::vector<std::string> copy;      ///< office ids
  std::vector<std::string> label;
  std::optional<Priority> priority;
  std::optional<std::string> urgent_notice;  ///< NAME of letters/notice-NAME
  std::optional<std::string> answer;
  std::optional<std::string> template_name;
  std::optional<Standard> standard;
  std::vector<std::string> alert;  ///< office ids
  bool restrict_ = false;
  bool quote_never = false;
  bool acknowledge_never = false;
  bool resident_none = false;
  std::optional<std::string> channel;

  [[nodiscard]] bool decides() const { return assign || review || ignore; }
};

/// Days in the town's zone, both inside.
struct Valid {
  std::optional<std::chrono::year_month_day> from;
  std::optional<std::chrono::year_month_day> to;
};

struct Rule {
  std::string name;
  Place place;  ///< of its first key; the file as problems call it
  bool acknowledges = false;
  int precedence = 0;
  When when;
  Actions then;
  Translated because;
  Valid valid;  ///< `until` of a rule on one person ends it too
  bool is_public = true;
  bool on_person = false;
  std::string justification;
  std::vector<Example> examples;

  [[nodiscard]] const char* kind() const;  ///< decides | adds | acknowledges
};

struct RuleSet::Compiled {
  std::string version;
  std::vector<Rule> rules;        ///< in file and line order
  std::vector<Rule> acknowledge;  ///< the same
  std::vector<LetterTest> tests;
  std::map<std::string, Translated> office_names;  ///< for the plain words
  std::set<std::string> templates;                 ///< the town's, without language
  std::unique_ptr<const Index> index;              ///< over `rules`
};

/// "20-roads.yaml" of "rules/20-roads.yaml": how traces and examples call a file.
[[nodiscard]] std::string short_file(const std::string& file);

}  // namespace docket
