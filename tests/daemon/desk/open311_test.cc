// Open311 GeoReport v2 over a real book and a real intake: what apps get, what is kept, and what nobody is shown.
#include "daemon/desk/open311.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "config/digest.h"
#include "config/text.h"
#include "daemon/casebook/book.h"
#include "daemon/casebook/number.h"
#include "daemon/intake/letter_intake.h"
#include "tests/source_dir.h"

namespace docket {
namespace {

using Json = nlohmann::json;

constexpr const char* kKey = "app-key-3f9";
const std::string kPothole = "service_code=pothole&lat=45.4215&long=-75.6972&attribute[size]=small";
const std::string kPerson =
    "&email=ana%40people.example.org&first_name=Ana&last_name=Martin&phone=613-555-0199&device_id=dev-77&"
    "description=Deep+hole+before+my+house";

class SetClock final : public Clock {
 public:
  [[nodiscard]] Time now() const override { return now_; }
  [[nodiscard]] std::chrono::steady_clock::time_point steady() const override {
    return std::chrono::steady_clock::now();
  }
  void advance(std::chrono::microseconds by) { now_ += by; }

 private:
  Time now_ = *parse_rfc3339("2026-11-25T15:00:30Z");
};

void no_log(int /*priority*/, const std::string& /*line*/) {}

/// The sample town; more of its services and rules as a test wants them.
struct AppTown {
  std::filesystem::path folder = std::filesystem::temp_directory_path() / ("docket-open311-" + hex(random_octets(6)));
  SetClock clock;
  std::shared_ptr<const Configuration> configuration;
  [[nodiscard]] TownNow now() const { return {*configuration->town, *configuration->calendar}; }
  std::unique_ptr<CaseBook> book;
  std::unique_ptr<LetterIntake> intake;
  std::unique_ptr<Open311Api> api;

  explicit AppTown(const std::string& more_services = "", const std::string& rules = "",
                   const std::string& webhook = "", const std::string& mode = "live") {
    std::filesystem::create_directories(folder);
    ::setenv("DOCKET_TEST_APP_KEY", kKey, 1);
    ::setenv("DOCKET_TEST_OTHER_KEY", "other-key", 1);
    Problems problems;
    const auto sample = std::filesystem::path(docket::source_dir()) / "config/sample";
    auto files = read_town_files(sample, problems);
    REQUIRE(files);
    files->town.text += more_services;
    if (!rules.empty()) files->rules.push_back({"rules/90-test.yaml", "version: 1\nrules:\n" + rules});
    auto settings = load_settings(
        {"docket.yaml", "version: 1\nmode: " + mode +
                            "\ndata: data\ncontrol: c\nmail: {maildir: {path: out}, domain: town.example}\n"
                            "desk: {public: \"127.0.0.1:8311\", public_url: \"https://letters.town.example/\"}\n"
                            "sources: [{name: apps, webhook: {format: open311, secrets: [{env: DOCKET_TEST_APP_KEY}, "
                            "{env: DOCKET_TEST_OTHER_KEY}]" +
                            webhook + "}}]\n"},
        folder, problems);
    if (settings) {
      configuration = build_configuration(std::make_shared<const Settings>(std::move(*settings)), std::move(*files),
                                          clock.now(), problems);
    }
    std::string all;
    for (const auto& problem : problems) all += problem.severity == Severity::error ? to_string(problem) + "\n" : "";
    REQUIRE_MESSAGE(configuration, all);
    open();
  }
  ~AppTown() {
    close();
    std::filesystem::remove_all(folder);
  }
  AppTown(const AppTown&) = delete;
  AppTown& operator=(const AppTown&) = delete;

  void open() {
    BookOptions options;
    options.data = folder / "data";
    options.domain = "town.example";
    auto opened = CaseBook::open(options, clock);
    REQUIRE_MESSAGE(opened, (opened ? "" : opened.error()));
    book = std::move(*opened);
    intake = std::make_unique<LetterIntake>(LetterIntake::Collaborators{
        *book, [this] { return configuration; }, &no_log, [] {}, clock, std::chrono::minutes(1), {}});
    api = std::make_unique<Open311Api>(
        Open311Api::Collaborators{Taking({*intake, clock, &no_log}), clock, [this] { return configuration; }}, "apps",
        reader());
  }
  void close() {
    api.reset();
    intake.reset();
    book.reset();
  }
  [[nodiscard]] std::unique_ptr<BookReader> reader() const {
    auto opened = BookReader::open(folder / "data");
    REQUIRE(opened);
    return std::move(*opened);
  }

