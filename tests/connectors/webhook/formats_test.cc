// Every format against every way in which a request can be wrong, or come again: the status that its sender gets, and
// which delivery it is. The table prints itself.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <string>
#include <vector>

#include "config/digest.h"
#include "connectors/webhook/signature.h"
#include "tests/connectors/webhook/calls.h"
#include "tests/connectors/webhook/keys.h"

namespace docket::webhook {
namespace {

constexpr std::int64_t kNow = 1796000000;
const std::string kForm = "application/x-www-form-urlencoded";
const std::string kMultipart = "multipart/form-data; boundary=B";
const std::string kLetter = R"({"from":{"email":"a@example.org"},"subject":"Noise","text":"Hello"})";

using Mangle = std::function<std::string(std::string)>;
/// A request signed at that time; `mangle` has changed its body before it was signed.
using Make = std::function<HttpRequest(const std::string& secret, std::int64_t when, const Mangle& mangle)>;

std::string whole(std::string body) { return body; }
std::string cut(std::string body) { return body.substr(0, body.size() * 2 / 3); }

struct Sender {
  std::string name;
  std::string format;
  std::string secret;
  std::string other;  ///< a secret that is not known to docket
  Make make;
  std::int64_t oldest;  ///< seconds; 0: not dated
  bool wakes = false;
  std::int64_t success = 200;
  std::int64_t broken = 400;
};

HttpRequest standard(const std::string& secret, std::int64_t when, const Mangle& mangle) {
  const auto body = mangle(kLetter);
  const auto time = std::to_string(when);
  return post("/h",
              {{"webhook-id", "msg_1"},
               {"webhook-timestamp", time},
               {"webhook-signature", "v1," + base64(hmac_sha256(secret, "msg_1." + time + "." + body))}},
              body);
}

HttpRequest hub(const std::string& secret, std::int64_t, const Mangle& mangle) {
  const auto body = mangle(kLetter);
  return post("/h", {{"x-hub-signature-256", "sha256=" + hex(hmac_sha256(secret, body))}}, body);
}

HttpRequest bearer(const std::string& secret, std::int64_t, const Mangle& mangle) {
  return post("/h", {{"authorization", "Bearer " + secret}}, mangle(kLetter));
}

HttpRequest mailgun(const std::string& secret, std::int64_t when, const Mangle& mangle) {
  const auto time = std::to_string(when);
  const std::string token(50, 't');
  return post("/h", {{"content-type", kMultipart}},
              mangle(multipart({{"timestamp", time},
                                {"token", token},
                                {"signature", hex(hmac_sha256(secret, time + token))},
                                {"recipient", "ward2@town.example"},
                                {"sender", "a@example.org"},
                                {"body-plain", "Hello"}})));
}

std::string sendgrid_body() {
  return multipart(
      {{"envelope", R"({"to":["ward2@town.example"],"from":"a@example.org"})"}, {"email", "Subject: x\n\nHello"}});
}

HttpRequest sendgrid(const std::string& secret, std::int64_t, const Mangle& mangle) {
  return post("/h", {{"content-type", kMultipart}, {"authorization", "Basic " + base64(secret)}},
              mangle(sendgrid_body()));
}

HttpRequest postmark(const std::string& secret, std::int64_t, const Mangle& mangle) {
  return post(
      "/h", {{"authorization", "Basic " + base64(secret)}},
      mangle(
          R"({"MessageID":"22c74902","OriginalRecipient":"ward2@town.example","TextBody":"Hello","Headers":[{"Name":"Return-Path","Value":"<a@example.org>"}]})"));
}

HttpRequest twilio(const std::string& secret, const std::string& target, const Mangle& mangle,
                   const std::vector<std::pair<std::string, std::string>>& sorted) {
  // Mangled, the fields cannot be signed at all: the sender would have to sign what it does not send.
  std::string text = "https://letters.town.example" + target;
  for (const auto& [name, value] : sorted) text += name + value;
  return post(target, {{"content-type", kForm}, {"x-twilio-signature", base64(hmac_sha1(secret, text))}},
              mangle(urlencoded(sorted)));
}

HttpRequest sms(const std::string& secret, std::int64_t, const Mangle& mangle) {
  return twilio(secret, "/h", mangle, {{"Body", "Hello"}, {"From", "+16135550142"}, {"MessageSid", "SM1"}});
}

HttpRequest voice(const std::string& secret, std::int64_t, const Mangle& mangle) {
  return twilio(secret, "/h", mangle, {{"RecordingSid", "RE1"}, {"TranscriptionStatus", "failed"}});
}

HttpRequest graph(const std::string& secret, std::int64_t, const Mangle& mangle) {
  return post("/h", {}, mangle(R"({"value":[{"clientState":")" + secret + R"(","changeType":"created"}]})"));
}

HttpRequest gmail(const std::string& secret, std::int64_t, const Mangle& mangle) {
  return post("/h?token=" + secret, {}, mangle(R"({"message":{"data":"e30=","messageId":"1"},"subscription":"s"})"));
}

std::string iso(std::int64_t seconds) {
  const auto time = static_cast<std::time_t>(seconds);
  char text[32];
  (void)std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S.000Z", std::gmtime(&time));
  return text;
}

/// Signed by a key whose certificate is pinned.
struct Sns {
  TestKey key{TestKey::Kind::rsa}, other{TestKey::Kind::rsa};
  std::string file = "/tmp/docket-sns-" + hex(random_octets(8)) + ".pem";
  Sns() { std::ofstream(file) << key.certify("sns.amazonaws.com"); }
  ~Sns() { (void)std::remove(file.c_str()); }

