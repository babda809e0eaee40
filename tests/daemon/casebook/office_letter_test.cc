// What an office's letter does: to the resident, to the case, to the other offices; and who counts as the office.
#include "config/digest.h"
#include "tests/daemon/casebook/fixture.h"

namespace docket::casebook_test {
namespace {

TEST_SUITE_BEGIN("casebook office letters");

/// Roads answers through the case and has Ana's letter; ward-2 has a copy.
struct Conversation : Desk {
  explicit Conversation(Mode mode = Mode::live) : Desk(mode) {
    auto changed = *town;
    changed.offices["roads"].replies = Replies::through;
    changed.offices["parks"].replies = Replies::through;
    town = std::make_shared<const Town>(changed);
    number = take(Sketch{}).number;
  }

  [[nodiscard]] Sketch answer(const std::string& text, const std::string& office = "roads") const {
    Sketch sketch;
    sketch.from = office + "@offices.example";
    sketch.subject = "Re: Pothole";
    sketch.text = text;
    sketch.in_reply_to = {forward_id(number, office)};
    return sketch;
  }
  void say(const std::string& text, const std::string& office = "roads") { take(answer(text, office)); }

  /// Letters to the resident that people wrote.
  [[nodiscard]] std::string replies() const { return sql_text("SELECT count(*) FROM outbox WHERE kind = 'reply'"); }
  /// What was told to whoever wrote the last letter.
  [[nodiscard]] std::string told() const {
    return sql_text(
        "SELECT t.recipient, t.facts FROM outbox o JOIN outbox_texts t ON t.outbox_id = o.id WHERE o.kind = 'notice' "
        "ORDER BY o.id DESC LIMIT 1");
  }
  [[nodiscard]] bool was_told(const std::string& words) const { return told().find(words) != std::string::npos; }
  [[nodiscard]] std::string status() { return show(number)["status"]; }

  std::string number;
};

Recording judged(Desk& desk, const Sketch& sketch, Authenticated authenticated, bool judged) {
  auto made = desk.recording(sketch);
  made.letter.authenticated = authenticated;
  made.letter.authentication_configured = true;
  made.letter.authentication_judged = judged;
  return made;
}

TEST_CASE("an office's answer goes to the resident alone, in their thread, and is the first response") {
  Conversation desk;
  auto answer = desk.recording(desk.answer("Dear Ana,\nwe come on Friday."));
  answer.letter.cc = {{"", "press@example.net"}};
  const Recorded recorded = desk.take(answer);
  CHECK(recorded.reason == "office:roads, our token");
  CHECK(desk.words(desk.number) == "received decided acknowledged forwarded forwarded reply first_response forwarded");
  CHECK(desk.outgoing(desk.number).ends_with("reply ana@example.org, forward ward-2 addition"));
  CHECK(desk.dump("outbox_texts").find("press@") == std::string::npos);
  CHECK(desk.told().empty());
  CHECK(desk.status() == "open");
  const auto rows = desk.claim();
  const OutboxRow& reply = rows.at(rows.size() - 2);
  CHECK(reply.kind == "reply");
  CHECK(reply.template_name.empty());
  CHECK(reply.from == "ward2@town.example");
  CHECK(reply.to == "ana@example.org");
  CHECK(reply.inbound == recorded.inbound);
  CHECK(reply.in_reply_to == std::vector<std::string>{"<council.m1@example.org>"});
  CHECK(reply.facts.find("\"subject\":\"Pothole\"") != std::string::npos);
}

TEST_CASE("the answer is threaded under the resident's newest letter, and says their first subject") {
  Conversation desk;
  Sketch more;
  more.subject = "Buy here";
  more.in_reply_to = {desk.message_id(desk.number, "acknowledgement")};
  more.message_id = "<second@example.org>";
  desk.take(more);
  desk.say("We come on Friday.");
  const auto rows = desk.claim();
  const OutboxRow& reply = rows.at(rows.size() - 2);
  CHECK(reply.in_reply_to == std::vector<std::string>{"<second@example.org>"});
  CHECK(reply.references == std::vector<std::string>{"<council.m1@example.org>", "<second@example.org>"});
  CHECK(reply.facts.find("Buy here") == std::string::npos);
}

TEST_CASE("files that the resident sent do not come back to them") {
  Conversation desk;
  Attachment photo;
  photo.content = "photo";
  photo.sha256 = sha256_hex("photo");
  Sketch more;
  more.in_reply_to = {desk.message_id(desk.number, "acknowledgement")};
  auto with_photo = desk.recording(more);
  with_photo.letter.attachments = {photo};
  desk.take(with_photo);
  auto answer = desk.recording(desk.answer("Here is the plan."));
  answer.letter.attachments = {photo};
  desk.take(answer);
  CHECK(desk.sql_text("SELECT t.facts FROM outbox o JOIN outbox_texts t ON t.outbox_id = o.id WHERE o.kind = 'reply'")
            .find(sha256_hex("photo")) != std::string::npos);
}

struct Forged {
  std::string name;
  std::string from = "roads@offices.example";
  std::string to = "ward2@town.example";
  std::vector<std::string> answers;
  Authenticated authenticated = Authenticated::unknown;
  bool configured = false;
  bool judged = false;
  bool speaks = false;
};

std::string changed(std::string id) {
  const auto at = id.find(".f.") + 3;
  id[at] = id[at] == 'x' ? 'y' : 'x';
  return id;
}

std::string upper(std::string id) {
  for (auto at = id.find(".f.") + 3; id[at] != '.'; ++at) id[at] = static_cast<char>(std::toupper(id[at]));
  return id;
}

std::vector<Forged> ways(const Conversation& desk, const std::string& other) {
  const std::string ours = desk.forward_id(desk.number, "roads");
  const std::string tag = desk.book->keys().token("2026-000001-5", Purpose::forward, "roads");
  const std::string wards = desk.book->keys().token("2026-000001-5", Purpose::forward, "ward-2");
  const std::string plain = desk.book->keys().token("2026-000001-5", Purpose::forward);
  const std::string elses = desk.book->keys().token("2026-000002-8", Purpose::forward, "roads");
  const auto plus = [](const std::string& token) { return "ward2+" + token + "@town.example"; };
  std::vector<Forged> rows;
  const auto row = [&](std::string name, bool speaks) -> Forged& {
    rows.push_back({});
    rows.back().name = std::move(name);
    rows.back().speaks = speaks;
    return rows.back();
  };
  row("the forward's Message-ID", true).answers = {ours};
  row("the forward's own address", true).to = plus(tag);
  row("the address as a mail system folds it", true).to = plus(ascii_lower(tag));
  auto& pass = row("a trusted server's word, the number in the subject", true);
  pass.authenticated = Authenticated::pass;
  pass.configured = pass.judged = true;
  auto& silent = row("the token where the trusted server said nothing", true);
  silent.answers = {ours};
  silent.configured = true;
  auto& unsure = row("the token where the trusted server could not say", false);
  unsure.answers = {ours};
  unsure.configured = unsure.judged = true;
  auto& failed = row("the token where the trusted server says that it is forged", false);
  failed.answers = {ours};
  failed.configured = failed.judged = true;
  failed.authenticated = Authenticated::fail;
  row("the number alone", false);
  row("another office's forward", false).answers = {desk.forward_id(desk.number, "ward-2")};
  row("another office's address", false).to = plus(wards);
  row("an address that names no office", false).to = plus(plain);
  row("another case's forward", false).answers = {desk.forward_id(other, "roads")};
  row("another case's address", false).to = plus(elses);
  row("a changed signature", false).answers = {changed(ours)};
  row("a signature in capitals", false).answers = {upper(ours)};
  row("the token with another nonce", false).answers = {ours.substr(0, ours.find(".o-")) + ".o-x@town.example>"};
  row("cut off", false).answers = {ours.substr(0, ours.find(".f.") + 10) + ".o-x@town.example>"};
  auto& acknowledged = row("the acknowledgement's token", false);
  acknowledged.answers = {desk.sql_text("SELECT message_id FROM outbox WHERE kind = 'acknowledgement' LIMIT 1")};
  auto& stranger = row("a stranger with the forward", false);
  stranger.from = "bo@home.example";
  stranger.answers = {ours};
  auto& lookalike = row("a domain that looks alike", false);
  lookalike.from = "roads@offices.exampIe";
  lookalike.answers = {ours};
  return rows;
}

TEST_CASE("only a listed and proven writer speaks for an office; everybody else reaches offices alone") {
  Conversation probe;
  Sketch second;
  second.from = "bea@example.org";
  probe.take(second);
  const std::size_t count = ways(probe, "EX-2026-000002-8").size();
  for (std::size_t i = 0; i < count; ++i) {
    Conversation desk;
    desk.take(second);
    const Forged way = ways(desk, "EX-2026-000002-8").at(i);
    CAPTURE(way.name);
    Sketch sketch = desk.answer("Dear Ana, pay at evil.example.");
    sketch.from = way.from;
    sketch.to = way.to;
    sketch.subject = "Re: [" + desk.number + "]";
    sketch.in_reply_to = way.answers;
    auto recording = way.configured ? judged(desk, sketch, way.authenticated, way.judged) : desk.recording(sketch);
    desk.take(recording);
    CHECK((desk.outgoing(desk.number).find("reply") != std::string::npos) == way.speaks);
    CHECK((desk.words(desk.number).find("first_response") != std::string::npos) == way.speaks);
    if (!way.speaks)
      CHECK(desk.sql_text("SELECT group_concat(kind) FROM outbox WHERE id > 6").find("ack") == std::string::npos);
  }
}

TEST_CASE("an unproven letter is kept, goes to the office that has the case, and its writer is told at once") {
  Conversation desk;
  Sketch sketch = desk.answer("Dear Ana, come on Friday.");
  sketch.from = "bo@roads.offices.example";
  sketch.in_reply_to.clear();
  sketch.subject = "Re: [" + desk.number + "] Pothole";
  CHECK(desk.take(sketch).reason == "office:roads, carries the number, unproven");
  CHECK(desk.outgoing(desk.number).ends_with("forward ward-2 copy, forward roads addition"));
  CHECK(desk.words(desk.number).ends_with("received forwarded withheld"));
  CHECK(desk.told().starts_with("bo@roads.offices.example|"));
  CHECK(desk.was_told("Your answer has NOT been sent to the resident, because we could not make sure"));
  CHECK(desk.was_told(desk.number));
  CHECK_FALSE(desk.was_told("ana@"));
  CHECK(desk.sql_text("SELECT count(*) FROM outbox WHERE kind = 'notice' AND case_id IS NULL AND next = created") ==
        "1");
  CHECK(desk.sql_text("SELECT message_id FROM outbox WHERE kind = 'notice'").find("2026-000001") == std::string::npos);
  CHECK(desk.sql_text("SELECT unproven FROM inbounds ORDER BY id DESC LIMIT 1") == "1");
}

TEST_CASE("what claims to come from where forwards go is not sent there again") {
  Conversation desk;
  Sketch sketch = desk.answer("Dear Ana, come on Friday.");
  sketch.in_reply_to.clear();
  sketch.subject = "Re: [" + desk.number + "] Pothole";
  const auto before = desk.outgoing(desk.number);
  desk.take(sketch);
  CHECK(desk.outgoing(desk.number) == before);
  CHECK(desk.told().starts_with("roads@offices.example|"));
}

TEST_CASE("an office that opened a case itself does not get its own letters again: two programs would never end") {
  Conversation desk;
  Sketch own;
  own.from = "roads@offices.example";
  desk.number = desk.take(own).number;
  own.subject = "[" + desk.number + "]";
  const auto before = desk.outgoing(desk.number);
  CHECK(desk.take(own).number == desk.number);
  CHECK(desk.outgoing(desk.number).substr(before.size()) == ", forward ward-2 addition");
}

TEST_CASE("a stranger who answers a forward is told only where nobody else could have been") {
  struct Row {
    const char* name;
    bool configured;
    Authenticated authenticated;
    bool machine;
    bool told;
  };
  for (const Row& row : {Row{"no proof is to be had", false, Authenticated::unknown, false, true},
                         Row{"proven to be who they are", true, Authenticated::pass, false, true},
                         Row{"perhaps forged", true, Authenticated::unknown, false, false},
                         Row{"a machine", false, Authenticated::unknown, true, false}}) {
    CAPTURE(row.name);
    Conversation desk;
    Sketch sketch = desk.answer("I am not on the list.");
    sketch.from = "bo@home.example";
    if (row.machine) sketch.withheld = Withheld::automatic;
    auto recording = row.configured ? judged(desk, sketch, row.authenticated, true) : desk.recording(sketch);
    desk.take(recording);
    CHECK(desk.replies() == "0");
    CHECK(desk.told().empty() != row.told);
    if (row.told) CHECK(desk.was_told("is not one of the office's"));
  }
}

TEST_CASE("a resident who has a forward's token is still only themselves") {
  Conversation desk;
  Sketch sketch = desk.answer("#close\nIt is mended.");
  sketch.from = "ana@example.org";
  CHECK(desk.take(sketch).reason == "our token, unproven");
  CHECK(desk.status() == "new");
  CHECK(desk.replies() == "0");
  CHECK(desk.outgoing(desk.number).find("forward roads addition") != std::string::npos);
}

TEST_CASE("several authors, a form, another channel and a machine speak for nobody") {
  const auto with = [](const std::string& name, auto&& change) {
    CAPTURE(name);
    Conversation desk;
    auto recording = desk.recording(desk.answer("Dear Ana"));
    change(recording);
    desk.take(recording);
    CHECK(desk.replies() == "0");
    CHECK(desk.words(desk.number).find("first_response") == std::string::npos);
  };
  with("several authors", [](Recording& one) { one.letter.from.push_back({"", "eve@evil.example"}); });
  with("a form", [](Recording& one) { one.letter.resident = "eve@evil.example"; });
  with("another channel", [](Recording& one) { one.letter.channel = "webhook"; });
  with("a machine", [](Recording& one) { one.if_joined.withheld = Withheld::automatic; });
}

TEST_CASE("commands are carried out, and what is written besides goes where the command says") {
  struct Row {
    const char* text;
    const char* status;
    const char* replies;
    const char* words;  ///< the timeline after the reply; acknowledged: the resident hears the news
  };
  for (const Row& row : {
           Row{"#close mended\nDear Ana, it is mended.", "closed", "1",
               "reply first_response forwarded closed acknowledged"},
           Row{"#close", "closed", "0", "reply closed acknowledged"},
           Row{"#note she telephoned\nand was angry", "open", "0", "note"},
           Row{"#private\nIs this yours?", "open", "0", "reply forwarded"},
           Row{"#assign parks\nA tree it is.", "open", "0", "reply assigned forwarded forwarded acknowledged"},
           Row{"#due 2026-12-24\nWe need longer.", "open", "1", "reply first_response forwarded extended acknowledged"},
           Row{"#note\nthey are rude\n", "open", "0", "note"},
       }) {
    CAPTURE(row.text);
    Conversation desk;
    const std::string before = desk.words(desk.number) + " ";
    desk.say(row.text);
    CHECK(desk.words(desk.number).substr(before.size()) == row.words);
    CHECK(desk.status() == row.status);
    CHECK(desk.replies() == row.replies);
    CHECK(desk.told().empty());
    CHECK(desk.show(desk.number)["timeline"][5]["who"] == "office:roads");
    for (const char* words : {"telephoned", "angry", "mended"})
      CHECK(desk.dump("events").find(words) == std::string::npos);
  }
}

TEST_CASE("what an office closes by letter is asked about at once, though news went out that day") {
  Conversation desk;
  desk.say("#due 2026-12-24");
  const auto before = desk.outgoing(desk.number);
  desk.say("#close");
  CHECK(desk.outgoing(desk.number).substr(before.size()) == ", update ana@example.org");
}

TEST_CASE("what an office is told of its case it can answer as it answers a forward") {
  Conversation desk;
  desk.say("#close");
  const auto closing = desk.sql_text("SELECT public FROM closings ORDER BY id DESC LIMIT 1");
  const auto token = desk.book->keys().token(desk.number.substr(3), Purpose::settled, closing);
  REQUIRE(desk.book->answer(token, "not yet", "It is back.", desk.now()));
  const auto told = desk.message_id(desk.number, "notice");
  const auto before = desk.outgoing(desk.number);
  auto answer = desk.answer("We come again on Friday.");
  answer.in_reply_to = {told};
  CHECK(desk.take(answer).reason == "office:roads, our token");
  CHECK(desk.outgoing(desk.number).substr(before.size()).starts_with(", reply ana@example.org"));
}

TEST_CASE("#due means the end of that day, or of that many business days") {
  for (const auto& [text, due] : {std::pair{"#due 2026-12-24", "2026-12-24T21:30:00Z"},
                                  {"#due 2026-12-26", "2026-12-28T21:30:00Z"},  // a Saturday: the Monday after
                                  {"#due 5 business days", "2026-12-02T21:30:00Z"}}) {
    CAPTURE(text);
    Conversation desk;
    desk.say(text);
    CHECK(desk.show(desk.number)["due"] == due);
  }
}

TEST_CASE("a note goes to nobody, not to an office that gets the case later either") {
  Conversation desk;
  desk.say("#note she is my aunt");
  const auto shown = desk.show(desk.number);
  CHECK(shown["timeline"][5]["detail"].get<std::string>().ends_with("she is my aunt"));
  const auto before = desk.outgoing(desk.number);
  REQUIRE(desk.book->assign(desk.number, "parks", "", "clerk", desk.now()));
  CHECK(desk.outgoing(desk.number).substr(before.size()) == ", forward parks answers, update ana@example.org");
}

TEST_CASE("what is not understood does nothing, reaches no resident and no office, and is answered with help") {
  for (const char* text : {"#clsoe\nDear Ana", "#close\n#assign nowhere\nDear Ana", "#due yesterday\nDear Ana",
                           "#due 2026-11-24\nDear Ana"}) {
    CAPTURE(text);
    Conversation desk;
    const auto before = desk.outgoing(desk.number);
    desk.say(text);
    CHECK(desk.outgoing(desk.number) == before);
    CHECK(desk.status() == "new");
    CHECK(desk.words(desk.number).ends_with("reply withheld"));
    CHECK(desk.was_told("#not-ours: this is not ours"));
    CHECK(desk.dump("events").find("clsoe") == std::string::npos);
  }
}

TEST_CASE("an office with a copy writes to the office that answers, and cannot move the case") {
  Conversation desk;
  desk.say("Dear Ana, I will see to it.", "ward-2");
  CHECK(desk.replies() == "0");
  CHECK(desk.outgoing(desk.number).ends_with("forward roads addition"));
  CHECK(desk.was_told("answers this case. We passed"));
  for (const char* text : {"#close\nDear Ana", "#assign ward-2", "#due 2026-12-24", "#not-ours"}) {
    CAPTURE(text);
    desk.clock.advance(std::chrono::hours{2});
    desk.say(text, "ward-2");
    CHECK(desk.status() == "new");
    CHECK(desk.show(desk.number)["office"] == "roads");
  }
  desk.say("#note asked by telephone", "ward-2");
  CHECK(desk.words(desk.number).ends_with("note"));
  CHECK(desk.replies() == "0");
}

TEST_CASE("a deputy answers what it was sent of a case whose office is away") {
  Conversation desk;
  auto changed = *desk.town;
  using namespace std::chrono;
  changed.offices["roads"].away = {{2026y / November / 1, 2026y / December / 31, "parks"}};
  desk.town = std::make_shared<const Town>(changed);
  Sketch more;
  more.subject = "Re: Pothole " + desk.number;
  desk.take(more);
  const auto before = desk.outgoing(desk.number);
  REQUIRE(before.find("forward parks") != std::string::npos);
  desk.say("I answer while they are away.", "parks");
  CHECK(desk.outgoing(desk.number).substr(before.size()).find("reply ana@example.org") != std::string::npos);
  CHECK(desk.told().empty());
}

TEST_CASE("while no office has the case, one that was shown it may give it to one") {
  Conversation desk;
  Sketch unclear;
  unclear.office = "";
  unclear.from = "cid@example.org";
  auto recording = desk.recording(unclear);
  recording.decision.alert = {"parks"};
  desk.number = desk.take(recording).number;
  desk.say("Dear Cid", "parks");
  CHECK(desk.replies() == "0");
  CHECK(desk.was_told("no office has this case yet"));
  desk.say("#assign roads", "parks");
  CHECK(desk.show(desk.number)["office"] == "roads");
}

TEST_CASE("an office that answers residents itself is measured by the case in Cc, and told when it wrote to nobody") {
  Desk desk;  // its offices answer themselves
  const std::string number = desk.take(Sketch{}).number;
  Sketch answer;
  answer.from = "roads@offices.example";
  answer.in_reply_to = {desk.forward_id(number, "roads")};
  desk.take(answer);
  CHECK(desk.words(number).ends_with("reply withheld forwarded"));
  const auto told =
      desk.sql_text("SELECT t.facts FROM outbox o JOIN outbox_texts t ON t.outbox_id = o.id WHERE o.kind = 'notice'");
  CHECK(told.find("your office answers residents itself. Please write to ana@example.org.") != std::string::npos);
  auto copied = desk.recording(answer);
  copied.letter.to = {{"Ana", "ANA@example.org"}};
  copied.letter.cc = {{"", "ward2@town.example"}};
  desk.take(copied);
  CHECK(desk.words(number).ends_with("reply first_response forwarded"));
  CHECK(desk.sql_text("SELECT count(*) FROM outbox WHERE kind = 'reply'") == "0");
  answer.text = "#close";
  desk.take(answer);
  CHECK(desk.show(number)["status"] == "closed");
  CHECK(desk.sql_text("SELECT count(*) FROM outbox WHERE kind = 'notice'") == "1");
}

TEST_CASE(
    "what holds our own words, the office's address, a refused file or nothing is not sent, and nothing else done") {
  struct Row {
    const char* name;
    std::string text;
    std::string file;
    const char* told;
  };
  for (const Row& row :
       {Row{"the covering text", "#close\nHello\nWHY YOU GET IT", "", "a part of our message"},
        Row{"a token", "TOKEN", "", "a part of our message"},
        Row{"the address", "Yours, roads@offices.example", "", "internal address"},
        Row{"a program", "Run this", "tool.exe", "tool.exe"}, Row{"nothing", "\n", "", "no words of yours"}}) {
    CAPTURE(row.name);
    Conversation desk;
    auto rows = desk.claim();
    REQUIRE(desk.book->settle(std::vector<CaseBook::Sent>{
        {rows[1].id, {SendResult::Kind::sent, "250 ok"}, "Subject", "Case\n\nWHY YOU GET IT\n\n----------\nText"}}));
    const auto text = row.text == "TOKEN" ? "See " + desk.forward_id(desk.number, "roads") : row.text;
    auto recording = desk.recording(desk.answer(text));
    if (!row.file.empty()) {
      Attachment file;
      file.name = row.file;
      file.content = "MZ";
      recording.letter.attachments = {file};
    }
    desk.take(recording);
    CHECK(desk.replies() == "0");
    CHECK(desk.was_told(row.told));
    CHECK(desk.status() == "open");
    CHECK(desk.words(desk.number).find("first_response") == std::string::npos);
  }
}

TEST_CASE("a resident without an address is to be called") {
  Conversation desk;
  Sketch call;
  call.from = "";
  auto recording = desk.recording(call);
  recording.letter.channel = "phone";
  recording.letter.phone = "+16135550142";
  desk.number = desk.take(recording).number;
  desk.say("Dear caller");
  CHECK(desk.replies() == "0");
  CHECK(desk.was_told("Please call (613) 555-0142."));
}

TEST_CASE("a claim that the book cannot join to a case opens its own, and is told") {
  Conversation desk;
  Sketch sketch = desk.answer("Dear Ana");
  sketch.in_reply_to.clear();
  sketch.subject = "[" + desk.number + "]";
  const Recorded recorded = desk.take(judged(desk, sketch, Authenticated::unknown, true));
  CHECK(recorded.outcome == "case");
  CHECK(desk.show(desk.number)["letters"] == 1);
  CHECK(desk.was_told("Your answer has NOT been sent"));
}

TEST_CASE("whoever is told too often is told no more") {
  Conversation desk;
  for (int i = 0; i < 12; ++i) {
    Sketch sketch = desk.answer("Dear Ana");
    sketch.in_reply_to.clear();
    sketch.subject = "[" + desk.number + "]";
    desk.take(sketch);
  }
  CHECK(desk.sql_text("SELECT count(*) FROM outbox WHERE kind = 'notice'") == "3");
  desk.clock.advance(std::chrono::hours{2});
  Sketch later = desk.answer("Dear Ana");
  later.in_reply_to.clear();
  later.subject = "[" + desk.number + "]";
  desk.take(later);
  CHECK(desk.sql_text("SELECT count(*) FROM outbox WHERE kind = 'notice'") == "4");
}

TEST_CASE("letters from before the first start go nowhere and move nothing") {
  Conversation desk;
  auto recording = desk.recording(desk.answer("#close\nDear Ana"));
  recording.import_closed = true;
  const auto before = desk.outgoing(desk.number);
  desk.take(recording);
  CHECK(desk.outgoing(desk.number) == before);
  CHECK(desk.told().empty());
  CHECK(desk.status() != "closed");
}

TEST_CASE("in shadow mode an answer is recorded and never sent") {
  Conversation desk(Mode::shadow);
  desk.say("Dear Ana");
  CHECK(desk.sql_text("SELECT state FROM outbox WHERE kind = 'reply'") == "withheld");
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
