#include "daemon/doctor/mail_out.h"

#include <fmt/format.h>

#include <algorithm>

namespace docket::doctor {
namespace {

void add_once(std::vector<std::string>& list, const std::string& one) {
  if (!one.empty() && std::find(list.begin(), list.end(), one) == list.end()) list.push_back(one);
}

Line not_let_in(const SmtpSettings& smtp, const MailOutProbe& probe) {
  const std::string where = smtp.login.user.empty() ? smtp.server.host : smtp.login.user + " at " + smtp.server.host;
  std::string next = "compare url: with the provider's page (often smtp:// and port 587), and let the firewall pass it";
  if (probe.reached) next = "try user and password in a mail program; many providers must be told to allow SMTP login";
  if (probe.trouble.find("ertificate") != std::string::npos) {
    next = "for a private authority name its file as ca:; else whoever runs that server renews it";
  }
  if (probe.trouble.find("expired") != std::string::npos) next = "whoever runs that server renews its certificate";
  return broken("mail out", where + ": " + probe.trouble, next);
}

}  // namespace

std::vector<std::string> from_addresses(const Settings& settings, const Town& town) {
  std::vector<std::string> addresses;
  const auto& mail = settings.mail;
  add_once(addresses, mail.account);
  if (mail.send_as == SendAs::written_to || mail.account.empty()) {
    for (const auto& [address, office] : town.addresses) add_once(addresses, address);
  }
  return addresses;
}

std::vector<std::string> sending_domains(const Settings& settings, const Town& town) {
  std::vector<std::string> domains;
  for (const auto& address : from_addresses(settings, town)) add_once(domains, address.substr(address.rfind('@') + 1));
  return domains;
}

Lines judge_mail_out(const MailSettings& mail, const MailOutProbe& probe, const std::vector<std::string>& tried,
                     Time now) {
  const auto* smtp = std::get_if<SmtpSettings>(&mail.way);
  if (smtp == nullptr) {
    const auto path = std::get<MaildirSettings>(mail.way).path.string();
    if (!probe.logged_in) return {broken("mail out", probe.trouble, "make the folder, writable for docket's user")};
    return {ok("mail out", "letters are written to " + path + " instead of sent")};
  }
  if (!probe.logged_in) return {not_let_in(*smtp, probe)};
  Lines lines;
  if (!probe.trouble.empty()) {
    lines.push_back(broken("mail out", smtp->server.host + ": " + probe.trouble, "try again; then ask the provider"));
  } else {
    lines.push_back(ok("mail out", fmt::format("{}: {}{}", smtp->server.host,
                                               smtp->login.user.empty() ? "lets us in without a login" : "logged in",
                                               probe.encrypted ? " over TLS" : ", not encrypted")));
  }
  for (const auto& [address, reply] : probe.from_refused) {
    lines.push_back(broken("mail out, From " + address, "the server does not let us send as it: " + reply,
                           "give " + (smtp->login.user.empty() ? "this machine" : smtp->login.user) +
                               " the right to send as " + address + ", or write send_as: account"));
  }
  if (probe.from_refused.empty() && probe.trouble.empty() && !tried.empty()) {
    lines.push_back(
        ok("mail out, From", fmt::format("it takes all {} addresses that letters go out from", tried.size())));
  }
  if (probe.certificate_ends) {
    lines.push_back(judge_end("mail out: certificate", "the certificate of " + smtp->server.host,
                              *probe.certificate_ends, now, "whoever runs that server renews it"));
  }
  return lines;
}

}  // namespace docket::doctor
