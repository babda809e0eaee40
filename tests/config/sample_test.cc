// The sample town is complete and clean: nothing but warnings about itself.
#include "config/sample.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>

#include "config/load.h"
#include "config/text.h"
#include "config/yaml/node.h"
#include "tests/config/problems.h"
#include "tests/source_dir.h"

namespace docket {
namespace {

std::string_view sample(const std::string& path) {
  const auto files = sample_files();
  const auto found =
      std::find_if(files.begin(), files.end(), [&](const SampleFile& file) { return file.path == path; });
  return found == files.end() ? std::string_view() : found->text;
}

const Time kNow = *parse_rfc3339("2026-11-25T12:00:00Z");

TEST_CASE("the program holds the sample byte for byte") {
  CHECK(sample_files().size() >= 9);
  for (const auto& file : sample_files()) {
    CAPTURE(file.path);
    std::ifstream in(docket::source_dir() + "/config/sample/" + file.path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    CHECK(text.str() == file.text);
  }
}

TEST_CASE("the sample town loads, and says that it is a sample") {
  Problems problems;
  const auto town = load_town({"town.yaml", std::string(sample("town.yaml"))}, kNow, problems);
  REQUIRE(town);
  CHECK(problems.size() == 1);
  CHECK(describe(problems).ends_with("values of the sample town are left; the first is here"));
  CHECK(town->offices.size() == 7);
  CHECK(town->addresses.at("ward2@town.example") == "ward-2");
  CHECK(town->office("ward-2")->record_owner == RecordOwner::member);
  CHECK(town->name.in("fr", "en") == "Ville d'Exemple");
  CHECK(town->calendar.recess.size() == 1);
  CHECK(town->office("roads")->escalate.size() == 2);
  CHECK(town->office("ward-1")->away.at(0).deputy == "mayor");
  CHECK(town->places.size() == 6);
  Problems together;
  const auto settings = load_settings({"docket.yaml", std::string(sample("docket.yaml"))}, "/srv/try", together);
  REQUIRE(settings);
  check_together(*settings, *town, together);
  CHECK(describe(together) == "23:11: warning: a value of the sample town is left");
  CHECK(settings->data == "/srv/try/data");
  CHECK(std::get<MaildirSettings>(settings->source("council")->way).path == "/srv/try/in");
}

TEST_CASE("the settings for real mailboxes load with warnings only") {
  for (const std::string name : {"docket.imap.yaml", "docket.m365.yaml", "docket.google.yaml"}) {
    CAPTURE(name);
    Problems problems;
    const auto settings = load_settings({"docket.yaml", std::string(sample(name))}, "/etc/docket", problems);
    CAPTURE(describe(problems));
    REQUIRE(settings);
    CHECK(settings->mode == Mode::shadow);
    CHECK(settings->data == "/var/lib/docket");
  }
  Problems problems;
  const auto m365 = load_settings({"docket.yaml", std::string(sample("docket.m365.yaml"))}, "/etc/docket", problems);
  CHECK(m365->mail.limits.connections == 2);
  CHECK(m365->mail.limits.per_minute == 25);
  CHECK(m365->mail.limits.per_day == 9000);
  CHECK(m365->mail.account == "council@town.example");
}

TEST_CASE("the sample's rule files are clean YAML") {
  int count = 0;
  for (const auto& file : sample_files()) {
    if (!file.path.starts_with("rules/")) continue;
    CAPTURE(file.path);
    ++count;
    Problems problems;
    CHECK(yaml::parse(file.path, file.text, problems));
    CHECK(describe(problems) == "");
  }
  CHECK(count == 4);
}

}  // namespace
}  // namespace docket
