// How each operator looks at a letter: one short function for each, none of which changes anything.
#pragma once

#include "rules/condition.h"

namespace docket::tests {

using Test = Match(const Condition& condition, const LetterView& letter);

Test is;
Test contains;
Test word;
Test starts;
Test ends;
Test like;
Test regex;
Test exists;
Test address_is;
Test address_ends;
Test phone_is;
Test phone_starts;
Test language;
Test authenticated;
Test spam;
Test inside_hours;
Test outside_hours;
Test size_over;
Test size_under;
Test count_over;
Test count_under;
Test near;

}  // namespace docket::tests
