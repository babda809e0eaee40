// Amazon SES through SNS: a message in a notice in a signed envelope.
#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "config/text.h"
#include "connectors/mime/transfer.h"
#include "connectors/webhook/assembled_mail.h"
#include "connectors/webhook/format.h"
#include "connectors/webhook/json.h"
#include "connectors/webhook/readings.h"
#include "connectors/webhook/signature.h"
#include "connectors/webhook/sns_certificate.h"
#include "connectors/webhook/verdict.h"

namespace docket::webhook {
namespace {

using Json = nlohmann::ordered_json;

/// SNS signs once, at publication, and repeats for an hour at most.
constexpr std::chrono::minutes kOldest{65};

std::string text_to_sign(const Json& envelope) {
  static constexpr std::array kSigned{"Message",   "MessageId", "Subject",  "SubscribeURL",
                                      "Timestamp", "Token",     "TopicArn", "Type"};
  std::string text;
  for (const auto* key : kSigned) {
    if (!member(envelope, key).is_string()) continue;
    text += std::string(key) + "\n" + text_of(envelope, key) + "\n";
  }
  return text;
}

std::vector<std::string> certificates_in(const std::filesystem::path& file) {
  static constexpr std::string_view kBegin = "-----BEGIN CERTIFICATE-----";
  std::ifstream in(file, std::ios::binary);
  const std::string pem{std::istreambuf_iterator<char>(in), {}};
  std::vector<std::string> certificates;
  for (auto at = pem.find(kBegin); at != std::string::npos;) {
    const auto next = pem.find(kBegin, at + kBegin.size());
    certificates.push_back(pem.substr(at, next == std::string::npos ? next : next - at));
    at = next;
  }
  return certificates;
}

Envelope envelope_of(const Json& notice) {
  Envelope envelope;
  const auto& mail = member(notice, "mail");
  if (const auto& source = member(mail, "source"); source.is_string()) {
    envelope.from = envelope_address(source.get_ref<const std::string&>());
  }
  const auto& recipients = member(member(notice, "receipt"), "recipients");
  if (!recipients.is_array()) return envelope;
  for (const auto& one : recipients) {
    if (one.is_string()) envelope.to.push_back(envelope_address(one.get_ref<const std::string&>()));
  }
  return envelope;
}

class Ses final : public Format {
 public:
  explicit Ses(Fetch fetch) : fetch_(fetch), certificates_(std::move(fetch)) {}

  Judgement judge(const Call& call) override {
    if (call.header("x-amz-sns-rawdelivery") == "true") {
      return refuse(400, "raw message delivery is on for this SNS subscription, and such messages are not signed");
    }
    const auto envelope = parse_json(call.request.body);
    if (!envelope || !envelope->is_object()) return refuse(400, envelope ? "expected an object" : envelope.error());
    const auto topic = text_of(*envelope, "TopicArn");
    const auto& topics = call.settings.topics;
    if (std::find(topics.begin(), topics.end(), topic) == topics.end())
      return Unproven{"the SNS topic is not in topics"};
    const auto signed_at = parse_rfc3339(text_of(*envelope, "Timestamp"));
    if (!signed_at || !fresh(call, *signed_at, kOldest)) return Unproven{"the SNS Timestamp is too old or ahead"};
    auto certificates = certificates_for(call, *envelope, topic);
    if (!certificates) return std::move(certificates.error());
    if (!is_signed(*envelope, *certificates)) return Unproven{"the SNS signature is missing or does not fit"};
    return by_type(*envelope, topic);
  }

 private:
  tl::expected<std::vector<std::string>, Judgement> certificates_for(const Call& call, const Json& envelope,
                                                                     const std::string& topic) {
    if (!call.settings.certificate.empty()) {
      auto pinned = certificates_in(call.settings.certificate);
      if (!pinned.empty()) return pinned;
      return tl::unexpected<Judgement>(
          Answered{busy(), "there is no certificate in " + call.settings.certificate.string()});
    }
    const auto url = text_of(envelope, "SigningCertURL");
    if (!is_sns_url(url, topic) || !url.ends_with(".pem") || url.find_first_of("?#") != std::string::npos) {
      return tl::unexpected<Judgement>(Unproven{"SigningCertURL is not SNS's own"});
    }
    auto pem = certificates_.get(url, call.now);
    if (!pem) return tl::unexpected<Judgement>(Answered{busy(), pem.error()});
    return std::vector<std::string>{*std::move(pem)};
  }

