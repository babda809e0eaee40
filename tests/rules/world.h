// A small town for the tests of rules, and short ways to load rules, sketch letters and describe decisions.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "config/calendar.h"
#include "config/town.h"
#include "rules/route.h"
#include "rules/rule_set.h"

namespace docket::testing {

/// Ward 1, ward 2, mayor, roads, parks, bylaw and the front desk; open on weekdays 08:30 to 16:30, Toronto's time.
const Town& town();
const Calendar& calendar();
/// The moment at which rule files are checked: November 25, 2026, in the morning.
Time now();

/// The names of the templates that these rules may use.
const std::vector<std::string>& templates();

/// The set of one file "20-test.yaml" ("version: 1" is put before it); fails the test on any error.
std::shared_ptr<const RuleSet> rules(const std::string& yaml);
/// The problems of several files "a.yaml", "b.yaml", … as they are, one a line, without hints.
std::string problems_of_files(const std::vector<std::string>& yaml, bool hints = false);

/// What lints say of one file "a.yaml", which must load: one warning a line, without hints.
std::string lints_of(const std::string& yaml);

/// The letter of a sketch: "{to: ward2@town.example, subject: Trou}".
Letter sketch(const std::string& yaml);

/// "roads (Roads) copies ward-2 labels roads priority high ack acknowledgement": what differs from the usual.
std::string describe(const Decision& decision);

}  // namespace docket::testing
