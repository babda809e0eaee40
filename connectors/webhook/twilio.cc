// Twilio: text messages, and calls that leave a recording and perhaps its transcript.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "config/digest.h"
#include "config/text.h"
#include "connectors/http/form.h"
#include "connectors/mime/charset.h"
#include "connectors/webhook/format.h"
#include "connectors/webhook/readings.h"
#include "connectors/webhook/signature.h"

namespace docket::webhook {
namespace {

constexpr int kMedia = 100;
// Only recordings of a length between these are transcribed.
constexpr int kShortest = 2;
constexpr int kLongest = 120;

/// Names and values in the order of names; a value that comes again under one name counts once.
std::string parameters_to_sign(const SentForm& form) {
  std::vector<std::pair<std::string_view, std::string_view>> pairs;
  for (const auto& field : form.fields) pairs.emplace_back(field.name, field.value);
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  std::string text;
  for (const auto& [name, value] : pairs) text.append(name).append(value);
  return text;
}

/// Some of Twilio's servers sign the address with its port, some without.
std::vector<std::string> addresses(const std::string& public_url, const std::string& target) {
  const auto scheme = public_url.find("://");
  if (scheme == std::string::npos) return {public_url + target};
  const auto host = scheme + 3;
  const auto end = std::min(public_url.find('/', host), public_url.size());
  // Of an IPv6 address the colons within its brackets are none of a port.
  const auto bracket = public_url.substr(0, end).rfind(']');
  const auto port = public_url.substr(0, end).find(':', bracket == std::string::npos ? host : bracket);
  const std::string other = port != std::string::npos
                                ? public_url.substr(0, port)
                                : public_url.substr(0, end) + (public_url.starts_with("https:") ? ":443" : ":80");
  return {public_url + target, other + public_url.substr(end) + target};
}

/// A body that is no form is covered by its digest in the signed address.
std::optional<std::string> signed_body(const Call& call, const tl::expected<SentForm, std::string>& form) {
  const auto digest = call.request.query.find("bodySHA256");
  if (digest == call.request.query.end()) return form ? std::optional(parameters_to_sign(*form)) : std::nullopt;
  if (!equal_constant_time(sha256_hex(call.request.body), ascii_lower(digest->second))) return std::nullopt;
  return std::string();
}

bool signature_fits(const Call& call, const tl::expected<SentForm, std::string>& form) {
  const auto signature = strict_base64(call.header("x-twilio-signature"));
  const auto body = signed_body(call, form);
  if (!signature || !body) return false;
  bool found = false;
  for (const auto& address : addresses(call.public_url, call.request.target)) {
    for (const auto& secret : call.secrets) {
      found = equal_constant_time(hmac_sha1(secret, address + *body), *signature) || found;
    }
  }
  return found;
}

std::string escape_xml(std::string_view text) {
  std::string out;
  for (const char c : to_valid_utf8(text)) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') {
      out += c;
    }
  }
  return out;
}

HttpResponse twiml(std::string_view words) {
  std::string body = R"(<?xml version="1.0" encoding="UTF-8"?><Response>)";
  if (!words.empty()) body += "<Message>" + escape_xml(words) + "</Message>";
  return {200, "text/xml; charset=utf-8", body + "</Response>"};
}

Answered silence(std::string log) { return {twiml(""), std::move(log)}; }

/// What Twilio answers by itself. HELP and YES alone may be words to the town, unless Twilio says otherwise.
bool is_opt_out(const SentForm& form) {
  if (!form.value("OptOutType").empty()) return true;
  static constexpr std::array<std::string_view, 5> kWords{"STOP", "STOPALL", "UNSUBSCRIBE", "START", "UNSTOP"};
  const auto body = trim(form.value("Body"));
  return std::any_of(kWords.begin(), kWords.end(), [&](auto word) { return ascii_equal_nocase(word, body); });
}

Judgement judge_text_message(const SentForm& form) {
  if (form.value("MessageSid").empty()) return refuse(400, "MessageSid is missing: no incoming message");
  if (is_opt_out(form)) return silence("");
  return Proven{std::string(form.value("MessageSid")), "sms"};
}

int seconds_of(const SentForm& form) {
  int seconds = 0;
  for (const char c : form.value("RecordingDuration").substr(0, 6)) {
    if (c < '0' || c > '9') return -1;
    seconds = seconds * 10 + (c - '0');
  }
  return form.value("RecordingDuration").empty() ? -1 : seconds;
}

/// One call is one case, whichever of its two callbacks opens it: both have the recording's id as their key. The one
/// for the recording opens it only where no transcript will come.
Judgement judge_call(const Call& call, const SentForm& form) {
  const auto recording = std::string(form.value("RecordingSid"));
  if (recording.empty()) return refuse(400, "RecordingSid is missing: set this address as a recording's callback");
  const Proven proven{"recording/" + recording, "voice"};
  if (form.find("TranscriptionStatus") != nullptr) return proven;
  const auto status = form.value("RecordingStatus");
  if (!status.empty() && status != "completed") return silence("a recording did not come about: nothing to keep");
  const auto asked = call.request.query.find("transcript");
  const bool transcribed = asked == call.request.query.end() || asked->second != "no";
  const int seconds = seconds_of(form);
  if (transcribed && (seconds < 0 || (seconds > kShortest && seconds < kLongest))) return silence("");
  return proven;
}

class Twilio final : public Format {
 public:
  explicit Twilio(bool voice) : voice_(voice) {}

  Judgement judge(const Call& call) override {
    if (call.public_url.empty()) return Answered{busy(), "desk.public_url is not set, and Twilio signs it"};
    const auto form = parse_form(call.request.body, call.header("content-type"));
    if (!signature_fits(call, form)) {
      return Unproven{"Twilio's signature is missing or does not fit: look at desk.public_url, too"};
    }
    if (!form) return refuse(400, form.error());
    return voice_ ? judge_call(call, *form) : judge_text_message(*form);
  }

  [[nodiscard]] HttpResponse answer(const Taken&, const std::string& words) const override {
    return twiml(voice_ ? "" : words);
  }

 private:
  bool voice_;
};

/// "whatsapp:+16135550142" is a number too.
std::string number(std::string_view from) {
  const auto colon = from.find(':');
  return mime::guess_utf8(colon == std::string_view::npos ? from : from.substr(colon + 1));
}

}  // namespace

Payload read_text_message(std::string_view body, std::string_view media_type) {
  Payload payload;
  const auto form = read_form(body, media_type, payload);
  if (!form) return payload;
  payload.phone = number(form->value("From"));
  payload.text = mime::guess_utf8(form->value("Body"));
  for (int i = 0; i < kMedia; ++i) {
    const auto* media = form->find("MediaUrl" + std::to_string(i));
    if (media == nullptr) break;
    payload.media.push_back(mime::guess_utf8(media->value));
  }
  return payload;
}

Payload read_call(std::string_view body, std::string_view media_type) {
  Payload payload;
  const auto form = read_form(body, media_type, payload);
  if (!form) return payload;
  payload.phone = number(form->value("From"));
  payload.text = mime::guess_utf8(form->value("TranscriptionText"));
  if (trim(payload.text).empty()) payload.text = "Voice mail, no transcript.";
  if (const auto url = form->value("RecordingUrl"); !url.empty()) payload.media.push_back(mime::guess_utf8(url));
  return payload;
}

std::unique_ptr<Format> twilio_format(bool voice) { return std::make_unique<Twilio>(voice); }

}  // namespace docket::webhook
