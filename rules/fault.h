// What is wrong with a value of a rule, before its place is known.
#pragma once

#include <string>

namespace docket {

struct Fault {
  std::string text;
  std::string hint;
};

}  // namespace docket
