// Reports and bounces in any form: bounded, clean, and never from what a person wrote.
#include "connectors/mime/bounce.h"
#include "connectors/mime/bounce_text.h"
#include "connectors/read.h"
#include "tests/fuzz/properties.h"

namespace {

using docket::fuzz::must;

void check(const docket::Bounce& bounce) {
  must(bounce.recipients.size() <= 100);
  for (const auto* text : {&bounce.action, &bounce.status}) must(docket::is_utf8(*text));
  must(bounce.status.size() <= 9 && bounce.status == docket::find_status(bounce.status));
  for (const auto& one : bounce.recipients) must(!one.empty() && docket::is_utf8(one));
  if (bounce.original_message_id) must(docket::is_utf8(*bounce.original_message_id));
  if (bounce.envelope_id) must(docket::is_utf8(*bounce.envelope_id));
}

docket::Letter letter(std::string_view header, std::string_view body) {
  docket::Inbound inbound;
  inbound.octets = std::string(header) + "\n" + std::string(body);
  return docket::read(inbound, {});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto input = docket::fuzz::view(data, size);
  constexpr std::string_view kDaemon = "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example.org\n";
  for (const auto* subject : {"Subject: failure notice\n", "Subject: Hello\n"}) {
    if (const auto bounce = letter(std::string(kDaemon) + subject, input).bounce) check(*bounce);
  }
  const std::string report = std::string(kDaemon) + "Content-Type: multipart/report; boundary=b\n";
  for (const auto* type : {"delivery-status", "disposition-notification"}) {
    const auto body = std::string("--b\n\nsorry\n--b\nContent-Type: message/") + type + "\n\n" + std::string(input);
    const auto bounce = letter(report, body).bounce;
    must(bounce.has_value());
    check(*bounce);
  }
  // The letter as it is, and by a person: a bounce only where the header is a machine's.
  docket::Inbound inbound;
  inbound.octets = input;
  if (const auto bounce = docket::read(inbound, {}).bounce) check(*bounce);
  must(!letter("Return-Path: <ana@example.org>\nFrom: ana@example.org\n", input).bounce);
  return 0;
}
