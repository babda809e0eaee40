// How a letter begins, in one line that is safe to repeat in an acknowledgement.
#pragma once

#include <string>
#include <string_view>

namespace docket {

/// The first two sentences without the greeting, as far as they fit; what is unsafe becomes "[…]". It goes to an
/// address that anyone can have forged, so it must not carry an advertisement. Linear in 4,000 octets. At most 200
/// characters, no link, address, telephone number or long digits; may be empty.
[[nodiscard]] std::string gist(std::string_view new_text);

}  // namespace docket
