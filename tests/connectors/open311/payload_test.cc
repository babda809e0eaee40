// An Open311 request as a letter.
#include "connectors/open311/payload.h"

#include <doctest/doctest.h>

#include "config/settings.h"
#include "connectors/read.h"

namespace docket::open311 {
namespace {

std::vector<Service> services() {
  Service pothole;
  pothole.code = "pothole";
  pothole.name = {{{"en", "Pothole"}, {"fr", "Nid-de-poule"}}};
  pothole.attributes = {{"size",
                         ServiceAttribute::Type::multivaluelist,
                         true,
                         {{{"en", "How large?"}, {"fr", "De quelle taille?"}}},
                         {{"s", {{{"en", "Small"}, {"fr", "Petit"}}}}, {"l", {{{"en", "Large"}, {"fr", "Grand"}}}}}}};
  return {pothole};
}

std::string lines(const webhook::Payload& payload) {
  std::string all;
  for (const auto& [label, value] : payload.lines) all += label + ": " + value + "\n";
  return all;
}

constexpr const char* kBody =
    "service_code=pothole&attribute[size][]=s&attribute[size][]=l&lat=45.42&long=-75.69&address_string=1+Main&"
    "address_id=77&media_url=https%3A%2F%2Fp.example%2F1.jpg&email=ana%40example.org&first_name=Ana&last_name=Martin&"
    "phone=613-555-0142&description=Deep+%26+wet&locale=fr-CA&device_id=x";

TEST_CASE("open311: a stored request is a letter by its service, its answers and its place") {
  const auto payload = understand(kBody, services(), "en");
  CHECK(payload.channel == "open311");
  CHECK(payload.service == "pothole");
  CHECK(payload.subject == "Pothole");
  CHECK(payload.text == "Deep & wet");
  CHECK(payload.name == "Ana Martin");
  CHECK(payload.email == "ana@example.org");
  CHECK(payload.phone == "613-555-0142");
  CHECK(payload.language == "fr-CA");
  CHECK(payload.media == std::vector<std::string>{"https://p.example/1.jpg"});
  CHECK(payload.location.latitude == 45.42);
  CHECK(payload.location.longitude == -75.69);
  CHECK(payload.location.address == "1 Main");
  CHECK(payload.location.address_id == "77");
  CHECK(
      lines(payload) ==
      "Service: pothole\nHow large?: Small, Large\nLocation: 45.42, -75.69\nAddress: 1 Main\nAddress id: 77\nPicture: "
      "https://p.example/1.jpg\n");
  CHECK(payload.defects.empty());
  CHECK(understand(kBody, services(), "fr").subject == "Nid-de-poule");
}

TEST_CASE("open311: a service that the town no longer has is named by its code") {
  const auto payload = understand(kBody, {}, "en");
  CHECK(payload.subject == "pothole");
  CHECK(lines(payload).starts_with("Service: pothole\nsize: s, l\n"));
}

TEST_CASE("open311: whatever octets are stored, a payload of clean text comes out") {
  CHECK(understand("", services(), "en").defects == std::vector<std::string>{"no service_code"});
  CHECK(understand("service_code=%", services(), "en").defects.size() == 2);
  const auto payload = understand("service_code=a%00b&description=%ff%fe&lat=x&long=y", services(), "en");
  CHECK(payload.service == "ab");
  CHECK(payload.text == "\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK_FALSE(payload.location.latitude.has_value());
}

TEST_CASE(
    "open311: the reader of letters names services by the town, and takes no two requests for one by their octets") {
  Settings settings;
  SourceSettings source;
  source.name = "apps";
  WebhookSettings webhook;
  webhook.path = "/open311/v2";
  webhook.format = "open311";
  source.way = webhook;
  settings.sources = {source};
  Town town;
  town.services = services();
  town.default_language = "en";
  Inbound inbound;
  inbound.source = "apps";
  inbound.delivery_key = "k@1";
  inbound.octets = kBody;
  inbound.format = "open311";
  inbound.media_type = "application/x-www-form-urlencoded";
  const auto letter = read(inbound, read_context(settings, town, "apps", ""));
  CHECK(letter.channel == "open311");
  CHECK(letter.service == "pothole");
  CHECK(letter.subject == "Pothole");
  CHECK(letter.resident == "ana@example.org");
  CHECK(letter.text.find("Deep & wet\nService: pothole\nHow large?: Small, Large\n") == 0);
  CHECK(letter.language == "fr");
  auto next = inbound;
  next.delivery_key = "k@2";
  CHECK(read(next, read_context(settings, town, "apps", "")).letter_key != letter.letter_key);
  CHECK(read(inbound, read_context(settings, town, "apps", "")).letter_key == letter.letter_key);
}

}  // namespace
}  // namespace docket::open311
