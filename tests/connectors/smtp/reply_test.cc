#include "connectors/smtp/reply.h"

#include <doctest/doctest.h>

#include "connectors/smtp/outcome.h"

using namespace docket;
using namespace docket::smtp;

namespace {

std::string describe(const tl::expected<std::optional<Reply>, std::string>& next) {
  if (!next) return "error: " + next.error();
  if (!*next) return "more";
  return (*next)->text() + ((*next)->enhanced.empty() ? "" : " [" + (*next)->enhanced + "]");
}

std::string kind_of(const SendResult& result) {
  switch (result.kind) {
    case SendResult::Kind::sent:
      return "sent";
    case SendResult::Kind::deferred:
      return "deferred";
    case SendResult::Kind::failed:
      return "failed";
    case SendResult::Kind::size_refused:
      return "size";
    case SendResult::Kind::account_refused:
      return result.one_recipient ? "account of one recipient" : "account";
    case SendResult::Kind::uncertain:
      return "uncertain";
  }
  return "?";
}

}  // namespace

TEST_SUITE("smtp reply") {
  TEST_CASE("replies are cut from octets as they come") {
    struct Row {
      const char* name;
      std::string octets;
      const char* expected;
    };
    const Row rows[] = {
        {"one line", "250 2.1.0 ok\r\n", "250 2.1.0 ok [2.1.0]"},
        {"code alone", "250\r\n", "250"},
        {"several lines", "550-5.1.1 no\r\n550 5.1.1 such box\r\n", "550 5.1.1 no 5.1.1 such box [5.1.1]"},
        {"LF only", "250 ok\n", "250 ok"},
        {"unfinished line", "250 o", "more"},
        {"unfinished reply", "250-ok\r\n", "more"},
        {"no code", "hello there\r\n", "error: the server does not answer in SMTP: hello there"},
        {"code of another protocol", "150 ok\r\n", "error: the server does not answer in SMTP: 150 ok"},
        {"letter in the code", "2x0 ok\r\n", "error: the server does not answer in SMTP: 2x0 ok"},
        {"no space after the code", "2500 ok\r\n", "error: the server does not answer in SMTP: 2500 ok"},
        {"changing code", "250-a\r\n251 b\r\n", "error: the lines of the server's reply have different codes"},
        {"not an enhanced code", "550 5.1 no\r\n", "550 5.1 no"},
        {"an address is no enhanced code", "550 5.1.1.1 no\r\n", "550 5.1.1.1 no"},
    };
    for (const auto& row : rows) {
      CAPTURE(row.name);
      ReplyReader reader;
      reader.feed(row.octets);
      CHECK(describe(reader.next()) == row.expected);
    }
  }

  TEST_CASE("a reply that comes octet by octet is the same reply") {
    ReplyReader reader;
    const std::string octets = "250-fake.test\r\n250 SIZE 10\r\n354 go\r\n";
    std::vector<std::string> seen;
    for (const char c : octets) {
      reader.feed({&c, 1});
      const auto next = reader.next();
      REQUIRE(next);
      if (*next) seen.push_back((*next)->text());
    }
    CHECK(seen == std::vector<std::string>{"250 fake.test SIZE 10", "354 go"});
  }

  TEST_CASE("a line without end, and a reply without end, stop at the bounds (E8)") {
    ReplyReader long_line;
    long_line.feed("250 " + std::string(3000, 'x'));
    CHECK(describe(long_line.next()) == "error: the server's reply line is too long");
    long_line.feed("\r\n250 ok\r\n");
    CHECK(describe(long_line.next()) == "error: the server's reply line is too long");

    ReplyReader endless;
    for (int i = 0; i < 101; ++i) endless.feed("250-more\r\n");
    CHECK(describe(endless.next()) == "error: the server's reply does not end");
  }

  TEST_CASE("server text is cleaned: no controls, valid UTF-8, at most 500 octets (E8)") {
    ReplyReader reader;
    reader.feed(std::string("550 no\0\x1b[31m\xff", 14) + "\r\n");
    const auto next = reader.next();
    REQUIRE(next);
    REQUIRE(next->has_value());
    CHECK((*next)->text() == "550 no [31m\xEF\xBF\xBD");
    CHECK(clean_text(std::string(499, 'a') + "é").size() == 499);
    CHECK(clean_text(std::string(498, 'a') + "é").size() == 500);
  }

  TEST_CASE("whom a reply refuses: the letter, its size, or our account") {
    struct Row {
      const char* reply;
      Stage stage;
      const char* expected;
    };
    const Row rows[] = {
        {"550 5.1.1 no such mailbox", Stage::recipient, "failed"},
        {"550 no such mailbox", Stage::recipient, "failed"},
        {"450 4.2.1 later", Stage::recipient, "deferred"},
        {"421 closing", Stage::mail, "deferred"},
        {"554 5.6.0 no", Stage::dot, "failed"},
        {"451 4.3.0 later", Stage::dot, "deferred"},
        {"552 too large", Stage::mail, "size"},
        {"552 5.3.4 too large", Stage::dot, "size"},
        {"554 5.3.4 too large", Stage::dot, "size"},
        {"550 5.7.60 may not send as", Stage::dot, "account"},
        {"554 5.2.252 SendAsDenied", Stage::dot, "account"},
        {"550 5.7.1 not you", Stage::mail, "account"},
        {"550 5.7.1 policy", Stage::recipient, "failed"},
        {"550 5.7.1 policy", Stage::dot, "failed"},
        {"535 5.7.8 bad password", Stage::login, "account"},
        {"530 5.7.0 login first", Stage::mail, "account"},
        {"432 4.3.2 too many connections", Stage::login, "account"},
        {"554 5.2.0 SubmissionQuotaExceeded", Stage::dot, "account"},
        {"550 5.1.90 daily limit", Stage::recipient, "account"},
        {"421 4.7.0 rate", Stage::mail, "account"},
        {"452 4.7.28 rate", Stage::recipient, "account of one recipient"},
        {"450 4.7.1 greylisted", Stage::recipient, "account of one recipient"},
        {"451 4.7.1 greylisted", Stage::dot, "account of one recipient"},
        {"450 4.2.0 greylisted", Stage::recipient, "deferred"},
        {"503 5.5.1 bad sequence", Stage::mail, "deferred"},
        {"554 no service here", Stage::login, "deferred"},
        {"250 what?", Stage::data, "deferred"},
        {"354 what?", Stage::dot, "uncertain"},
    };
    for (const auto& row : rows) {
      CAPTURE(row.reply);
      ReplyReader reader;
      reader.feed(std::string(row.reply) + "\r\n");
      const auto reply = reader.next();
      REQUIRE(reply);
      REQUIRE(reply->has_value());
      const auto result = outcome_of(**reply, row.stage);
      CHECK(kind_of(result) == row.expected);
      CHECK(result.reply == row.reply);
    }
  }
}
