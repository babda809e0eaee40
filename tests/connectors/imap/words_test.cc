#include "connectors/imap/words.h"

#include <doctest/doctest.h>

#include "config/text.h"
#include "connectors/imap/uids.h"

using namespace docket::imap;

TEST_SUITE("imap words") {
  TEST_CASE("folder names travel as modified UTF-7") {
    struct Case {
      const char* name;
      const char* wire;
    };
    for (const Case& one : std::vector<Case>{
             {"INBOX", "\"INBOX\""},
             {"Tom & Jerry", "\"Tom &- Jerry\""},
             {"Reçus", "\"Re&AOc-us\""},
             {"~peter/mail/台北/日本語", "\"~peter/mail/&U,BTFw-/&ZeVnLIqe-\""},
             {"😀", "\"&2D3eAA-\""},
             {"a\"b\\c", "\"a\\\"b\\\\c\""},
         }) {
      CAPTURE(one.name);
      CHECK(quoted_mailbox(one.name) == one.wire);
    }
    CHECK_FALSE(quoted_mailbox("a\r\nA1 LOGOUT"));
  }

  TEST_CASE("sets name exactly the letters they are made of") {
    const std::vector<Uid> uids{1, 2, 3, 7, 9, 10};
    CHECK(uid_set(uids) == "1:3,7,9:10");
    CHECK(uid_set({}) == "");
    const auto chunks = uid_chunks(uids, 5);
    REQUIRE(chunks.size() == 2);
    CHECK(chunks[0].set == "1:3,7");
    CHECK(chunks[0].uids.size() == 4);
    CHECK(chunks[1].set == "9:10");
    CHECK(chunks[1].uids.front() == 9);
  }

  TEST_CASE("dates of receipt") {
    struct Case {
      const char* text;
      const char* expected;
    };
    for (const Case& one : std::vector<Case>{
             {"17-Jul-1996 02:44:25 -0700", "1996-07-17T09:44:25Z"},
             {" 1-Jul-1996 02:44:25 +0000", "1996-07-01T02:44:25Z"},
             {"29-Feb-2024 23:59:60 +0530", "2024-02-29T18:30:00Z"},
             {"31-Feb-2024 00:00:00 +0000", ""},
             {"17-Jul-1996 24:00:00 +0000", ""},
             {"17-Jol-1996 02:44:25 -0700", ""},
             {"17-Jul-1996 02:44:25 0700x", ""},
             {"", ""},
         }) {
      CAPTURE(one.text);
      const auto time = parse_date_time(one.text);
      CHECK((time ? docket::rfc3339(*time) : "") == one.expected);
    }
  }

  TEST_CASE("server text is harmless in a log") {
    CHECK(clean("a\x1b[31m\nb\xff") == "a?[31m?b?");
    CHECK(clean(std::string(5000, 'x')).size() == 200);
  }

  TEST_CASE("bags of UIDs") {
    UidBag bag;
    bag.add({5, 3});
    bag.add({4, 5});
    CHECK(bag.size() == 3);
    CHECK(bag.contains(4));
    CHECK(bag.missing({2, 3, 6}) == std::vector<Uid>{2, 6});
    bag.keep_only({4, 9});
    CHECK(bag.common({3, 4, 5}) == std::vector<Uid>{4});
  }
}