  [[nodiscard]] Make maker(const std::string& version) const {
    return [this, version](const std::string& secret, std::int64_t when, const Mangle& mangle) {
      const std::string message = mangle(
          R"({"notificationType":"Received","mail":{"source":"a@example.org"},"receipt":{"recipients":["ward2@town.example"]},"content":"Subject: x"})");
      std::string escaped;
      for (const char c : message) escaped += c == '"' ? std::string("\\\"") : std::string(1, c);
      const auto text = "Message\n" + message + "\nMessageId\nm1\nTimestamp\n" + iso(when) + "\nTopicArn\n" + kTopic +
                        "\nType\nNotification\n";
      const auto signature = base64((secret == "right" ? key : other).sign(text, version == "1" ? "SHA1" : "SHA256"));
      return post("/h", {},
                  R"({"Type":"Notification","MessageId":"m1","TopicArn":")" + std::string(kTopic) +
                      R"(","Timestamp":")" + iso(when) + R"(","SignatureVersion":")" + version + R"(","Signature":")" +
                      signature + R"(","Message":")" + escaped + "\"}");
    };
  }
};

/// What is one delivery has one key; what has no key was not kept.
std::string key_of(const Received& received) {
  const auto* delivery = std::get_if<Delivery>(&received);
  return delivery == nullptr ? "" : delivery->inbound.delivery_key;
}

TEST_CASE("format x situation: the status answered") {
  const TestKey ec(TestKey::Kind::ec), other_ec(TestKey::Kind::ec);
  const Sns sns;
  const Make signed_sendgrid = [&](const std::string& secret, std::int64_t when, const Mangle& mangle) {
    const auto body = mangle(sendgrid_body());
    const auto& key = secret == base64(ec.public_key()) ? ec : other_ec;
    return post("/h",
                {{"content-type", kMultipart},
                 {"x-twilio-email-event-webhook-timestamp", std::to_string(when)},
                 {"x-twilio-email-event-webhook-signature", base64(key.sign(std::to_string(when) + body, "SHA256"))}},
                body);
  };
  const std::vector<Sender> senders{
      {"standard", "standard", "a secret", "no secret", standard, 300},
      {"json, Standard Webhooks", "json", "a secret", "no secret", standard, 300},
      {"json, X-Hub-Signature", "json", "a secret", "no secret", hub, 0},
      {"json, bearer", "json", "a secret", "no secret", bearer, 0},
      {"github", "github", "a secret", "no secret", hub, 0},
      {"mailgun", "mailgun", "a secret", "no secret", mailgun, 300},
      {"sendgrid, signed", "sendgrid", base64(ec.public_key()), base64(other_ec.public_key()), signed_sendgrid, 300},
      {"sendgrid, password", "sendgrid", "user:a secret", "user:no secret", sendgrid, 0},
      {"postmark", "postmark", "user:a secret", "user:no secret", postmark, 0},
      {"ses, signature 1", "ses", "right", "wrong", sns.maker("1"), 3900},
      {"ses, signature 2", "ses", "right", "wrong", sns.maker("2"), 3900},
      {"twilio-sms", "twilio-sms", "a secret", "no secret", sms, 0, false, 200, 401},
      {"twilio-voice", "twilio-voice", "a secret", "no secret", voice, 0, false, 200, 401},
      {"graph", "graph", "a-secret", "no-secret", graph, 0, true, 202},
      {"gmail-push", "gmail-push", "a-secret", "no-secret", gmail, 0, true, 200},
  };
  std::string table = fmt::format("{:<26}{:>6}{:>8}{:>8}{:>6}{:>7}{:>9}{:>7}{:>6}{:>7}{:>6}\n", "format", "good",
                                  "bad sig", "(503)", "none", "old", "ahead", "again", "retry", "broken", "busy");
  for (const auto& sender : senders) {
    CAPTURE(sender.name);
    TestHook hook(sender.format, sender.format == "ses" ? std::vector<std::string>{}
                                                        : std::vector<std::string>{"rotated", sender.secret});
    hook.settings().topics = {kTopic};
    if (sender.format == "ses") hook.settings().certificate = sns.file;
    const auto status = [&](const HttpRequest& request, std::int64_t now = kNow) {
      return status_of(hook.receive(request, at(now)));
    };
    const auto good = sender.make(sender.secret, kNow, whole);
    auto bare = good;
    bare.headers = {};
    bare.query = {};
    if (good.headers.contains("content-type")) bare.headers["content-type"] = good.headers.at("content-type");

    const int good_status = status(good);
    CHECK(good_status == sender.success);
    const int bad = status(sender.make(sender.other, kNow, whole));
    CHECK(bad == 401);
    hook.settings().on_bad_signature = 503;
    const int commissioning = status(sender.make(sender.other, kNow, whole));
    CHECK(commissioning == 503);
    hook.settings().on_bad_signature = 401;
    // Where the proof lies in the body (Mailgun, SNS, Graph), a request without it is one with another body.
    const int none =
        sender.format == "mailgun"
            ? status(post("/h", bare.headers, multipart({{"recipient", "a@b.example"}, {"body-plain", "x"}})))
        : sender.format == "graph" ? status(post("/h", {}, R"({"value":[{}]})"))
        : sender.format == "ses"   ? status(post("/h", {}, R"({"Type":"Notification","MessageId":"m1"})"))
                                   : status(bare);
    CHECK(none == 401);
    std::string old = "-", ahead = "-";
    if (sender.oldest > 0) {
      CHECK(status(good, kNow + sender.oldest) == sender.success);
      old = std::to_string(status(good, kNow + sender.oldest + 1));
      ahead = std::to_string(status(good, kNow - 301));
      CHECK(old == "401");
      CHECK(ahead == "401");
    }
    // The same octets again, and the sender's own next try: the same delivery, so that the book writes nothing.
    const auto first = hook.receive(good, at(kNow));
    const auto again = hook.receive(good, at(kNow + 60));
    const auto retry = hook.receive(sender.make(sender.secret, kNow + 90, whole), at(kNow + 90));
    CHECK(status_of(again) == sender.success);
    CHECK(status_of(retry) == sender.success);
    CHECK(key_of(first).empty() == sender.wakes);
    CHECK(key_of(again) == key_of(first));
    CHECK(key_of(retry) == key_of(first));
    const int broken = status(sender.make(sender.secret, kNow, cut));
    CHECK(broken == sender.broken);
    CHECK(busy().status == 503);
    CHECK(busy().headers.at("Retry-After") == "30");
    table += fmt::format("{:<26}{:>6}{:>8}{:>8}{:>6}{:>7}{:>9}{:>7}{:>6}{:>7}{:>6}\n", sender.name, good_status, bad,
                         commissioning, none, old, ahead, status_of(again), status_of(retry), broken, busy().status);
  }
  std::cout << "\n" << table << std::endl;
}

TEST_CASE("a stolen proof with another body keeps nothing") {
  // Mailgun signs time and token alone: the token is the delivery's key, so the book knows it already.
  TestHook hook("mailgun", {"a secret"});
  const auto good = mailgun("a secret", kNow, whole);
  auto replayed = good;
  replayed.body.replace(replayed.body.find("Hello"), 5, "Howdy");
  CHECK(key_of(hook.receive(replayed, at(kNow))) == key_of(hook.receive(good, at(kNow))));
  // All others sign the body.
  const TestKey ec(TestKey::Kind::ec);
  TestHook github("github", {"a secret"});
  auto changed = hub("a secret", kNow, whole);
  changed.body += " ";
  CHECK(status_of(github.receive(changed, at(kNow))) == 401);
}

TEST_CASE("keys that are missing or empty let nobody in, and nobody is turned away for good") {
  for (const std::string format :
       {"standard", "json", "github", "mailgun", "postmark", "twilio-sms", "sendgrid", "graph", "gmail-push"}) {
    CAPTURE(format);
    TestHook hook(format, {""});
    const auto unsigned_request =
        post("/h?token=", {{"authorization", "Bearer "}, {"content-type", kForm}, {"x-hub-signature-256", "sha256="}},
             R"({"value":[{"clientState":""}]})");
    const auto received = hook.receive(unsigned_request, at(kNow));
    CHECK(status_of(received) == 503);
    CHECK_FALSE(std::get<Answered>(received).bad_signature);
    CHECK_FALSE(std::get<Answered>(received).log.empty());
  }
}

TEST_CASE("an empty key signs nothing") {
  TestHook hook("github", {""});
  CHECK(status_of(hook.receive(hub("", kNow, whole), at(kNow))) == 503);
  TestHook standard_hook("standard", {"whsec_"});
  CHECK(status_of(standard_hook.receive(standard("", kNow, whole), at(kNow))) == 401);
}

TEST_CASE("what is misdirected is told so that the sender stops") {
  TestHook mailgun_hook("mailgun", {"a secret"});
  CHECK(described(mailgun_hook.receive(post("/h", {{"content-type", "application/json"}}, R"({"event-data":{}})"),
                                       at(kNow))) ==
        "406 Mailgun sends events here; give this address to a route's forward() instead");
  const auto time = std::to_string(kNow);
  const auto stored = urlencoded({{"timestamp", time},
                                  {"token", "t"},
                                  {"signature", hex(hmac_sha256("a secret", time + "t"))},
                                  {"recipient", "a@b.example"},
                                  {"body-plain", "x"},
                                  {"attachments", "[]"}});
  CHECK(status_of(mailgun_hook.receive(post("/h", {{"content-type", kForm}}, stored), at(kNow))) == 406);
  TestHook postmark_hook("postmark", {"user:a secret"});
  const auto event =
      post("/h", {{"authorization", "Basic " + base64("user:a secret")}}, R"({"RecordType":"Bounce","MessageID":"1"})");
  CHECK(status_of(postmark_hook.receive(event, at(kNow))) == 403);
  const auto unsigned_answer = std::get<Answered>(postmark_hook.receive(post("/h", {}, "{}"), at(kNow)));
  CHECK(unsigned_answer.response.headers.at("WWW-Authenticate") == "Basic realm=\"docket\"");
  HttpRequest get = post("/h", {}, "");
  get.method = "GET";
  CHECK(status_of(postmark_hook.receive(get, at(kNow))) == 405);
}

TEST_CASE("SendGrid without secrets is open, and still has to bring a message") {
  TestHook hook("sendgrid", {});
  CHECK(described(hook.receive(post("/h", {{"content-type", kMultipart}}, sendgrid_body()), at(kNow))) ==
        "delivery sha256/" + sha256_hex(sendgrid_body()) + " email a@example.org>ward2@town.example");
  CHECK(status_of(hook.receive(post("/h", {{"content-type", kForm}}, "a=1"), at(kNow))) == 400);
}

TEST_CASE("answers to letters in JSON") {
  TestHook hook("json", {"a secret"});
  Taken taken{"17", "case", "EX-2026-000001-5"};
  CHECK(hook.hook().answer(taken, "").body == R"({"case":"EX-2026-000001-5"})");
  CHECK(hook.hook().answer(taken, "Merci \"!\"").body == R"({"case":"EX-2026-000001-5","message":"Merci \"!\""})");
  CHECK(hook.hook().answer({"17", "quarantined", ""}, "").body == R"({"case":null})");
}

