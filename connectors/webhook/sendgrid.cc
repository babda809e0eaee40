// SendGrid Inbound Parse: parsed, each field in a charset of its own, or raw.
#include <charconv>
#include <nlohmann/json.hpp>

#include "config/digest.h"
#include "config/text.h"
#include "connectors/mime/charset.h"
#include "connectors/webhook/assembled_mail.h"
#include "connectors/webhook/format.h"
#include "connectors/webhook/json.h"
#include "connectors/webhook/readings.h"
#include "connectors/webhook/signature.h"
#include "connectors/webhook/verdict.h"

namespace docket::webhook {
namespace {

constexpr double kSpamScore = 5.0;  // SpamAssassin's own threshold

bool signature_fits(const Call& call, std::string_view when) {
  const auto signature = strict_base64(call.header("x-twilio-email-event-webhook-signature"));
  if (!signature || when.empty()) return false;
  const auto text = std::string(when) + call.request.body;
  for (const auto& secret : call.secrets) {
    const auto key = strict_base64(secret);
    if (key && verify_ecdsa(*key, *signature, text)) return true;
  }
  return false;
}

/// A field's text by the charset that `charsets` names for it.
class Texts {
 public:
  Texts(const SentForm& form, Payload& payload)
      : form_(form), payload_(payload), charsets_(parse_json(form.value("charsets")).value_or(nullptr)) {}

  [[nodiscard]] std::string text(const char* name) const {
    const auto octets = form_.value(name);
    const auto charset = text_of(charsets_, name);
    if (charset.empty()) return mime::guess_utf8(octets);
    if (auto utf8 = mime::to_utf8(octets, charset)) return *utf8;
    payload_.defects.push_back("unknown charset of the field " + std::string(name));
    return mime::guess_utf8(octets);
  }

 private:
  const SentForm& form_;
  Payload& payload_;
  nlohmann::ordered_json charsets_;
};

std::vector<MailFile> files_of(const SentForm& form) {
  const auto info = parse_json(form.value("attachment-info")).value_or(nullptr);
  std::vector<MailFile> files;
  for (const auto& field : form.fields) {
    if (!field.file_name || !field.name.starts_with("attachment")) continue;
    const auto& told = member(info, field.name.c_str());
    const auto type = text_of(told, "type");
    files.push_back({*field.file_name, field.type.empty() ? type : field.type,
                     envelope_address(text_of(told, "content-id")), std::string(field.value)});
  }
  return files;
}

ParsedMail parsed_mail(const SentForm& form, Payload& payload) {
  const Texts texts(form, payload);
  ParsedMail mail;
  mail.header = header_of(form.value("headers"));
  mail.add_missing("From", texts.text("from"));
  mail.add_missing("To", texts.text("to"));
  mail.add_missing("Cc", texts.text("cc"));
  mail.add_missing("Subject", texts.text("subject"));
  mail.text = texts.text("text");
  mail.html = texts.text("html");
  mail.files = files_of(form);
  return mail;
}

/// "{@example.org : pass, @list.example : fail}", which is no JSON.
std::vector<Check> dkim_checks(std::string_view text) {
  std::vector<Check> checks;
  text = trim(text);
  if (text.starts_with('{')) text.remove_prefix(1);
  if (text.ends_with('}')) text.remove_suffix(1);
  for (const auto part : split(text, ',')) {
    const auto colon = part.rfind(':');
    if (colon == std::string_view::npos) continue;
    checks.push_back({std::string(trim(part.substr(0, colon))), read_verdict(part.substr(colon + 1))});
  }
  return checks;
}

void read_verdicts(const SentForm& form, std::string_view from, Payload& payload) {
  auto checks = dkim_checks(form.value("dkim"));
  if (const auto* spf = form.find("SPF")) {
    checks.push_back({payload.envelope.from.value_or(""), read_verdict(spf->value)});
  }
  if (!checks.empty()) payload.authenticated = combine(Authenticated::unknown, checks, from);
  const auto score = trim(form.value("spam_score"));
  double points = 0;
  const auto read = std::from_chars(score.data(), score.data() + score.size(), points);
  if (!score.empty() && read.ec == std::errc()) payload.spam = points >= kSpamScore;
}

class SendGrid final : public Format {
 public:
  Judgement judge(const Call& call) override {
    if (!call.open() && !basic_matches(call)) {
      const auto when = call.header("x-twilio-email-event-webhook-timestamp");
      if (!signature_fits(call, when)) return Unproven{"SendGrid's signature is missing or does not fit"};
      const auto signed_at = unix_seconds(when);
      if (!signed_at || !fresh(call, *signed_at)) return Unproven{"SendGrid's timestamp is too old or ahead"};
    }
    const auto form = parse_form(call.request.body, call.header("content-type"));
    if (!form) return refuse(400, form.error());
    auto envelope = sendgrid_envelope(*form);
    const bool has_letter = form->find("email") != nullptr || form->find("headers") != nullptr;
    if (envelope.to.empty() || !has_letter)
      return refuse(400, "no message of Inbound Parse: no envelope, or no headers");
    // A repeat may be dated and signed anew; the body is what stays.
    return Proven{"sha256/" + sha256_hex(call.request.body), "email", std::move(envelope)};
  }
};

}  // namespace

Envelope sendgrid_envelope(const SentForm& form) {
  Envelope envelope;
  const auto json = parse_json(form.value("envelope"));
  if (!json) return envelope;
  if (const auto& from = member(*json, "from"); from.is_string()) {
    envelope.from = envelope_address(from.get_ref<const std::string&>());
  }
  const auto& to = member(*json, "to");
  if (to.is_string()) envelope.to.push_back(envelope_address(to.get_ref<const std::string&>()));
  if (!to.is_array()) return envelope;
  for (const auto& one : to) {
    if (one.is_string()) envelope.to.push_back(envelope_address(one.get_ref<const std::string&>()));
  }
  return envelope;
}

Payload read_sendgrid(std::string_view body, std::string_view media_type) {
  Payload payload;
  const auto form = read_form(body, media_type, payload);
  if (!form) return payload;
  payload.envelope = sendgrid_envelope(*form);
  if (const auto* whole = form->find("email")) {
    ParsedMail mail;
    mail.header = header_of(whole->value);
    read_verdicts(*form, mail.field("From"), payload);
    payload.message = std::string(whole->value);
    return payload;
  }
  const auto mail = parsed_mail(*form, payload);
  read_verdicts(*form, mail.field("From"), payload);
  payload.message = assemble(mail);
  return payload;
}

std::unique_ptr<Format> sendgrid_format() { return std::make_unique<SendGrid>(); }

}  // namespace docket::webhook
