// From an outbox row (what to say) to a letter ready for the wire.
#pragma once

#include <optional>
#include <string>

#include <tl/expected.hpp>

#include "config/clock.h"
#include "connectors/mail_sink.h"
#include "connectors/mime/compose.h"
#include "daemon/casebook/book.h"
#include "daemon/configuration.h"
#include "daemon/letters/recent.h"

namespace docket {

/// A row's letter, and what of it the book keeps.
struct Prepared {
  OutgoingMail mail;
  std::string subject;
  std::string text;
};

/// A forward, or an office's answer to the resident: text and files come from a letter as it is kept.
[[nodiscard]] bool is_made_from_letter(const OutboxRow& row);

/// Of a letter as it is kept, what that row needs.
[[nodiscard]] Original read_again(const OutboxRow& row, Inbound inbound, const Configuration& configuration,
                                  const Keys& keys);

/// The letter as a draft, every header set. `original` is the letter that the row is about, null where it is not
/// needed. What cannot be rendered is an error in words for an admin; nothing throws but std::bad_alloc.
[[nodiscard]] tl::expected<Draft, std::string> draft_row(const OutboxRow& row, const Configuration& configuration,
                                                         const Keys& keys, const Original* original, Time now);

/// Draft, envelope and octets.
[[nodiscard]] tl::expected<Prepared, std::string> prepare_row(const OutboxRow& row, const Configuration& configuration,
                                                              const Keys& keys, const Original* original, Time now);

}  // namespace docket
