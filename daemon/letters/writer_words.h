// What docket tells who wrote as an office: that the answer did not go to the resident and why, and which commands
// there are. For the town's own people, in English and French as far as the town has them.
#pragma once

#include <string>

#include "config/town.h"

namespace docket {

/// Why an office's letter was not sent on to the resident.
enum class NotSent {
  unproven,        ///< nothing proves that the office wrote it
  stranger,        ///< it answers our forward, but its address is not one of the office's
  another_office,  ///< which answers the case
  no_office,       ///< the case is in review
  direct,          ///< the office answers residents itself, and did not write to this one
  no_address,      ///< of the resident
  empty,           ///< no words and no files
  history,         ///< it still holds what docket wrote to the office
  office_address,  ///< it holds the address that forwards go to
  refused_file,
  too_large,
  too_many  ///< letters from offices within an hour
};
/// One or two words for the timeline.
[[nodiscard]] const char* to_string(NotSent why);

struct NotSentFacts {
  NotSent why = NotSent::unproven;
  std::string number;
  std::string office;  ///< id of the office that answers, for another_office
  std::string detail;  ///< the resident's address (direct), their telephone number (no_address), a file's name
};

struct PlainLetter {
  std::string subject;
  std::string text;
};

/// To somebody unproven it says nothing of the case but its number.
[[nodiscard]] PlainLetter not_sent_letter(const NotSentFacts& facts, const Town& town);
/// Nothing was done, since `line` is no command; and the list of commands.
[[nodiscard]] PlainLetter commands_letter(const std::string& number, const std::string& line, const Town& town);

}  // namespace docket
