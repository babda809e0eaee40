// One value of a condition as a sentence says it.
#pragma once

#include <string>

#include "rules/words/rows.h"

namespace docket {

/// "x", « x ».
[[nodiscard]] std::string in_quotes(const std::string& text, bool french);

namespace told {

ValueWords quoted;
/// As written: addresses need no quotes.
ValueWords plain;
/// to x@example.org
ValueWords addressed;
/// with "x", par « x »
ValueWords with;
ValueWords like;
ValueWords pattern;
/// "at example.org" of "@example.org"
ValueWords address_end;
/// "10 MiB", « 10 Mio »
ValueWords size;
/// "3 attached files"
ValueWords files;
/// "within 500 m of (45.42, -75.69)"
ValueWords near;
/// "by e-mail"
ValueWords channel;
/// "in English"
ValueWords language;
ValueWords authentication;

}  // namespace told
}  // namespace docket
