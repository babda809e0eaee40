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

namespace docket {

/// A row's letter, and what of it the book keeps.
struct Prepared {
  OutgoingMail mail;
  std::string subject;
  std::string text;
};

/// A forward, or an office's answer to the resident: text and files come from a letter as it is kept.
[[nodiscard]] bool is_made_from_letter(const OutboxRow& row);

/// The letter as a draft, every header set. `kept` is the letter that the row is about, needed where
/// is_made_from_letter(). What cannot be rendered is an error in words for an admin; nothing throws but
/// std::bad_alloc.
[[nodiscard]] tl::expected<Draft, std::string> draft_row(const OutboxRow& row, const Configuration& configuration,
                                                         const Keys& keys, const std::optional<KeptInbound>& kept,
                                                         Time now);

/// Draft, envelope and octets.
[[nodiscard]] tl::expected<Prepared, std::string> prepare_row(const OutboxRow& row, const Configuration& configuration,
                                                              const Keys& keys, const std::optional<KeptInbound>& kept,
                                                              Time now);

}  // namespace docket
