#include "connectors/mime/authentication.h"

#include <doctest/doctest.h>

#include "connectors/mime/authentication_results.h"
#include "connectors/read.h"
#include "tests/connectors/mime/letters.h"

namespace docket {
namespace {

std::string verdict(const std::string& fields, const std::vector<std::string>& trusted = {"mx.town.example"}) {
  switch (authentication(sketch::letter(fields), trusted).verdict) {
    case Authenticated::pass:
      return "pass";
    case Authenticated::fail:
      return "fail";
    case Authenticated::unknown:
      break;
  }
  return "unknown";
}

TEST_SUITE_BEGIN("authentication");

TEST_CASE("what a trusted host found out about the sender") {
  const struct {
    std::string name;
    std::string results;
    std::string verdict;
  } cases[] = {
      {"dmarc passes", "mx.town.example; dmarc=pass header.from=example.org", "pass"},
      {"dmarc fails", "mx.town.example; dmarc=fail (p=reject) header.from=example.org", "fail"},
      {"dmarc fails although dkim passes", "mx.town.example; dkim=pass header.d=example.org; dmarc=fail", "fail"},
      {"dmarc of another domain", "mx.town.example; dmarc=pass header.from=evil.example", "unknown"},
      {"no dmarc record, dkim aligned", "mx.town.example; dmarc=none; dkim=pass header.d=example.org", "pass"},
      {"spf aligned", "mx.town.example; spf=pass smtp.mailfrom=ana@example.org", "pass"},
      {"spf with a bare domain", "mx.town.example; spf=pass smtp.mailfrom=example.org", "pass"},
      {"spf of a bulk sender", "mx.town.example; spf=pass smtp.mailfrom=b1@bulk.example", "unknown"},
      {"spf of the HELO name only", "mx.town.example; spf=pass smtp.helo=example.org", "unknown"},
      {"dkim by header.i", "mx.town.example; dkim=pass header.i=@example.org", "pass"},
      {"dkim of a subdomain", "mx.town.example; dkim=pass header.d=mail.example.org", "pass"},
      {"dkim of a name that only ends alike", "mx.town.example; dkim=pass header.d=evilexample.org", "unknown"},
      {"dkim of a top-level domain", "mx.town.example; dkim=pass header.d=org", "unknown"},
      {"dkim of another domain", "mx.town.example; dkim=pass header.d=evil.example", "unknown"},
      {"spf fails", "mx.town.example; spf=fail smtp.mailfrom=example.org", "fail"},
      {"spf fails, dkim passes", "mx.town.example; spf=fail smtp.mailfrom=example.org; dkim=pass header.d=example.org",
       "pass"},
      {"a forwarder's spf failure says nothing", "mx.town.example; spf=fail smtp.mailfrom=fwd.example", "unknown"},
      {"softfail", "mx.town.example; spf=softfail smtp.mailfrom=example.org", "unknown"},
      {"none", "mx.town.example; none", "unknown"},
      {"version 1", "mx.town.example 1; dmarc=pass", "pass"},
      {"version 2", "mx.town.example 2; dmarc=pass", "unknown"},
      {"case", "MX.Town.Example; DMARC=Pass Header.From=EXAMPLE.ORG", "pass"},
      {"comments everywhere",
       "(a (nested) b) mx.town.example (c) 1 (d) ; (e;f=g) dkim (h) = (i) pass reason=\"x; dmarc=fail\" header (j) . "
       "d=example.org",
       "pass"},
      {"method version", "mx.town.example; dmarc/1=pass", "pass"},
      {"a result hidden in a comment", "mx.town.example; spf=none (dmarc=pass; dmarc=pass)", "unknown"},
      {"a result hidden in a reason", "mx.town.example; spf=none reason=\"; dmarc=pass\"", "unknown"},
      {"a signature with equal signs", "mx.town.example; dkim=pass header.b=Ab+/c== header.d=example.org", "pass"},
      {"another host", "mx.evil.example; dmarc=pass", "unknown"},
      {"a host whose name contains ours", "mx.town.example.evil.example; dmarc=pass", "unknown"},
      {"no id", "dmarc=pass header.from=example.org", "unknown"},
      {"empty", "", "unknown"},
      {"an open comment", "mx.town.example; (dmarc=pass", "unknown"},
      {"an open quote", "mx.town.example; dmarc=\"pass", "pass"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(verdict("Authentication-Results: " + c.results + "\nFrom: ana@example.org") == c.verdict);
  }
}

TEST_CASE("only fields above the line by which the trusted host took the letter count") {
  const std::string pass = "Authentication-Results: mx.town.example; dmarc=pass\n";
  const std::string fail = "Authentication-Results: mx.town.example; dmarc=fail\n";
  const std::string border =
      "Received: from evil.example (evil.example [192.0.2.1]) by mx.town.example (Postfix); now\n";
  const std::string inner = "Received: from mx.town.example by mailbox.town.example with LMTP; now\n";
  const std::string same_host = "Received: from mx.town.example by mx.town.example with LMTP id x; now\n";
  const std::string filter = "Received: from localhost (localhost [127.0.0.1]) by mx.town.example (Postfix); now\n";
  const std::string claims = "Received: from mx.town.example (evil.example [192.0.2.1]) by mx.town.example; now\n";
  const std::string local = "Received: by mx.town.example (Postfix, from userid 110); now\n";
  const std::string from = "From: ana@example.org\n";
  const struct {
    std::string name;
    std::string fields;
    std::string verdict;
  } cases[] = {
      {"above", pass + border + from, "pass"},
      {"below: anyone could have written it", border + pass + from, "unknown"},
      {"the topmost wins", fail + border + pass + from, "fail"},
      {"under inner hops", inner + pass + border + from, "pass"},
      {"delivered on the same host", same_host + pass + border + from, "pass"},
      {"through a content filter", filter + pass + border + from, "pass"},
      {"handed in by a program of the host", local + pass + border + from, "pass"},
      {"a stranger who claims the host's name", claims + pass + from, "unknown"},
      {"two fields of one host", "Authentication-Results: mx.town.example; spf=none\n" + pass + border + from, "pass"},
      {"a field of another hop lower down", "Authentication-Results: mx.town.example; none\n" + inner + pass + from,
       "unknown"},
      {"no Received at all", pass + from, "pass"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(verdict(c.fields) == c.verdict);
  }
}

TEST_CASE("an id that is a domain trusts the hosts below it") {
  CHECK(verdict("Authentication-Results: town.example; dmarc=pass\nReceived: from x [192.0.2.1] by mx1.town.example\n"
                "From: ana@example.org",
                {"town.example"}) == "pass");
  CHECK(verdict("Received: from x ([192.0.2.1]) by mx1.town.example\nAuthentication-Results: town.example; dmarc=pass\n"
                "From: ana@example.org",
                {"town.example"}) == "unknown");
}

TEST_CASE("Exchange Online writes no id, and counts only when the settings say so") {
  const std::string fields =
      "Received: from A.prod.outlook.com (2603:10a6::1) by B.prod.outlook.com with HTTPS; now\n"
      "Authentication-Results: spf=pass (sender IP is 192.0.2.9) smtp.mailfrom=example.org; dkim=none (message not "
      "signed) header.d=none;dmarc=bestguesspass action=none header.from=example.org;compauth=pass reason=109\n"
      "Received: from mail.example.org (192.0.2.9) by C.mail.protection.outlook.com (10.0.0.1) with Microsoft SMTP\n"
      "Authentication-Results: dmarc=fail header.from=example.org\n"
      "From: ana@example.org\n";
  CHECK(verdict(fields, {"exchange-online"}) == "pass");
  CHECK(verdict(fields, {"mx.town.example"}) == "unknown");
  CHECK(verdict("Authentication-Results: exchange-online; dmarc=pass\nFrom: a@example.org", {"exchange-online"}) ==
        "unknown");
}

TEST_CASE("without trusted ids, without one From, nothing is known") {
  const std::string pass = "Authentication-Results: mx.town.example; dmarc=pass\n";
  CHECK(verdict(pass + "From: ana@example.org", {}) == "unknown");
  CHECK(verdict(pass) == "unknown");
  CHECK(verdict(pass + "From: ana@example.org\nFrom: b@evil.example") == "unknown");
  CHECK(verdict(pass + "From: ana") == "unknown");
}

TEST_CASE("an internationalised domain is the same in both forms") {
  CHECK(verdict("Authentication-Results: mx.town.example; dkim=pass header.d=xn--ville-qubec-ibb.example\n"
                "From: ana@ville-québec.example") == "pass");
}

TEST_CASE("a sender's address cannot write a result into the field") {
  Inbound inbound;
  inbound.octets =
      "Authentication-Results: mx.town.example; spf=pass\r\n"
      " smtp.mailfrom==?us-ascii?q?x=3B_dmarc=3Dpass_y=3D?=@evil.example; dmarc=fail\r\n"
      "Received: from e ([192.0.2.1]) by mx.town.example\r\nFrom: ana@example.org\r\n\r\nhi\r\n";
  ReadContext context;
  context.trusted_authserv_ids = {"mx.town.example"};
  CHECK(read(inbound, context).authenticated == Authenticated::fail);
}

TEST_CASE("whether a trusted host has judged the letter at all, whatever it found") {
  const std::string border = "Received: from e ([192.0.2.1]) by mx.town.example\n";
  const std::string from = "From: ana@example.org";
  const struct {
    std::string name;
    std::string fields;
    bool judged;
  } cases[] = {
      {"passed", "Authentication-Results: mx.town.example; dmarc=pass\n" + border + from, true},
      {"nothing found", "Authentication-Results: mx.town.example; none\n" + border + from, true},
      {"of another domain", "Authentication-Results: mx.town.example; spf=pass smtp.mailfrom=a@b.example\n" + from,
       true},
      {"several authors", "Authentication-Results: mx.town.example; dmarc=pass\n" + from + "\nFrom: bo@b.example",
       true},
      {"no results", border + from, false},
      {"another host's", "Authentication-Results: mx.elsewhere.example; dmarc=pass\n" + border + from, false},
      {"below the border: forged", border + "Authentication-Results: mx.town.example; dmarc=pass\n" + from, false},
      {"another version", "Authentication-Results: mx.town.example 2; dmarc=pass\n" + border + from, false},
      {"Exchange Online, not trusted here", "Authentication-Results: spf=pass smtp.mailfrom=a.example\n" + from, false},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(authentication(sketch::letter(c.fields), {"mx.town.example"}).judged == c.judged);
    CHECK_FALSE(authentication(sketch::letter(c.fields), {}).judged);
  }
  const auto exchange = "Authentication-Results: spf=none smtp.mailfrom=a.example\n" + from;
  CHECK(authentication(sketch::letter(exchange), {"exchange-online"}).judged);
  Inbound inbound;
  inbound.octets = "Authentication-Results: mx.town.example; none\r\n" + from + "\r\n\r\nhi\r\n";
  ReadContext context;
  CHECK_FALSE(read(inbound, context).authentication_judged);
  context.trusted_authserv_ids = {"mx.town.example"};
  CHECK(read(inbound, context).authentication_judged);
}

TEST_CASE("a hostile field costs linear time") {
  std::string field = "mx.town.example";
  for (int i = 0; i < 50000; ++i) field += "; x=y (((";
  CHECK(verdict("Authentication-Results: " + field + "\nFrom: ana@example.org") == "unknown");
  CHECK(parse_authentication_results("mx.town.example; " + std::string(200000, '=')).has_value());
  std::string many = "mx.town.example";
  for (int i = 0; i < 50000; ++i) many += "; x=y a=b";
  CHECK(parse_authentication_results(many)->methods.size() <= 100);
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket
