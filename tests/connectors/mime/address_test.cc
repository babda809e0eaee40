#include "connectors/mime/address.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "connectors/mime/idn.h"

namespace docket::mime {
namespace {

/// "name <address> | …", a bare address without a name.
std::string described(const std::string& text) {
  std::string result;
  for (const auto& [name, address] : parse_addresses(text, 100).addresses) {
    if (!result.empty()) result += " | ";
    result += name.empty() ? address : name + " <" + address + ">";
  }
  return result;
}

}  // namespace

TEST_CASE("address lists are read with all that RFC 5322 allows and some that it does not") {
  struct Case {
    std::string name;
    std::string text;
    std::string expected;
  };
  const std::vector<Case> cases{
      {"bare", "ana@resident.example", "ana@resident.example"},
      {"name and angle", "Ana Roy <ana@resident.example>", "Ana Roy <ana@resident.example>"},
      {"quoted name with a comma", "\"Roy, Ana\" <a@b.example>, c@d.example", "Roy, Ana <a@b.example> | c@d.example"},
      {"escapes in the name", R"("Ana \"A\" Roy" <a@b.example>)", "Ana \"A\" Roy <a@b.example>"},
      {"name in single quotes", "'Ana Roy' <a@b.example>", "Ana Roy <a@b.example>"},
      {"comment as name", "a@b.example (Ana Roy)", "Ana Roy <a@b.example>"},
      {"comments anywhere", "Ana (x(y)z) Roy <a(q)@(r)b.example>", "Ana Roy <a@b.example>"},
      {"domain in lower case, local part as written", "Ana@Resident.EXAMPLE", "Ana@resident.example"},
      {"group", "Friends: a@b.example, C <c@d.example>;", "a@b.example | C <c@d.example>"},
      {"group among others", "x@y.example, Friends: a@b.example;, c@d.example",
       "x@y.example | a@b.example | c@d.example"},
      {"hidden recipients", "undisclosed-recipients:;", ""},
      {"hidden recipients, the crash of mimetic", "undisclosed-recipients:", ""},
      {"only a colon", ":", ""},
      {"route", "<@one.example,@two.example:a@b.example>", "a@b.example"},
      {"a link instead of an address", "Ana <mailto:a@b.example>", "Ana <a@b.example>"},
      {"obsolete blanks around dots", "a . b @ c . example", "a.b@c.example"},
      {"quoted local part that needs no quotes", "\"ana.roy\"@b.example", "ana.roy@b.example"},
      {"quoted local part that needs them", "\"ana roy\"@b.example", "\"ana roy\"@b.example"},
      {"domain literal", "ana@[192.0.2.1], b@[IPv6:2001:db8::1]", "ana@[192.0.2.1] | b@[ipv6:2001:db8::1]"},
      {"semicolons instead of commas", "a@b.example; c@d.example", "a@b.example | c@d.example"},
      {"empty members", ",, a@b.example ,,", "a@b.example"},
      {"encoded name", "=?utf-8?Q?Ren=C3=A9e?= <r@b.example>", "Renée <r@b.example>"},
      {"comma inside an encoded word", "=?utf-8?Q?Roy,_Ren=C3=A9e?= <r@b.example>", "Roy, Renée <r@b.example>"},
      {"encoded word in quotes", "\"=?utf-8?Q?Ren=C3=A9e?=\" <r@b.example>", "Renée <r@b.example>"},
      {"encoded whole", "=?utf-8?Q?Ana_<a@b.example>?=", "Ana <a@b.example>"},
      {"raw latin1 name",
       "Ren\xE9"
       "e <r@b.example>",
       "Renée <r@b.example>"},
      {"SMTPUTF8", "josé@exämple.example", "josé@exämple.example"},
      {"IDN", "a@xn--mnchen-3ya.example, b@MÜNCHEN.example", "a@münchen.example | b@münchen.example"},
      {"no valid IDN", "a@xn--a.example", "a@xn--a.example"},
      {"angle never closed", "Ana <a@b.example, c@d.example", "Ana <a@b.example> | c@d.example"},
      {"two angles", "Ana <ana> <a@b.example>", "Ana ana <a@b.example>"},
      {"name is the address", "\"a@b.example\" <a@b.example>", "a@b.example <a@b.example>"},
      {"no comma between", "Ana Roy a@b.example", "Ana Roy <a@b.example>"},
      {"lone word", "MAILER-DAEMON (Mail System)", "Mail System <MAILER-DAEMON>"},
      {"words without an address", "John Smith", ""},
      {"null", "<>", ""},
      {"nothing", "", ""},
      {"only marks", "@ <@> , @x", ""},
      {"NUL and controls", std::string("a\x01@b.example", 12), "a@b.example"},
      {"final dot of the domain", "a@b.example.", "a@b.example"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(described(c.text) == c.expected);
  }
}

TEST_CASE("a list ends at the limit and says so") {
  const auto exact = parse_addresses("a@x.example, b@x.example", 2);
  CHECK(exact.addresses.size() == 2);
  CHECK_FALSE(exact.cut);
  const auto more = parse_addresses("a@x.example, b@x.example, c@x.example", 2);
  CHECK(more.addresses.size() == 2);
  CHECK(more.cut);
}

TEST_CASE("addresses compare case-blind, IDN as Unicode or punycode alike") {
  CHECK(comparable_address("Ana@XN--MNCHEN-3YA.example") == comparable_address("ana@münchen.example"));
  CHECK(comparable_address("ana@x.example") != comparable_address("ana@y.example"));
  CHECK(comparable_address("@Form.EXAMPLE") == "@form.example");
}

}  // namespace docket::mime
