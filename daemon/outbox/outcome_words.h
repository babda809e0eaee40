// What became of a letter, as the log and the metrics say it.
#pragma once

#include <string>
#include <string_view>

#include "connectors/mail_sink.h"

namespace docket {

/// A server's words without addresses in them, for logs and the status page.
[[nodiscard]] std::string without_addresses(const std::string& reply);

[[nodiscard]] std::string words(SendResult::Kind kind);

/// A word for each: refusals of our account and of a size are deferrals and failures of this attempt.
[[nodiscard]] std::string_view counted_as(SendResult::Kind kind);

}  // namespace docket
