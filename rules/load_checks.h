// What is checked of a rule as a whole: ignoring, dates, rules on one person.
#pragma once

#include "config/town.h"
#include "config/yaml/reader.h"
#include "rules/compiled.h"

namespace docket {

/// `ignore` takes a letter from everybody, so it may only look at headers, From and spam signs, and must look at
/// something that is there.
void check_ignore(yaml::Reader& reader, const yaml::Node& then, const Rule& rule);

[[nodiscard]] Valid read_valid(yaml::Reader& reader, const yaml::Node& node);

/// `justification:` and `until:`, required where the conditions name a person, and then `until` is at most 12 months
/// after `today`. `until` ends any rule that has it. A rule that has ended before `today` is an error to nobody, but
/// whoever checks the files is told. Call it after read_valid().
void read_person(yaml::Map& map, const Town& town, std::chrono::year_month_day today, Rule& rule);

}  // namespace docket
