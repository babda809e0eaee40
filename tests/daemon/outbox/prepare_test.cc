#include "daemon/outbox/prepare.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/daemon/letters/sample.h"

using namespace docket;

namespace {

const std::string kOctets =
    "From: =?utf-8?q?Ana_Ib=C3=A1=C3=B1ez?= <ana@example.org>\r\nTo: ward2@town.example\r\n"
    "Subject: Pothole\r\nMessage-ID: <letter@example.org>\r\nDate: Mon, 23 Nov 2026 10:00:00 -0500\r\n"
    "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    "There is a deep pothole in front of 214 Maple Street.\r\n";

/// The model town, with the answers of docket.yaml that a case needs.
struct Desk {
  explicit Desk(const MailSettings& mail) {
    Settings settings = sample::settings();
    settings.mail = mail;
    settings.mail.domain = "town.example";
    const Town town = sample::town();
    configuration.settings = std::make_shared<const Settings>(settings);
    configuration.town = std::make_shared<const Town>(town);
    configuration.calendar = std::make_shared<const Calendar>(town.calendar, town.time_zone);
    configuration.templates = sample::templates();
  }
  [[nodiscard]] Draft draft(const OutboxRow& row) const {
    const auto original = original_of(row);
    auto made =
        draft_row(row, configuration, keys, original ? &*original : nullptr, sample::at("2026-11-23T15:03:00Z"));
    REQUIRE_MESSAGE(made.has_value(), (made ? "" : made.error()));
    return *made;
  }
  [[nodiscard]] Prepared prepare(const OutboxRow& row) const {
    const auto original = original_of(row);
    auto made =
        prepare_row(row, configuration, keys, original ? &*original : nullptr, sample::at("2026-11-23T15:03:00Z"));
    REQUIRE_MESSAGE(made.has_value(), (made ? "" : made.error()));
    return *made;
  }
  [[nodiscard]] std::optional<Original> original_of(const OutboxRow& row) const {
    if (!kept) return std::nullopt;
    return read_again(row, kept->inbound, configuration, keys);
  }
  Configuration configuration;
  Keys keys = Keys::make();
  std::optional<KeptInbound> kept;
};

OutboxRow acknowledgement() {
  const Town town = sample::town();
  const Calendar calendar(town.calendar, town.time_zone);
  const auto plan =
      plan_acknowledgement(sample::letter(), sample::decision(), town, calendar, sample::settings(), false);
  OutboxRow row;
  row.id = "o-1";
  row.kind = "acknowledgement";
  row.number = "EX-2026-000123-8";
  row.to = "ana@example.org";
  row.from = "ward2@town.example";
  row.template_name = plan.template_name;
  row.languages = {"en"};
  row.facts = plan.facts;
  row.message_id = "<token.o-1@town.example>";
  row.in_reply_to = {"<letter@example.org>"};
  row.references = {"<first@example.org>", "<letter@example.org>"};
  return row;
}

OutboxRow forward(const std::string& office) {
  OutboxRow row;
  row.id = "o-2";
  row.kind = "forward";
  row.number = "EX-2026-000123-8";
  row.office = office;
  row.role = "answers";
  row.written_to = "ward2@town.example";
  row.from = "ward2@town.example";
  row.to = office + "-office@town.example";
  row.message_id = "<token.o-2@town.example>";
  row.inbound = "i-1";
  return row;
}

std::optional<KeptInbound> kept_letter() {
  KeptInbound kept;
  kept.inbound.source = "council";
  kept.inbound.octets = kOctets;
  kept.inbound.received = sample::at("2026-11-23T15:02:00Z");
  return kept;
}

/// "Auto-Submitted: auto-replied; …", sorted by name.
std::string headers(const Draft& draft, const Keys& keys) {
  std::vector<std::string> lines;
  for (const auto& header : draft.extra) {
    lines.push_back(header.name + ": " + (header.value == keys.instance() ? "OURS" : header.value));
  }
  std::sort(lines.begin(), lines.end());
  std::string text;
  for (const auto& line : lines) text += (text.empty() ? "" : "; ") + line;
  return text;
}

std::string address(const std::vector<Address>& addresses) {
  return addresses.empty() ? "" : addresses.front().address;
}

/// The first line of a composed letter that begins so.
std::string line_of(const std::string& octets, const std::string& start) {
  const auto at = octets.find("\r\n" + start);
  return at == std::string::npos ? "" : octets.substr(at + 2, octets.find("\r\n", at + 2) - at - 2);
}

}  // namespace

