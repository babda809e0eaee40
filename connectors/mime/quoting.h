// What this person wrote now, without quoted history and signature.
#pragma once

#include <string>
#include <string_view>

namespace docket {

/// Begins the first line of what we pass on to an office: "##- Please write your answer above this line -##", in the
/// town's language. Behind quote marks and blanks or not: everything from that line on is history, whatever it looks
/// like, and so is what a mail program puts right above what it quotes ("On … wrote:", a header block, a rule).
inline constexpr std::string_view kWriteAbove = "##- ";

/// Takes LF line ends. The forms of the usual programs in twenty languages; an answer between or below quoted lines is
/// kept whole, and so is what somebody forwards. In doubt a line stays: a sentence too many does less harm than one
/// lost. Linear. Never empty when `text` is not.
[[nodiscard]] std::string new_text(std::string_view text);

/// What may be passed on in this person's name: the same with the signature (without the "-- " above it), and without
/// what is forwarded. Empty where nothing of one's own stands beside the history: then there is nothing to pass on.
[[nodiscard]] std::string signed_text(std::string_view text);

}  // namespace docket
