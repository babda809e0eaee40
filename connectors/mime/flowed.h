// format=flowed (RFC 3676): joins the lines that a mail program folded.
#pragma once

#include <string>
#include <string_view>

namespace docket {

/// Quote marks stay in front, space-stuffing goes, "-- " never joins (sections 4.2 to 4.5). Never fails; linear. `text`
/// has LF line ends; `delsp` is the DelSp parameter.
[[nodiscard]] std::string unflow(std::string_view text, bool delsp);

}  // namespace docket
