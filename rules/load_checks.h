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

/// `justification:` and `until:`, required where the conditions name a person; `until` then ends the rule.
void read_person(yaml::Map& map, const Town& town, Rule& rule);

}  // namespace docket
