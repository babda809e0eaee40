// The Maildir source: what lies in new/ is taken and leaves it only after the commit.
#include "connectors/maildir/source.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "config/text.h"
#include "connectors/maildir/maildir.h"
#include "connectors/maildir/receipt.h"
#include "connectors/oauth2/tokens.h"
#include "connectors/source.h"
#include "tests/connectors/fake_intake.h"

using namespace docket;
using std::chrono::milliseconds;
namespace fs = std::filesystem;

namespace {

struct Box {
  Box() {
    std::string name = (fs::temp_directory_path() / "maildir-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    root = name;
    settings.name = "drop";
    settings.way = MaildirSettings{root / "mail"};
    pace.retry = milliseconds{10};
    forget_log_lines();
  }
  ~Box() {
    std::error_code ignored;
    fs::remove_all(root, ignored);
  }
  Box(const Box&) = delete;
  Box& operator=(const Box&) = delete;

  void make() const {
    for (const char* folder : {"tmp", "new", "cur"}) fs::create_directories(root / "mail" / folder);
  }
  void write(const std::string& name, const std::string& octets, const std::string& folder = "new") const {
    std::ofstream(root / "mail" / folder / name, std::ios::binary) << octets;
  }
  /// As a delivery agent does: written aside, then renamed into new/.
  void deliver(const std::string& name, const std::string& octets) const {
    write(name, octets, "tmp");
    fs::rename(root / "mail/tmp" / name, root / "mail/new" / name);
  }
  [[nodiscard]] std::set<std::string> names(const std::string& folder) const {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(root / "mail" / folder)) names.insert(entry.path().filename());
    return names;
  }
  [[nodiscard]] std::unique_ptr<Source> source(Mode mode = Mode::live) {
    return maildir::make_maildir_source(settings, mode, intake, clock, keep_log_line, pace);
  }
  [[nodiscard]] bool eventually_committed(std::size_t count) const {
    return eventually([&] { return intake.committed().size() >= count; });
  }

  fs::path root;
  SystemClock clock;
  FakeIntake intake;
  SourceSettings settings;
  maildir::Pace pace;
};

using Names = std::set<std::string>;

}  // namespace

TEST_SUITE("maildir source") {
  TEST_CASE("letters that lie there and letters that come are taken byte for byte and moved to cur/") {
    Box box;
    box.make();
    const std::string octets("Subject: a\n\nb\0\r\n\xff", 17);
    box.write("1.first.host", octets);
    box.write("2.second.host:2,S", "Subject: second\n\n");
    box.write(".hidden", "no letter");
    const timespec times[2] = {{1'700'000'000, 0}, {1'700'000'000, 250'000'000}};
    REQUIRE(::utimensat(AT_FDCWD, (box.root / "mail/new/1.first.host").c_str(), times, 0) == 0);
    auto source = box.source();
    Running running(*source);
    REQUIRE(box.eventually_committed(2));
    box.deliver("3.third.host", "Subject: third\n\n");
    REQUIRE(box.eventually_committed(3));
    box.write("4.copied.host", "Subject: fourth\n\n");  // as cp does, straight into new/
    REQUIRE(box.eventually_committed(4));
    REQUIRE(eventually([&] { return box.names("new") == Names{".hidden"}; }));
    CHECK(box.names("cur") == Names{"1.first.host:2,", "2.second.host:2,", "3.third.host:2,", "4.copied.host:2,"});
    const auto committed = box.intake.committed();
    CHECK(committed.at("1.first.host").octets == octets);
    CHECK(committed.at("1.first.host").source == "drop");
    CHECK(committed.at("1.first.host").received == Time{milliseconds{1'700'000'000'250}});
    CHECK(committed.contains("2.second.host"));
    CHECK(committed.at("4.copied.host").octets == "Subject: fourth\n\n");
    CHECK(source->health().trouble == "");
    CHECK(box.intake.caught_up_calls() == 1);
    CHECK(box.intake.ledger() == "4 committed, 0 passed, 0 vanished, 0 waiting");
  }

  TEST_CASE("a letter was received when the server says so, not when its file was copied") {
    Box box;
    box.make();
    box.write("1.copied.host",
              "Received: from mx2.town.example by mx.town.example\n\twith LMTP; Tue, 14 Nov 2023 22:00:00 +0100 (CET)\n"
              "Received: from a by mx2.town.example; Tue, 14 Nov 2023 20:00:00 +0000\nSubject: a\n\nb\n");
    const timespec times[2] = {{1'700'000'000, 0}, {1'700'000'000, 0}};
    REQUIRE(::utimensat(AT_FDCWD, (box.root / "mail/new/1.copied.host").c_str(), times, 0) == 0);
    auto source = box.source();
    Running running(*source);
    REQUIRE(box.eventually_committed(1));
    CHECK(rfc3339(box.intake.committed().at("1.copied.host").received) == "2023-11-14T21:00:00Z");
  }

  TEST_CASE("a time of receipt that cannot be true is not believed") {
    const Time modified = std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + std::chrono::hours{10};
    const Time now = modified + std::chrono::hours{1};
    const struct {
      std::string name;
      std::string header;
      std::string received;
    } cases[] = {
        {"the topmost", "Received: a; 23 Nov 2026 09:00 +0000\nReceived: b; 22 Nov 2026 09:00 +0000\n",
         "2026-11-23T09:00:00Z"},
        {"in small letters, CRLF", "received: a;\r\n 23 Nov 2026 09:00 +0000\r\n", "2026-11-23T09:00:00Z"},
        {"below other fields", "Return-Path: <>\nReceived: a (x; y); 23 Nov 2026 09:00 +0000\n",
         "2026-11-23T09:00:00Z"},
        {"after the file's time, before now", "Received: a; 23 Nov 2026 10:30 +0000\n", "2026-11-23T10:30:00Z"},
        {"in the future", "Received: a; 23 Nov 2026 11:01 +0000\n", "2026-11-23T10:00:00Z"},
        {"29 days older than the file", "Received: a; 25 Oct 2026 10:00 +0000\n", "2026-10-25T10:00:00Z"},
        {"31 days older than the file", "Received: a; 23 Oct 2026 10:00 +0000\n", "2026-11-23T10:00:00Z"},
        {"no date in it", "Received: from a by b\n", "2026-11-23T10:00:00Z"},
        {"no time of this world", "Received: a; yesterday\n", "2026-11-23T10:00:00Z"},
        {"the topmost is broken, the next is not", "Received: a; x\nReceived: b; 23 Nov 2026 09:00 +0000\n",
         "2026-11-23T10:00:00Z"},
        {"none", "Date: Mon, 23 Nov 2026 09:00 +0000\n", "2026-11-23T10:00:00Z"},
        {"in the body", "Subject: a\n\nReceived: a; 23 Nov 2026 09:00 +0000\n", "2026-11-23T10:00:00Z"},
    };
    for (const auto& c : cases) {
      CAPTURE(c.name);
      CHECK(rfc3339(maildir::receipt_time(c.header + "\nReceived: x; 1 Nov 2026 09:00 +0000\n", modified, now)) ==
            c.received);
    }
    CHECK(maildir::receipt_time("", modified, now) == modified);
  }

  TEST_CASE("nothing leaves new/ before its commit") {
    Box box;
    box.make();
    box.intake.hold(true);
    box.write("1", "Subject: a\n\n");
    auto source = box.source();
    Running running(*source);
    REQUIRE(eventually([&] { return box.intake.offers("1") == 1; }));
    CHECK(box.names("new") == Names{"1"});
    box.intake.hold(false);
    REQUIRE(eventually([&] { return box.names("new").empty(); }));
    CHECK(box.intake.is_committed("1"));
  }

  TEST_CASE("later files are offered while earlier ones wait for their commit, so many octets at a time") {
    for (const bool bounded : {false, true}) {
      CAPTURE(bounded);
      Box box;
      box.make();
      box.pace.batch = 2;
      if (bounded) box.pace.batch_octets = 1;
      for (const char* name : {"1", "2", "3", "4", "5"}) box.write(name, "Subject: a\n\n");
      box.intake.hold(true);
      auto source = box.source();
      Running running(*source);
      REQUIRE(eventually([&] { return box.intake.offers(bounded ? "1" : "5") == 1; }));
      CHECK(box.intake.offers("2") == (bounded ? 0 : 1));
      CHECK(box.names("new").size() == 5);
      box.intake.hold(false);
      REQUIRE(eventually([&] { return box.names("new").empty(); }));
      for (const char* name : {"1", "2", "3", "4", "5"}) CHECK(box.intake.offers(name) == 1);
    }
  }

  TEST_CASE("a commit that fails leaves the letter, and it is offered again") {
    Box box;
    box.make();
    box.intake.fail_takes("1", 2);
    box.write("1", "Subject: a\n\n");
    box.write("2", "Subject: b\n\n");
    auto source = box.source();
    Running running(*source);
    REQUIRE(eventually([&] { return box.names("new").empty(); }));
    CHECK(box.intake.offers("1") == 3);
    CHECK(box.intake.offers("2") == 1);
  }

  TEST_CASE("a letter in the book that a crash left in new/ is moved and not taken again") {
    Box box;
    box.make();
    box.write("1", "Subject: a\n\n");
    {
      auto source = box.source(Mode::shadow);  // takes it and leaves it where it is
      Running running(*source);
      REQUIRE(box.eventually_committed(1));
    }
    CHECK(box.names("new") == Names{"1"});
    auto source = box.source();
    Running running(*source);
    REQUIRE(eventually([&] { return box.names("new").empty(); }));
    CHECK(box.intake.offers("1") == 1);
  }

  TEST_CASE("shadow touches nothing and takes every letter once") {
    Box box;
    box.make();
    box.pace.scan = milliseconds{5};
    box.write("1", "Subject: a\n\n");
    auto source = box.source(Mode::shadow);
    Running running(*source);
    REQUIRE(box.eventually_committed(1));
    box.write("2", "Subject: b\n\n");
    REQUIRE(box.eventually_committed(2));
    running.stop();
    CHECK(box.names("new") == Names{"1", "2"});
    CHECK(box.names("cur").empty());
    CHECK(box.intake.offers("1") == 1);
  }

  TEST_CASE("a missing Maildir is made; a missing parent is told and waited for; shadow makes none") {
    Box box;
    box.settings.way = MaildirSettings{box.root / "later/mail"};
    auto shadow = box.source(Mode::shadow);
    auto source = box.source();
    {
      Running watching(*shadow);
      REQUIRE(eventually([&] { return shadow->health().trouble.find("cannot look into") == 0; }));
    }
    Running running(*source);
    REQUIRE(eventually([&] { return source->health().trouble.find("cannot make") == 0; }));
    CHECK_FALSE(fs::exists(box.root / "later"));
    CHECK_FALSE(source->health().caught_up);
    fs::create_directory(box.root / "later");
    REQUIRE(eventually([&] { return source->health().trouble.empty(); }));
    CHECK(fs::is_directory(box.root / "later/mail/tmp"));
    std::ofstream(box.root / "later/mail/new/1") << "Subject: a\n\n";
    REQUIRE(box.eventually_committed(1));
  }

  TEST_CASE("what is no readable file is told and stops no other; links are never followed") {
    Box box;
    box.make();
    std::ofstream(box.root / "secret") << "not a letter";
    fs::create_symlink(box.root / "secret", box.root / "mail/new/1.link");
    fs::create_directory(box.root / "mail/new/2.folder");
    REQUIRE(::mkfifo((box.root / "mail/new/3.fifo").c_str(), 0600) == 0);
    box.write("4.letter", "Subject: a\n\n");
    auto source = box.source();
    Running running(*source);
    REQUIRE(box.eventually_committed(1));
    REQUIRE(eventually([&] { return source->health().trouble.find("cannot be read") != std::string::npos; }));
    CHECK(box.intake.committed().contains("4.letter"));
    CHECK(box.intake.ledger() == "1 committed, 0 passed, 0 vanished, 3 waiting");
  }

  TEST_CASE("a file that somebody still writes is left until it is whole") {
    Box box;
    box.make();
    std::ofstream slow(box.root / "mail/new/1.slow", std::ios::binary);
    slow << "Subject: sl" << std::flush;
    auto source = box.source();
    Running running(*source);
    box.deliver("2.whole", "Subject: whole\n\n");
    REQUIRE(box.eventually_committed(1));
    CHECK(box.intake.offers("1.slow") == 0);
    slow << "ow\n\n";
    slow.close();
    REQUIRE(box.eventually_committed(2));
    CHECK(box.intake.committed().at("1.slow").octets == "Subject: slow\n\n");
  }

  TEST_CASE("a letter over max_size comes as its header and size") {
    Box box;
    box.make();
    box.settings.max_size = 100;
    box.write("1", "Subject: lf\n\n" + std::string(500, 'x'));
    box.write("2", "Subject: crlf\r\n\r\n" + std::string(500, 'x') + "\n\n");
    auto source = box.source();
    Running running(*source);
    REQUIRE(box.eventually_committed(2));
    const auto committed = box.intake.committed();
    CHECK(committed.at("1").octets == "Subject: lf\n\n");
    CHECK(committed.at("1").oversize == 513U);
    CHECK(committed.at("2").octets == "Subject: crlf\r\n\r\n");
  }

  TEST_CASE("a name used a second time does not cost the second letter") {
    Box box;
    box.make();
    box.write("letter.eml", "Subject: first\n\n");
    auto source = box.source();
    Running running(*source);
    REQUIRE(eventually([&] { return box.names("cur").size() == 1; }));
    box.write("letter.eml", "Subject: second\n\n");
    REQUIRE(box.eventually_committed(2));
    std::set<std::string> octets;
    for (const auto& [key, inbound] : box.intake.committed()) octets.insert(inbound.octets);
    CHECK(octets == Names{"Subject: first\n\n", "Subject: second\n\n"});
  }

  TEST_CASE("a letter that a mail reader moves away meanwhile is read where it went; a removed one has vanished") {
    Box box;
    box.make();
    const maildir::Maildir files(box.root / "mail");
    box.write("1:2,S", "Subject: moved\n\n", "cur");
    const auto moved = files.read("1", 1000);
    REQUIRE(moved);
    CHECK(moved->octets == "Subject: moved\n\n");
    const auto gone = files.read("2", 1000);
    REQUIRE_FALSE(gone);
    CHECK(gone.error().kind == maildir::Missing::gone);
  }

  TEST_CASE("only new/ is looked at: cur/, tmp/ and other folders beside them are somebody else's") {
    Box box;
    box.make();
    fs::create_directories(box.root / "mail/.Junk/new");
    box.write("1", "Subject: read long ago\n\n", "cur");
    box.write("2:2,S", "Subject: read long ago\n\n", "cur");
    box.write("3", "Subject: half", "tmp");
    box.write("4", "Subject: junk\n\n", ".Junk/new");
    box.write("5", "Subject: new\n\n");
    auto source = box.source();
    Running running(*source);
    REQUIRE(eventually([&] { return box.names("new").empty(); }));
    CHECK(box.intake.seen() == Names{"5"});
    CHECK(box.names("cur") == Names{"1", "2:2,S", "5:2,"});
    CHECK(box.names("tmp") == Names{"3"});
  }

  TEST_CASE("a letter that cannot be moved to cur/ is told, stays in new/, and is not taken twice") {
    Box box;
    box.make();
    fs::remove(box.root / "mail/cur");
    std::ofstream(box.root / "mail/cur") << "a file stands where a folder should";
    box.write("1", "Subject: a\n\n");
    auto source = box.source();
    Running running(*source);
    REQUIRE(eventually([&] { return source->health().trouble.find("cannot move a letter to cur/") == 0; }));
    CHECK(box.names("new") == Names{"1"});
    fs::remove(box.root / "mail/cur");
    REQUIRE(eventually([&] { return box.names("new").empty() && source->health().trouble.empty(); }));
    CHECK(box.names("cur") == Names{"1:2,"});
    CHECK(box.intake.offers("1") == 1);
  }

  TEST_CASE("letters that come in a flood while others are taken are all taken once") {
    Box box;
    box.make();
    box.pace.batch = 7;
    auto source = box.source();
    Running running(*source);
    for (int i = 0; i < 300; ++i) box.deliver(std::to_string(i), "Subject: a\n\n");
    REQUIRE(box.eventually_committed(300));
    REQUIRE(eventually([&] { return box.names("new").empty(); }));
    for (int i = 0; i < 300; ++i) CHECK(box.intake.offers(std::to_string(i)) == 1);
  }

  TEST_CASE("while the book is down letters stay; afterwards they are taken") {
    Box box;
    box.make();
    box.intake.fail_everything(true);
    box.write("1", "Subject: a\n\n");
    auto source = box.source();
    Running running(*source);
    REQUIRE(eventually([&] { return source->health().trouble.find("the book is down") != std::string::npos; }));
    CHECK(box.names("new") == Names{"1"});
    CHECK(box.intake.caught_up_calls() == 0);  // nothing has vanished: the book was not told what is there
    box.intake.fail_everything(false);
    REQUIRE(eventually([&] { return box.names("new").empty(); }));
    REQUIRE(eventually([&] { return source->health().trouble.empty(); }));
  }

  TEST_CASE("make_source makes what fetches by itself, and nothing for pipe and webhook") {
    Box box;
    oauth2::Tokens tokens({}, {}, box.clock, keep_log_line);
    CHECK(make_source(box.settings, Mode::live, box.intake, box.clock, keep_log_line, tokens)->name() == "drop");
    box.settings.way = ImapSettings{};
    CHECK(make_source(box.settings, Mode::live, box.intake, box.clock, keep_log_line, tokens) != nullptr);
    box.settings.way = PipeSettings{};
    CHECK(make_source(box.settings, Mode::live, box.intake, box.clock, keep_log_line, tokens) == nullptr);
    box.settings.way = WebhookSettings{};
    CHECK(make_source(box.settings, Mode::live, box.intake, box.clock, keep_log_line, tokens) == nullptr);
  }
}
