// What is done with saved files: when they are looked at, what is taken, whom it is told, and the clerk's #take.
#include "daemon/serve/saved.h"

#include <nlohmann/json.hpp>

#include "tests/daemon/casebook/fixture.h"

namespace docket {
namespace {

using casebook_test::Desk;
using casebook_test::Sketch;

TEST_SUITE_BEGIN("saved files");

constexpr const char* kClerk = "clerk@town.example";

/// The words in a file decide what the judge makes of it: "bad" is refused, "wide" is held back.
class Share {
 public:
  Share() {
    auto town = std::make_shared<Town>(*desk.town);
    town->clerk_address = kClerk;
    desk.town = town;
    settings_ = std::make_shared<Settings>();
    std::const_pointer_cast<Settings>(settings_)->data = desk.options.data;
    disk.settings = TextFile{"docket.yaml", "version: 1\n"};
    save("first");
    running_ = built("");
    start();
  }

  void start() {
    saved = std::make_unique<Saved>(
        Saved::Collaborators{*desk.book, desk.clock, [this] { return running_; }, [this] { return disk; },
                             [this](const ReloadOrder& order, const OnDisk& on_disk) { return judge(order, on_disk); },
                             [this] { ++woken; }});
  }

  void save(const std::string& rules) { disk.town = TownFiles{{"town.yaml", "town"}, {{"rules/10.yaml", rules}}, {}}; }
  /// Somebody else takes it: `docket reload --yes`.
  void take_by_hand() {
    running_ = built("");
    REQUIRE(desk.book->accept(running_->files, {}, "admin"));
  }

  /// Until it is settled: "live, told".
  std::string asked() {
    auto result = saved->look();
    if (result.outcome == SavedResult::Outcome::waiting) {
      desk.clock.advance(std::chrono::seconds(2));
      result = saved->look();
    }
    return words_of(result);
  }
  static std::string words_of(const SavedResult& result) {
    return to_json(result, Town{})["outcome"].get<std::string>() + (result.told ? ", told" : "");
  }
  /// "address: subject" of every letter since the last call, a line each.
  std::string letters() {
    const auto text = desk.sql_text(
        "SELECT coalesce(group_concat(t.recipient || ': ' || json_extract(t.facts, '$.subject'), char(10)), '') FROM "
        "outbox "
        "o JOIN outbox_texts t ON t.outbox_id = o.id WHERE o.kind = 'notice' AND o.id > " +
        seen_);
    seen_ = desk.sql_text("SELECT coalesce(max(id), 0) FROM outbox");
    return text;
  }
  [[nodiscard]] std::string newest_message_id() const {
    return desk.sql_text("SELECT message_id FROM outbox WHERE kind = 'notice' ORDER BY id DESC LIMIT 1");
  }
  [[nodiscard]] std::string runs() const { return running_->files.rules.front().text; }
  Recorded answer(const std::string& text, const std::string& message_id, const std::string& from = kClerk) {
    Sketch sketch;
    sketch.from = from;
    sketch.text = text;
    sketch.in_reply_to = {message_id};
    return desk.take(sketch);
  }

  Desk desk;
  OnDisk disk;
  std::unique_ptr<Saved> saved;
  std::string clerk_of_next = kClerk;
  bool bad_is_good_now = false;
  int judged = 0;
  int woken = 0;

 private:
  [[nodiscard]] std::shared_ptr<const Configuration> built(const std::string& clerk) const {
    auto made = std::make_shared<Configuration>();
    auto town = std::make_shared<Town>(*desk.town);
    if (!clerk.empty()) town->clerk_address = clerk;
    made->town = town;
    made->calendar = std::make_shared<const Calendar>(town->calendar, town->time_zone);
    made->settings = settings_;
    made->files = *disk.town;
    made->version = made->files.version();
    return made;
  }

  ReloadResult judge(const ReloadOrder& order, const OnDisk& on_disk) {
    ++judged;
    ReloadResult result;
    const auto has = [&](const char* word) { return on_disk.town->rules.front().text.find(word) != std::string::npos; };
    if (has("bad") && !bad_is_good_now) {
      result.problems = {{Severity::error, {"rules/10.yaml", 1, 1}, on_disk.town->rules.front().text, ""}};
      return result;
    }
    result.next = built(clerk_of_next);
    result.version = result.next->version;
    result.comparison = Comparison{};
    result.comparison->letters = 200;
    if (has("wide")) result.comparison->losing_addressed = 1;
    if (order.way != ReloadOrder::Way::insist && is_worth_asking(*result.comparison)) return result;
    running_ = result.next;
    REQUIRE(desk.book->accept(running_->files, {}, order.who));
    result.taken = true;
    return result;
  }

  std::shared_ptr<const Settings> settings_;
  std::shared_ptr<const Configuration> running_;
  std::string seen_ = "0";
};

constexpr const char* kHeld = "clerk@town.example: docket: NOT LIVE YET, what you saved waits for your #take";
constexpr const char* kRefused = "clerk@town.example: docket: REFUSED, what you saved is not used";
constexpr const char* kLive = "clerk@town.example: docket: live since 10:00, nothing would go elsewhere";
constexpr const char* kTooLate = "clerk@town.example: docket: not taken, the files have changed since";

TEST_CASE("nothing is judged while somebody writes: two looks two seconds apart see the same first") {
  Share share;
  share.save("half");
  CHECK(Share::words_of(share.saved->look()) == "waiting");
  share.desk.clock.advance(std::chrono::seconds(1));
  CHECK(Share::words_of(share.saved->look()) == "waiting");
  share.save("half and the other half");
  share.desk.clock.advance(std::chrono::seconds(1));
  CHECK(Share::words_of(share.saved->look()) == "waiting");
  share.desk.clock.advance(std::chrono::seconds(2));
  CHECK(Share::words_of(share.saved->look()) == "live, told");
  CHECK(share.judged == 1);
  CHECK(share.runs() == "half and the other half");
  CHECK(share.letters() == kLive);
  CHECK(share.woken == 1);
}

TEST_CASE("what runs lies there: nothing is judged and nobody is told, also not of another docket.yaml") {
  Share share;
  share.disk.other_settings = true;
  CHECK(share.asked() == "nothing");
  CHECK(share.judged == 0);
  CHECK(share.letters().empty());
  CHECK(share.saved->look().reload.problems.size() == 1);  // whoever asked sees it
}

TEST_CASE("good is live and told once") {
  Share share;
  share.save("second");
  CHECK(share.asked() == "live, told");
  CHECK(share.letters() == kLive);
  CHECK(share.asked() == "nothing");
  CHECK(share.letters().empty());
  CHECK(share.desk.sql_text("SELECT who FROM accepted ORDER BY id DESC LIMIT 1") == "saved");
}

TEST_CASE(
    "refused is told once for the same content, over restarts; other words, or the same after good ones, are news") {
  Share share;
  share.save("bad");
  CHECK(share.asked() == "refused, told");
  CHECK(share.letters() == kRefused);
  CHECK(share.asked() == "refused");
  share.desk.crash();
  share.desk.open();
  share.start();
  CHECK(share.asked() == "refused");
  CHECK(share.letters().empty());
  share.save("bad too");
  CHECK(share.asked() == "refused, told");
  share.save("first");
  CHECK(share.asked() == "nothing");
  share.save("bad too");
  CHECK(share.asked() == "refused, told");
  CHECK(share.letters() == std::string(kRefused) + "\n" + kRefused);
  CHECK(share.runs() == "first");
}

TEST_CASE("refused for what lies elsewhere: the same content saved again when that is mended is live") {
  Share share;
  share.save("bad");
  CHECK(share.asked() == "refused, told");
  share.bad_is_good_now = true;
  CHECK(share.asked() == "live, told");
}

TEST_CASE("what a person should look at first is held back and asked once, over restarts") {
  Share share;
  share.save("wide");
  CHECK(share.asked() == "held, told");
  CHECK(share.letters() == kHeld);
  CHECK(share.asked() == "held");
  share.desk.crash();
  share.desk.open();
  share.start();
  CHECK(share.asked() == "held");
  CHECK(share.letters().empty());
  CHECK(share.runs() == "first");
  CHECK(share.desk.reader().held_rules() == share.disk.town->version());
  CHECK(share.desk.sql_text("SELECT who || ' ' || detail FROM events WHERE what = 'rules_held'") ==
        "saved " + share.disk.town->version());
}

TEST_CASE("the clerk answers #take, and it is live; the answer opens no case") {
  Share share;
  share.save("wide");
  (void)share.asked();
  const auto asked = share.newest_message_id();
  const auto recorded = share.answer("\n #TAKE please\n\nThanks\n", asked);
  CHECK(recorded.outcome == "ignored");
  CHECK(recorded.reason == "clerk");
  CHECK(share.desk.reader().judged({}).empty());  // it is no letter that rules would be compared by
  CHECK(share.runs() == "first");
  (void)share.letters();
  share.saved->tend();
  CHECK(share.runs() == "wide");
  CHECK(share.letters() == kLive);
  CHECK_FALSE(share.desk.book->take_ordered().has_value());
  CHECK_FALSE(share.desk.reader().held_rules().has_value());
  CHECK(share.desk.sql_text("SELECT who FROM accepted ORDER BY id DESC LIMIT 1") == "clerk");
  share.saved->tend();
  CHECK(share.asked() == "nothing");
  CHECK(share.letters().empty());
}

TEST_CASE("an order outlives a restart") {
  Share share;
  share.save("wide");
  (void)share.asked();
  share.answer("#take\n", share.newest_message_id());
  share.desk.crash();
  share.desk.open();
  share.start();
  share.saved->tend();
  CHECK(share.runs() == "wide");
}

TEST_CASE("only the clerk, in answer to that letter, with that word first, takes it") {
  Share share;
  share.save("wide");
  (void)share.asked();
  const auto asked = share.newest_message_id();
  (void)share.letters();
  CHECK(share.answer("#take\n", asked, "eve@evil.example").outcome == "case");
  CHECK(share.answer("#take\n", "<m@example.org>").outcome == "case");
  auto changed = asked;
  changed[changed.find("saved-") + 6] = changed[changed.find("saved-") + 6] == '0' ? '1' : '0';
  CHECK(share.answer("#take\n", changed).outcome == "case");
  Sketch forged;
  forged.from = kClerk;
  forged.text = "#take\n";
  forged.in_reply_to = {asked};
  auto judged = share.desk.recording(forged);
  judged.letter.authentication_configured = true;
  judged.letter.authentication_judged = true;
  CHECK(share.desk.take(judged).reason != "clerk");
  CHECK(share.letters().empty());
  CHECK(share.answer("Is this mine? I would #take it\n", asked).reason == "clerk");
  CHECK(share.letters() == "clerk@town.example: docket: not done");
  CHECK_FALSE(share.desk.book->take_ordered().has_value());
  share.saved->tend();
  CHECK(share.runs() == "first");
}

TEST_CASE(
    "files that changed after the question are not taken by its answer: the clerk is told, and they are looked at") {
  Share share;
  share.save("wide");
  (void)share.asked();
  share.answer("#take\n", share.newest_message_id());
  share.save("wide and more");
  (void)share.letters();
  share.saved->tend();
  CHECK(share.letters() == kTooLate);
  CHECK(share.runs() == "first");
  CHECK_FALSE(share.desk.book->take_ordered().has_value());
  share.desk.clock.advance(std::chrono::seconds(2));
  share.saved->tend();
  CHECK(share.letters() == kHeld);
  share.answer("#take\n", share.newest_message_id());
  share.saved->tend();
  CHECK(share.runs() == "wide and more");
}

TEST_CASE("an answer to an old question does not take the newer one") {
  Share share;
  share.save("wide");
  (void)share.asked();
  const auto old = share.newest_message_id();
  share.save("wide two");
  (void)share.asked();
  (void)share.letters();
  share.answer("#take\n", old);
  share.saved->tend();
  CHECK(share.letters() == kTooLate);
  CHECK(share.runs() == "first");
  CHECK(share.desk.reader().held_rules() == share.disk.town->version());
}

TEST_CASE("somebody else took it before the answer came") {
  Share share;
  share.save("wide");
  (void)share.asked();
  const auto asked = share.newest_message_id();
  share.take_by_hand();
  CHECK_FALSE(share.desk.reader().held_rules().has_value());
  (void)share.letters();
  share.answer("#take\n", asked);
  share.saved->tend();
  CHECK(share.letters() == "clerk@town.example: docket: live already");
}

TEST_CASE("a clerk's address that changes: the former one hears of it too") {
  Share share;
  share.clerk_of_next = "new@town.example";
  share.save("second");
  CHECK(share.asked() == "live, told");
  CHECK(share.letters() ==
        "new@town.example: docket: live since 10:00, nothing would go elsewhere\n" + std::string(kLive));
}

TEST_CASE("what comes while the last save is answered is looked at without being asked") {
  Share share;
  share.save("second");
  CHECK(share.asked() == "live, told");
  share.save("third");  // whoever watches the folder was asking just then
  share.saved->tend();
  share.desk.clock.advance(std::chrono::seconds(10));
  share.saved->tend();
  CHECK(share.runs() == "third");
  CHECK(share.letters() == std::string(kLive) + "\n" + kLive);
  // Then it is done: nothing more is read until the next save.
  share.desk.clock.advance(std::chrono::seconds(10));
  share.saved->tend();
  share.save("fourth");
  share.desk.clock.advance(std::chrono::seconds(10));
  share.saved->tend();
  share.desk.clock.advance(std::chrono::seconds(10));
  share.saved->tend();
  CHECK(share.runs() == "third");
}

TEST_CASE("staff read a case's subject as in the morning list: none of a member's case or a restricted one") {
  Desk desk;
  const auto subject = [&](const Recording& recording) {
    return desk.reader().staff_subject(desk.take(recording).number, *desk.town);
  };
  CHECK(subject(desk.recording(Sketch{})) == "Pothole");
  Sketch member;
  member.office = "mayor";
  member.to = "mayor@town.example";
  CHECK(subject(desk.recording(member)).empty());
  auto restricted = desk.recording(Sketch{});
  restricted.decision.restricted = true;
  CHECK(subject(restricted).empty());
  CHECK(desk.reader().staff_subject("EX-2026-999999-9", *desk.town).empty());
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket
