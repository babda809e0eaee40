// POST /requests of Open311: what is understood, what is refused and in which words.
#include "connectors/open311/request.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace docket::open311 {
namespace {

Translated text(const std::string& words) { return {{{"", words}}}; }

Town town() {
  using Type = ServiceAttribute::Type;
  Service pothole;
  pothole.code = "pothole";
  pothole.name = text("Pothole");
  pothole.attributes = {
      {"size", Type::singlevaluelist, true, text("How large?"), {{"s", text("Small")}, {"l", text("Large")}}},
      {"lane", Type::multivaluelist, false, text("Where?"), {{"car", text("Car")}, {"bike", text("Bike")}}},
      {"depth", Type::number, false, text("How deep?"), {}},
      {"seen", Type::datetime, false, text("When?"), {}},
      {"pole", Type::string, false, text("Which pole?"), {}}};
  Service light;
  light.code = "light";
  Town town;
  town.services = {pothole, light};
  return town;
}

std::string describe(const std::vector<Error>& errors) {
  std::string all;
  for (const auto& error : errors)
    all += (all.empty() ? "" : "; ") + std::to_string(error.status) + " " + error.description;
  return all;
}

struct Case {
  const char* name;
  std::string body;
  std::string expected;
};

const std::string kGood = "service_code=pothole&lat=45.42&long=-75.69&attribute[size]=s";

TEST_CASE("open311: what a request must hold") {
  const std::string long_text(4000, 'x');
  const std::vector<Case> cases{
      {"good", kGood, ""},
      {"with everything",
       kGood + "&address_string=1+Main&address_id=7&email=ana%40example.org&device_id=d&account_id=a&first_name=Ana&"
               "last_name=B&phone=613-555-0100&description=Deep&media_url=https%3A%2F%2Fp.example%2F1.jpg",
       ""},
      {"an address alone", "service_code=light&address_string=1+Main+Street", ""},
      {"an id of an address alone", "service_code=light&address_id=77", ""},
      {"nothing", "", "400 service_code was not provided"},
      {"an empty service is an absent one", "service_code=&lat=1&long=2", "400 service_code was not provided"},
      {"an unknown service", "service_code=graffiti&lat=1&long=2", "404 there is no service 'graffiti'"},
      {"no location", "service_code=light",
       "400 no location was provided: send lat and long, or address_string, or address_id"},
      {"an empty location", "service_code=light&lat=&long=&address_string=++",
       "400 no location was provided: send lat and long, or address_string, or address_id"},
      {"lat alone", "service_code=light&lat=1", "400 long was not provided: lat and long belong together"},
      {"long alone", "service_code=light&long=1&address_string=x",
       "400 lat was not provided: lat and long belong together"},
      {"no number", "service_code=light&lat=north&long=2", "400 lat 'north' is no number from -90 to 90"},
      {"too far north", "service_code=light&lat=91&long=2", "400 lat '91' is no number from -90 to 90"},
      {"too far west", "service_code=light&lat=1&long=-180.5", "400 long '-180.5' is no number from -180 to 180"},
      {"not a number at all", "service_code=light&lat=nan&long=inf",
       "400 lat 'nan' is no number from -90 to 90; 400 long 'inf' is no number from -180 to 180"},
      {"a power of ten", "service_code=light&lat=1e1&long=2", "400 lat '1e1' is no number from -90 to 90"},
      {"a required answer", "service_code=pothole&lat=1&long=2",
       "400 attribute[size] was not provided, and it is required"},
      {"an empty required answer", "service_code=pothole&lat=1&long=2&attribute[size]=",
       "400 attribute[size] was not provided, and it is required"},
      {"a value that is none", "service_code=pothole&lat=1&long=2&attribute[size]=xl",
       "400 attribute[size] 'xl' is none of its values"},
      {"two values of one", kGood + "&attribute[size]=l", "400 attribute[size] takes one value, 2 were sent"},
      {"two values of several", kGood + "&attribute[lane][]=car&attribute%5Blane%5D%5B%5D=bike", ""},
      {"no number where one belongs", kGood + "&attribute[depth]=deep", "400 attribute[depth] 'deep' is no number"},
      {"a number", kGood + "&attribute[depth]=-1.5", ""},
      {"no time where one belongs", kGood + "&attribute[seen]=yesterday",
       "400 attribute[seen] 'yesterday' is no time: write 2026-11-23T10:00:00-05:00"},
      {"a time", kGood + "&attribute[seen]=2026-11-23T10:00:00-05:00", ""},
      {"what nobody asked", kGood + "&attribute[colour]=red",
       "400 attribute[colour] is not asked for by service pothole"},
      {"4000 characters", kGood + "&description=" + long_text, ""},
      {"4001 characters", kGood + "&description=" + long_text + "y", "400 description is longer than 4000 characters"},
      {"4000 characters of two octets",
       kGood + "&description=" +
           [] {
             std::string octets;
             for (int i = 0; i < 4000; ++i) octets += "%C3%A9";
             return octets;
           }(),
       ""},
      {"no mail address", kGood + "&email=ana", "400 email 'ana' is not a mail address"},
      {"two mail addresses", kGood + "&email=a%40example.org%2C+b%40example.org",
       "400 email 'a@example.org, b@example.org' is not a mail address"},
      {"a header in the address", kGood + "&email=a%40example.org%0D%0ABcc%3A+b%40example.org",
       "400 email 'a@example.org\r\nBcc: b@example.org' is not a mail address"},
      {"a picture that is a script", kGood + "&media_url=javascript%3Aalert(1)",
       "400 media_url 'javascript:alert(1)' is no http or https address"},
      {"a picture with a quote", kGood + "&media_url=https%3A%2F%2Fa.example%2F%22onload%3D1",
       "400 media_url 'https://a.example/\"onload=1' is no http or https address"},
      {"not UTF-8", kGood + "&description=%E9t%E9", "400 description is not UTF-8 text"},
      {"a NUL", kGood + "&first_name=a%00b", "400 first_name is not UTF-8 text"},
      {"no form", "service_code=%zz", "400 the body is no form: a % is followed by no two hexadecimal digits"},
      {"everything wrong at once", "service_code=pothole&email=x",
       "400 no location was provided: send lat and long, or address_string, or address_id; 400 email 'x' is not a mail "
       "address; 400 attribute[size] was not provided, and it is required"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(describe(check(parse_arguments(c.body), town())) == c.expected);
  }
}

TEST_CASE("open311: arguments as clients write them") {
  const auto arguments = parse_arguments(
      "api_key=xyz&service_code=+pothole+&jurisdiction_id=town.example&description=Trou+%26+eau%0Aprofond&"
      "attribute%5Blane%5D=car&attribute[lane][]=bike&attribute[]=x&attribute[pole]=+7+&service_code=light");
  CHECK(arguments.api_key == "xyz");
  CHECK(arguments.service_code == "pothole");
  CHECK(arguments.description == "Trou & eau\nprofond");
  REQUIRE(arguments.attributes.size() == 2);
  CHECK(*arguments.attribute("lane") == std::vector<std::string>{"car", "bike"});
  CHECK(arguments.attribute("colour") == nullptr);
}

TEST_CASE("open311: the key is never part of what is kept, everything else is, octet for octet") {
  CHECK(without_key("api_key=secret&a=%e9+b&c") == "a=%e9+b&c");
  CHECK(without_key("a=1&api%5Fkey=secret&b=2") == "a=1&b=2");
  CHECK(without_key("a=1&api_key=one&b=2&api_key=two") == "a=1&b=2");
  CHECK(without_key("api_key") == "");
  CHECK(without_key("a=1&&b=api_key") == "a=1&&b=api_key");
}

}  // namespace
}  // namespace docket::open311
