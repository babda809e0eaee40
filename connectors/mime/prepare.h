// Before parsing: takes off what does not belong to a letter and repairs line ends that hide its header.
#pragma once

#include <string>
#include <string_view>

#include "connectors/mime/defects.h"
#include "connectors/read.h"

namespace docket::mime {

/// Without byte order mark, leading blanks and mbox "From " lines; CR alone and CR CR LF become line ends where they
/// stand for all of them; at most limits.octets. A view of the octets as they came, or of `repaired`.
[[nodiscard]] std::string_view prepare(std::string_view octets, std::string& repaired, const ReadLimits& limits,
                                       Defects& defects);

}  // namespace docket::mime
