// The letter as an office gets it: why, by when, what a reply does, the whole text, the attachments.
#pragma once

#include <optional>
#include <string>

#include "config/calendar.h"
#include "config/town.h"
#include "connectors/letter.h"
#include "connectors/mime/compose.h"
#include "daemon/letters/templates.h"

namespace docket {

/// What the book knows of one forward when it is to be sent.
struct ForwardFacts {
  std::string number;
  std::string office;       ///< id
  std::string role;         ///< answers | copy | addition | review
  std::string reason_rule;  ///< rule name, or empty
  std::string written_to;   ///< generic address, or empty
  std::optional<Time> due;
  bool restricted = false;
  bool without_attachments = false;  ///< the second try after a size refusal
  std::string case_address = {};     ///< where a reply joins the case: with its token, or the generic address alone
};

/// Above the covering text of an office whose answers go through the case stands the line above which it writes.
/// `letter` is read again from the stored `octets`. Message-ID, Date, From and the automatic-mail headers (none for
/// `plain_headers`) are set by the caller's outbox. Reply-To is the resident where the office answers itself.
[[nodiscard]] Draft draft_forward(const ForwardFacts& facts, const Letter& letter, const std::string& octets,
                                  const Town& town, const Calendar& calendar, const Templates& templates);

/// On top of any letter about a case to an office whose answers go through the case: the line above which it writes.
[[nodiscard]] std::string with_mark(const Office& office, const std::string& language, const std::string& text);

}  // namespace docket
