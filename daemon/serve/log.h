// The log: one line a happening on standard error, with the priority journald reads ("<6>…").
#pragma once

#include <string>

namespace docket {

/// `priority` as in syslog: 3 error, 4 warning, 5 notice, 6 information, 7 debug. Thread-safe; control characters in
/// `line` are replaced. Callers never pass content or secrets.
void log_line(int priority, const std::string& line);

}  // namespace docket