  static bool is_signed(const Json& envelope, const std::vector<std::string>& certificates) {
    const auto version = text_of(envelope, "SignatureVersion");
    const auto signature = strict_base64(text_of(envelope, "Signature"));
    if (!signature || (version != "1" && version != "2")) return false;
    const auto digest = version == "1" ? Digest::sha1 : Digest::sha256;
    const auto text = text_to_sign(envelope);
    return std::any_of(certificates.begin(), certificates.end(),
                       [&](const std::string& pem) { return verify_rsa(pem, *signature, text, digest); });
  }

  Judgement by_type(const Json& envelope, const std::string& topic) {
    const auto type = text_of(envelope, "Type");
    if (type == "SubscriptionConfirmation") return confirm(text_of(envelope, "SubscribeURL"), topic);
    if (type == "UnsubscribeConfirmation") {
      return Answered{{200, "application/json", "{}"}, "SNS no longer sends here: unsubscribed from " + topic};
    }
    if (type != "Notification") return refuse(400, "unknown SNS Type");
    const auto notice = parse_json(text_of(envelope, "Message"));
    if (!notice || text_of(*notice, "notificationType") != "Received") {
      return refuse(400, "the SNS topic brings something else than received mail");
    }
    return Proven{text_of(envelope, "MessageId"), "email", envelope_of(*notice)};
  }

  Judgement confirm(const std::string& url, const std::string& topic) {
    if (!is_sns_url(url, topic)) return refuse(400, "SubscribeURL is not SNS's own");
    const auto answer =
        fetch_ ? fetch_(url) : tl::expected<std::string, std::string>(tl::unexpect, "nothing can be fetched here");
    if (!answer) return Answered{busy(), "the SNS subscription cannot be confirmed: " + answer.error()};
    return Answered{{200, "application/json", "{}"}, "subscribed to " + topic};
  }

  Fetch fetch_;
  SnsCertificates certificates_;
};

Authenticated verdict_of(const Json& receipt, const char* key) {
  return read_verdict(text_of(member(receipt, key), "status"));
}

/// SES does not say for which domain DKIM passed.
void read_verdicts(const Json& notice, std::string_view from, Payload& payload) {
  const auto& receipt = member(notice, "receipt");
  if (receipt.contains("dmarcVerdict") || receipt.contains("spfVerdict")) {
    payload.authenticated = combine(verdict_of(receipt, "dmarcVerdict"),
                                    {{payload.envelope.from.value_or(""), verdict_of(receipt, "spfVerdict")},
                                     {"", verdict_of(receipt, "dkimVerdict")}},
                                    from);
  }
  if (receipt.contains("spamVerdict") || receipt.contains("virusVerdict")) {
    payload.spam = verdict_of(receipt, "spamVerdict") == Authenticated::fail ||
                   verdict_of(receipt, "virusVerdict") == Authenticated::fail;
  }
}

/// With the S3 action the message lies elsewhere: its header is all that came, and a person must learn it.
ParsedMail header_alone(const Json& notice, Payload& payload) {
  ParsedMail mail;
  const auto& headers = member(member(notice, "mail"), "headers");
  if (headers.is_array()) {
    for (const auto& field : headers) mail.header.emplace_back(text_of(field, "name"), text_of(field, "value"));
  }
  payload.defects.push_back("SES sent the header alone: use the SNS action for whole messages");
  const auto& action = member(member(notice, "receipt"), "action");
  mail.text = "Only the header of this letter came here. The letter lies in S3: " + text_of(action, "bucketName") +
              " " + text_of(action, "objectKey") + "\n";
  return mail;
}

}  // namespace

Payload read_ses(std::string_view body) {
  Payload payload;
  const auto envelope = parse_json(body);
  const auto notice = envelope ? parse_json(text_of(*envelope, "Message")) : envelope;
  if (!notice || !notice->is_object()) {
    payload.defects.push_back("the SNS message cannot be read");
    return payload;
  }
  payload.envelope = envelope_of(*notice);
  const auto& content = member(*notice, "content");
  ParsedMail mail;
  if (content.is_string()) {
    const auto encoding = text_of(member(member(*notice, "receipt"), "action"), "encoding");
    payload.message = content.get<std::string>();
    if (ascii_equal_nocase(encoding, "BASE64")) {
      auto decoded = mime::decode_base64(*payload.message);
      if (decoded.broken) payload.defects.push_back("the content is not base64");
      payload.message = std::move(decoded.octets);
    }
    mail.header = header_of(*payload.message);
  } else {
    mail = header_alone(*notice, payload);
    payload.message = assemble(mail);
  }
  read_verdicts(*notice, mail.field("From"), payload);
  return payload;
}

std::unique_ptr<Format> ses_format(Fetch fetch) { return std::make_unique<Ses>(std::move(fetch)); }

}  // namespace docket::webhook
