// The log: one line a happening, with fields at its end (config/log_fields.h). Under systemd the journal gets them as
// fields of its own (DOCKET_SOURCE=…, DOCKET_CASE=…, MESSAGE_ID for what an admin may wait for); elsewhere standard
// error gets the line with the priority that journald reads ("<6>…").
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace docket {

/// `priority` as in syslog: 3 error, 4 warning, 5 notice, 6 information, 7 debug. Thread-safe; control characters in
/// `line` are replaced. Callers never pass content or secrets. Errors and warnings that repeat are counted, and the
/// count is said when their minute is over.
void log_line(int priority, const std::string& line);

/// What was counted in minutes that are over is said with the next line, or by this call.
void log_repeats();

/// debug | info | notice | warning | error, as a priority: what is less pressing is not said.
[[nodiscard]] std::optional<int> log_level(std::string_view word);
void set_log_level(int priority);

/// The journal's id for an `event` field: stable for ever, so that an admin may match on it. "" for others.
[[nodiscard]] std::string_view message_id_of(std::string_view event);

}  // namespace docket
