// What the DNS says, from a tiny server on the loopback: answers that hold together and answers that do not.
#include <doctest/doctest.h>

#include "connectors/dns.h"
#include "tests/connectors/fake_dns.h"

using namespace docket;
using docket::testing::FakeDns;
using Kind = DnsAnswer::Kind;

namespace {

std::unique_ptr<Resolver> asking(const FakeDns& server) {
  auto resolver = make_resolver("127.0.0.1:" + std::to_string(server.port()), std::chrono::seconds{1});
  REQUIRE(resolver.has_value());
  return std::move(*resolver);
}

}  // namespace

TEST_SUITE("dns") {
  TEST_CASE("mx by preference, txt in one piece, srv with its port") {
    FakeDns server;
    server.mx("town.example", 20, "b.mail.example");
    server.mx("town.example", 10, "a.mail.example");
    server.txt("town.example", {"v=spf1 ", "mx -all"});
    server.srv("_imaps._tcp.town.example", 0, 1, 993, "imap.town.example");
    const auto resolver = asking(server);
    const auto mx = resolver->look_up("town.example", DnsType::mx);
    REQUIRE((mx.kind == Kind::found && mx.records.size() == 2));
    CHECK(mx.records[0].text == "a.mail.example");
    CHECK(mx.records[1].preference == 20);
    const auto txt = resolver->look_up("town.example", DnsType::txt);
    REQUIRE(txt.records.size() == 1);
    CHECK(txt.records[0].text == "v=spf1 mx -all");
    const auto srv = resolver->look_up("_imaps._tcp.town.example", DnsType::srv);
    REQUIRE(srv.records.size() == 1);
    CHECK((srv.records[0].text == "imap.town.example" && srv.records[0].port == 993));
  }

  TEST_CASE("no such name, no such record, nobody there and half an answer are kept apart") {
    FakeDns server;
    server.txt("town.example", {"x"});
    server.octets("half.example", std::string("\x00\x00\x81\x80\x00\x01\x00\x05\x00\x00\x00\x00", 12));
    const auto resolver = asking(server);
    CHECK(resolver->look_up("nowhere.example", DnsType::mx).kind == Kind::no_name);
    CHECK(resolver->look_up("town.example", DnsType::mx).kind == Kind::none);
    CHECK(resolver->look_up("half.example", DnsType::txt).kind == Kind::unanswered);
    const auto nobody = make_resolver("127.0.0.1:1", std::chrono::seconds{1});
    CHECK((*nobody)->look_up("town.example", DnsType::mx).kind == Kind::unanswered);
  }

  TEST_CASE("an international domain is asked for as it travels") {
    FakeDns server;
    server.txt("_dmarc.xn--ville-qubec-ibb.example", {"v=DMARC1; p=none"});
    CHECK(asking(server)
              ->look_up("_dmarc.ville-qu\xc3\xa9"
                        "bec.example",
                        DnsType::txt)
              .kind == Kind::found);
  }

  TEST_CASE("a server that is none is refused in words") {
    for (const char* bad : {"dns.example", "127.0.0.1:x", "[::1]:53", "unix:/x"}) {
      CAPTURE(bad);
      CHECK_FALSE(make_resolver(bad).has_value());
    }
  }
}
