// What the doctor makes of a domain's DNS.
#include <doctest/doctest.h>

#include <map>

#include "daemon/doctor/sending_domain.h"
#include "daemon/doctor/spf.h"

using namespace docket;
using namespace docket::doctor;

namespace {

/// Answers as written; asked for anything else there is no such record.
class Script final : public Resolver {
 public:
  DnsAnswer look_up(const std::string& name, DnsType type) override {
    ++asked;
    if (silent) return {};
    if (type == DnsType::mx) {
      const auto found = mx.find(name);
      if (found == mx.end()) return {no_domain ? DnsAnswer::Kind::no_name : DnsAnswer::Kind::none, {}};
      return {DnsAnswer::Kind::found, {{found->second, 10, 0, 0}}};
    }
    DnsAnswer answer{DnsAnswer::Kind::none, {}};
    const auto [first, last] = txt.equal_range(name);
    for (auto one = first; one != last; ++one) answer.records.push_back({one->second, 0, 0, 0});
    if (!answer.records.empty()) answer.kind = DnsAnswer::Kind::found;
    return answer;
  }

  bool silent = false;
  bool no_domain = false;
  int asked = 0;
  std::map<std::string, std::string> mx{{"town.example", "mx.town.example"}};
  std::multimap<std::string, std::string> txt;
};

std::string described(const Lines& lines) {
  constexpr const char* kStates[] = {"ok", "warning", "broken"};
  std::string text;
  for (const auto& line : lines) {
    text += std::string(kStates[static_cast<int>(line.state)]) + " " + line.check + ": " + line.text + "\n";
    CHECK((line.state == State::ok || !line.next.empty()));
  }
  return text;
}

std::string spf(Script& script, const std::string& record) {
  script.txt.erase("town.example");
  if (!record.empty()) script.txt.emplace("town.example", record);
  return described({judge_spf("SPF", "town.example", script)});
}

}  // namespace

TEST_SUITE("doctor: sending domain") {
  TEST_CASE("a domain that is well, one that says nothing, one that is not there") {
    Script script;
    CHECK(described(judge_domain("town.example", script)).find("warning domain town.example: SPF: no SPF record") !=
          std::string::npos);
    script.txt.emplace("town.example", "v=spf1 mx -all");
    script.txt.emplace("_dmarc.town.example", "v=DMARC1; p=quarantine; rua=mailto:it@town.example");
    CHECK(described(judge_domain("town.example", script)) ==
          "ok domain town.example: MX: mail for it goes to mx.town.example\n"
          "ok domain town.example: SPF: v=spf1 mx -all (1 of 10 look-ups)\n"
          "ok domain town.example: DMARC: policy quarantine\n");
    script.mx["town.example"] = "";
    CHECK(
        described(judge_domain("town.example", script)).find("broken domain town.example: MX: the domain says that") ==
        0);
    script.mx.clear();
    script.no_domain = true;
    CHECK(described(judge_domain("town.example", script)) ==
          "broken domain town.example: MX: there is no such domain\n");
  }

  TEST_CASE("a DNS that does not answer is one line, asked once, and breaks nothing") {
    Script script;
    script.silent = true;
    CHECK(described(judge_domain("town.example", script)) ==
          "warning domain town.example: not checked: DNS does not answer\n");
    CHECK(script.asked == 1);
  }

  TEST_CASE("SPF: open to all, twice, without an end, beyond what receivers look up") {
    Script script;
    CHECK(spf(script, "v=spf1 mx +all").find("broken SPF: it lets everybody send") == 0);
    CHECK(spf(script, "v=spf1 all").find("broken SPF: it lets everybody send") == 0);
    CHECK(spf(script, "v=spf1 mx").find("warning SPF: it says nothing of servers") == 0);
    CHECK(spf(script, "V=SPF1 IP4:192.0.2.1 ~ALL").find("ok SPF") == 0);
    CHECK(spf(script, "v=spf10 -all").find("warning SPF: no SPF record") == 0);
    script.txt.emplace("town.example", "v=spf1 a -all");
    script.txt.emplace("town.example", "v=spf1 mx -all");
    CHECK(described({judge_spf("SPF", "town.example", script)}).find("broken SPF: 2 SPF records") == 0);
    script.txt.emplace("many.example", "v=spf1 a mx ptr exists:x a:1 a:2 a:3 a:4 a:5 -all");
    CHECK(spf(script, "v=spf1 include:many.example mx -all").find("broken SPF: it takes more than 10") == 0);
    CHECK(spf(script, "v=spf1 include:many.example -all").find("ok SPF") == 0);
    CHECK(spf(script, "v=spf1 redirect=town.example").find("broken SPF: it takes more than 10") == 0);  // a circle
  }

  TEST_CASE("DMARC of the domain above counts; a record without a policy does not") {
    Script script;
    script.txt.emplace("_dmarc.town.example", "v=DMARC1; p=reject");
    CHECK(described(judge_domain("letters.town.example", script)).find("DMARC: policy reject") != std::string::npos);
    script.txt.clear();
    script.txt.emplace("_dmarc.town.example", "v=DMARC1; rua=mailto:x@y");
    CHECK(described(judge_domain("town.example", script)).find("broken domain town.example: DMARC") !=
          std::string::npos);
  }

  TEST_CASE("DKIM: the key of the letter that came") {
    Script script;
    const std::string signed_by_us =
        "Received: x\r\nDKIM-Signature: v=1; a=rsa-sha256;\r\n d=town.example; s=m1;\r\n\tb=AAA=\r\nFrom: a@b\r\n";
    CHECK(described(judge_signature("From: a@b\r\n", "town.example", script)).find("warning") == 0);
    CHECK(described(judge_signature(signed_by_us, "town.example", script)).find("broken") == 0);
    script.txt.emplace("m1._domainkey.town.example", "v=DKIM1; p=");
    CHECK(described(judge_signature(signed_by_us, "town.example", script)).find("broken") == 0);  // withdrawn
    script.txt.emplace("m1._domainkey.town.example", "v=DKIM1; p=MIIB");
    CHECK(described(judge_signature(signed_by_us, "town.example", script)).find("ok domain town.example: DKIM") == 0);
    CHECK(described(judge_signature("DKIM-Signature: d=provider.example; s=x\r\n", "town.example", script))
              .find("warning domain town.example: DKIM: the probe letter is signed by provider.example") == 0);
  }
}
