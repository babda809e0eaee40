// `standard:` as town.yaml has it of an office and rule files have it of a matter.
#pragma once

#include "config/town.h"
#include "config/yaml/reader.h"

namespace docket {

/// `{first_response: SPAN, resolve: SPAN, statutory: true}`; what is left out promises nothing. Problems go to
/// `reader`.
[[nodiscard]] Standard read_standard(yaml::Reader& reader, const yaml::Node& node);

}  // namespace docket
