// What single responses say, and what is refused as no response.
#include "connectors/imap/data.h"

#include <doctest/doctest.h>

#include <fmt/format.h>

#include "config/text.h"

using namespace docket::imap;

namespace {

std::string describe(const tl::expected<Fetched, std::string>& fetched) {
  if (!fetched) return "error: " + fetched.error();
  std::string text;
  if (fetched->uid) text += fmt::format("uid {} ", *fetched->uid);
  if (fetched->size) text += fmt::format("size {} ", *fetched->size);
  if (fetched->internal_date) text += docket::rfc3339(*fetched->internal_date) + ' ';
  if (fetched->body) text += "body " + fetched->body->octets + ' ';
  return text;
}

std::string describe(const tl::expected<std::vector<Uid>, std::string>& uids) {
  return uids ? uid_set(*uids) : "error: " + uids.error();
}

Literal literal(std::string octets) {
  const auto size = octets.size();
  return {std::move(octets), size};
}

}  // namespace

TEST_SUITE("imap data") {
  TEST_CASE("a fetched letter, in every form a server may write it") {
    struct Case {
      const char* rest;
      const char* expected;
    };
    for (const Case& one : std::vector<Case>{
             {R"((UID 5 INTERNALDATE "22-Nov-2026 10:00:00 -0500" BODY[] {2}))", "uid 5 2026-11-22T15:00:00Z body AB "},
             {R"((BODY[] {2} UID 5))", "uid 5 body AB "},
             {R"((BODY[] ~{2} UID 5))", "uid 5 body AB "},
             {R"((body[] {2+} uid 5))", "uid 5 body AB "},
             {R"((UID 5 BODY[] "quo\"ted \\"))", "uid 5 body quo\"ted \\ "},
             {R"((UID 5 BODY[] NIL))", "uid 5 "},
             {R"((UID 5 BODY[]<0> {2}))", "uid 5 body AB "},
             {R"((FLAGS (\Seen $Docket)))", ""},
             {R"((UID 5 FLAGS () X-GM-LABELS ("\\Inbox" a) RFC822.SIZE 44))", "uid 5 size 44 "},
             {R"((UID 5 BODY[HEADER.FIELDS (DATE FROM)]<0> {2} RFC822.SIZE 1))", "uid 5 size 1 "},
             {R"((UID 5 ENVELOPE (NIL "x" ((NIL NIL "a" "b")))))", "uid 5 "},
             {R"((UID 5 INTERNALDATE "32-Nov-2026 10:00:00 -0500"))", "uid 5 "},
             {R"((UID 5 BODY[] {2}xyz))", "error: stray octets in a FETCH answer"},
             {R"((UID 5 BODY[] {2}) xyz)", "error: stray octets after a FETCH answer"},
             {R"((UID 5 BODY[] {2})", "error: stray octets in a FETCH answer"},
             {R"((UID 0))", "error: a FETCH answer that does not hold together"},
             {R"((UID 5 UID 6))", "error: a FETCH answer that does not hold together"},
             {R"((UID 99999999999))", "error: a FETCH answer that does not hold together"},
             {R"((UID 5 BODY[] xyz))", "error: a FETCH answer that does not hold together"},
             {R"((UID))", "error: a FETCH answer that does not hold together"},
             {R"(UID 5)", "error: a FETCH answer without parenthesis"},
         }) {
      CAPTURE(one.rest);
      CHECK(describe(parse_fetch(one.rest, {literal("AB")})) == std::string(one.expected));
    }
  }

  TEST_CASE("a list a thousand deep is refused without recursion to its end") {
    const std::string deep = "(X " + std::string(1000, '(') + std::string(1000, ')') + ")";
    CHECK(describe(parse_fetch(deep, {})) == "error: a FETCH answer that does not hold together");
  }

  TEST_CASE("search results") {
    CHECK(describe(parse_search("2 84 3 3")) == "2:3,84");
    CHECK(describe(parse_search("")) == "");
    CHECK(describe(parse_search("2 84 (MODSEQ 917)")) == "2,84");
    CHECK(describe(parse_search("2 x")) == "error: a search result that is no number");
    CHECK(describe(parse_search("0")) == "error: a search result of zero");
    CHECK(describe(parse_esearch("(TAG \"a\") UID ALL 4:1,9", 100)) == "1:4,9");
    CHECK(describe(parse_esearch("(TAG \"a\") UID", 100)) == "");
    CHECK(describe(parse_esearch("UID COUNT 3 ALL 7", 100)) == "7");
    CHECK(describe(parse_esearch("UID ALL x", 100)) == "error: a search result that is no set");
    CHECK(describe(parse_esearch("UID ALL 1:4294967295", 100)) ==
          "error: a search result with more letters than the folder holds");
    CHECK(describe(parse_esearch("UID ALL 1:50,100:149,200", 100)) ==
          "error: a search result with more letters than the folder holds");
  }

  TEST_CASE("heads and status") {
    CHECK(parse_head("* 12 exists")->word == "EXISTS");
    CHECK(parse_head("* 12 EXISTS")->number == 12U);
    CHECK(parse_head("+ idling")->kind == Head::Kind::continuation);
    CHECK(parse_head("+")->kind == Head::Kind::continuation);
    CHECK(parse_head("t7 OK done")->tag == "t7");
    CHECK_FALSE(parse_head("t7 EXISTS"));
    CHECK_FALSE(parse_head(""));
    CHECK_FALSE(parse_head("* "));
    CHECK_FALSE(parse_head(" x"));
    const Status status = parse_status("[uidvalidity 17] now");
    CHECK(status.code == "UIDVALIDITY");
    CHECK(status.arguments == "17");
    CHECK(status.text == "now");
    CHECK(parse_status("[READ-ONLY] x").code == "READ-ONLY");
    CHECK(parse_status("plain").text == "plain");
    CHECK(parse_words("(\\Flagged \\*) x") == std::vector<std::string>{"\\Flagged", "\\*"});
  }

  TEST_CASE("which letter a broken answer was about") {
    CHECK(uid_of_partial("* 1 FETCH (UID 812 BODY[] {100}") == 812U);
    CHECK(uid_of_partial("* 1 FETCH (FLAGS () UID 7)") == 7U);
    CHECK_FALSE(uid_of_partial("* 1 FETCH (BODY[] {100}"));
    CHECK_FALSE(uid_of_partial("* SEARCH UID 3"));
    CHECK_FALSE(uid_of_partial(""));
  }
}
