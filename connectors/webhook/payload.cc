#include "connectors/webhook/payload.h"

#include <exception>
#include <new>

#include "config/text.h"
#include "connectors/mime/charset.h"
#include "connectors/open311/payload.h"
#include "connectors/webhook/letter_object.h"
#include "connectors/webhook/readings.h"

namespace docket::webhook {
namespace {

Payload read_json_letter(std::string_view octets) {
  auto letter = read_letter_object(octets);
  for (auto& wrong : letter.wrong) letter.payload.defects.push_back("JSON: " + std::move(wrong));
  return std::move(letter.payload);
}

Payload read_format(std::string_view octets, std::string_view format, std::string_view media_type) {
  if (format == "standard" || format == "json" || format == "github") return read_json_letter(octets);
  if (format == "mailgun") return read_mailgun(octets, media_type);
  if (format == "sendgrid") return read_sendgrid(octets, media_type);
  if (format == "postmark") return read_postmark(octets);
  if (format == "ses") return read_ses(octets);
  if (format == "twilio-sms") return read_text_message(octets, media_type);
  if (format == "twilio-voice") return read_call(octets, media_type);
  if (format == "write") return read_write_form(octets, media_type);
  if (format == "open311") return open311::understand(octets, {}, "");
  Payload payload;
  payload.defects.push_back("the format of this letter is not known to this release");
  return payload;
}

bool is_empty(const Payload& payload) {
  return !payload.message && payload.text.empty() && payload.subject.empty() && payload.lines.empty() &&
         payload.attachments.empty() && payload.media.empty();
}

}  // namespace

std::optional<SentForm> read_form(std::string_view body, std::string_view media_type, Payload& payload) {
  auto form = parse_form(body, media_type);
  if (form) return *std::move(form);
  payload.defects.push_back("the form cannot be read: " + form.error());
  return std::nullopt;
}

Payload understand(std::string_view octets, std::string_view format, std::string_view media_type) {
  Payload payload;
  try {
    payload = read_format(octets, format, media_type);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    payload = {};
    payload.defects.push_back("the payload could not be read");
  }
  // What nobody understood a person shall see as it came; docket's own form is asked for again instead.
  if (format != "write" && is_empty(payload) && !payload.defects.empty()) payload.text = mime::guess_utf8(octets);
  return payload;
}

}  // namespace docket::webhook
