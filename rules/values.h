// How the value of each operator is read: from what a clerk wrote to what is compared.
#pragma once

#include <optional>
#include <string_view>

#include "rules/condition.h"

namespace docket::values {

using Read = std::optional<Fault>(std::string_view written, bool exact, Value& value);

/// A text that is not empty once folded (or in exact form).
Read text;
Read phrase;
Read like;
Read regex;
/// A whole address.
Read address;
/// The end of an address: "@domain", ".domain", "domain" or the end of a local part with its domain.
Read address_end;
/// A whole number with + and the country code, whatever stands between the digits.
Read phone;
/// The same, cut off anywhere behind the +.
Read phone_start;
Read channel;
/// Two letters, or "other".
Read language;
Read authenticated;
/// true or false.
Read boolean;
/// "10 MiB".
Read size;
Read count;
/// Only "hours": the office hours of the town's calendar.
Read hours;
/// "45.42, -75.69, 500 m".
Read circle;

}  // namespace docket::values
