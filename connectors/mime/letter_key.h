// The identity of a letter across mailboxes and rescans.
#pragma once

#include <string>

#include "connectors/letter.h"

namespace docket {

/// Of a letter that is read but for this. Hex SHA-256 over Message-ID, From addresses, Date, folded subject,
/// white-space-folded text after `strip` and the sorted hashes of the attachments (of text with LF line ends); the
/// letter's own SHA-256 when Message-ID, From and Date are all missing.
[[nodiscard]] std::string letter_key(const Letter& letter);

}  // namespace docket