  HttpResponse send(const std::string& body, const std::string& path = "requests.json",
                    const std::string& type = "application/x-www-form-urlencoded; charset=utf-8") {
    HttpRequest request;
    request.method = "POST";
    request.path = "/open311/v2/" + path;
    request.headers["content-type"] = type;
    request.body = body;
    return api->answer(request);
  }
  HttpResponse send_with_key(const std::string& body, const std::string& path = "requests.json") {
    return send("api_key=" + std::string(kKey) + "&" + body, path);
  }
  HttpResponse get(const std::string& path, std::map<std::string, std::string> query = {}) {
    HttpRequest request;
    request.method = "GET";
    request.path = "/open311/v2/" + path;
    request.query = std::move(query);
    return api->answer(request);
  }
  Json json(const std::string& path, std::map<std::string, std::string> query = {}) {
    const auto response = get(path, std::move(query));
    CAPTURE(response.body);
    CHECK(response.status == 200);
    return Json::parse(response.body);
  }
  /// A request that must be taken; its number.
  std::string report(const std::string& body = kPothole + kPerson) {
    const auto response = send_with_key(body);
    REQUIRE_MESSAGE(response.status == 200, response.body);
    return Json::parse(response.body)[0].at("service_request_id").get<std::string>();
  }
  std::string everything_in_the_book() const {
    std::string octets;
    for (const char* name : {"docket.db", "docket.db-wal"}) {
      std::ifstream file(folder / "data" / name, std::ios::binary);
      octets.append(std::istreambuf_iterator<char>(file), {});
    }
    return octets;
  }
};

/// "EX-…, EX-…" of a list of requests.
std::string numbers(const Json& list) {
  std::string all;
  for (const auto& one : list) all += (all.empty() ? "" : ", ") + one["service_request_id"].get<std::string>();
  return all;
}

}  // namespace

TEST_CASE("open311: a request is a case at once, with a notice in plain words") {
  AppTown town;
  const auto response = town.send_with_key(kPothole + kPerson);
  CHECK(response.status == 200);
  CHECK(response.type == "application/json; charset=utf-8");
  const auto answer = Json::parse(response.body);
  REQUIRE(answer.size() == 1);
  CHECK(answer[0]["service_request_id"] == "EX-2026-000001-5");
  CHECK_FALSE(answer[0].contains("token"));
  CHECK(answer[0]["account_id"].is_null());
  CHECK(answer[0]["service_notice"] ==
        "Roads has this request; the Manager of Roads answers for it. A first answer is due by Friday, November 27.");
  const auto shown = town.reader()->case_show("EX-2026-000001-5", *town.configuration->town, true);
  REQUIRE(shown);
  CHECK((*shown)["channel"] == "open311");
  CHECK((*shown)["office"] == "roads");
  CHECK((*shown)["subject"] == "Pothole");
  CHECK((*shown)["from"] == "ana@people.example.org");
}

TEST_CASE("open311: in XML, and in the language that was asked for") {
  AppTown town;
  const auto response = town.send_with_key(kPothole + "&locale=fr-CA", "requests.xml");
  CHECK(response.type == "text/xml; charset=utf-8");
  CHECK(response.body ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<service_requests><request><service_request_id>EX-2026-000001-5"
        "</service_request_id><service_notice>Le service des routes s'occupe de cette demande; le chef du service des "
        "routes en répond. Une première réponse est attendue au plus tard le vendredi 27 novembre.</service_notice>"
        "<account_id/></request></service_requests>\n");
}

TEST_CASE("open311: what was posted is what is shown, without the person") {
  AppTown town;
  const auto number =
      town.report(kPothole + kPerson + "&address_string=1+Main+Street&media_url=https://p.example/1.jpg");
  const auto list = town.json("requests/" + number + ".json", {{"extensions", "true"}});
  REQUIRE(list.size() == 1);
  CHECK(list[0] == Json::parse(R"({
    "service_request_id": "EX-2026-000001-5", "status": "open", "status_notes": null, "service_name": "Pothole",
    "service_code": "pothole", "description": null, "agency_responsible": "Roads",
    "service_notice": "Roads has this request; the Manager of Roads answers for it. A first answer is due by Friday, November 27.",
    "requested_datetime": "2026-11-25T15:00:30Z", "updated_datetime": "2026-11-25T15:00:30Z",
    "expected_datetime": "2026-11-27T21:30:00Z", "address": "1 Main Street", "address_id": null, "zipcode": null,
    "lat": 45.4215, "long": -75.6972, "media_url": "https://p.example/1.jpg",
    "extended_attributes": {"channel": "open311", "detailed_status": "new"}})"));
  for (const char* path : {"requests.json", "requests.xml", "servicerequestupdates.json"}) {
    const auto body = town.get(path, {{"extensions", "true"}}).body;
    for (const char* word : {"ana@", "Ana", "Martin", "0199", "dev-77", "Deep hole", "@people"}) {
      CAPTURE(word);
      CHECK(body.find(word) == std::string::npos);
    }
  }
}

TEST_CASE("open311: every spelling of a case number finds it, an unknown one is 404") {
  AppTown town;
  town.report();
  for (const char* spelling :
       {"EX-2026-000001-5", "ex-2026-000001-5", "2026-000001-5", "EX 2026 000001 5", "20260000015"}) {
    CAPTURE(spelling);
    CHECK(numbers(town.json("requests/" + std::string(spelling) + ".json")) == "EX-2026-000001-5");
    CHECK(numbers(town.json("requests.json", {{"service_request_id", spelling}, {"status", "closed"}})) ==
          "EX-2026-000001-5");
  }
  CHECK(town.get("requests/EX-2026-000002-8.json").status == 404);
  CHECK(town.get("requests/EX-2026-000001-6.json").status == 404);
  CHECK(town.get("requests.json", {{"service_request_id", "nothing"}}).status == 404);
}

TEST_CASE("open311: with tokens, POST gives one and GET turns it into the number") {
  AppTown town("", "", ", tokens: true");
  const auto answer = Json::parse(town.send_with_key(kPothole).body);
  CHECK_FALSE(answer[0].contains("service_request_id"));
  const auto token = answer[0].at("token").get<std::string>();
  const auto resolved = town.json("tokens/" + token + ".json");
  REQUIRE(resolved.size() == 1);
  CHECK(resolved[0]["token"] == token);
  CHECK(numbers(town.json("requests/" + resolved[0]["service_request_id"].get<std::string>() + ".json")) ==
        "EX-2026-000001-5");
  CHECK(town.get("tokens/" + token + ".xml")
            .body.find("<service_request_id>EX-2026-000001-5</service_request_id>"
                       "<token>" +
                       token + "</token>") != std::string::npos);
  CHECK(town.get("tokens/i-nothing.json").status == 404);
  CHECK(town.json("services.json")[0]["type"] == "batch");
}

TEST_CASE("open311: a letter of another channel has no token") {
  AppTown town;
  Inbound mail;
  mail.source = "apps";
  mail.delivery_key = "m";
  mail.octets = "From: bo@example.org\r\nTo: roads@town.example\r\nSubject: x\r\n\r\ny\r\n";
  mail.received = town.clock.now();
  const auto taken = town.intake->take(mail).get();
  REQUIRE(taken);
  CHECK(town.get("tokens/" + taken->inbound + ".json").status == 404);
  CHECK(town.json("requests.json").empty());
}

TEST_CASE("open311: what a rule ignores has a token, which names no case") {
  AppTown town("",
               "  - rule: Test device\n    precedence: 100\n    when: {from: {is: robot@apps.example}}\n    then: "
               "{ignore: a test}\n"
               "    justification: a test device\n    until: 2027-01-31\n");
  const auto answer = Json::parse(town.send_with_key(kPothole + "&email=robot%40apps.example").body);
  REQUIRE(answer[0].contains("token"));
  CHECK(answer[0]["service_notice"] == "Your request was received. A person looks at it before it gets a number.");
  CHECK(town.json("tokens/" + answer[0]["token"].get<std::string>() + ".json")[0]["service_request_id"].is_null());
}

TEST_CASE("open311: a table of refused requests: the status, and what is named") {
  AppTown town;
  struct Case {
    const char* name;
    std::string body;
    const char* type;
    int status;
    const char* named;
  };
  const char* const form = "application/x-www-form-urlencoded";
  const std::string key = "api_key=" + std::string(kKey) + "&";
  const std::vector<Case> cases{
      {"no key", kPothole, form, 403, "api_key was not provided"},
      {"an empty key", "api_key=&" + kPothole, form, 403, "api_key was not provided"},
      {"a wrong key", "api_key=wrong&" + kPothole, form, 403, "api_key is not valid"},
      {"the beginning of the key", "api_key=app-key&" + kPothole, form, 403, "api_key is not valid"},
      {"a wrong key before anything else is looked at", "api_key=wrong", form, 403, "api_key is not valid"},
      {"no service", key + "lat=1&long=2", form, 400, "service_code"},
      {"an unknown service", key + "service_code=x&lat=1&long=2", form, 404, "there is no service 'x'"},
      {"no location", key + "service_code=street-light", form, 400, "location"},
      {"no answer to a required question", key + "service_code=pothole&lat=1&long=2", form, 400, "attribute[size]"},
      {"JSON", R"({"service_code": "pothole"})", "application/json", 400, "Content-Type"},
      {"no type", key + kPothole, "", 400, "Content-Type"},
      {"a broken form", key + "service_code=%q", form, 400, "the body is no form"}};
  for (const auto& c : cases) {
    CAPTURE(c.name);
    const auto response = town.send(c.body, "requests.json", c.type);
    CHECK(response.status == c.status);
    const auto errors = Json::parse(response.body);
    REQUIRE(!errors.empty());
    CHECK(errors[0]["code"] == c.status);
    CHECK(errors[0]["description"].get<std::string>().find(c.named) != std::string::npos);
    CHECK(town.send(c.body, "requests.xml", c.type).body.find("<errors><error><code>") != std::string::npos);
  }
  CHECK(town.reader()->case_list({}, *town.configuration->town, true).empty());
  CHECK(town.send("api_key=other-key&" + kPothole).status == 200);
}

TEST_CASE("open311: without a key that can be read nobody is told that theirs is wrong") {
  AppTown town;
  ::unsetenv("DOCKET_TEST_OTHER_KEY");
  const auto response = town.send("api_key=other-key&" + kPothole);
  CHECK(response.status == 503);
  CHECK(response.headers.at("Retry-After") == "30");
  CHECK(town.send_with_key(kPothole).status == 200);
}

TEST_CASE("open311: the key is nowhere in the book, all else of the body is") {
  AppTown town;
  town.report();
  CHECK(town.everything_in_the_book().find(kKey) == std::string::npos);
  const auto taken = Json::parse(town.send_with_key(kPothole + kPerson).body);
  auto reader = town.reader();
  const auto list = reader->case_list({}, *town.configuration->town, true);
  REQUIRE(list.size() == 1);
  const auto timeline = (*reader->case_show("EX-2026-000001-5", *town.configuration->town, true))["timeline"];
  const auto detail = timeline[0]["detail"].get<std::string>();
  const auto kept = reader->inbound(detail.substr(0, detail.find(' ')));
  REQUIRE(kept);
  CHECK(kept->inbound.octets == kPothole + kPerson);
  CHECK(kept->inbound.format == "open311");
  CHECK(kept->inbound.envelope.to == std::vector<std::string>{"roads@town.example"});
}

TEST_CASE("open311: sent twice within a minute it is one case, also over a new start; a day later it is the next") {
  AppTown town;
  const auto first = town.report();
  town.clock.advance(std::chrono::seconds(29));  // 15:00:59
  CHECK(town.report() == first);
  town.clock.advance(std::chrono::seconds(30));  // the next minute, but within a minute of the first
  CHECK(town.report() == first);
  town.close();
  town.open();
  CHECK(town.report() == first);
  // Another app, or another word, is another request.
  CHECK(Json::parse(town.send("api_key=other-key&" + kPothole + kPerson).body)[0]["service_request_id"] != first);
  CHECK(town.report(kPothole + kPerson + "+again") != first);
  town.clock.advance(std::chrono::hours(24));
  const auto next = town.report();
  CHECK(next != first);
  CHECK(town.reader()->case_list({}, *town.configuration->town, true).size() == 4);
}

TEST_CASE("open311: only public services are shown, never a restricted case, never a member's") {
  AppTown town(
      "  private-matter: {name: {en: Private, fr: Privé}, address: bylaw@town.example}\n"
      "  councillor: {name: {en: Councillor, fr: Conseiller}, address: ward2@town.example, public: true}\n"
      "  lost: {name: {en: Lost, fr: Perdu}, public: true}\n",
      "  - rule: Threats in a request\n    when: {text: {word: threatened}}\n    then: {restrict: true}\n");
  const auto place = "&lat=45.42&long=-75.69";
  const auto hidden = town.report(std::string("service_code=private-matter") + place);
  const auto of_a_member = town.report(std::string("service_code=councillor") + place);
  const auto restricted = town.report(kPothole + "&description=I+was+threatened");
  const auto shown = town.report(std::string("service_code=lost") + place);
  CHECK(numbers(town.json("requests.json")) == shown);
  for (const auto& number : {hidden, of_a_member, restricted}) {
    CAPTURE(number);
    CHECK(town.get("requests/" + number + ".json").status == 404);
    CHECK(numbers(town.json("requests.json", {{"service_request_id", number + "," + shown}})) == shown);
    REQUIRE(town.book->close(number, "done", "clerk", town.now()));
  }
  CHECK(town.json("requests.json", {{"service_code", "private-matter"}}).empty());
  CHECK(town.json("servicerequestupdates.json").empty());
  // In the town's hands it is public again.
  REQUIRE(town.book->assign(of_a_member, "roads", "ours", "clerk", town.now()));
  CHECK(numbers(town.json("requests.json")) == shown + ", " + of_a_member);
}

TEST_CASE("open311: searching by service, status, time and page") {
  AppTown town;
  std::vector<std::string> all;
  for (int i = 0; i < 5; ++i) {
    all.push_back(town.report((i % 2 == 0 ? kPothole : "service_code=street-light&address_id=7") +
                              std::string("&description=") + std::to_string(i)));
    town.clock.advance(std::chrono::hours(24));
  }
  REQUIRE(town.book->close(all[0], "done", "clerk", town.now()));
  const auto found = [&](const std::map<std::string, std::string>& query) {
    return numbers(town.json("requests.json", query));
  };
  const auto list = [&](std::initializer_list<int> which) {
    std::string text;
    for (const int i : which) text += (text.empty() ? "" : ", ") + all[static_cast<std::size_t>(i)];
    return text;
  };
  CHECK(found({}) == list({4, 3, 2, 1, 0}));
  CHECK(found({{"service_code", "street-light"}}) == list({3, 1}));
  CHECK(found({{"service_code", "street-light, pothole"}}) == list({4, 3, 2, 1, 0}));
  CHECK(found({{"status", "closed"}}) == list({0}));
  CHECK(found({{"status", "open"}}) == list({4, 3, 2, 1}));
  CHECK(found({{"status", "open,closed"}}) == list({4, 3, 2, 1, 0}));
  CHECK(found({{"start_date", "2026-11-27T00:00:00Z"}}) == list({4, 3, 2}));
  CHECK(found({{"end_date", "2026-11-26T15:00:30Z"}}) == list({1, 0}));
  CHECK(found({{"end_date", "2026-11-26"}}) == list({1, 0}));
  CHECK(found({{"start_date", "2026-11-26T10:00:30-05:00"}, {"end_date", "2026-11-27T17:00:30 02:00"}}) ==
        list({2, 1}));
  CHECK(found({{"page_size", "2"}}) == list({4, 3}));
  CHECK(found({{"page_size", "2"}, {"page", "2"}}) == list({2, 1}));
  CHECK(found({{"page_size", "2"}, {"page", "4"}}).empty());
  town.clock.advance(std::chrono::hours(24 * 88));
  CHECK(found({}) == list({4, 3}));
}

TEST_CASE("open311: a table of searches that are refused") {
  AppTown town;
  struct Case {
    std::map<std::string, std::string> query;
    int status;
    const char* named;
  };
  const std::vector<Case> cases{
      {{{"service_code", "graffiti"}}, 404, "graffiti"},
      {{{"status", "new"}}, 400, "status 'new'"},
      {{{"start_date", "yesterday"}}, 400, "start_date 'yesterday'"},
      {{{"end_date", "2026-13-01T00:00:00Z"}}, 400, "end_date"},
      {{{"start_date", "2026-11-02"}, {"end_date", "2026-11-01"}}, 400, "before start_date"},
      {{{"start_date", "2026-01-01T00:00:00Z"}, {"end_date", "2026-04-01T00:00:01Z"}}, 400, "90 days"},
      {{{"page", "0"}}, 400, "page '0'"},
      {{{"page", "-1"}}, 400, "page '-1'"},
      {{{"page_size", "1001"}}, 400, "page_size '1001'"},
      {{{"page_size", "many"}}, 400, "page_size 'many'"},
      {{{"page", "99999999999999999999"}}, 400, "page"}};
  for (const auto& c : cases) {
    const auto response = town.get("requests.json", c.query);
    CAPTURE(response.body);
    CHECK(response.status == c.status);
    CHECK(response.body.find(c.named) != std::string::npos);
    CHECK(town.get("servicerequestupdates.json", c.query).status == c.status);
  }
  CHECK(town.get("requests.json", {{"start_date", "2026-01-01T00:00:00Z"}, {"end_date", "2026-04-01T00:00:00Z"}})
            .status == 200);
  CHECK(town.get("requests.json", {{"status", ""}, {"page", ""}, {"jurisdiction_id", "town.example"}}).status == 200);
}

TEST_CASE("open311: closing and opening again are updates, without a clerk's words") {
  AppTown town;
  const auto number = town.report();
  town.clock.advance(std::chrono::hours(1));
  REQUIRE(town.book->close(number, "filled, told Ana by telephone", "clerk", town.now()));
  town.clock.advance(std::chrono::hours(1));
  const auto closed = town.json("requests/" + number + ".json")[0];
  CHECK(closed["status"] == "closed");
  CHECK(closed["updated_datetime"] == "2026-11-25T16:00:30Z");
  CHECK(closed["service_notice"] == "This request is closed.");
  CHECK(closed["expected_datetime"].is_null());
  REQUIRE(town.book->reopen(number, "it is back", "clerk", town.now()));
  CHECK(town.json("requests/" + number + ".json")[0]["status"] == "open");
  const auto updates = town.json("servicerequestupdates.json");
  REQUIRE(updates.size() == 2);
  CHECK(updates[0]["service_request_id"] == number);
  CHECK(updates[0]["status"] == "closed");
  CHECK(updates[0]["updated_datetime"] == "2026-11-25T16:00:30Z");
  CHECK(updates[0]["description"] == "The request was closed.");
  CHECK(updates[1]["status"] == "open");
  CHECK(updates[0]["update_id"] != updates[1]["update_id"]);
  CHECK(updates == town.json("servicerequestupdates.json"));
  CHECK(updates.dump().find("Ana") == std::string::npos);
  CHECK(town.json("servicerequestupdates.json", {{"start_date", "2026-11-25T17:00:00Z"}}).size() == 1);
  CHECK(town.json("servicerequestupdates.json", {{"service_request_id", number}}).size() == 2);
  CHECK(town.get("servicerequestupdates.xml").body.find("<service_request_updates><request_update><update_id>") !=
        std::string::npos);
  const auto refused = town.send_with_key("service_request_id=" + number, "servicerequestupdates.json");
  CHECK(refused.status == 405);
  CHECK(refused.headers.at("Allow") == "GET");
  CHECK(Json::parse(refused.body)[0]["description"].get<std::string>().find("POST is not possible here") == 0);
}

TEST_CASE("open311: services and their questions, in the town's languages") {
  AppTown town;
  const auto services = town.json("services.json");
  REQUIRE(services.size() == 2);
  CHECK(services[0] == Json::parse(R"({"service_code": "pothole", "service_name": "Pothole",
    "description": "A hole in a street or bicycle lane", "metadata": true, "type": "realtime",
    "keywords": "pothole,hole,road,nid-de-poule,trou,rue", "group": "Roads and sidewalks"})"));
  CHECK(town.json("services.json", {{"locale", "fr"}})[0]["service_name"] == "Nid-de-poule");
  CHECK(town.json("services.json", {{"locale", "de"}})[0]["service_name"] == "Pothole");
  const auto definition = town.json("services/pothole.json", {{"locale", "fr"}});
  CHECK(definition["service_code"] == "pothole");
  CHECK(definition["attributes"][0] == Json::parse(R"({"variable": true, "code": "size", "datatype": "singlevaluelist",
    "required": true, "datatype_description": null, "order": 1, "description": "De quelle taille est le trou?",
    "values": [{"key": "small", "name": "Plus petit qu'une main"}, {"key": "medium", "name": "Grand comme une assiette"},
               {"key": "large", "name": "Plus grand"}]})"));
  CHECK(town.get("services/pothole.xml")
            .body.find("<service_definition><service_code>pothole</service_code><attributes>"
                       "<attribute><variable>true</variable><code>size</code>") != std::string::npos);
  CHECK(town.get("services/graffiti.json").status == 404);
}

TEST_CASE("open311: discovery is what validators want") {
  AppTown town;
  const auto xml = town.get("discovery.xml");
  CHECK(xml.type == "text/xml");
  CHECK(town.get("discovery.json").type == "application/json");
  const auto discovery = town.json("discovery.json");
  CHECK(discovery == Json::parse(R"({"changeset": "2026-11-25T15:00:30Z",
    "contact": "Town of Example: clerk@town.example, 613-555-0100", "key_service": "For an API key write to clerk@town.example.",
    "endpoints": [{"specification": "http://wiki.open311.org/GeoReport_v2", "url": "https://letters.town.example/open311/v2",
                   "changeset": "2026-11-25T15:00:30Z", "type": "production", "formats": ["text/xml", "application/json"]}]})"));
  town.clock.advance(std::chrono::hours(5));
  CHECK(town.json("discovery.json") == discovery);
  CHECK(xml.body.find("<endpoints><endpoint><specification>http://wiki.open311.org/GeoReport_v2</specification>") !=
        std::string::npos);
  CHECK(xml.body.find("<formats><format>text/xml</format><format>application/json</format></formats>") !=
        std::string::npos);
}

TEST_CASE("open311: in shadow mode the endpoint says that it is a test") {
  AppTown town("", "", "", "shadow");
  CHECK(town.json("discovery.json")["endpoints"][0]["type"] == "test");
}

TEST_CASE("open311: other paths and methods are refused in the format of the path") {
  AppTown town;
  for (const char* path : {"", "requests", "requests.html", "nothing.json", "services/a/b.json", "tokens.json",
                           "discovery/x.json", ".json", "requests/.xml/../x.json"}) {
    CAPTURE(path);
    CHECK(town.get(path).status == 404);
  }
  CHECK(town.get("nothing.json").type == "application/json; charset=utf-8");
  CHECK(town.send_with_key(kPothole, "services.json").status == 405);
  HttpRequest request;
  request.method = "DELETE";
  request.path = "/open311/v2/requests.xml";
  CHECK(town.api->answer(request).headers.at("Allow") == "GET, POST");
  request.method = "GET";
  request.path = "/open311/v2x/services.xml";
  CHECK(town.api->answer(request).status == 404);
}

namespace {

/// A book that is down, or slow.
struct NoIntake final : Intake {
  using Answer = tl::expected<Taken, Trouble>;
  std::promise<Answer> never;
  bool slow = false;
  tl::expected<std::vector<std::string>, Trouble> list(const std::string& /*source*/,
                                                       std::span<const std::string> /*keys*/) override {
    return tl::unexpected(Trouble{Trouble::Kind::transient, "the disk is full"});
  }
  tl::expected<void, Trouble> pass_over(const std::string& /*source*/, std::span<const std::string> /*keys*/) override {
    return {};
  }
  tl::expected<void, Trouble> vanished(const std::string& /*source*/, std::span<const std::string> /*keys*/) override {
    return {};
  }
  std::future<Answer> take(Inbound /*inbound*/) override {
    if (slow) return never.get_future();
    std::promise<Answer> answer;
    answer.set_value(tl::unexpected(Trouble{Trouble::Kind::unknown, "the commit failed"}));
    return answer.get_future();
  }
  tl::expected<Time, Trouble> first_start(const std::string& /*source*/) override { return Time{}; }
  void caught_up(const std::string& /*source*/) override {}
};

}  // namespace

TEST_CASE("open311: what is not durable in time is 503, to be sent again, and says nothing of why") {
  AppTown town;
  for (const bool slow : {false, true}) {
    for (const bool careful : {false, true}) {
      NoIntake intake;
      intake.slow = slow;
      town.api = std::make_unique<Open311Api>(
          Open311Api::Collaborators{Taking({intake, town.clock, &no_log, careful, std::chrono::milliseconds(1)}),
                                    town.clock, [&] { return town.configuration; }},
          "apps", town.reader());
      const auto response = town.send_with_key(kPothole);
      CHECK(response.status == 503);
      CHECK(response.headers.at("Retry-After") == "30");
      CHECK(Json::parse(response.body)[0]["code"] == 503);
      CHECK(response.body.find("disk") == std::string::npos);
    }
  }
}

}  // namespace docket
