// What this person wrote now, without quoted history and signature.
#pragma once

#include <string>
#include <string_view>

namespace docket {

/// Takes LF line ends. The forms of the usual programs in twenty languages; an answer between or below quoted lines is
/// kept whole, and so is what somebody forwards. In doubt a line stays: a sentence too many does less harm than one
/// lost. Linear. Never empty when `text` is not.
[[nodiscard]] std::string new_text(std::string_view text);

/// The same with the signature: what may be passed on in this person's name.
[[nodiscard]] std::string signed_text(std::string_view text);

}  // namespace docket
