// Keys and rules that stand where they do not belong: each is told with the place that it belongs to.
#pragma once

#include "config/yaml/reader.h"

namespace docket {

// Each is called when all keys that belong there were asked for, before finish().
void misplaced_in_file(yaml::Map& map);
void misplaced_in_rule(yaml::Map& map);
void misplaced_in_example(yaml::Map& map);
void misplaced_in_test(yaml::Map& map);

/// A text below '|' takes in whatever is indented more than its key: a rule too, which would then be none.
void check_swallowed(yaml::Reader& reader, const yaml::Node& root);

}  // namespace docket
