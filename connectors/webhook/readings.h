// The reading of each format's stored body, for understand(). Total: what cannot be read is a defect. May throw what
// a library throws; understand() catches it.
#pragma once

#include <optional>
#include <string_view>

#include "connectors/http/form.h"
#include "connectors/webhook/payload.h"

namespace docket::webhook {

[[nodiscard]] Payload read_mailgun(std::string_view body, std::string_view media_type);
[[nodiscard]] Payload read_sendgrid(std::string_view body, std::string_view media_type);
[[nodiscard]] Payload read_postmark(std::string_view body);
[[nodiscard]] Payload read_ses(std::string_view body);
[[nodiscard]] Payload read_text_message(std::string_view body, std::string_view media_type);
[[nodiscard]] Payload read_call(std::string_view body, std::string_view media_type);
[[nodiscard]] Payload read_write_form(std::string_view body, std::string_view media_type);

/// The fields of a form; where there are none the reason is a defect of the payload.
[[nodiscard]] std::optional<SentForm> read_form(std::string_view body, std::string_view media_type, Payload& payload);

[[nodiscard]] Envelope mailgun_envelope(const SentForm& form);
[[nodiscard]] Envelope sendgrid_envelope(const SentForm& form);

}  // namespace docket::webhook
