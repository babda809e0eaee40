// Stored letters judged again under two sets: what a change of rules would change, and for whom.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "daemon/casebook/reader.h"
#include "daemon/configuration.h"
#include "rules/decision.h"

namespace docket {

struct ComparedLetter {
  JudgedLetter letter;
  Decision before;
  Decision after;
  std::vector<std::string> differs;  ///< rules/difference.h; empty: nobody would notice
};

struct Comparison {
  std::size_t letters = 0;
  std::size_t unreadable = 0;             ///< not compared: their octets are damaged or gone
  std::vector<ComparedLetter> differing;  ///< in the order of the letters
  /// From where to where (rules/difference.h: destination), with how many letters; of all, not only of the differing.
  std::map<std::pair<std::string, std::string>, std::size_t> moves;
  std::size_t losing_addressed = 0;  ///< letters of which an office written to would not be told any more
  std::size_t newly_ignored = 0;
};

/// A stored letter as it is understood under a configuration.
[[nodiscard]] Letter read_again(const Inbound& inbound, const Configuration& under);
/// What is decided about it; one that joined a case (`outcome` "addition") is judged as that, by the adding rules.
[[nodiscard]] Decision judge_again(const std::string& outcome, const Letter& letter, const Configuration& under,
                                   Tracing tracing);

/// Reads each letter's octets once and judges it under both, on every core. In the order given.
[[nodiscard]] Comparison compare(BookReader& book, const std::vector<JudgedLetter>& letters,
                                 const Configuration& before, const Configuration& after);

/// Over 10 % of them would be decided otherwise.
[[nodiscard]] bool changes_many(const Comparison& comparison);
/// Whether a person should look first: over 10 % would change, a letter would lose an office written to, or be newly
/// ignored (contract section 2, reload).
[[nodiscard]] bool is_worth_asking(const Comparison& comparison);

/// {"letters", "differ", "cases": [{"case", "inbound", "differs", "before", "after"}], "moves": [{"before", "after",
/// "letters"}], "losing_addressed", "newly_ignored", "unreadable"}; a decision as {"assign", …, "decided_by",
/// "because"}, its reason in the town's default language.
[[nodiscard]] nlohmann::json to_json(const Comparison& comparison, const Town& town);

}  // namespace docket
