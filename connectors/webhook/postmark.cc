// Postmark's inbound webhook.
#include <nlohmann/json.hpp>

#include "config/text.h"
#include "connectors/mime/transfer.h"
#include "connectors/webhook/assembled_mail.h"
#include "connectors/webhook/format.h"
#include "connectors/webhook/json.h"
#include "connectors/webhook/readings.h"
#include "connectors/webhook/verdict.h"

namespace docket::webhook {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kStop = 403;  // Postmark: do not try again

std::vector<std::pair<std::string, std::string>> headers_of(const Json& mail) {
  std::vector<std::pair<std::string, std::string>> header;
  const auto& list = member(mail, "Headers");
  if (!list.is_array()) return header;
  for (const auto& field : list) header.emplace_back(text_of(field, "Name"), text_of(field, "Value"));
  return header;
}

/// "Name <a>, Name <b>" of ToFull, CcFull; of one object too.
std::string people(const Json& list, const std::string& plain) {
  if (list.is_object()) return mailbox(text_of(list, "Name"), text_of(list, "Email"));
  if (!list.is_array() || list.empty()) return plain;
  std::string all;
  for (const auto& person : list) {
    all += (all.empty() ? "" : ", ") + mailbox(text_of(person, "Name"), text_of(person, "Email"));
  }
  return all;
}

/// The dashboard's check sends its files as Data instead of Content.
std::vector<MailFile> files_of(const Json& mail, Payload& payload) {
  std::vector<MailFile> files;
  const auto& list = member(mail, "Attachments");
  if (!list.is_array()) return files;
  for (const auto& one : list) {
    const auto content = text_of(one, "Content");
    auto decoded = mime::decode_base64(content.empty() ? text_of(one, "Data") : content);
    if (decoded.broken) payload.defects.push_back("an attachment is not base64");
    files.push_back({text_of(one, "Name"), text_of(one, "ContentType"), envelope_address(text_of(one, "ContentID")),
                     std::move(decoded.octets)});
  }
  return files;
}

ParsedMail parsed_mail(const Json& json, Payload& payload) {
  ParsedMail mail;
  mail.header = headers_of(json);
  mail.add_missing("From", people(member(json, "FromFull"), text_of(json, "From")));
  mail.add_missing("To", people(member(json, "ToFull"), text_of(json, "To")));
  mail.add_missing("Cc", people(member(json, "CcFull"), text_of(json, "Cc")));
  mail.add_missing("Reply-To", text_of(json, "ReplyTo"));
  mail.add_missing("Subject", text_of(json, "Subject"));
  mail.add_missing("Date", text_of(json, "Date"));
  mail.text = text_of(json, "TextBody");
  mail.html = text_of(json, "HtmlBody");
  mail.files = files_of(json, payload);
  return mail;
}

/// Received-SPF where there is one alone (a sender may have written another). That some DKIM signature is valid says
/// not whose, but a letter that was forwarded is then no forgery for its SPF alone.
std::optional<Authenticated> verdict(const ParsedMail& mail, const std::string& envelope_from) {
  std::vector<Check> checks;
  std::vector<std::string_view> spf;
  for (const auto& [name, value] : mail.header) {
    if (ascii_equal_nocase(name, "Received-SPF")) spf.push_back(value);
  }
  if (spf.size() == 1) {
    checks.push_back({envelope_from, read_verdict(spf[0].substr(0, spf[0].find_first_of(" (;")))});
  }
  for (const auto test : split(mail.field("X-Spam-Tests"), ',')) {
    if (trim(test) == "DKIM_VALID") checks.push_back({"", Authenticated::pass});
  }
  if (checks.empty()) return std::nullopt;
  return combine(Authenticated::unknown, checks, mail.field("From"));
}

void read_verdicts(const ParsedMail& mail, Payload& payload) {
  payload.authenticated = verdict(mail, payload.envelope.from.value_or(""));
  const auto status = mail.field("X-Spam-Status");
  if (!status.empty()) payload.spam = ascii_equal_nocase(status.substr(0, 3), "Yes");
}

Envelope envelope_of(const Json& mail) {
  Envelope envelope;
  for (const auto& [name, value] : headers_of(mail)) {
    if (!ascii_equal_nocase(name, "Return-Path")) continue;
    envelope.from = envelope_address(value);
    break;
  }
  if (auto to = text_of(mail, "OriginalRecipient"); !to.empty()) envelope.to.push_back(envelope_address(to));
  const auto& hidden = member(mail, "BccFull");
  if (!envelope.to.empty() || !hidden.is_array()) return envelope;
  for (const auto& person : hidden) {
    if (auto to = text_of(person, "Email"); !to.empty()) envelope.to.push_back(std::move(to));
  }
  return envelope;
}

class Postmark final : public Format {
 public:
  Judgement judge(const Call& call) override {
    if (!basic_matches(call)) return Unproven{"the user and password in Postmark's URL are missing or do not fit"};
    const auto mail = parse_json(call.request.body);
    if (!mail || !mail->is_object()) return refuse(400, mail ? "expected an object" : mail.error());
    if (mail->contains("RecordType")) {
      return refuse(kStop, "Postmark sends events of outgoing mail here; set the inbound webhook instead");
    }
    const auto id = text_of(*mail, "MessageID");
    if (id.empty()) return refuse(400, "MessageID is missing");
    return Proven{id, "email", envelope_of(*mail)};
  }
};

}  // namespace

Payload read_postmark(std::string_view body) {
  Payload payload;
  const auto json = parse_json(body);
  if (!json || !json->is_object()) {
    payload.defects.push_back("the JSON cannot be read: " + (json ? "expected an object" : json.error()));
    return payload;
  }
  payload.envelope = envelope_of(*json);
  auto raw = text_of(*json, "RawEmail");
  if (!raw.empty()) {
    ParsedMail mail;
    mail.header = headers_of(*json);
    mail.add_missing("From", people(member(*json, "FromFull"), text_of(*json, "From")));
    read_verdicts(mail, payload);
    payload.message = std::move(raw);
    return payload;
  }
  const auto mail = parsed_mail(*json, payload);
  read_verdicts(mail, payload);
  payload.message = assemble(mail);
  return payload;
}

std::unique_ptr<Format> postmark_format() { return std::make_unique<Postmark>(); }

}  // namespace docket::webhook
