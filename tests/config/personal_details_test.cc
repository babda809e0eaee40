// One person's address or extension where residents read it.
#include "config/personal_details.h"

#include <doctest/doctest.h>

namespace docket {
namespace {

Town small() {
  Town town;
  town.addresses = {{"roads@town.example", "roads"}};
  town.staff_domains = {"staff.example"};
  town.clerk_address = "clerk@town.example";
  town.privacy_contact = "privacy@town.example";
  return town;
}

TEST_CASE("an address of the town that is one person's, and an extension, are found in any text") {
  const struct {
    const char* text;
    const char* found;
  } cases[] = {
      {"Write to j.smith@town.example.", "j.smith@town.example"},
      {"(mary@STAFF.example)", "mary@STAFF.example"},
      {"roads@town.example, Clerk@town.example or privacy@town.example", nullptr},
      {"Your own address, ana@example.org, stays with us.", nullptr},
      {"613-555-0142 ext. 204", "ext. 204"},
      {"613-555-0142, poste 12", "poste 12"},
      {"613-555-0142 x204", "x204"},
      {"Extension 4 of the library", nullptr},
      {"the next 25 days", nullptr},
      {"text 2040 for news", nullptr},
      {"poste 2030405060", nullptr},
      {"@ and @town.example", nullptr},
      {"", nullptr},
  };
  for (const auto& c : cases) {
    const auto found = personal_detail(c.text, small());
    CHECK_MESSAGE(found.value_or("nothing") == (c.found == nullptr ? "nothing" : c.found), c.text);
  }
}

TEST_CASE("what residents read of town.yaml is looked at, and the address that they never see is not") {
  auto town = small();
  Office roads;
  roads.address = "j.smith@town.example";
  roads.contact = {"613-555-0142", "roads@town.example"};
  town.offices["roads"] = roads;
  Problems problems;
  warn_of_personal_details(town, problems);
  CHECK(problems.empty());
  town.offices["roads"].contact.phone = "613-555-0142 ext. 204";
  town.offices["roads"].readers.by_language["en"] = "write to mary@staff.example";
  warn_of_personal_details(town, problems);
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].text == "residents read 'mary@staff.example' in the readers of office 'roads'");
  CHECK(problems[1].text == "residents read 'ext. 204' in the telephone of office 'roads'");
}

}  // namespace
}  // namespace docket
