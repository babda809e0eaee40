// `then:` of a rule, from its node to actions.
#pragma once

#include <string>
#include <vector>

#include "config/town.h"
#include "config/yaml/reader.h"
#include "rules/compiled.h"

namespace docket {

/// Problems are appended. `templates`: known names, not checked when empty. `acknowledges`: of the acknowledge section,
/// where only `template`, `answer` and `acknowledge: never` have a meaning.
[[nodiscard]] Actions read_actions(yaml::Reader& reader, const yaml::Node& node, const Town& town,
                                   const std::vector<std::string>& templates, bool acknowledges);

/// Every key of `then:`.
[[nodiscard]] std::vector<std::string> action_names();

}  // namespace docket
