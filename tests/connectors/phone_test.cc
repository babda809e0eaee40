// Telephone numbers as people, forms and carriers write them.
#include "connectors/phone.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace docket {
namespace {

struct Row {
  const char* name;
  std::string as_it_came;
  const char* region;
  const char* e164;  ///< "": not understood
};

TEST_CASE("a number has one form, however it was written") {
  const std::vector<Row> rows = {
      {"hyphens", "613-555-0142", "CA", "+16135550142"},
      {"brackets", "(613) 555 0142", "CA", "+16135550142"},
      {"dots", "613.555.0142", "CA", "+16135550142"},
      {"with the country's 1", "1 613 555 0142", "CA", "+16135550142"},
      {"international", "+1 613 555 0142", "FR", "+16135550142"},
      {"already E.164", "+16135550142", "", "+16135550142"},
      {"WhatsApp", "whatsapp:+16135550142", "CA", "+16135550142"},
      {"WhatsApp in capitals", "WhatsApp:+16135550142", "", "+16135550142"},
      {"a tel: link", "tel:+1-613-555-0142", "FR", "+16135550142"},
      {"a tel: link with context", "tel:555-0142;phone-context=+1613", "CA", "+16135550142"},
      {"an sms: link", "sms:+16135550142", "FR", "+16135550142"},
      {"ext.", "613-555-0142 ext. 12", "CA", "+16135550142"},
      {"x", "613-555-0142x12", "CA", "+16135550142"},
      {"poste", "613-555-0142, poste 12", "CA", "+16135550142"},
      {";ext=", "tel:+61-2-9374-4000;ext=12", "CA", "+61293744000"},
      {"no-break spaces", "613\u00a0555\u00a00142", "CA", "+16135550142"},
      {"narrow no-break spaces", "613\u202f555\u202f0142", "CA", "+16135550142"},
      {"no-break hyphens", "613\u2011555\u20110142", "CA", "+16135550142"},
      {"marks of text direction", "\u202a613-555-0142\u202c", "CA", "+16135550142"},
      {"full-width digits", "６１３５５５０１４２", "CA", "+16135550142"},
      {"full-width plus", "＋１６１３５５５０１４２", "FR", "+16135550142"},
      {"Arabic digits", "٦١٣٥٥٥٠١٤٢", "CA", "+16135550142"},
      {"letters", "1-800-FLOWERS", "CA", "+18003569377"},
      {"white space around", " \t613-555-0142\n", "CA", "+16135550142"},
      {"an area code of no table yet", "+1 942 555 0142", "CA", "+19425550142"},
      {"French", "01 42 68 53 00", "FR", "+33142685300"},
      {"French from abroad", "+33 (0)1 42 68 53 00", "CA", "+33142685300"},
      {"dialled out of France", "0033 1 42 68 53 00", "FR", "+33142685300"},
      {"dialled out of Canada", "011 33 1 42 68 53 00", "CA", "+33142685300"},
      {"New Zealand", "021 123 4567", "NZ", "+64211234567"},
      {"Italy keeps its zero", "06 698 12345", "IT", "+390669812345"},
      {"no region", "613-555-0142", "", ""},
      {"without an area code", "555-0142", "CA", ""},
      {"a short code", "12345", "CA", ""},
      {"an emergency number", "911", "CA", ""},
      {"nothing", "", "CA", ""},
      {"a word", "anonymous", "CA", ""},
      {"BLOCKED on the keypad", "+2562533", "CA", ""},
      {"UNKNOWN on the keypad", "+8656696", "CA", ""},
      {"ANONYMOUS on the keypad", "+266696687", "CA", ""},
      {"RESTRICTED on the keypad", "+7378742833", "CA", ""},
      {"UNAVAILABLE on the keypad", "+86282452253", "CA", ""},
      {"zeros", "000-000-0000", "CA", ""},
      {"too long", "+1613555014200000000", "CA", ""},
      {"very long", std::string(100000, '1'), "CA", ""},
      {"a sentence", "call 613 555 0142 now", "CA", ""},
      {"two numbers", "613 555 0142 / 613 555 0143", "CA", ""},
      {"an address", "resident@example.org", "CA", ""},
      {"no UTF-8", "\xff\xfe 613", "CA", ""},
      {"a zero octet", std::string("613\0 555", 8), "CA", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(normalised(row.as_it_came, row.region).value_or("") == row.e164);
  }
}

TEST_CASE("a normalised number stays as it is when normalised again") {
  for (const char* region : {"CA", "FR", ""}) CHECK(normalised("+390669812345", region) == "+390669812345");
}

TEST_CASE("a number is shown as one writes it there") {
  CHECK(shown("+16135550142", "CA") == "(613) 555-0142");
  CHECK(shown("+16135550142", "FR") == "+1 613-555-0142");
  CHECK(shown("+16135550142", "") == "+1 613-555-0142");
  CHECK(shown("+12125550142", "CA") == "(212) 555-0142");  // dialled like one's own
  CHECK(shown("+33142685300", "FR") == "01 42 68 53 00");
  CHECK(shown("+33142685300", "CA") == "+33 1 42 68 53 00");
  CHECK(shown("+64211234567", "NZ") == "021 123 4567");
  CHECK(shown("+390669812345", "IT") == "06 6981 2345");
  // What was not understood is shown as it came.
  CHECK(shown("anonymous", "CA") == "anonymous");
  CHECK(shown("12345", "CA") == "12345");
  CHECK(shown("", "CA").empty());
}

TEST_CASE("the region is that of the town's time zone") {
  CHECK(region_of("America/Toronto") == "CA");
  CHECK(region_of("America/Montreal") == "CA");
  CHECK(region_of("Canada/Eastern") == "CA");
  CHECK(region_of("Europe/Paris") == "FR");
  CHECK(region_of("Europe/Kyiv") == "UA");
  CHECK(region_of("Pacific/Auckland") == "NZ");
  CHECK(region_of("US/Eastern") == "US");
  for (const char* none : {"UTC", "Etc/GMT+5", "", "Nowhere/Town"}) {
    CAPTURE(none);
    CHECK(region_of(none).empty());
  }
}

}  // namespace
}  // namespace docket
