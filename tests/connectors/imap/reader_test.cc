// Octets in any pieces become the same responses; what a letter contains is never taken for the server's words.
#include "connectors/imap/reader.h"

#include <doctest/doctest.h>

#include <random>
#include <vector>

using docket::imap::Announcement;
using docket::imap::announcement_at_end;
using docket::imap::ReaderLimits;
using docket::imap::Response;
using docket::imap::ResponseReader;

namespace {

struct Outcome {
  std::vector<Response> responses;
  std::string error;
};

/// Feeds `octets` in pieces whose sizes `size` chooses.
template <typename Size>
Outcome feed(const std::string& octets, Size size, ReaderLimits limits = {}) {
  ResponseReader reader(limits);
  Outcome outcome;
  for (std::size_t at = 0; at < octets.size();) {
    std::string_view piece = std::string_view(octets).substr(at, size());
    at += piece.size();
    while (!piece.empty() && reader.error().empty()) {
      piece.remove_prefix(reader.consume(piece));
      if (reader.ready()) outcome.responses.push_back(reader.take());
    }
  }
  outcome.error = reader.error();
  return outcome;
}

Outcome feed_whole(const std::string& octets, ReaderLimits limits = {}) {
  return feed(
      octets, [&octets] { return octets.size(); }, limits);
}

std::string describe(const Outcome& outcome) {
  std::string text;
  for (const Response& response : outcome.responses) {
    text += response.line;
    for (const auto& literal : response.literals) {
      text += "|" + literal.octets + (literal.whole() ? "" : " of " + std::to_string(literal.size));
    }
    text += "\n";
  }
  return outcome.error.empty() ? text : text + "error: " + outcome.error + "\n";
}

std::string fetch_of(const std::string& letter) {
  return "* 1 FETCH (BODY[] {" + std::to_string(letter.size()) + "}\r\n" + letter + ")\r\n";
}

}  // namespace

