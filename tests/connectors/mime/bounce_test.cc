#include "connectors/mime/bounce.h"

#include <doctest/doctest.h>

#include "tests/connectors/mime/letters.h"

namespace docket {
namespace {

constexpr auto kReport =
    "Content-Type: multipart/report; report-type=\"delivery-status\"; boundary=x\nReturn-Path: <>\n";
constexpr auto kReceipt = "Content-Type: multipart/report; report-type=disposition-notification; boundary=x\n";

/// "dsn failed 5.1.1 [a@b c@d] <id> envelope", with - for what is missing.
std::string describe(const std::optional<Bounce>& bounce) {
  if (!bounce) return "no bounce";
  const auto* kind = bounce->kind == Bounce::Kind::dsn    ? "dsn"
                     : bounce->kind == Bounce::Kind::text ? "text"
                                                          : "receipt";
  std::string recipients;
  for (const auto& one : bounce->recipients) recipients += (recipients.empty() ? "" : " ") + one;
  const auto shown = [](const std::string& text) { return text.empty() ? std::string("-") : text; };
  return std::string(kind) + ' ' + shown(bounce->action) + ' ' + shown(bounce->status) + " [" + recipients + "] " +
         shown(bounce->original_message_id.value_or("")) + ' ' + shown(bounce->envelope_id.value_or(""));
}

std::string report(const std::string& status, const std::string& returned = "") {
  std::vector<PartView> parts{{"text/plain", {}, "sorry"}, {"message/delivery-status", {}, status}};
  if (!returned.empty()) parts.push_back({"text/rfc822-headers", {}, returned});
  return describe(read_bounce(sketch::letter(kReport), parts));
}

std::string text(const std::string& fields, const std::string& body) {
  auto letter = sketch::letter(fields);
  letter.text = body;
  return describe(read_bounce(letter, {{"text/plain", {}, body}}));
}

TEST_SUITE_BEGIN("bounce");

TEST_CASE("a delivery report says who did not get the letter, and which letter") {
  CHECK(report("Reporting-MTA: dns; mx.example.org\r\nOriginal-Envelope-Id: k1.abc\r\n\r\n"
               "Final-Recipient: rfc822; ana@example.org\r\nAction: failed\r\nStatus: 5.1.1\r\n"
               "Diagnostic-Code: smtp; 550 no such user\r\n",
               "From: clerk@town.example\r\nMessage-ID:\r\n <k1.abc@town.example>\r\n\r\n") ==
        "dsn failed 5.1.1 [ana@example.org] <k1.abc@town.example> k1.abc");
}

TEST_CASE("reports of every shape") {
  const struct {
    std::string name;
    std::string status;
    std::string read;
  } cases[] = {
      {"delayed", "\n\nFinal-Recipient: rfc822;ana@example.org\nAction: delayed\nStatus: 4.4.1 (timeout)\n",
       "dsn delayed 4.4.1 [ana@example.org] - -"},
      {"capital action, comment",
       "a: b\n\nFINAL-RECIPIENT: RFC822; <ana@example.org>\nAction: Failed (x)\nstatus: 5.0.0",
       "dsn failed 5.0.0 [ana@example.org] - -"},
      {"several recipients: the failed ones",
       "a: b\n\nFinal-Recipient: rfc822; a@x.example\nAction: relayed\nStatus: 2.0.0\n\n"
       "Final-Recipient: rfc822; b@x.example\nAction: failed\nStatus: 5.2.2\n\n"
       "Final-Recipient: rfc822; c@x.example\nAction: failed\nStatus: 5.2.2\n",
       "dsn failed 5.2.2 [b@x.example c@x.example] - -"},
      {"no empty line between the groups",
       "Reporting-MTA: dns; x\nFinal-Recipient: rfc822; a@x.example\nAction: failed\nStatus: 5.1.1\n",
       "dsn failed 5.1.1 [a@x.example] - -"},
      {"folded fields", "a: b\n\nFinal-Recipient:\n rfc822;\n a@x.example\nAction: failed\nStatus: 5.1.1\n",
       "dsn failed 5.1.1 [a@x.example] - -"},
      {"original recipient only", "a: b\n\nOriginal-Recipient: rfc822;a@x.example\nAction: failed\nStatus: 5.1.1",
       "dsn failed 5.1.1 [a@x.example] - -"},
      {"domains compare in lower case and Unicode",
       "a: b\n\nFinal-Recipient: rfc822; Ana@XN--MNCHEN-3YA.de\nAction: failed\nStatus: 5.1.1",
       "dsn failed 5.1.1 [Ana@münchen.de] - -"},
      {"another kind of address", "a: b\n\nFinal-Recipient: x400; /C=CA/S=Roy\nAction: failed\nStatus: 5.1.1",
       "dsn failed 5.1.1 [/C=CA/S=Roy] - -"},
      {"nothing useful", "hello", "dsn - - [] - -"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(report(c.status) == c.read);
  }
}

TEST_CASE("a report that a resident attached to a letter of their own is no bounce") {
  const auto letter =
      sketch::letter("From: ana@example.org\nReturn-Path: ana@example.org\nContent-Type: multipart/mixed");
  const std::vector<PartView> parts{
      {"message/delivery-status", {}, "a: b\n\nFinal-Recipient: rfc822; a@x\nAction: failed"}};
  CHECK(describe(read_bounce(letter, parts)) == "no bounce");
}

TEST_CASE("a read receipt") {
  const std::vector<PartView> parts{{"message/disposition-notification",
                                     {},
                                     "Final-Recipient: rfc822; ana@example.org\r\n"
                                     "Original-Message-ID: <k1.abc@town.example>\r\n"
                                     "Disposition: manual-action/MDN-sent-manually; displayed/error\r\n"}};
  CHECK(describe(read_bounce(sketch::letter(kReceipt), parts)) ==
        "receipt displayed - [ana@example.org] <k1.abc@town.example> -");
  CHECK(describe(read_bounce(sketch::letter(kReceipt), {})) == "receipt - - [] - -");
}

TEST_CASE("bounces that are only text") {
  const std::string daemon = "From: MAILER-DAEMON@mx.example.org\nReturn-Path: <>\n";
  const struct {
    std::string name;
    std::string fields;
    std::string body;
    std::string read;
  } cases[] = {
      {"qmail", daemon + "Subject: failure notice",
       "Hi. This is the qmail-send program at mx.example.org.\nI'm afraid I wasn't able to deliver your message.\n\n"
       "<ana@example.org>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n"
       "--- Below this line is a copy of the message.\n\nReturn-Path: <clerk@town.example>\n"
       "Message-ID: <k1.abc@town.example>\nFrom: clerk@town.example\n",
       "text failed 5.1.1 [ana@example.org] <k1.abc@town.example> -"},
      {"Exim",
       daemon + "X-Failed-Recipients: ana@example.org, bo@example.org\nSubject: Mail delivery failed: returning",
       "This message was created automatically by mail delivery software.\n\n  ana@example.org\n"
       "    host mx.example.org [192.0.2.1]: 550 5.1.1 unknown\n",
       "text failed 5.1.1 [ana@example.org bo@example.org] - -"},
      {"Exim warning", daemon + "Subject: Warning: message 1abc delayed 24 hours",
       "This message was created automatically by mail delivery software.\nA message that you sent has not yet been "
       "delivered.\n\n  ana@example.org\n",
       "text delayed - [ana@example.org] - -"},
      {"Postfix", daemon + "Subject: Undelivered Mail Returned to Sender",
       "This is the mail system at host mx.example.org.\n\nI'm sorry to have to inform you\n\n"
       "<ana@example.org>: host mx2[198.51.100.7] said: 550 5.7.1 rejected\n",
       "text failed 5.7.1 [ana@example.org] - -"},
      {"Exchange", "From: postmaster@town.example\nSubject: Undeliverable: Your letter",
       "Delivery has failed to these recipients or groups:\n\nana@example.org (ana@example.org)\nThe address you "
       "typed could not be found.\n\nOriginal message headers:\n\nMessage-ID: <k2@town.example>\nother@town.example\n",
       "text failed - [ana@example.org] <k2@town.example> -"},
      {"Exchange in French", "From: MicrosoftExchange329e71ec88ae@town.example\nSubject: Non remis : votre lettre",
       "La remise a échoué pour ces destinataires ou groupes :\n\nana@example.org\n",
       "text failed - [ana@example.org] - -"},
      {"sendmail", daemon + "Subject: Returned mail: see transcript for details",
       "   ----- The following addresses had permanent fatal errors -----\n<ana@example.org>\n    (reason: 550 "
       "5.1.1)\n",
       "text failed 5.1.1 [ana@example.org] - -"},
      {"a vacation answer with a null sender", "From: ana@example.org\nReturn-Path: <>\nSubject: Out of office",
       "I am away until Monday.", "no bounce"},
      {"a person who writes about a bounce",
       "From: ana@example.org\nReturn-Path: ana@example.org\nSubject: "
       "Undeliverable: my letter to you",
       "This is the mail system at host x\n<mayor@town.example>: 550 5.1.1", "no bounce"},
      {"an IP address is no status", daemon + "Subject: failure notice",
       "Remote host 5.1.1.2 said no\n<ana@example.org>:\n", "text failed - [ana@example.org] - -"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(text(c.fields, c.body) == c.read);
  }
}

TEST_CASE("a bounce of a million addresses is cut, not followed") {
  std::string status = "a: b\n\n";
  for (int i = 0; i < 20000; ++i) {
    status += "Final-Recipient: rfc822; " + std::to_string(i) + "@x.example\nAction: failed\n\n";
  }
  const std::vector<PartView> parts{{"message/delivery-status", {}, status}};
  CHECK(read_bounce(sketch::letter(kReport), parts)->recipients.size() == 100);
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket
