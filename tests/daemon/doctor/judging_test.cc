// What the doctor says of facts: which state, which words, and always a next step where something is wrong.
#include <doctest/doctest.h>

#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "config/text.h"
#include "daemon/doctor/book.h"
#include "daemon/doctor/machine.h"
#include "daemon/doctor/mail_out.h"
#include "daemon/doctor/mailboxes.h"
#include "daemon/doctor/rights.h"
#include "daemon/doctor/running.h"
#include "daemon/doctor/secrets.h"
#include "daemon/doctor/systemd.h"

using namespace docket;
using namespace docket::doctor;
using std::chrono::days;
using std::chrono::hours;

namespace {

const Time kNow = parse_rfc3339("2026-12-01T12:00:00Z").value();

/// "broken disk /data" a line; whoever is told that something is wrong is told what to do.
std::string states(const Lines& lines) {
  constexpr const char* kStates[] = {"ok", "warning", "broken"};
  std::string text;
  for (const auto& line : lines) {
    text += std::string(text.empty() ? "" : "; ") + kStates[static_cast<int>(line.state)] + " " + line.check;
    CHECK((line.state == State::ok || !line.next.empty()));
    CHECK(!line.text.empty());
  }
  return text;
}

SourceSettings council(ImapSettings::After after = ImapSettings::After::keep) {
  SourceSettings source;
  source.name = "council";
  ImapSettings imap;
  imap.server = {"imaps", "mail.town.example", 0, false, {}};
  imap.login.user = "council@town.example";
  imap.after = after;
  imap.move_to = "Done";
  source.way = imap;
  return source;
}

MailboxProbe well() {
  MailboxProbe probe;
  probe.reached = probe.logged_in = probe.idle = probe.move = probe.uidplus = true;
  probe.folders = {{"INBOX", true, true, false, true, 3, ""}};
  probe.all_folders = {"INBOX", "Sent", "Done"};
  probe.certificate_ends = kNow + days{90};
  return probe;
}

BookInspection sound() {
  BookInspection book;
  book.there = book.keys = book.checked_whole = true;
  book.schema = book.known_schema = 6;
  book.events = book.events_checked = 10;
  book.begun = kNow - days{30};
  book.backed_up = kNow - hours{10};
  return book;
}

FileFacts file(FileFacts::Kind kind, mode_t mode, const std::string& owner = "docket") {
  return {kind, "/f", true, mode, owner, "docket"};
}

}  // namespace

