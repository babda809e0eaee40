// How a letter begins, in one line that is safe to repeat in an acknowledgement.
#pragma once

#include <string>
#include <string_view>

namespace docket {

/// At most 200 characters, no link, address, telephone number or long digits; may be empty.
[[nodiscard]] std::string gist(std::string_view new_text);

}  // namespace docket