TEST_SUITE("outbox prepare") {
  TEST_CASE("an acknowledgement says whom it is from, what it answers, and that a machine wrote it") {
    const Desk desk({});
    const auto draft = desk.draft(acknowledgement());
    CHECK(draft.from.name == "Ward 2 Councillor's office - Town of Example");
    CHECK(draft.from.address == "ward2@town.example");
    CHECK(address(draft.to) == "ana@example.org");
    CHECK(draft.reply_to.empty());
    CHECK(draft.subject.find("[EX-2026-000123-8]") != std::string::npos);
    CHECK(draft.message_id == "<token.o-1@town.example>");
    CHECK(draft.in_reply_to == std::vector<std::string>{"<letter@example.org>"});
    CHECK(draft.references.size() == 2);
    CHECK(draft.content_language == "en");
    CHECK(draft.offset == std::chrono::minutes(-300));
    CHECK(headers(draft, desk.keys) ==
          "Auto-Submitted: auto-replied; X-Auto-Response-Suppress: All; X-Docket-Instance: OURS");
  }

  TEST_CASE("send_as, reply_tag and envelope decide the addresses") {
    struct Row {
      std::string name;
      SendAs send_as;
      ReplyTag reply_tag;
      EnvelopeFrom envelope;
      std::string account;
      std::string from;
      std::string reply_to;  ///< "+": tagged
      std::string mail_from;
    };
    const Row rows[] = {
        {"defaults, a user that is no address", SendAs::written_to, ReplyTag::none, EnvelopeFrom::account, "",
         "ward2@town.example", "", "ward2@town.example"},
        {"defaults, a user that is one", SendAs::written_to, ReplyTag::none, EnvelopeFrom::account,
         "council@town.example", "ward2@town.example", "", "council@town.example"},
        {"as the account", SendAs::account, ReplyTag::none, EnvelopeFrom::account, "council@town.example",
         "council@town.example", "ward2@town.example", "council@town.example"},
        {"null sender", SendAs::written_to, ReplyTag::none, EnvelopeFrom::null, "council@town.example",
         "ward2@town.example", "", ""},
        {"tagged", SendAs::written_to, ReplyTag::plus, EnvelopeFrom::token, "", "ward2@town.example", "+", "+"},
    };
    for (const auto& row : rows) {
      CAPTURE(row.name);
      MailSettings mail;
      mail.send_as = row.send_as;
      mail.reply_tag = row.reply_tag;
      mail.envelope = row.envelope;
      mail.envelope_template = "bounce+{token}@town.example";
      mail.account = row.account;
      const Desk desk(mail);
      const auto draft = desk.draft(acknowledgement());
      const auto prepared = desk.prepare(acknowledgement());
      CHECK(draft.from.address == row.from);
      CHECK(desk.keys.verify(prepared.mail.envelope_id, acknowledgement().id).has_value());
      if (row.reply_to == "+") {
        const auto token = desk.keys.verify_in(address(draft.reply_to));
        REQUIRE(token);
        CHECK(token->case_number == "2026-000123-8");
        CHECK(token->purpose == Purpose::acknowledgement);
      } else {
        CHECK(address(draft.reply_to) == row.reply_to);
      }
      if (row.mail_from == "+") {
        const auto token = desk.keys.verify_in(prepared.mail.mail_from, acknowledgement().id);
        REQUIRE(token);
        CHECK(token->purpose == Purpose::bounce);
        CHECK_FALSE(desk.keys.verify_in(prepared.mail.mail_from));
        CHECK_FALSE(desk.keys.verify_in(prepared.mail.mail_from, "o-another"));
        CHECK(is_sendable_address(prepared.mail.mail_from));
      } else {
        CHECK(prepared.mail.mail_from == row.mail_from);
      }
    }
  }

  TEST_CASE("a forward is the resident's letter from our address, with who they are in the name") {
    Desk desk({});
    desk.kept = kept_letter();
    SUBCASE("the office answers the resident itself") {
      const auto draft = desk.draft(forward("ward-2"));
      CHECK(draft.from.name == "Ana Ibáñez (via ward2@)");
      CHECK(draft.from.address == "ward2@town.example");
      CHECK(address(draft.to) == "ward-2-office@town.example");
      CHECK(address(draft.reply_to) == "ana@example.org");
      CHECK(draft.subject.find("EX-2026-000123-8") != std::string::npos);
      CHECK(draft.subject.find("Pothole") != std::string::npos);
      CHECK(draft.text.find("There is a deep pothole in front of 214 Maple Street.") != std::string::npos);
      CHECK(headers(draft, desk.keys) ==
            "Auto-Submitted: auto-generated; X-Auto-Response-Suppress: All; X-Docket-Instance: OURS");
    }
    SUBCASE("the office answers the case") { CHECK(address(desk.draft(forward("front-desk")).reply_to).empty()); }
    SUBCASE("plain headers for receivers that refuse automatic mail") {
      Town town = sample::town();
      town.offices["ward-2"].plain_headers = true;
      desk.configuration.town = std::make_shared<const Town>(town);
      CHECK(headers(desk.draft(forward("ward-2")), desk.keys) == "X-Docket-Instance: OURS");
    }
  }

  TEST_CASE("a forward whose answers come through us carries its own token") {
    MailSettings mail;
    mail.reply_tag = ReplyTag::plus;
    Desk desk(mail);
    desk.kept = kept_letter();
    const auto reply_to = address(desk.draft(forward("front-desk")).reply_to);
    const auto token = desk.keys.verify_in(reply_to, "front-desk");
    REQUIRE(token);
    CHECK(token->purpose == Purpose::forward);
    CHECK(address(desk.draft(forward("ward-2")).reply_to) == "ana@example.org");
  }

  TEST_CASE("an office's answer is a person's letter from the address written to, made from what they wrote") {
    MailSettings mail;
    mail.reply_tag = ReplyTag::plus;
    Desk desk(mail);
    desk.kept = kept_letter();
    desk.kept->inbound.octets =
        "Received: from desktop.office.example ([10.0.0.7]) by mx.town.example\r\nX-Mailer: Internal 1\r\n"
        "From: Bo Roads <bo@roads.example>\r\nTo: ward2@town.example\r\nCc: press@example.net\r\nSubject: Re: [x] "
        "secret\r\n"
        "Message-ID: <answer@roads.example>\r\n\r\n#close\r\nDear Ana,\r\nit is mended.\r\n\r\nBo\r\n\r\n"
        "On Monday Ana (via ward2@) <ward2@town.example> wrote:\r\n> ##- Please write your answer above this line "
        "-##\r\n"
        "> WHY YOU GET IT\r\n";
    OutboxRow row;
    row.id = "o-3";
    row.kind = "reply";
    row.number = "EX-2026-000123-8";
    row.to = "ana@example.org";
    row.from = "ward2@town.example";
    row.facts = R"({"subject":"Pothole","stay":[]})";
    row.message_id = "<token.o-3@town.example>";
    row.in_reply_to = {"<letter@example.org>"};
    row.references = {"<letter@example.org>"};
    row.inbound = "i-2";
    const auto draft = desk.draft(row);
    CHECK(draft.text == "Dear Ana,\nit is mended.\n\nBo\n");
    CHECK(draft.subject == "Re: Pothole [EX-2026-000123-8]");
    CHECK(draft.from.address == "ward2@town.example");
    CHECK(headers(draft, desk.keys) == "X-Docket-Instance: OURS");
    const auto token = desk.keys.verify_in(address(draft.reply_to));
    REQUIRE(token);
    CHECK(token->purpose == Purpose::acknowledgement);
    const auto prepared = desk.prepare(row);
    CHECK(prepared.mail.to == "ana@example.org");
    for (const char* never : {"press@", "10.0.0.7", "Internal", "secret", "bo@roads", "answer@roads", "##-"}) {
      CAPTURE(never);
      CHECK(prepared.mail.octets.find(never) == std::string::npos);
    }
  }

  TEST_CASE("a forward without its letter is an error in words") {
    const Desk desk({});
    const auto made = draft_row(forward("ward-2"), desk.configuration, desk.keys, nullptr, Time{});
    REQUIRE_FALSE(made);
    CHECK(made.error() == "the letter to forward is not in the book");
  }

  TEST_CASE("a notice outside a case has no token, and says whether it answers a letter") {
    MailSettings mail;
    mail.reply_tag = ReplyTag::plus;
    mail.envelope = EnvelopeFrom::token;
    mail.envelope_template = "bounce+{token}@town.example";
    const Desk desk(mail);
    auto row = acknowledgement();
    row.kind = "notice";
    row.number.clear();
    CHECK(headers(desk.draft(row), desk.keys).find("auto-replied") != std::string::npos);
    row.in_reply_to.clear();
    CHECK(headers(desk.draft(row), desk.keys).find("auto-generated") != std::string::npos);
    CHECK(desk.prepare(row).mail.mail_from == "ward2@town.example");
    CHECK(desk.prepare(row).mail.envelope_id.empty());
    CHECK(desk.draft(row).reply_to.empty());
  }

  TEST_CASE("what leaves is one letter: CRLF only, and no header of a stranger's making (E7)") {
    Desk desk({});
    desk.kept = kept_letter();
    desk.kept->inbound.octets =
        "From: =?utf-8?q?Ana=0D=0ABcc:_evil@example.net?= <ana@example.org>\r\n"
        "Subject: =?utf-8?q?x=0D=0AX-Evil:_1=0D=0A=0D=0Abody?=\r\n\r\nhello\n.\nworld\r\n";
    const auto prepared = desk.prepare(forward("ward-2"));
    CHECK(line_of(prepared.mail.octets, "Bcc:").empty());
    CHECK(line_of(prepared.mail.octets, "X-Evil:").empty());
    CHECK(line_of(prepared.mail.octets, "Message-ID:") == "Message-ID: <token.o-2@town.example>");
    CHECK(line_of(prepared.mail.octets, "X-Docket-Instance:") == "X-Docket-Instance: " + desk.keys.instance());
    std::size_t bare = 0;
    for (std::size_t i = 0; i < prepared.mail.octets.size(); ++i) {
      if (prepared.mail.octets[i] == '\n' && (i == 0 || prepared.mail.octets[i - 1] != '\r')) ++bare;
    }
    CHECK(bare == 0);
    CHECK(prepared.text.find("hello") != std::string::npos);
  }
}
