#include <algorithm>
#include <set>

#include "rules/fold.h"
#include "tests/daemon/casebook/fixture.h"
#include "tests/daemon/matters/forms.h"

namespace docket::casebook_test {
namespace {

using matters_test::text_of;
using matters_test::Words;
using matters_test::Writer;
using std::chrono::hours;

TEST_SUITE_BEGIN("casebook");

std::shared_ptr<const Town> town_with_clerk() {
  auto town = std::make_shared<Town>(*small_town());
  town->clerk_address = "clerk@town.example";
  return town;
}

/// A desk whose letters are sketched as the readers sketch them.
struct Grouped {
  Desk desk;
  int people = 0;

  Grouped() { desk.town = town_with_clerk(); }

  [[nodiscard]] Recording letter(const Words& words, std::string from = {}) {
    if (from.empty()) from = "person" + std::to_string(++people) + "@example.org";
    Sketch sketch;
    sketch.from = from;
    sketch.text = text_of(words);
    auto recording = desk.recording(sketch);
    recording.sketch = sketch_of(word_form(recording.letter.new_text));
    return recording;
  }
  std::string take(const Words& words, const std::string& from = {}) { return desk.take(letter(words, from)).number; }
  void group() {
    const auto grouped = desk.book->group_letters(*desk.town);
    REQUIRE_MESSAGE(grouped.has_value(), (grouped ? "" : grouped.error().text));
  }
  [[nodiscard]] nlohmann::json campaigns() { return desk.reader().campaigns(*desk.town); }
  [[nodiscard]] std::set<std::string> members(const std::string& id) {
    std::set<std::string> numbers;
    const auto shown = desk.reader().campaign(id, *desk.town);
    REQUIRE(shown.has_value());
    for (const auto& member : (*shown)["members"]) numbers.insert(member["number"].get<std::string>());
    return numbers;
  }
  [[nodiscard]] std::string count(const std::string& table) const {
    return desk.sql_text("SELECT count(*) FROM " + table);
  }
};

TEST_CASE("150 edited form letters among 50 others are one campaign, with every one of them and nobody else") {
  Grouped book;
  Writer writer(11);
  const auto form = writer.words(160);
  std::set<std::string> expected;
  std::vector<Recording> letters;
  std::vector<bool> of_form;
  for (int i = 0; i < 200; ++i) {
    of_form.push_back(i % 4 != 3);
    letters.push_back(book.letter(of_form.back() ? writer.edited(form, 0.8)
                                  : i % 20 == 19 ? writer.half(form)
                                                 : writer.words(120)));
  }
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const auto recorded = book.desk.take(letters[i]);
    if (of_form[i]) expected.insert(recorded.number);
    if (i % 37 == 0) book.group();
  }
  book.group();
  const auto campaigns = book.campaigns();
  REQUIRE(campaigns.size() == 1);
  CHECK(campaigns[0]["letters"] == 150);
  CHECK(campaigns[0]["people"] == 150);
  CHECK(campaigns[0]["cases"] == 150);
  CHECK(book.members(campaigns[0]["campaign"]) == expected);
  CHECK(book.desk.sql_text("SELECT count(*) FROM outbox WHERE kind = 'acknowledgement'") == "200");
  CHECK(book.desk.sql_text("SELECT count(*) FROM events WHERE what = 'campaign' AND case_id IS NULL") == "1");
  CHECK(book.desk.reader().audit_verify()["ok"] == true);
}

TEST_CASE("ten people make a campaign, nine and one who writes often do not; the clerk is told once") {
  Grouped book;
  Writer writer(12);
  const auto form = writer.words(120);
  for (int i = 0; i < 9; ++i) book.take(writer.edited(form, 0.9, 0.8));
  for (int i = 0; i < 20; ++i) book.take(writer.edited(form, 0.9, 0.8), "person1@example.org");
  book.group();
  CHECK(book.campaigns().empty());
  CHECK(book.desk.sql_text("SELECT count(*) FROM outbox WHERE kind = 'notice'") == "0");
  book.take(writer.edited(form, 0.9, 0.8));
  book.group();
  book.group();
  REQUIRE(book.campaigns().size() == 1);
  CHECK(book.campaigns()[0]["letters"] == 30);
  CHECK(book.campaigns()[0]["people"] == 10);
  for (int i = 0; i < 30; ++i) book.take(writer.edited(form, 0.8));
  book.group();
  CHECK(book.campaigns()[0]["letters"] == 60);
  CHECK(book.desk.sql_text("SELECT recipient FROM outbox_texts t JOIN outbox o ON o.id = t.outbox_id "
                           "WHERE o.kind = 'notice'") == "clerk@town.example");
}

TEST_CASE("two forms that have half in common are two campaigns") {
  Grouped book;
  Writer writer(13);
  const auto form = writer.words(150);
  auto other = form;
  const auto own = writer.words(75);
  std::copy(own.begin(), own.end(), other.begin());
  std::vector<std::set<std::string>> expected(2);
  for (int i = 0; i < 30; ++i) {
    expected[0].insert(book.take(writer.edited(form, 0.8, 0.7)));
    expected[1].insert(book.take(writer.edited(other, 0.8, 0.7)));
  }
  book.group();
  const auto campaigns = book.campaigns();
  REQUIRE(campaigns.size() == 2);
  const auto first = book.members(campaigns[0]["campaign"]);
  const auto second = book.members(campaigns[1]["campaign"]);
  CHECK(((first == expected[0] && second == expected[1]) || (first == expected[1] && second == expected[0])));
}

TEST_CASE("grouping goes on where it was after a restart, and letters older than two weeks are not compared") {
  Grouped book;
  Writer writer(14);
  const auto form = writer.words(120);
  for (int i = 0; i < 6; ++i) book.take(writer.edited(form, 0.9, 0.8));
  book.group();
  book.desk.crash();
  book.desk.open();
  book.desk.clock.advance(hours(15 * 24));
  for (int i = 0; i < 9; ++i) book.take(writer.edited(form, 0.9, 0.8));
  book.group();
  CHECK(book.campaigns().empty());
  CHECK(book.count("sketches") == "9");
  CHECK(book.count("bands") == std::to_string(9 * 32));
  book.take(writer.edited(form, 0.9, 0.8));
  book.group();
  REQUIRE(book.campaigns().size() == 1);
  CHECK(book.campaigns()[0]["letters"] == 10);
  CHECK(book.count("bands") == "0");
}

TEST_CASE("of a campaign that is over its first letters say what it was; a new one of the same form is another") {
  Grouped book;
  Writer writer(15);
  const auto form = writer.words(120);
  for (int i = 0; i < 80; ++i) book.take(writer.edited(form, 0.9, 0.8));
  book.group();
  book.desk.clock.advance(hours(15 * 24));
  for (int i = 0; i < 10; ++i) book.take(writer.edited(form, 0.9, 0.8));
  book.group();
  CHECK(book.campaigns().size() == 2);
  CHECK(book.count("sketches") == std::to_string(64 + 10));
}

TEST_CASE("a campaign shows nothing of what members' offices and restricted cases hold") {
  Grouped book;
  Writer writer(16);
  const auto form = writer.words(120);
  const auto take = [&](const std::string& office, bool restricted) {
    auto recording = book.letter(writer.edited(form, 0.9, 0.8));
    recording.letter.gist = "the gist of one for " + office;
    recording.decision.assign = office;
    recording.decision.restricted = restricted;
    book.desk.take(recording);
  };
  for (int i = 0; i < 10; ++i) take(i % 2 == 0 ? "mayor" : "parks", i % 2 != 0);
  book.group();
  REQUIRE(book.campaigns().size() == 1);
  CHECK(book.campaigns()[0]["letters"] == 10);
  CHECK(book.campaigns()[0]["gist"].is_null());
  const auto shown = book.desk.reader().campaign(book.campaigns()[0]["campaign"], *book.desk.town);
  for (const auto& member : (*shown)["members"]) {
    CHECK(member["subject"].is_null());
    CHECK(member["from"].is_null());
  }
  take("roads", false);
  book.group();
  CHECK(book.campaigns()[0]["gist"] == "the gist of one for roads");
  CHECK_FALSE(book.desk.reader().campaign("m-nothing", *book.desk.town).has_value());
}

TEST_CASE("letters from before the first start are not grouped") {
  Grouped book;
  Writer writer(17);
  auto recording = book.letter(writer.words(100));
  recording.import_closed = true;
  recording.places = {"Maple Street"};
  book.desk.take(recording);
  CHECK(book.count("sketches") == "0");
  CHECK(book.count("mentions") == "0");
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
