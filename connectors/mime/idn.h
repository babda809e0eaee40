// Domain names as people read them.
#pragma once

#include <string>
#include <string_view>

namespace docket::mime {

/// Lower case and Unicode (UTS 46); a name that is no valid IDN only in lower case.
[[nodiscard]] std::string readable_domain(std::string_view domain);

/// An address to compare: local part in lower case, domain readable. Without "@" only lower case.
[[nodiscard]] std::string comparable_address(std::string_view address);
/// Whether its comparable form is the address in lower case; false: perhaps not.
[[nodiscard]] bool compares_as_written(std::string_view address);

}  // namespace docket::mime
