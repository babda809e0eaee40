// The clerk's answer to a morning list: lines like "EX-2026-000123-8 #assign roads", done as if at the desk. Inside the
// recording transaction. Private: daemon/casebook only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "daemon/casebook/writing.h"

namespace docket {

/// The reason with which such a letter is ignored: it opens no case and joins none.
inline constexpr const char* kClerkAnswer = "clerk";

/// "<TOKEN.NONCE@domain>" with a token that no case has: of a letter to staff that may be answered.
[[nodiscard]] std::string staff_message_id(const Writing& writing, const std::string& token_of,
                                           const std::string& nonce);
/// Whose token a morning list of that day ("2026-12-01") carries.
[[nodiscard]] std::string morning_token_of(const std::string& day);

/// From the clerk's address alone, no machine's, in answer to a morning list that we sent; proven by a trusted
/// authserv-id, or by the list's Message-ID where none has judged it.
[[nodiscard]] bool answers_morning_list(const Writing& writing, const Recording& recording);
/// The inbound that was this same letter, and was carried out.
[[nodiscard]] std::optional<std::int64_t> clerk_answered(const Writing& writing, const Recording& recording);

struct ClerkCommand {
  std::string about;  ///< a case number, "o-…" or "i-…", as written
  std::string word;   ///< lower case, without '#'
  std::string words;  ///< the rest of the line
};
/// Every line that begins with something, then '#' and a word; all other lines are no commands.
[[nodiscard]] std::vector<ClerkCommand> clerk_commands(std::string_view text);
/// Does what the lines say, as "clerk", and tells the clerk what was done and what was not, and why.
void carry_out(const Writing& writing, const Recording& recording);

}  // namespace docket
