#include "connectors/mime/calendar.h"

#include <doctest/doctest.h>

#include <string>

#include "connectors/read.h"

namespace docket {
namespace {

Letter read_octets(std::string octets) {
  Inbound inbound;
  inbound.octets = std::move(octets);
  return read(inbound, {});
}

const std::string kFields = "From: Ana <ana@x.example>\nTo: ward2@town.example\nSubject: Accepted: Hall\n";

TEST_SUITE_BEGIN("calendar");

TEST_CASE("the method is the parameter's, else the calendar's own") {
  const std::string reply = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\n";
  const struct {
    std::string name;
    PartView part;
    std::string method;
  } cases[] = {
      {"parameter", {"text/calendar", {{"method", "REQUEST"}}, ""}, "REQUEST"},
      {"parameter in small letters", {"text/calendar", {{"method", "Reply"}}, ""}, "REPLY"},
      {"parameter before property", {"text/calendar", {{"method", "CANCEL"}}, reply}, "CANCEL"},
      {"property", {"text/calendar", {}, reply}, "REPLY"},
      {"property with LF, small letters", {"text/calendar", {}, "begin:vcalendar\nmethod:counter\n"}, "COUNTER"},
      {"property with a parameter", {"text/calendar", {}, "BEGIN:VCALENDAR\nMETHOD;X-A=b:CANCEL\n"}, "CANCEL"},
      {"a word inside the event", {"text/calendar", {}, "BEGIN:VCALENDAR\nBEGIN:VEVENT\nMETHOD:REPLY\n"}, ""},
      {"no token", {"text/calendar", {{"method", "a b"}}, "METHOD:\xC3\x89\n"}, ""},
      {"too long", {"text/calendar", {{"method", std::string(41, 'A')}}, ""}, ""},
      {"another type", {"text/plain", {{"method", "REPLY"}}, reply}, ""},
      {"a calendar that a person attached", {"text/calendar", {}, reply, true}, ""},
      {"an answer that is attached", {"text/calendar", {{"method", "REPLY"}}, reply, true}, "REPLY"},
      {"empty", {"text/calendar", {}, ""}, ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(calendar_method({c.part}) == c.method);
  }
  CHECK(calendar_method({}) == "");
}

TEST_CASE("an answer in a letter is automatic mail, an invitation is not") {
  const std::string head =
      kFields + "Content-Type: multipart/alternative; boundary=b\n\n--b\n\nAna has accepted.\n--b\n";
  const auto answer = read_octets(head +
                                  "Content-Type: text/calendar; method=REPLY; charset=UTF-8\n\n"
                                  "BEGIN:VCALENDAR\nMETHOD:REPLY\nEND:VCALENDAR\n--b--\n");
  CHECK(answer.calendar_method == "REPLY");
  REQUIRE(answer.automatic.size() == 1);
  CHECK(answer.automatic.front().value == "method=REPLY");
  const auto invitation = read_octets(head +
                                      "Content-Type: text/calendar\nContent-Transfer-Encoding: base64\n\n"
                                      "QkVHSU46VkNBTEVOREFSDQpNRVRIT0Q6UkVRVUVTVA0K\n--b--\n");
  CHECK(invitation.calendar_method == "REQUEST");
  CHECK(invitation.automatic.empty());
  CHECK(invitation.text == "Ana has accepted.");
  CHECK(read_octets(kFields + "\nMETHOD:REPLY\n").calendar_method == "");
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket
