// The published signatures of every format. What a format cannot be is told from what is not proven by the status: 400
// after a good signature, 401 before.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "config/digest.h"
#include "connectors/webhook/signature.h"
#include "tests/connectors/webhook/calls.h"
#include "tests/connectors/webhook/keys.h"

namespace docket::webhook {
namespace {

const std::string kDocketBody =
    R"({"type":"message.received","timestamp":"2026-11-20T14:05:00Z","data":{"channel":"web","from":{"name":"A. Resident","email":"a@example.org"},"subject":"Noise","text":"Hello"}})";

HttpRequest standard(const std::string& id, const std::string& when, const std::string& signature,
                     const std::string& body) {
  return post("/h", {{"webhook-id", id}, {"webhook-timestamp", when}, {"webhook-signature", signature}}, body);
}

TEST_CASE("Standard Webhooks") {
  const std::string secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  TestHook hook("standard", {"whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", secret});
  const auto published = standard("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330",
                                  "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", R"({"test": 2432232314})");
  CHECK(described(hook.receive(published, at(1614265330))) == "400 expected text, subject, fields or attachments");
  const auto good = standard("msg_0001", "1795183500", "v1,VaNdgB8l4MJK1Wx4qWoxFw68wHuSjb2/W57QVFd0sCU=", kDocketBody);
  CHECK(described(hook.receive(good, at(1795183500))) == "delivery msg_0001 webhook ->");

  struct Row {
    std::string name;
    std::string id, when, signature, body, expected;
    std::int64_t now = 1795183500;
  };
  const std::string right = "v1,VaNdgB8l4MJK1Wx4qWoxFw68wHuSjb2/W57QVFd0sCU=";
  const std::string no = "401! no signature in webhook-signature fits";
  const std::string age = "401! webhook-timestamp is too old or ahead: check both clocks";
  for (const Row& row : std::vector<Row>{
           {"one of several", "msg_0001", "1795183500", "v1,AAAA v2,xyz " + right, kDocketBody,
            "delivery msg_0001 webhook ->"},
           {"another version", "msg_0001", "1795183500", "v2" + right.substr(2), kDocketBody, no},
           {"without version", "msg_0001", "1795183500", right.substr(3), kDocketBody, no},
           {"hexadecimal", "msg_0001", "1795183500", "v1," + hex(right), kDocketBody, no},
           {"cut", "msg_0001", "1795183500", right.substr(0, 30), kDocketBody, no},
           {"none", "msg_0001", "1795183500", "", kDocketBody, no},
           {"no id", "", "1795183500", right, kDocketBody, "401! a webhook- header is missing"},
           {"no time", "msg_0001", "", right, kDocketBody, "401! a webhook- header is missing"},
           {"a time with a sign", "msg_0001", "+1795183500", right, kDocketBody,
            "401! webhook-timestamp is no number of seconds"},
           {"another id", "msg_0002", "1795183500", right, kDocketBody, no},
           {"another time", "msg_0001", "1795183501", right, kDocketBody, no},
           {"one octet more", "msg_0001", "1795183500", right, kDocketBody + " ", no},
           {"5 minutes old", "msg_0001", "1795183500", right, kDocketBody, "delivery msg_0001 webhook ->", 1795183800},
           {"older", "msg_0001", "1795183500", right, kDocketBody, age, 1795183801},
           {"5 minutes ahead", "msg_0001", "1795183500", right, kDocketBody, "delivery msg_0001 webhook ->",
            1795183200},
           {"further ahead", "msg_0001", "1795183500", right, kDocketBody, age, 1795183199},
       }) {
    CAPTURE(row.name);
    CHECK(described(hook.receive(standard(row.id, row.when, row.signature, row.body), at(row.now))) == row.expected);
  }
}

TEST_CASE("Standard Webhooks with a public key, and ids that may not be") {
  const TestKey key(TestKey::Kind::ed25519);
  TestHook hook("standard", {"whpk_" + base64(key.public_key())});
  const auto signed_by_key = [&](const std::string& id, const std::string& body) {
    return standard(id, "1795183500", "v1a," + base64(key.sign(id + ".1795183500." + body, "")), body);
  };
  CHECK(described(hook.receive(signed_by_key("msg_1", kDocketBody), at(1795183500))) == "delivery msg_1 webhook ->");
  auto changed = signed_by_key("msg_1", kDocketBody);
  changed.body += " ";
  CHECK(status_of(hook.receive(changed, at(1795183500))) == 401);
  CHECK(described(hook.receive(signed_by_key("a.b", kDocketBody), at(1795183500))) ==
        "400 webhook-id must hold no dot");
  CHECK(status_of(hook.receive(signed_by_key(std::string(256, 'x'), kDocketBody), at(1795183500))) == 200);
  CHECK(status_of(hook.receive(signed_by_key(std::string(257, 'x'), kDocketBody), at(1795183500))) == 400);
  CHECK(status_of(hook.receive(signed_by_key("a\x01z", kDocketBody), at(1795183500))) == 400);
  // The public key is known to many, so it must not serve as one to sign with.
  const auto text = "m.1795183500." + kDocketBody;
  const auto forged =
      standard("m", "1795183500", "v1," + base64(hmac_sha256("whpk_" + base64(key.public_key()), text)), kDocketBody);
  CHECK(status_of(hook.receive(forged, at(1795183500))) == 401);
}

TEST_CASE("GitHub's way") {
  TestHook published("github", {"It's a Secret to Everybody"});
  const std::string right = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
  const auto status = [&](const std::string& signature, const std::string& body) {
    return status_of(published.receive(post("/h", {{"x-hub-signature-256", signature}}, body), at(0)));
  };
  CHECK(status(right, "Hello, World!") == 400);
  CHECK(status(right, "Hello, World") == 401);
  CHECK(status(right.substr(7), "Hello, World!") == 401);
  CHECK(status("sha256=757107EA" + right.substr(15), "Hello, World!") == 401);
  CHECK(status("sha1=" + right.substr(7), "Hello, World!") == 401);
  CHECK(status("", "Hello, World!") == 401);
  TestHook docket("github", {"s3cret"});
  const auto sample =
      post("/h", {{"x-hub-signature-256", "sha256=16b872ea5d1f6d550f84f52d41de1f28ea45a2566c32b5671621623a555f19e6"}},
           kDocketBody);
  CHECK(described(docket.receive(sample, at(0))) == "delivery sha256/" + sha256_hex(kDocketBody) + " webhook ->");
}

TEST_CASE("Mailgun") {
  TestHook hook("mailgun", {"key-3ax6xnjp29jd6fds4gc373sgvjxteol0"});
  const auto request = [](const std::string& signature) {
    return post("/h", {{"content-type", "application/x-www-form-urlencoded"}},
                urlencoded({{"timestamp", "1700000000"},
                            {"token", std::string(50, 'c')},
                            {"signature", signature},
                            {"recipient", "ward2@town.example"},
                            {"sender", "a@example.org"},
                            {"body-plain", "x"}}));
  };
  const std::string right = "69c5ca59c73baf3b997a5c7a90f2ed79b332e18189c73ffa17bb5ce0b612555b";
  CHECK(described(hook.receive(request(right), at(1700000000))) ==
        "delivery token/" + std::string(50, 'c') + " email a@example.org>ward2@town.example");
  CHECK(status_of(hook.receive(request("7" + right.substr(1)), at(1700000000))) == 401);
}

TEST_CASE("SendGrid") {
  TestHook hook("sendgrid", {"MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/"
                             "7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g=="});
  const std::string body =
      R"([{"email":"hello@world.com","event":"dropped","reason":"Bounced Address","sg_event_id":"ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA","sg_message_id":"LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0","smtp-id":"<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>","timestamp":1600112492}])"
      "\r\n";
  const auto status = [&](const std::string& when, const std::string& text) {
    return status_of(hook.receive(
        post("/h",
             {{"x-twilio-email-event-webhook-timestamp", when},
              {"x-twilio-email-event-webhook-signature",
               "MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM="}},
             text),
        at(1600112502)));
  };
  CHECK(status("1600112502", body) == 400);
  CHECK(status("1600112503", body) == 401);
  CHECK(status("1600112502", body.substr(0, body.size() - 2)) == 401);
  CHECK(status("", body) == 401);
}

TEST_CASE("Twilio") {
  using Fields = std::vector<std::pair<std::string, std::string>>;
  const Fields call{{"CallSid", "CA1234567890ABCDE"},
                    {"Digits", "1234"},
                    {"From", "+14158675309"},
                    {"To", "+18005551212"},
                    {"Caller", "+14158675309"}};
  struct Row {
    std::string name;
    std::string url, target;
    Fields fields;
    std::string signature;
    int status;
  };
  const std::string json = R"({"property": "value", "boolean": true})";
  for (const Row& row : std::vector<Row>{
           {"plain", "https://mycompany.com", "/myapp.php?foo=1&bar=2", call, "RSOYDt4T1cUTdK1PDd93/VVr8B8=", 400},
           {"signed with a port", "https://mycompany.com", "/myapp.php?foo=1&bar=2", call,
            "kvajT1Ptam85bY51eRf/AJRuM3w=", 400},
           {"signed without", "https://mycompany.com:443", "/myapp.php?foo=1&bar=2", call,
            "RSOYDt4T1cUTdK1PDd93/VVr8B8=", 400},
           {"http with a port", "http://mycompany.com", "/myapp.php?foo=1&bar=2", call,
            "0ZXoZLH/DfblKGATFgpif+LLRf4=", 400},
           {"a slash at the end of public_url", "https://mycompany.com/", "/myapp.php?foo=1&bar=2", call,
            "RSOYDt4T1cUTdK1PDd93/VVr8B8=", 400},
           {"a name twice",
            "https://mycompany.com",
            "/myapp.php?foo=1&bar=2",
            {{"Sid", "CA123"}, {"SidAccount", "AC123"}, {"Digits", "5678"}, {"Digits", "1234"}},
            "IK+Dwps556ElfBT0I3Rgjkr1wJU=",
            400},
           {"a value twice",
            "https://mycompany.com",
            "/myapp.php?foo=1&bar=2",
            {{"Sid", "CA123"}, {"SidAccount", "AC123"}, {"Digits", "5678"}, {"Digits", "1234"}, {"Digits", "1234"}},
            "IK+Dwps556ElfBT0I3Rgjkr1wJU=",
            400},
           {"another query", "https://mycompany.com", "/myapp.php?foo=1&bar=3", call,
            "RSOYDt4T1cUTdK1PDd93/VVr8B8=", 401},
           {"another host", "https://mycompany.org", "/myapp.php?foo=1&bar=2", call,
            "RSOYDt4T1cUTdK1PDd93/VVr8B8=", 401},
           {"a field less",
            "https://mycompany.com",
            "/myapp.php?foo=1&bar=2",
            {call.begin() + 1, call.end()},
            "RSOYDt4T1cUTdK1PDd93/VVr8B8=",
            401},
       }) {
    CAPTURE(row.name);
    TestHook hook("twilio-sms", {"other", "12345"}, nullptr, row.url);
    auto request =
        post(row.target, {{"content-type", "application/x-www-form-urlencoded"}, {"x-twilio-signature", row.signature}},
             urlencoded(row.fields));
    request.headers["host"] = "mycompany.com";
    CHECK(status_of(hook.receive(request, at(0))) == row.status);
  }
  TestHook hook("twilio-sms", {"12345"}, nullptr, "https://mycompany.com");
  const std::string target =
      "/myapp.php?foo=1&bar=2&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
  const std::map<std::string, std::string> headers{{"content-type", "application/json"},
                                                   {"x-twilio-signature", "a9nBmqA0ju/hNViExpshrM61xv4="}};
  CHECK(status_of(hook.receive(post(target, headers, json), at(0))) == 400);
  CHECK(status_of(hook.receive(post(target, headers, json + " "), at(0))) == 401);
}

TEST_CASE("a text message through Twilio, and its reply") {
  TestHook hook("twilio-sms", {"12345"}, nullptr, "https://docket.example.ca");
  const std::string body =
      "ToCountry=CA&MessageSid=SM0123456789abcdef0123456789abcdef&SmsMessageSid=SM0123456789abcdef0123456789abcdef&"
      "SmsSid="
      "SM0123456789abcdef0123456789abcdef&AccountSid=AC0123456789abcdef0123456789abcdef&From=%2B19055550123&To=%"
      "2B19055550100&Body="
      "Pothole+at+Brant+St+%26+Caroline+%E2%80%94+huge&NumMedia=0&NumSegments=1&SmsStatus=received&ApiVersion=2010-04-"
      "01&FromCity="
      "BURLINGTON&FromState=ON&FromZip=&FromCountry=CA";
  const auto received = hook.receive(post("/hooks/twilio/sms",
                                          {{"content-type", "application/x-www-form-urlencoded"},
                                           {"x-twilio-signature", "hl2E90psLWepx+8y9GfufM/32FU="}},
                                          body),
                                     at(1700000000));
  CHECK(described(received) == "delivery SM0123456789abcdef0123456789abcdef sms ->");
  const auto& inbound = std::get<Delivery>(received).inbound;
  CHECK(inbound.octets == body);
  CHECK(inbound.format == "twilio-sms");
  CHECK(inbound.media_type == "application/x-www-form-urlencoded");
  CHECK(inbound.received == at(1700000000));
  CHECK(hook.hook().answer({}, "Case EX-1 <now> & \"here\"").body ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Message>Case EX-1 &lt;now&gt; &amp; "
        "\"here\"</Message></Response>");
  CHECK(hook.hook().answer({}, "").body == "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response></Response>");
  CHECK(hook.hook().answer({}, "").type == "text/xml; charset=utf-8");
}

TEST_CASE("SNS's text to sign") {
  const std::string text =
      "Message\nhello\nMessageId\n8f6dee70-c885-558a-be7d-bd48bbf5335e\nSubject\nAmazon SES Email Receipt "
      "Notification\n"
      "Timestamp\n2018-03-30T17:17:36.516Z\nTopicArn\narn:aws:sns:us-east-1:111111111111:SES_"
      "Inbound\nType\nNotification\n";
  REQUIRE(text.size() == 216);
  REQUIRE(sha256_hex(text) == "0a1232211e4244481adf60b940fd66a397a7641a9b29079dce059ee3f7cd3786");
  TestKey authority(TestKey::Kind::rsa), key(TestKey::Kind::rsa);
  (void)authority.certify("Test authority", nullptr, true);
  const auto pem = key.certify("sns.amazonaws.com", &authority);
  CHECK(verify_rsa(pem, key.sign(text, "SHA1"), text, Digest::sha1));
  CHECK(verify_rsa(pem, key.sign(text, "SHA256"), text, Digest::sha256));
  CHECK_FALSE(verify_rsa(pem, key.sign(text, "SHA256"), text, Digest::sha1));
  CHECK_FALSE(verify_rsa(pem, key.sign(text, "SHA256"), text + "\n", Digest::sha256));
  CHECK_FALSE(verify_rsa("", key.sign(text, "SHA256"), text, Digest::sha256));
}

TEST_CASE("base64 of a signature is nothing but base64") {
  CHECK(strict_base64("aGVsbG8=") == "hello");
  CHECK(strict_base64("aGVsbG8") == "hello");
  for (const char* text : {"aGVsbG8 ", "aGVsb-8=", "aGVs=bG8", "a", "aGVsbG8===", "aGVsbG8=\n"}) {
    CAPTURE(text);
    CHECK_FALSE(strict_base64(text));
  }
}

}  // namespace
}  // namespace docket::webhook
