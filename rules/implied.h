// Which value implies which: "is 'pothole on Maple'" is never true without "contains 'pothole'". Sound, not complete.
#pragma once

#include "rules/condition.h"

namespace docket::implied {

using By = bool(Operator op, const Value& a, const Value& b);

By by_text_is;
By by_text_contains;
By by_text_word;
By by_text_starts;
By by_text_ends;
/// Only by the very same operator and value.
By by_same_like;
By by_same_regex;
By by_same_value;
By by_address_is;
By by_address_ends;
By by_larger;
By by_smaller;
By by_inside;
By by_outside;
/// By a circle inside it.
By by_near;
By by_exists;

}  // namespace docket::implied