TEST_CASE("one call is one case, whichever callback opens it") {
  TestHook hook("twilio-voice", {"k"});
  using Fields = std::vector<std::pair<std::string, std::string>>;
  const auto receive = [&](const std::string& target, const Fields& fields) {
    return described(hook.receive(twilio("k", target, whole, fields), at(kNow)));
  };
  const std::string opened = "delivery recording/RE1 voice ->";
  CHECK(receive("/h", {{"RecordingSid", "RE1"}, {"TranscriptionStatus", "completed"}, {"TranscriptionText", "x"}}) ==
        opened);
  CHECK(receive("/h", {{"RecordingSid", "RE1"}, {"TranscriptionStatus", "failed"}}) == opened);
  const auto recording = [](const std::string& seconds) {
    return Fields{{"RecordingDuration", seconds}, {"RecordingSid", "RE1"}, {"RecordingStatus", "completed"}};
  };
  CHECK(receive("/h", recording("30")) == "200 ");   // its transcript will come
  CHECK(receive("/h", recording("2")) == opened);    // too short to be transcribed
  CHECK(receive("/h", recording("120")) == opened);  // too long
  CHECK(receive("/h?transcript=no", recording("30")) == opened);
  CHECK(receive("/h", {{"RecordingSid", "RE1"}, {"RecordingStatus", "in-progress"}}) ==
        "200 a recording did not come about: nothing to keep");
  CHECK(receive("/h", {{"CallSid", "CA1"}}) ==
        "400 RecordingSid is missing: set this address as a recording's callback");
}

