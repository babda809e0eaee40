// How a letter may have come. A rule, a webhook's body or a clerk may say so; the words are used everywhere.
#pragma once

#include <array>
#include <string_view>

namespace docket {

inline constexpr std::array<std::string_view, 8> kChannels{"email", "webhook", "form",  "sms",
                                                           "voice", "open311", "phone", "counter"};

}  // namespace docket