TEST_SUITE("imap reader") {
  TEST_CASE("responses come out whole, with their literals") {
    struct Case {
      const char* name;
      std::string octets;
      std::string expected;
    };
    const std::string forged = "x\r\nA004 OK done\r\n* BYE\r\n* SEARCH 6\r\n)\r\n";
    const std::string odd("a\n\r\0b", 5);
    const std::vector<Case> cases{
        {"a line", "* 3 EXISTS\r\n", "* 3 EXISTS\n"},
        {"a literal", "* 1 FETCH (UID 5 BODY[] {5}\r\nHello)\r\n", "* 1 FETCH (UID 5 BODY[] {5})|Hello\n"},
        {"an empty literal", "* 1 FETCH (BODY[] {0}\r\n UID 5)\r\n", "* 1 FETCH (BODY[] {0} UID 5)|\n"},
        {"literal8 and {n+}", "* 1 FETCH (A ~{2}\r\nab B {1+}\r\nc)\r\n", "* 1 FETCH (A ~{2} B {1+})|ab|c\n"},
        {"two literals", "* 1 FETCH (A {2}\r\nab B {1}\r\nc)\r\n", "* 1 FETCH (A {2} B {1})|ab|c\n"},
        {"a forged end of the command inside a letter", fetch_of(forged) + "A1 OK\r\n",
         "* 1 FETCH (BODY[] {" + std::to_string(forged.size()) + "})|" + forged + "\nA1 OK\n"},
        {"NUL and bare line ends inside a letter", fetch_of(odd), "* 1 FETCH (BODY[] {5})|" + odd + "\n"},
        {"braces in free text are only text", "* OK try {5}\r\n* NO {3}\r\n+ go {2}\r\nA1 OK see {1}\r\n",
         "* OK try {5}\n* NO {3}\n+ go {2}\nA1 OK see {1}\n"},
        {"braces in a quoted string are only text", "* LIST () \"/\" \"a{5}\"\r\n", "* LIST () \"/\" \"a{5}\"\n"},
        {"an escaped quote", "* LIST () \"/\" \"a\\\"\" {1}\r\nb\r\n", "* LIST () \"/\" \"a\\\"\" {1}|b\n"},
    };
    for (const Case& one : cases) {
      CAPTURE(one.name);
      CHECK(describe(feed_whole(one.octets)) == one.expected);
      CHECK(describe(feed(one.octets, [] { return 1U; })) == one.expected);
      std::mt19937 random(7);
      CHECK(describe(feed(one.octets, [&random] { return 1U + random() % 7U; })) == one.expected);
    }
  }

  TEST_CASE("what is no IMAP is an error, not a guess") {
    struct Case {
      const char* name;
      std::string octets;
      const char* error;
    };
    const std::string nul("* 1 EX\0STS\r\n", 12);
    const std::vector<Case> cases{
        {"line feed alone", "* 3 EXISTS\n", "a line feed without carriage return"},
        {"carriage return alone", "* 3 EX\rISTS\r\n", "a carriage return inside a line"},
        {"NUL", nul, "a NUL in a line"},
        {"a size that overflows", "* 1 FETCH (BODY[] {99999999999999999999}\r\n", "a literal without a usable size"},
        {"a negative size", "* 1 FETCH (BODY[] {-5}\r\n", "a literal without a usable size"},
        {"no size", "* 1 FETCH (BODY[] {}\r\n", "a literal without a usable size"},
        {"a size beyond every letter", "* 1 FETCH (BODY[] {4294967296}\r\n", "literals beyond the limit"},
        {"a quoted string over the line end", "* LIST () \"/\" \"a {5}\r\n", "a line ends inside a quoted string"},
    };
    for (const Case& one : cases) {
      CAPTURE(one.name);
      CHECK(feed_whole(one.octets).error == one.error);
      CHECK(feed(one.octets, [] { return 1U; }).error == one.error);
    }
  }

  TEST_CASE("a line without end stops at its limit and keeps memory flat") {
    ResponseReader reader;
    const std::string piece(4096, 'x');
    std::size_t fed = 0;
    while (reader.error().empty() && fed < (64U << 20U)) fed += reader.consume(piece);
    CHECK(reader.error() == "a line longer than 65536 octets");
    CHECK(fed <= 65536);
  }

  TEST_CASE("a literal that is too long is counted to its end but not kept") {
    ReaderLimits limits;
    limits.literal = 10;
    limits.kept = 4;
    const std::string octets = "* 1 FETCH (BODY[] {12}\r\nabcdefghijkl UID 3)\r\nA1 OK\r\n";
    CHECK(describe(feed_whole(octets, limits)) == "* 1 FETCH (BODY[] {12} UID 3)|abcd of 12\nA1 OK\n");
    CHECK(describe(feed(
              octets, [] { return 3U; }, limits)) == "* 1 FETCH (BODY[] {12} UID 3)|abcd of 12\nA1 OK\n");
  }

  TEST_CASE("a response made of nothing but literals is bounded") {
    std::string octets = "* 1 FETCH (";
    for (int i = 0; i < 17; ++i) octets += "X {1}\r\na ";
    CHECK(feed_whole(octets).error == "literals beyond the limit");
  }

  TEST_CASE("what came of a broken answer is known") {
    ResponseReader reader;
    const std::string octets = "* 9 FETCH (UID 812 BODY[] {100}\r\nonly this";
    std::string_view rest = octets;
    rest.remove_prefix(reader.consume(rest));
    CHECK(rest.empty());
    CHECK(reader.in_literal());
    CHECK(reader.partial().line == "* 9 FETCH (UID 812 BODY[] {100}");
  }

  TEST_CASE("announcements") {
    CHECK(announcement_at_end("x {12}").size == 12);
    CHECK(announcement_at_end("x {12+}").size == 12);
    CHECK(announcement_at_end("x {12").kind == Announcement::Kind::none);
    CHECK(announcement_at_end("x 12}").kind == Announcement::Kind::none);
    CHECK(announcement_at_end("x {1 2}").kind == Announcement::Kind::malformed);
    CHECK(announcement_at_end("{0x5}").kind == Announcement::Kind::malformed);
  }
}
