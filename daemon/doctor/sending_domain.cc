#include "daemon/doctor/sending_domain.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "config/text.h"
#include "daemon/doctor/spf.h"

namespace docket::doctor {
namespace {

using Kind = DnsAnswer::Kind;

/// "v=DMARC1; p=none" and "v=1; d=x; s=y" as their parts (RFC 6376 section 3.2), names in lower case.
std::map<std::string, std::string> tags(std::string_view text) {
  std::map<std::string, std::string> found;
  for (const auto part : split(text, ';')) {
    const auto equals = part.find('=');
    if (equals == std::string_view::npos) continue;
    std::string value(trim(part.substr(equals + 1)));
    std::erase_if(value, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
    found.emplace(ascii_lower(trim(part.substr(0, equals))), std::move(value));
  }
  return found;
}

Line judge_mx(const std::string& check, const DnsAnswer& mx) {
  const std::string name = check + ": MX";
  const auto next = "whoever keeps the domain's DNS adds an MX record that names its mail server";
  if (mx.kind == Kind::no_name) return broken(name, "there is no such domain", "mend the addresses of town.yaml");
  if (mx.kind == Kind::none) return warning(name, "no MX record: answers to our letters may not come back", next);
  if (mx.records.front().text.empty()) {
    return broken(name, "the domain says that it takes no mail at all (null MX, RFC 7505)", next);
  }
  return ok(name, "mail for it goes to " + mx.records.front().text);
}

/// The policy stands at the domain, else at the one above it (RFC 7489 section 6.6.3).
std::optional<std::string> find_dmarc(std::string domain, Resolver& resolver) {
  while (domain.find('.') != std::string::npos) {
    const auto answer = resolver.look_up("_dmarc." + domain, DnsType::txt);
    for (const auto& record : answer.records) {
      if (record.text.starts_with("v=DMARC1")) return record.text;
    }
    domain.erase(0, domain.find('.') + 1);
  }
  return std::nullopt;
}

Line judge_dmarc(const std::string& check, const std::string& domain, Resolver& resolver) {
  const std::string name = check + ": DMARC";
  const auto record = find_dmarc(domain, resolver);
  if (!record) {
    return warning(name, "no DMARC record: large providers trust such a domain less",
                   fmt::format("add at _dmarc.{}: v=DMARC1; p=none; rua=mailto:… and read the reports", domain));
  }
  auto found = tags(*record);
  const auto policy = ascii_lower(found["p"]);
  constexpr std::array<std::string_view, 3> kPolicies{"none", "quarantine", "reject"};
  if (std::find(kPolicies.begin(), kPolicies.end(), policy) == kPolicies.end()) {
    return broken(name, "the record names no policy: " + *record, "p= must be none, quarantine or reject");
  }
  return ok(name, "policy " + policy);
}

/// The fields of this name, unfolded.
std::vector<std::string> fields(const std::string& header, std::string_view name) {
  std::vector<std::string> found;
  std::string current;
  bool wanted = false;
  for (const auto row : split(header, '\n')) {
    if (row.starts_with(' ') || row.starts_with('\t')) {
      if (wanted) found.back() += row;
      continue;
    }
    const auto colon = row.find(':');
    wanted = colon != std::string_view::npos && ascii_equal_nocase(row.substr(0, colon), name);
    if (wanted) found.emplace_back(row.substr(colon + 1));
  }
  return found;
}

/// Of the same organisation, as far as can be told without the list of public suffixes.
bool aligned(const std::string& signer, const std::string& domain) {
  return signer == domain || domain.ends_with("." + signer) || signer.ends_with("." + domain);
}

}  // namespace

Lines judge_domain(const std::string& domain, Resolver& resolver) {
  const std::string check = "domain " + domain;
  const auto mx = resolver.look_up(domain, DnsType::mx);
  if (mx.kind == Kind::unanswered) {
    return {warning(check, "not checked: DNS does not answer", "cat /etc/resolv.conf; or name a server with --dns")};
  }
  Lines lines{judge_mx(check, mx)};
  if (mx.kind == Kind::no_name) return lines;
  lines.push_back(judge_spf(check + ": SPF", domain, resolver));
  lines.push_back(judge_dmarc(check, domain, resolver));
  return lines;
}

Lines judge_signature(const std::string& header, const std::string& domain, Resolver& resolver) {
  const std::string name = "domain " + domain + ": DKIM";
  const auto signatures = fields(header, "DKIM-Signature");
  if (signatures.empty()) {
    return {warning(name, "the probe letter came without a signature: the mail server signs nothing",
                    "switch DKIM on where mail out goes; until then SPF alone speaks for the town")};
  }
  for (const auto& signature : signatures) {
    auto found = tags(signature);
    const auto signer = ascii_lower(found["d"]);
    const auto place = found["s"] + "._domainkey." + signer;
    if (!aligned(signer, domain)) continue;
    const auto answer = resolver.look_up(place, DnsType::txt);
    if (answer.kind == Kind::unanswered) {
      return {warning(name, "signed; its key was not checked: DNS does not answer", "try again, or name --dns")};
    }
    const bool has_key = std::any_of(answer.records.begin(), answer.records.end(),
                                     [](const DnsRecord& record) { return !tags(record.text)["p"].empty(); });
    if (has_key) return {ok(name, "the probe letter was signed, and its key is at " + place)};
    return {broken(name, "the probe letter was signed, but there is no key at " + place,
                   "publish the key that the mail server signs with")};
  }
  return {warning(name, "the probe letter is signed by " + tags(signatures.front())["d"] + ", not by the town's domain",
                  "switch DKIM on for " + domain + " where mail out goes")};
}

}  // namespace docket::doctor
