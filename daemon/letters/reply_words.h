// What a text message is answered: one or two segments, as automatic as the acknowledgement and no longer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/town.h"
#include "connectors/intake.h"

namespace docket::letters {

/// How `Taken::acknowledgement` ends where the answer to the sending is the acknowledgement: "ack en, fr in reply".
inline constexpr std::string_view kInReply = " in reply";

/// At most two segments (GSM 03.38: 2 × 153 characters; with any other character 2 × 67), the least important
/// sentences left out first. Empty: nobody is to be answered. The languages are those `taken.acknowledgement` names.
[[nodiscard]] std::string reply_words(const Taken& taken, const Town& town);

/// Whether all of a text fits into `segments` of a concatenated text message.
[[nodiscard]] bool fits_text_message(const std::string& text, int segments);

}  // namespace docket::letters
