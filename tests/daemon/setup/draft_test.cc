// Whatever is answered, what is written is a configuration that `check --strict` is content with.
#include "daemon/setup/draft.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "config/address.h"
#include "daemon/setup/question.h"
#include "daemon/setup/yaml_text.h"
#include "tests/daemon/setup/brant.h"

namespace docket::setup {

TEST_CASE("guided: four answers make a town that check --strict is content with") {
  const auto answers = brant();
  CHECK(problems_of(answers) == "");
  const auto town = town_of(answers);
  REQUIRE(town);
  CHECK(town->name.in("en", "en") == "Brant");
  CHECK(town->case_prefix == "BRA");
  CHECK(town->clerk_address == "clerk@brant.ca");
  CHECK(town->fallback == "front-desk");
  CHECK(town->addresses.at("info@brant.ca") == "front-desk");
  CHECK(town->office("front-desk")->address == "clerk@brant.ca");
  CHECK_FALSE(town->office("front-desk")->standard.first_response);  // a promise is nobody's default
  const auto settings = settings_of(answers);
  REQUIRE(settings);
  CHECK(settings->mode == Mode::shadow);
  CHECK(settings->data == "/srv/brant/data");
  CHECK(settings->sources.front().name == "info");
  CHECK(settings->sources.front().address == "info@brant.ca");
  CHECK(settings->alarms_to == std::vector<std::string>{"clerk@brant.ca"});
}

TEST_CASE("guided: a hostile town name is a name and nothing else") {
  for (const std::string name :
       {R"(Town "of" Brant)", R"(back\slash \n)", "colon: {here}, [there] # not a comment", "'single' & *anchor !tag",
        "L'Île-d'Été: « Saint-Étienne »", "yes", "no", "~", "null", "1e3", "- dash", "%percent {{mustache}}", "@at",
        "東京 🏛", "“curly”", "trailing\\", "Town / without a second half /"}) {
    CAPTURE(name);
    const auto answers = brant({{"town", name}, {"prefix", "T"}});
    CHECK(problem_with(question("town"), name, answers) == "");
    CHECK(problems_of(answers) == "");
    const auto town = town_of(answers);
    REQUIRE(town);
    CHECK(town->name.in("en", "en") == name);
  }
}

TEST_CASE("guided: a name that cannot stand in a file is refused at the question") {
  const auto answers = brant();
  for (const std::string name : {"two\nlines", "a\ttab", "bell\a", "not UTF-8 \xFF", "turned \xE2\x80\xAE round"}) {
    CAPTURE(name);
    CHECK(problem_with(question("town"), name, answers) != "");
  }
}

TEST_CASE("guided: the same for users, folders and files of mail servers") {
  const auto answers = brant({{"imap-user", "DOMAIN\\info \"x\": #1"},
                              {"smtp-user", "other: user"},
                              {"smtp-password", "p"},
                              {"imap-folder", "INBOX\n[Gmail]/Spam: \"x\"\nCourrier indésirable"},
                              {"ca", "/etc/ssl/town: ca.pem"}});
  CHECK(problems_of(answers) == "");
  const auto settings = settings_of(answers);
  REQUIRE(settings);
  const auto& imap = std::get<ImapSettings>(settings->sources.front().way);
  CHECK(imap.login.user == "DOMAIN\\info \"x\": #1");
  CHECK(imap.folders == std::vector<std::string>{"INBOX", "[Gmail]/Spam: \"x\"", "Courrier indésirable"});
  CHECK(imap.server.ca == "/etc/ssl/town: ca.pem");
  CHECK(std::get<SmtpSettings>(settings->mail.way).login.user == "other: user");
}

TEST_CASE("guided: many offices in both languages, each address to the office of its name or the one that is said") {
  const auto answers = brant({{"language", "en\nfr"},
                              {"town", "Town of Brant / Ville de Brant"},
                              {"address", "info@brant.ca\nward2@brant.ca\nmayor@brant.ca=council"},
                              {"office",
                               "front-desk=Front desk / Accueil <desk@brant.ca>\n"
                               "ward-2=Ward 2: \"the hill\" / Quartier 2 <w2@brant.ca>\n"
                               "council=Council <council@brant.ca>\n"
                               "Parks & Trees / Parcs <parks@brant.ca>"}});
  CHECK(problems_of(answers) == "");
  const auto town = town_of(answers);
  REQUIRE(town);
  CHECK(town->name.in("fr", "en") == "Ville de Brant");
  CHECK(town->case_prefix == "TB");
  CHECK(town->offices.size() == 4);
  CHECK(town->office("ward-2")->name.in("en", "en") == "Ward 2: \"the hill\"");
  CHECK(town->office("ward-2")->name.in("fr", "en") == "Quartier 2");
  CHECK(town->office("council")->name.in("fr", "en") == "Council");
  REQUIRE(town->office("parks-trees") != nullptr);
  CHECK(town->addresses.at("info@brant.ca") == "front-desk");
  CHECK(town->addresses.at("ward2@brant.ca") == "ward-2");
  CHECK(town->addresses.at("mayor@brant.ca") == "council");
  CHECK(town->office("ward-2")->readers.in("fr", "en") == "le personnel de ce bureau");
  const auto files = draft_files(answers);
  CHECK(std::any_of(files.begin(), files.end(), [](const DraftFile& f) { return f.name == "letters/closed.fr.txt"; }));
}

TEST_CASE("guided: a French town gets French words and French letters only") {
  const auto answers = brant({{"language", "fr"}});
  CHECK(problems_of(answers) == "");
  CHECK(town_of(answers)->office("front-desk")->name.in("fr", "fr") == "Accueil");
  for (const auto& file : draft_files(answers)) CHECK_FALSE(file.name.ends_with(".en.txt"));
}

TEST_CASE("guided: no secret stands in a file that is not one") {
  const auto answers = brant({{"smtp-password", "closesesame"}});
  int secrets = 0;
  for (const auto& file : draft_files(answers)) {
    CAPTURE(file.name);
    const bool holds = file.text.find("sesame") != std::string::npos;
    CHECK(holds == (file.belongs == Belongs::secret));
    secrets += holds ? 1 : 0;
  }
  CHECK(secrets == 2);
  for (const auto& question : questions()) CHECK(shown_answer(question, answers).find("sesame") == std::string::npos);
}

TEST_CASE("guided: below /etc the service's secrets are credentials, and its folders the unit's") {
  auto here = brant_here();
  here.folder = "/etc/docket";
  here.for_service = true;
  const auto answers = brant({}, here);
  CHECK(problems_of(answers) == "");
  const auto settings = settings_of(answers);
  REQUIRE(settings);
  const auto& password = std::get<ImapSettings>(settings->sources.front().way).login.password;
  CHECK(password.kind == Secret::Kind::credential);
  CHECK(password.name == "mailbox");
  CHECK(settings->data == "/var/lib/docket");
  CHECK(settings->control == "/run/docket/control.sock");
  here.folder = "/etc/docket/brant";
  CHECK(settings_of(brant({}, here))->data == "/var/lib/docket-brant");
}

TEST_CASE("guided: what two answers say of each other is found before anything is written") {
  CHECK(problems_of(brant({{"address", "info@brant.ca=nobody"}})).find("nobody") != std::string::npos);
  CHECK(problems_of(brant({{"office", "a=A <a@brant.ca>\na=B <b@brant.ca>"}})) != "");
}

TEST_CASE("guided: an answer that would loop or mean nothing is refused, with the reason") {
  const auto answers = brant();
  const auto refused = [&](const std::string& id, const std::string& value) {
    return problem_with(question(id), value, answers);
  };
  CHECK(refused("clerk", "INFO@brant.ca").find("would come back") != std::string::npos);
  CHECK(refused("office", "x=X <info@brant.ca>").find("would come back") != std::string::npos);
  CHECK(refused("office", "clerk=Clerk <c@brant.ca>").find("stands for the town clerk") != std::string::npos);
  CHECK(refused("office", "Roads").find("of the form") != std::string::npos);
  CHECK(refused("address", "info").find("not a mail address") != std::string::npos);
  CHECK(refused("time-zone", "Mars/Olympus").find("no time zone") != std::string::npos);
  CHECK(refused("language", "de").find("en and fr") != std::string::npos);
  CHECK(refused("prefix", "ex") != "");
  CHECK(refused("mode", "dead") != "");
  CHECK(refused("imap-url", "https://mail.brant.ca").find("imaps://") != std::string::npos);
  CHECK(refused("smtp-url", "smtp://user@mail.brant.ca") != "");
  CHECK(refused("token-url", "http://tokens.brant.ca").find("https://") != std::string::npos);
  CHECK(refused("ca", "/nowhere/ca.pem").find("no file") != std::string::npos);
  CHECK(refused("imap-password", "two\nlines") != "");
}

TEST_CASE("guided: an authority's file that the unit's sandbox hides is refused for the service, and only for it") {
  const auto file = std::filesystem::temp_directory_path() / "docket-guided-ca.pem";
  std::ofstream(file) << "PEM\n";
  auto here = brant_here();
  CHECK(problem_with(question("ca"), file.string(), brant({}, here)) == "");
  here.for_service = true;
  CHECK(problem_with(question("ca"), file.string(), brant({}, here)).find("copy it to /etc/ssl") != std::string::npos);
  std::filesystem::remove(file);
}

TEST_CASE("guided: a clerk@ that residents write to is no default, somebody must say who the clerk is") {
  const auto answers = brant({{"address", "clerk@brant.ca"}});
  CHECK_FALSE(answers.value("clerk"));
  CHECK_FALSE(answers.value("office"));
}

}  // namespace docket::setup
