// All rule files as one checked set; immutable, shared by every thread that judges letters.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "config/clock.h"
#include "config/load.h"
#include "config/problem.h"
#include "config/town.h"

namespace docket {

/// Who reads the plain words of a rule.
/// Everyone reads neither the conditions of a rule with `public: false`, nor free reasons, nor the name and conditions
/// of a rule on one person. The values of a rule on one person are shown to nobody.
enum class Audience { clerk, everyone };

struct RuleWords {
  std::string rule;  ///< empty: it may not be named
  std::string file;
  int line = 0;
  std::string kind;   ///< decides | adds | acknowledges
  std::string words;  ///< the rule as one sentence
};

/// A rule on one person, without whom it names.
struct PersonalRule {
  std::string rule;
  std::string file;
  int line = 0;
  std::chrono::year_month_day until;
  std::string justification;
};

class RuleSet {
 public:
  struct Compiled;  // rules/compiled.h
  explicit RuleSet(std::shared_ptr<const Compiled> compiled);
  [[nodiscard]] const std::string& version() const;
  [[nodiscard]] std::vector<PersonalRule> on_persons() const;
  /// Every rule as one sentence in English or, for "fr", French, in file order, the acknowledge rules last.
  [[nodiscard]] std::vector<RuleWords> words(const std::string& language, Audience audience) const;
  /// Of the rule with that name; nullopt: there is none.
  [[nodiscard]] std::optional<RuleWords> words_of(const std::string& rule, const std::string& language,
                                                  Audience audience) const;
  [[nodiscard]] const Compiled& compiled() const { return *compiled_; }

 private:
  std::shared_ptr<const Compiled> compiled_;
};

/// Whether a rule on one person that ends on `until` is to be told to the clerk: in its last 30 days.
[[nodiscard]] bool ends_soon(std::chrono::year_month_day until, std::chrono::year_month_day today);

/// Parses and checks the files as one set against the town; `templates` are the known names (without language), `now`
/// is what the ends of rules are measured from: how far ahead `until:` may be, and which rules are over.
/// Problems are appended; nullptr when any is an error. Examples and tests are not run here (rules/examples.h).
[[nodiscard]] std::shared_ptr<const RuleSet> load_rules(const std::vector<TextFile>& files, const Town& town,
                                                        const std::vector<std::string>& templates, Time now,
                                                        Problems& problems);

}  // namespace docket