TEST_CASE("STOP, START and HELP are Twilio's to answer") {
  TestHook hook("twilio-sms", {"k"});
  const auto status = [&](const std::string& body, bool opt_out) {
    std::vector<std::pair<std::string, std::string>> fields{{"Body", body}, {"MessageSid", "SM1"}};
    if (opt_out) fields.emplace_back("OptOutType", "HELP");
    return described(hook.receive(twilio("k", "/h", whole, fields), at(kNow)));
  };
  CHECK(status("Help", true) == "200 ");
  CHECK(status(" stop ", false) == "200 ");
  CHECK(status("Stop the noise", false) == "delivery SM1 sms ->");
  CHECK(status("Help", false) == "delivery SM1 sms ->");
}

TEST_CASE("wake-ups") {
  TestHook hook("graph", {"state"});
  hook.settings().wakes = {"council", "mayor"};
  CHECK(described(hook.receive(graph("state", 0, whole), at(kNow))) == "wakes council,mayor 202");
  const auto echo =
      std::get<Answered>(hook.receive(post("/h?validationToken=Validation%3A+%3Cb%3E", {}, ""), at(kNow)));
  CHECK(echo.response.status == 200);
  CHECK(echo.response.type == "text/plain; charset=utf-8");
  CHECK(echo.response.body == "Validation: <b>");
  CHECK(echo.response.headers.at("X-Content-Type-Options") == "nosniff");
  CHECK(status_of(hook.receive(post("/h?validationToken=" + std::string(5000, 'x'), {}, ""), at(kNow))) == 400);
  TestHook open("graph", {});
  CHECK(described(open.receive(post("/h", {}, R"({"value":[{}]})"), at(kNow))) == "wakes  202");
}

}  // namespace
}  // namespace docket::webhook
