// What a server's reply means for one letter: the letter refused, us refused, or later.
#pragma once

#include "connectors/mail_sink.h"
#include "connectors/smtp/reply.h"

namespace docket::smtp {

enum class Stage { login, mail, recipient, data, dot };

/// Of a reply that is not the hoped-for one. Refusals of us or of our quota are no refusals of the letter
/// (RFC 3463 codes as large providers use them), nor is "bad sequence of commands" (503), which a fresh connection
/// cures. 4.7.x once a recipient is named may be greylisting (RFC 6647 section 2.1): `one_recipient` says so.
[[nodiscard]] SendResult outcome_of(const Reply& reply, Stage stage);

}  // namespace docket::smtp
