// What route() decided and why: plain values, the same for the daemon, the commands and the pages.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "config/office_life.h"
#include "config/town.h"

namespace docket {

enum class Priority { low, normal, high, urgent };
[[nodiscard]] const char* to_string(Priority priority);

/// Why no acknowledgement goes out; to_string() gives the word that JSON and the case book use.
enum class Withheld {
  automatic,
  list,
  bounce,
  own,
  null_sender,
  no_address,
  unproven,
  spam,
  rule,
  ignored,
  old,
  cap,
  duplicate,
  follow_up
};
[[nodiscard]] const char* to_string(Withheld why);

struct ConditionTrace {
  std::string condition;  ///< in the words of the rule file: "text word 'nid* de poule*'"
  bool matched = false;
  std::string seen;  ///< what in the letter made it match; empty otherwise
};

struct RuleTrace {
  std::string rule;
  std::string file;
  int line = 0;
  bool matched = false;
  std::string kind;     ///< decides | adds | acknowledges
  std::string section;  ///< "" or "acknowledge"
  std::vector<ConditionTrace> conditions;
};

/// Why a copy goes to an office.
struct Copy {
  std::string office;
  std::string rule;     ///< the rule that copies; empty: the address
  Translated because;   ///< the rule's
  std::string address;  ///< the generic address written to; empty: a rule copies
};

/// An office that an address, a rule or the fallback asked for, and who acts for it on the day of receipt.
struct StandIn {
  std::string office;  ///< asked for
  std::string acting;
  StandsIn why = StandsIn::nobody;
  std::optional<std::chrono::year_month_day> until;  ///< of an absence: its last day
};

/// Every office in it is the one that acts on the day of receipt; `stands_in` tells for whom.
// NOLINTNEXTLINE(clang-analyzer-optin.performance.Padding): in the order that readers want
struct Decision {
  enum class Outcome { case_, ignored } outcome = Outcome::case_;
  std::optional<std::string> assign;  ///< office id; absent in review or ignored
  std::vector<Copy> copies;           ///< sorted by office id, each once, never the assigned one
  std::vector<std::string> labels;    ///< sorted, each once
  Priority priority = Priority::normal;
  std::optional<std::string> review;   ///< the reason
  std::optional<std::string> ignored;  ///< the reason
  bool restricted = false;             ///< only the assigned office; no gist anywhere
  std::vector<std::string> notices;    ///< letters/notice-NAME, in file order
  std::string decided_by;              ///< the deciding rule, "address" or "fallback"
  Translated because;                  ///< of the deciding rule
  std::string written_to;              ///< the generic address that stands for the assigned office, if any
  std::vector<std::string> addressed;  ///< offices whose address was written to, in the order of recipients
  std::vector<std::string> matched;    ///< names in file order, without the acknowledge rules
  bool acknowledge = false;
  std::optional<Withheld> withheld;
  std::string template_name = "acknowledgement";
  std::optional<std::string> answer;
  std::optional<Standard> standard;  ///< a rule's own, instead of the office's
  std::vector<std::string> alert;    ///< office ids
  bool quote = true;                 ///< false: no gist
  bool resident_none = false;
  std::string channel;                  ///< set by a rule, else the letter's
  std::optional<std::string> language;  ///< the letter's
  std::vector<StandIn> stands_in;       ///< sorted by the office asked for, each once
  std::string rule_set;                 ///< "sha256:…"
  std::vector<RuleTrace> trace;         ///< every rule when asked for, else those that matched
};

}  // namespace docket
