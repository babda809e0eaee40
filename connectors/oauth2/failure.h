// Why there is no access token.
#pragma once

#include <string>

namespace docket::oauth2 {

struct Failure {
  enum class Kind {
    later,   ///< the token server does not answer or is ill: it is asked again by itself
    refused  ///< it refuses us, or what it wants to see is missing: a person has to act
  } kind = Kind::later;
  std::string text;  ///< for an admin: what is wrong, and what to do; without secrets
};

}  // namespace docket::oauth2
