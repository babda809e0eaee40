// Places where a fault test makes the program stop, hang, or be refused. What is released has the function that does
// nothing (failpoint.cc); tests link tests/faults/failpoint.cc in its stead.
#pragma once

#include <string_view>

namespace docket {

/// 0: go on. Else an errno, at places that can stand for a refusal. `about`: what is being worked on, where a test
/// may want to choose by it. Called from any thread.
int failpoint(const char* place, std::string_view about = {});

}  // namespace docket
