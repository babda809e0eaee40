#include "daemon/setup/mail_hosts.h"

#include <fmt/format.h>

namespace docket::setup {
namespace {

/// The root as a host says that there is no such service (RFC 2782, RFC 7505).
std::vector<std::string> hosts_of(const DnsAnswer& answer) {
  std::vector<std::string> hosts;
  for (const auto& record : answer.records) {
    if (record.text.empty()) continue;
    hosts.push_back(record.port == 0 ? record.text : fmt::format("{}:{}", record.text, record.port));
  }
  return hosts;
}

}  // namespace

MailHosts mail_hosts(Resolver& dns, const std::string& domain) {
  MailHosts hosts;
  const auto mx = dns.look_up(domain, DnsType::mx);
  if (mx.kind == DnsAnswer::Kind::unanswered) return hosts;
  hosts.mx = hosts_of(mx);
  hosts.imaps = hosts_of(dns.look_up("_imaps._tcp." + domain, DnsType::srv));
  hosts.submissions = hosts_of(dns.look_up("_submissions._tcp." + domain, DnsType::srv));
  return hosts;
}

}  // namespace docket::setup
