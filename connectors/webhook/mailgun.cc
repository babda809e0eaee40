// Mailgun Routes: forward("https://…"), parsed, or whole where the address ends in "mime".
#include <algorithm>
#include <nlohmann/json.hpp>

#include "config/digest.h"
#include "config/text.h"
#include "connectors/mime/charset.h"
#include "connectors/webhook/assembled_mail.h"
#include "connectors/webhook/format.h"
#include "connectors/webhook/json.h"
#include "connectors/webhook/readings.h"
#include "connectors/webhook/verdict.h"

namespace docket::webhook {
namespace {

using Header = std::vector<std::pair<std::string, std::string>>;

constexpr int kStop = 406;  // Mailgun: do not try again

bool signature_fits(const Call& call, const SentForm& form) {
  const auto text = std::string(form.value("timestamp")) + std::string(form.value("token"));
  const auto signature = form.value("signature");
  bool found = false;
  for (const auto& secret : call.secrets) {
    found = equal_constant_time(hex(hmac_sha256(secret, text)), signature) || found;
  }
  return found && !form.value("token").empty();
}

/// store() and tracking webhooks tell of messages instead of bringing them.
bool is_other_notice(const SentForm& form) {
  const bool has_body = form.find("body-plain") != nullptr || form.find("body-mime") != nullptr;
  return !has_body || (form.find("attachments") != nullptr && form.find("attachment-count") == nullptr);
}

Header message_headers(const SentForm& form, Payload& payload) {
  Header header;
  const auto* field = form.find("message-headers");
  if (field == nullptr) return header;
  const auto list = parse_json(field->value);
  if (!list || !list->is_array()) payload.defects.push_back("message-headers cannot be read");
  if (!list || !list->is_array()) return header;
  for (const auto& pair : *list) {
    if (pair.is_array() && pair.size() == 2 && pair[0].is_string() && pair[1].is_string()) {
      header.emplace_back(pair[0].get<std::string>(), pair[1].get<std::string>());
    }
  }
  return header;
}

/// Only what stands above the first Received: below it a sender can have written it.
std::optional<Authenticated> verdict(const Header& header, std::string_view envelope_from, std::string_view from) {
  std::vector<Check> checks;
  for (const auto& [name, value] : header) {
    if (ascii_equal_nocase(name, "Received")) break;
    if (ascii_equal_nocase(name, "X-Mailgun-Spf")) checks.push_back({std::string(envelope_from), read_verdict(value)});
    if (ascii_equal_nocase(name, "X-Mailgun-Dkim-Check-Result")) checks.push_back({"", read_verdict(value)});
  }
  if (checks.empty()) return std::nullopt;
  return combine(Authenticated::unknown, checks, from);
}

/// content-id-map: {"<cid>": "attachment-2"}.
std::string content_id(const nlohmann::ordered_json& map, std::string_view attachment) {
  if (!map.is_object()) return {};
  for (const auto& [id, name] : map.items()) {
    if (name.is_string() && name.get_ref<const std::string&>() == attachment) return envelope_address(id);
  }
  return {};
}

std::vector<MailFile> files_of(const SentForm& form) {
  const auto map = parse_json(form.value("content-id-map")).value_or(nullptr);  // real ones name a key twice
  std::vector<MailFile> files;
  for (const auto& field : form.fields) {
    if (!field.file_name || !field.name.starts_with("attachment-")) continue;
    files.push_back({*field.file_name, field.type, content_id(map, field.name), std::string(field.value)});
  }
  return files;
}

ParsedMail parsed_mail(const SentForm& form, Header header) {
  ParsedMail mail;
  mail.header = std::move(header);
  mail.add_missing("From", form.value("from"));
  mail.add_missing("To", form.value("To").empty() ? form.value("recipient") : form.value("To"));
  mail.add_missing("Subject", form.value("subject"));
  mail.add_missing("Message-ID", form.value("Message-Id"));
  mail.add_missing("Date", form.value("Date"));
  mail.text = mime::guess_utf8(form.value("body-plain"));
  mail.html = mime::guess_utf8(form.value("body-html"));
  mail.files = files_of(form);
  return mail;
}

class Mailgun final : public Format {
 public:
  Judgement judge(const Call& call) override {
    if (call.header("content-type").starts_with("application/json")) {
      return refuse(kStop, "Mailgun sends events here; give this address to a route's forward() instead");
    }
    const auto form = parse_form(call.request.body, call.header("content-type"));
    if (!form) return refuse(400, form.error());
    if (!signature_fits(call, *form)) return Unproven{"Mailgun's signature is missing or does not fit"};
    const auto signed_at = unix_seconds(form->value("timestamp"));
    if (!signed_at || !fresh(call, *signed_at)) return Unproven{"Mailgun's timestamp is too old or ahead"};
    if (is_other_notice(*form)) {
      return refuse(kStop, "Mailgun sends no message here; use forward() in the route, not store() or notify");
    }
    auto envelope = mailgun_envelope(*form);
    if (envelope.to.empty()) return refuse(400, "the recipient is missing");
    return Proven{"token/" + std::string(form->value("token")), "email", std::move(envelope)};
  }
};

}  // namespace

Envelope mailgun_envelope(const SentForm& form) {
  Envelope envelope;
  if (const auto* sender = form.find("sender")) envelope.from = envelope_address(sender->value);
  for (const auto one : split(form.value("recipient"), ',')) {
    if (auto address = envelope_address(one); !address.empty()) envelope.to.push_back(std::move(address));
  }
  return envelope;
}

Payload read_mailgun(std::string_view body, std::string_view media_type) {
  Payload payload;
  const auto form = read_form(body, media_type, payload);
  if (!form) return payload;
  payload.envelope = mailgun_envelope(*form);
  const auto envelope_from = payload.envelope.from.value_or("");
  if (const auto* whole = form->find("body-mime")) {
    const auto header = header_of(whole->value);
    const auto from = std::find_if(header.begin(), header.end(),
                                   [](const auto& field) { return ascii_equal_nocase(field.first, "From"); });
    payload.authenticated = verdict(header, envelope_from, from == header.end() ? "" : from->second);
    payload.message = std::string(whole->value);
    return payload;
  }
  auto header = message_headers(*form, payload);
  const auto mail = parsed_mail(*form, std::move(header));
  payload.authenticated = verdict(mail.header, envelope_from, mail.field("From"));
  payload.message = assemble(mail);
  return payload;
}

std::unique_ptr<Format> mailgun_format() { return std::make_unique<Mailgun>(); }

}  // namespace docket::webhook
