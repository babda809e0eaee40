#include "rules/decision.h"

namespace docket {

const char* to_string(Priority priority) {
  switch (priority) {
    case Priority::low:
      return "low";
    case Priority::normal:
      return "normal";
    case Priority::high:
      return "high";
    case Priority::urgent:
      return "urgent";
  }
  return "normal";
}

// These words are stored in the book and printed as JSON: they are never changed, only added to.
const char* to_string(Withheld why) {
  switch (why) {
    case Withheld::automatic:
      return "automatic";
    case Withheld::list:
      return "list";
    case Withheld::bounce:
      return "bounce";
    case Withheld::own:
      return "own";
    case Withheld::null_sender:
      return "null-sender";
    case Withheld::no_address:
      return "no-address";
    case Withheld::unproven:
      return "unproven";
    case Withheld::spam:
      return "spam";
    case Withheld::rule:
      return "rule";
    case Withheld::ignored:
      return "ignored";
    case Withheld::old:
      return "old";
    case Withheld::cap:
      return "cap";
    case Withheld::duplicate:
      return "duplicate";
    case Withheld::follow_up:
      return "follow-up";
  }
  return "rule";
}

}  // namespace docket
