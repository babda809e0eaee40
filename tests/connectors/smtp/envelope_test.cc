#include "connectors/smtp/envelope.h"

#include <doctest/doctest.h>

#include "connectors/mail_sink.h"

using namespace docket;
using namespace docket::smtp;

TEST_SUITE("smtp envelope") {
  TEST_CASE("an address that could say anything else on the wire is not sendable (E5)") {
    struct Row {
      const char* name;
      std::string address;
      bool sendable;
    };
    const Row rows[] = {
        {"usual", "ana@example.org", true},
        {"plus and marks", "ana+o'brien=x@mail.example.org", true},
        {"IDN", "ana@exämple.org", true},
        {"UTF-8 local part", "jörg@example.org", true},
        {"address literal", "ana@[192.0.2.1]", true},
        {"quoted local part", "\"a.b..c\"@example.org", true},
        {"one label", "root@localhost", true},
        {"CRLF", "ana@example.org\r\nRCPT TO:<x@y.org>", false},
        {"LF", "ana\n@example.org", false},
        {"NUL", std::string("ana\0@example.org", 16), false},
        {"space", "ana b@example.org", false},
        {"parameter", "ana@example.org> NOTIFY=NEVER", false},
        {"angle brackets", "<ana@example.org>", false},
        {"quoted angle bracket", "\"a>b\"@example.org", false},
        {"quoted space", "\"a b\"@example.org", false},
        {"quoted CR", "\"a\rb\"@example.org", false},
        {"open quote", "\"a\\\"@example.org", false},
        {"DEL", "a\x7f@example.org", false},
        {"C1 control", "a\xC2\x85@example.org", false},
        {"ill-formed UTF-8", "a\xff@example.org", false},
        {"no domain", "ana", false},
        {"empty domain", "ana@", false},
        {"empty local part", "@example.org", false},
        {"two dots", "a..b@example.org", false},
        {"leading dot", ".a@example.org", false},
        {"empty label", "a@example..org", false},
        {"slash in the domain", "a@exa/mple.org", false},
        {"local part of 65", std::string(65, 'a') + "@example.org", false},
        {"empty", "", false},
    };
    for (const auto& row : rows) {
      CAPTURE(row.name);
      CHECK(is_sendable_address(row.address) == row.sendable);
    }
  }

  TEST_CASE("on the wire the domain is ASCII and only a foreign local part needs SMTPUTF8") {
    CHECK(wire_address("ana@Exämple.org")->text == "ana@xn--exmple-cua.org");
    CHECK_FALSE(wire_address("ana@exämple.org")->needs_smtputf8);
    CHECK(wire_address("jörg@example.org")->needs_smtputf8);
    CHECK(wire_address("")->text.empty());
  }

  TEST_CASE("a letter ends at our dot and nowhere else (E6)") {
    struct Row {
      const char* name;
      std::string octets;
      std::string wire;
    };
    const Row rows[] = {
        {"nothing", "", ".\r\n"},
        {"last line without end", "a", "a\r\n.\r\n"},
        {"plain", "a\r\nb\r\n", "a\r\nb\r\n.\r\n"},
        {"bare LF and a dot", "a\n.\nb", "a\r\n..\r\nb\r\n.\r\n"},
        {"bare CR and a dot", "a\r.\rb", "a\r\n..\r\nb\r\n.\r\n"},
        {"mixed ends", "a\n.\r\nb\r\n.\nc", "a\r\n..\r\nb\r\n..\r\nc\r\n.\r\n"},
        {"dot first", ".", "..\r\n.\r\n"},
        {"dots first", "..a\r\n", "...a\r\n.\r\n"},
        {"dot inside a line", "a.b\r\n", "a.b\r\n.\r\n"},
        {"CR CR LF", "a\r\r\n.", "a\r\n\r\n..\r\n.\r\n"},
    };
    for (const auto& row : rows) {
      CAPTURE(row.name);
      CHECK(dot_stuffed(row.octets) == row.wire);
    }
  }
}
