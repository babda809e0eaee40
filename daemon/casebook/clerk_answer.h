// The clerk's answer to a letter of ours: to a morning list with lines like "EX-2026-000123-8 #assign roads", done as
// if at the desk; to a question about saved files with #take. Inside the recording transaction. Private:
// daemon/casebook only.
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

/// Whose token the letter of ours carries that this one answers (of a morning list, or saved_token_of): from the
/// clerk's address alone, no machine's, to a letter that we sent; proven by a trusted authserv-id, or by our letter's
/// Message-ID where none has judged it. nullopt: it is no answer of the clerk's.
[[nodiscard]] std::optional<std::string> answered_by_clerk(const Writing& writing, const Recording& recording);
/// The inbound that was this same letter, and was carried out.
[[nodiscard]] std::optional<std::int64_t> clerk_answered(const Writing& writing, const Recording& recording);

struct ClerkCommand {
  std::string about;  ///< a case number, "o-…" or "i-…", as written
  std::string word;   ///< lower case, without '#'
  std::string words;  ///< the rest of the line
};
/// Every line that begins with something, then '#' and a word; all other lines are no commands.
[[nodiscard]] std::vector<ClerkCommand> clerk_commands(std::string_view text);
/// Does what the lines say, as "clerk", and tells the clerk what was done and what was not, and why. `about`: what
/// answered_by_clerk says.
void carry_out(const Writing& writing, const Recording& recording, const std::string& about);

}  // namespace docket