TEST_SUITE("doctor") {
  TEST_CASE("a mailbox: well, and each way it can be ill") {
    CHECK(states(judge_mailbox(council(), well(), kNow)) ==
          "ok source council; ok source council, folder INBOX; ok source council: certificate");
    auto probe = MailboxProbe{};
    probe.reached = true;
    probe.trouble = "login refused: no";
    CHECK(states(judge_mailbox(council(), probe, kNow)) == "broken source council");
    probe = well();
    probe.folders.push_back({"Snet", false, false, false, false, 0, "no such"});
    const auto lines = judge_mailbox(council(), probe, kNow);
    CHECK(lines[2].state == State::broken);
    CHECK(lines[2].next == "write 'Sent' in folders:");
    probe = well();
    probe.certificate_ends = kNow + days{29};
    CHECK(states(judge_mailbox(council(), probe, kNow)).find("warning source council: certificate") !=
          std::string::npos);
    probe.certificate_ends = kNow - hours{1};
    CHECK(states(judge_mailbox(council(), probe, kNow)).find("broken source council: certificate") !=
          std::string::npos);
  }

  TEST_CASE("a mailbox whose letters are to be flagged or moved needs more than reading") {
    auto probe = well();
    probe.folders[0].keeps_keywords = false;
    CHECK(states(judge_mailbox(council(ImapSettings::After::flag), probe, kNow))
              .find("broken source council, folder INBOX") != std::string::npos);
    CHECK(states(judge_mailbox(council(), probe, kNow)).find("broken") == std::string::npos);
    probe = well();
    probe.folders[0].read_only = true;
    CHECK(states(judge_mailbox(council(ImapSettings::After::move), probe, kNow))
              .find("broken source council, folder INBOX") != std::string::npos);
    probe = well();
    CHECK(states(judge_mailbox(council(ImapSettings::After::move), probe, kNow))
              .find("ok source council, move to Done") != std::string::npos);
    probe.all_folders = {"INBOX"};
    CHECK(states(judge_mailbox(council(ImapSettings::After::move), probe, kNow))
              .find("broken source council, move to Done") != std::string::npos);
    probe = well();
    probe.move = probe.uidplus = false;
    CHECK(states(judge_mailbox(council(ImapSettings::After::move), probe, kNow))
              .find("broken source council, move to Done") != std::string::npos);
  }

  TEST_CASE("what cannot be tried by hand is told by what the daemon says of it") {
    CHECK(states({judge_token("mail out", Said::well)}) == "ok mail out");
    CHECK(states({judge_token("mail out", Said::nothing)}) == "warning mail out");
    CHECK(states({judge_untried("source a", "a", Said::well, "docket.service")}) == "ok source a");
    const auto line = judge_untried("source a", "a", Said::trouble, "docket.service");
    CHECK(line.state == State::warning);
    CHECK(line.text.find("the daemon has trouble with it") != std::string::npos);
  }

  TEST_CASE("a Maildir: not there, not to be changed, on two file systems; a listener that does not answer") {
    SourceSettings drop;
    drop.name = "drop";
    drop.way = MaildirSettings{"/var/mail/drop"};
    CHECK(states(judge_maildir(drop, {true, true, true, 3, "docket"})) == "ok source drop");
    CHECK(states(judge_maildir(drop, {false, false, false, 0, "docket"})) == "broken source drop");
    CHECK(states(judge_maildir(drop, {true, false, true, 0, "docket"})) == "broken source drop");
    CHECK(states(judge_maildir(drop, {true, true, false, 0, "docket"})) == "broken source drop");
    CHECK(states(judge_listener({"127.0.0.1:1", "", kNow + days{90}, ""}, kNow)) ==
          "ok public listener; ok public listener: certificate");
    CHECK(states(judge_listener({"127.0.0.1:1", "Connection refused", {}, "no such file"}, kNow)) ==
          "broken public listener; broken public listener: certificate");
  }

  TEST_CASE("mail out: every address is tried, and the refused one named") {
    MailSettings mail;
    mail.way = SmtpSettings{{"smtp", "mail.town.example", 587, false, {}}, {"us@town.example", {}, {}}};
    MailOutProbe probe;
    probe.reached = probe.logged_in = probe.encrypted = true;
    CHECK(states(judge_mail_out(mail, probe, {"a@town.example"}, kNow)) == "ok mail out; ok mail out, From");
    probe.from_refused = {{"a@town.example", "553 5.7.1 no"}};
    const auto lines = judge_mail_out(mail, probe, {"a@town.example"}, kNow);
    CHECK(states(lines) == "ok mail out; broken mail out, From a@town.example");
    CHECK(lines[1].next.find("us@town.example the right to send as a@town.example") != std::string::npos);
    Settings settings;
    settings.mail.account = "us@town.example";
    Town town;
    town.addresses = {{"ward2@town.example", "w"}, {"info@other.example", "w"}};
    CHECK(from_addresses(settings, town).size() == 3);
    CHECK(sending_domains(settings, town) == std::vector<std::string>{"town.example", "other.example"});
    settings.mail.send_as = SendAs::account;
    CHECK(from_addresses(settings, town) == std::vector<std::string>{"us@town.example"});
  }

  TEST_CASE("secrets: short, well known, not random; never shown") {
    struct Case {
      bool by_machine;
      const char* secret;
      State state;
    };
    for (const Case& one : std::vector<Case>{{false, "Summer2026!", State::warning},
                                             {false, "Password12345678", State::warning},
                                             {false, "4711", State::warning},
                                             {false, "kT9x-wq2R-mm4z-8Lp", State::ok},
                                             {true, "whsec_short", State::warning},
                                             {true, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", State::warning},
                                             {true, "q3J8vN1xWmZ7pL0sYd5TfR2hKc9BgUeA", State::ok}}) {
      CAPTURE(one.secret);
      const auto line = judge_strength({"source council: password", {}, one.by_machine}, one.secret);
      CHECK(line.state == one.state);
      CHECK((line.text + line.next).find(one.secret) == std::string::npos);
    }
  }

  TEST_CASE("a credential of the unit is found where the unit has it, or takes it from") {
    const auto folder = std::filesystem::temp_directory_path() / ("doctor-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder / "run");
    std::ofstream(folder / "a") << "secret-a";
    std::ofstream(folder / "run" / "b") << "secret-b";
    Settings settings;
    settings.sources.push_back(council());
    auto& login = std::get<ImapSettings>(settings.sources[0].way).login;
    const auto found = [&](const std::string& name) {
      login.password = {Secret::Kind::credential, name};
      const Credentials credentials({"x:/nowhere", "a:" + (folder / "a").string(), "all:" + folder.string()},
                                    (folder / "run").string());
      const auto readable = credentials.readable(settings);
      return std::get<ImapSettings>(readable.sources[0].way).login.password.name;
    };
    CHECK(found("a") == (folder / "a").string());
    CHECK(found("b") == (folder / "run" / "b").string());
    std::ofstream(folder / "run" / "all_d") << "secret-d";
    CHECK(found("d") == (folder / "run" / "all_d").string());
    CHECK(found("c") == "c");
    std::filesystem::remove_all(folder);
  }

  TEST_CASE("rights: what anybody may read or change") {
    using Kind = FileFacts::Kind;
    CHECK(states(judge_rights({file(Kind::settings, 0100640), file(Kind::secret, 0100440), file(Kind::data, 0040700),
                               file(Kind::private_file, 0100600), file(Kind::clerks, 0100664)})) == "ok rights");
    CHECK(states(judge_rights({file(Kind::data, 0040755)})) == "broken rights of /f");
    CHECK(states(judge_rights({file(Kind::data, 0040750)})) == "warning rights of /f");
    CHECK(states(judge_rights({file(Kind::data, 0040700, "root")})) == "warning rights of /f");
    CHECK(states(judge_rights({file(Kind::private_file, 0100640)})) == "broken rights of /f");
    CHECK(states(judge_rights({file(Kind::private_file, 0100600, "root")})) == "broken rights of /f");
    CHECK(states(judge_rights({file(Kind::secret, 0100644)})) == "broken rights of /f");
    CHECK(states(judge_rights({file(Kind::settings, 0100644)})) == "warning rights of /f");
    CHECK(states(judge_rights({file(Kind::clerks, 0100666)})) == "broken rights of /f");
    CHECK(states({judge_group({"docket-clerks", false, {}})}) == "broken operators");
    CHECK(states({judge_group({"docket-clerks", true, {}})}) == "warning operators");
    CHECK(judge_group({"docket-clerks", true, {"ana", "bo"}}).text == "the group docket-clerks: ana, bo");
  }

  TEST_CASE("the book: damaged, newer, without log or keys, changed, not copied") {
    CHECK(states(judge_book(sound(), kNow)) == "ok case book; ok audit log; ok backup");
    const auto with = [](auto change) {
      auto book = sound();
      change(book);
      return states(judge_book(book, kNow));
    };
    CHECK(with([](auto& book) { book.damage = "row 1 missing"; }) == "broken case book");
    CHECK(with([](auto& book) { book.schema = 7; }) == "broken case book");
    CHECK(with([](auto& book) { book.schema = 5; }).find("warning case book") == 0);
    CHECK(with([](auto& book) { book.log_missing = true; }).find("broken case book") == 0);
    CHECK(with([](auto& book) { book.keys = false; }) == "broken case book");
    CHECK(with([](auto& book) { book.there = false; }) == "broken case book");
    CHECK(with([](auto& book) { book.there = book.keys = false; }) == "warning case book");
    CHECK(with([](auto& book) { book.trouble = "no"; }) == "broken case book");
    CHECK(with([](auto& book) { book.chain = "event 3"; }).find("broken audit log") != std::string::npos);
    CHECK(with([](auto& book) { book.log_size = std::uintmax_t{1} << 30U; }).find("warning case book") !=
          std::string::npos);
    CHECK(with([](auto& book) { book.backed_up = kNow - hours{27}; }).find("warning backup") != std::string::npos);
    CHECK(with([](auto& book) { book.backed_up = kNow - days{3}; }).find("broken backup") != std::string::npos);
    CHECK(with([](auto& book) { book.backed_up.reset(); }).find("warning backup") != std::string::npos);
  }

  TEST_CASE("the disk: room, inodes, kind; and how long a write takes") {
    DiskFacts disk{"/data", 1, 0xEF53, std::uintmax_t{9} << 30U, std::uintmax_t{99} << 30U, 100000, 200000};
    CHECK(states(judge_disk(disk, true)) == "ok disk /data");
    disk.type = 0x6969;
    CHECK(states(judge_disk(disk, true)) == "ok disk /data; broken disk /data");
    CHECK(states(judge_disk(disk, false)) == "ok disk /data");
    disk.type = 0x01021994;
    CHECK(states(judge_disk(disk, true)) == "ok disk /data; warning disk /data");
    disk.free_files = 10;
    CHECK(states(judge_disk(disk, false)) == "broken disk /data");
    disk.files = disk.free_files = 0;  // counts none
    CHECK(states(judge_disk(disk, false)) == "ok disk /data");
    disk.free = std::uintmax_t{1} << 30U;
    CHECK(states(judge_disk(disk, false)) == "warning disk /data");
    disk.free = std::uintmax_t{1} << 20U;
    CHECK(states(judge_disk(disk, false)) == "broken disk /data");
    using std::chrono::microseconds;
    CHECK(states({judge_sync({50, microseconds{120}, microseconds{900}, ""})}) == "ok disk speed");
    CHECK(states({judge_sync({20, microseconds{90'000}, microseconds{200'000}, ""})}) == "warning disk speed");
    CHECK(states({judge_sync({0, {}, {}, "Read-only file system"})}) == "broken disk speed");
    const auto here = std::filesystem::temp_directory_path();
    CHECK(measure_sync(here).writes > 0);
    CHECK(measure_sync("/proc").trouble != "");
    CHECK(look_at_disk(here)->size > 0);
  }

  TEST_CASE("the clock: before the book's last event, unsynchronised; old time zone data") {
    CHECK(states(judge_clock({kNow, true, kNow - hours{1}, "2026a"})) == "ok clock; ok time zones");
    CHECK(states(judge_clock({kNow, true, kNow + hours{1}, "2026a"})) == "broken clock; ok time zones");
    CHECK(states(judge_clock({kNow, false, {}, ""})) == "warning clock");
    CHECK(states(judge_clock({kNow, {}, {}, "2022e"})) == "ok clock; warning time zones");
  }

  TEST_CASE("what runs beside what lies on the disk") {
    Running running;
    CHECK(states(judge_running(running)) == "warning daemon");
    running.answer = Running::Answer::silent;
    CHECK(states(judge_running(running)) == "broken daemon");
    running.installed = "0.1.0";
    running.settings_on_disk = "sha256:1";
    running.rules_on_disk = "sha256:2";
    take_status(running, {{"healthy", true}, {"version", "0.1.0"}, {"settings", "sha256:1"}, {"rule_set", "sha256:2"}});
    CHECK(states(judge_running(running)) == "ok daemon; ok version; ok docket.yaml; ok rules");
    take_status(running, {{"healthy", false},
                          {"problems", {"mail out: x"}},
                          {"version", "0.0.9"},
                          {"settings", "sha256:0"},
                          {"rule_set", "sha256:0"}});
    CHECK(states(judge_running(running)) == "broken daemon; warning version; warning docket.yaml; warning rules");
    running.version = "0.1.0";
    running.program_replaced = true;
    CHECK(states(judge_running(running)).find("warning version") != std::string::npos);
  }

  TEST_CASE("files, expiries and the unit") {
    CHECK(states(judge_files({}, true, "docket")) == "ok settings");
    const Problem error{Severity::error, {"town.yaml", 3, 4}, "no office", "mend it"};
    CHECK(judge_files({error}, false, "docket")[0].text == "1 errors; town.yaml:3:4: error: no office");
    CHECK(states(judge_files({{Severity::warning, {"town.yaml", 1, 1}, "a", ""}}, true, "docket")) ==
          "warning settings");
    Settings settings;
    settings.sources.push_back(council());
    std::get<ImapSettings>(settings.sources[0].way).login.oauth2 = OAuth2{"u", "c", {}, "", {}, "2026-12-20"};
    CHECK(states(judge_expiries(settings, kNow)) == "warning source council: client secret");
    CHECK(states(judge_expiries(settings, kNow + days{60})) == "broken source council: client secret");
    CHECK(judge_unit(read_unit("docket.service", "LoadState=not-found\n").unit).empty());
    const auto facts = read_unit("docket.service",
                                 "LoadState=loaded\nFragmentPath=/lib/systemd/system/docket.service\n"
                                 "DropInPaths=/etc/systemd/system/docket.service.d/override.conf\nNeedDaemonReload=no\n"
                                 "LoadCredential=a:/etc/docket/secrets/a b:/x\n");
    CHECK(states(judge_unit(facts.unit)) == "ok unit");
    CHECK(facts.credentials == std::vector<std::string>{"a:/etc/docket/secrets/a", "b:/x"});
    CHECK(states(judge_unit({"docket.service", true, "/etc/systemd/system/docket.service", {}, true})) ==
          "warning unit; warning unit");
    CHECK(unit_of("/etc/docket") == "docket.service");
    CHECK(unit_of("/etc/docket/") == "docket.service");
    CHECK(unit_of("/etc/docket/north") == "docket@north.service");
    CHECK(unit_of("/etc/docket/a b") == "docket.service");
  }
}
