// The two large mail services, which let nobody in by password alone: how to tell that a town is there, and what
// docket.yaml says for them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace docket::setup {

struct Provider {
  std::string_view name;  ///< as people know it
  std::string_view kind;  ///< of `docket init --for`
  std::string_view imap_url;
  std::string_view smtp_url;
  std::string_view token_url;  ///< TENANT-ID stands for the town's own
  std::string_view scope;
  std::string_view grant;
  std::string_view junk;      ///< their spam folder
  std::string_view authserv;  ///< who writes their Authentication-Results
  std::string_view send_as;
  std::string_view limits;  ///< below what they allow, as docket.yaml has it
  bool by_password;         ///< an app password is taken too
};

/// What DNS says of a domain: its MX (RFC 5321 section 5.1) and, as "host" or "host:port", the servers for mail
/// programs (RFC 6186 and 8314: _imaps._tcp, _submissions._tcp), best first. Empty where DNS does not answer.
struct MailHosts {
  std::vector<std::string> mx;
  std::vector<std::string> imaps;
  std::vector<std::string> submissions;
};

[[nodiscard]] const Provider& google();
[[nodiscard]] const Provider& microsoft();
/// By a server's name: "outlook.office365.com", "imap.gmail.com"; nullptr for any other.
[[nodiscard]] const Provider* provider_of_host(std::string_view host);
/// By the domain of an address, else by where its mail goes.
[[nodiscard]] const Provider* provider_of_domain(std::string_view domain, const MailHosts& hosts);
/// A domain in which anybody may have an address, so that it says nothing of who works for the town.
[[nodiscard]] bool is_public_domain(std::string_view domain);

/// What an admin does in the provider's consoles, a numbered list for this mailbox. From the sample's own comments,
/// without what the guided set-up does by itself.
[[nodiscard]] std::string console_steps(const Provider& provider, std::string_view mailbox);

}  // namespace docket::setup
