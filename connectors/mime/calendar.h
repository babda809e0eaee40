// What a calendar program wants with its letter: iTIP (RFC 5546) by mail (RFC 6047).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "connectors/mime/part.h"

namespace docket {

/// REQUEST, REPLY, CANCEL, …: the method of the first text/calendar part that has one, in capitals; "" without. The
/// method parameter of its Content-Type (RFC 6047 section 2.4), else METHOD of the calendar itself (RFC 5545 section
/// 3.7.2), which does not count in a calendar that a person attached.
[[nodiscard]] std::string calendar_method(const std::vector<PartView>& parts);

/// A calendar program answers, takes back or asks by itself: REPLY, COUNTER, DECLINECOUNTER, REFRESH, CANCEL. An
/// invitation (REQUEST, PUBLISH, ADD) has a person behind it.
[[nodiscard]] bool is_calendar_answer(std::string_view method);

}  // namespace docket
