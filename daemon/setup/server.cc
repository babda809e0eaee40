#include "daemon/setup/server.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "config/load.h"
#include "config/text.h"
#include "daemon/setup/yaml_text.h"

namespace docket::setup {
namespace {

struct Ways {
  std::string_view scheme;
  std::string_view tls_port;       ///< TLS from the first octet
  std::string_view starttls_port;  ///< what a bare name gets; "" where the scheme's own port is meant
  std::vector<std::string_view> names;
};

const Ways& ways(Protocol protocol) {
  static const Ways kImap{"imap", "993", "", {"imap", "mail"}};
  static const Ways kSmtp{"smtp", "465", "587", {"smtp", "mail"}};  // RFC 8314 and 6409; 25 is between servers
  return protocol == Protocol::imap ? kImap : kSmtp;
}

/// docket.yaml's own reader says whether it takes this, so that there is one opinion of what a server is.
std::string reader_problem(Protocol protocol, const Server& server) {
  const auto way = fmt::format("{{url: {}{}", yaml_quoted(server.url), server.clear ? ", tls: none" : "");
  const auto imap = protocol == Protocol::imap
                        ? way + ", user: u, password: {env: X}}"
                        : std::string("{url: \"imaps://localhost\", user: u, password: {env: X}}");
  const auto mail = protocol == Protocol::smtp ? "smtp: " + way + "}" : std::string("maildir: {path: out}");
  Problems problems;
  const auto text = fmt::format(
      "version: 1\ndata: data\ncontrol: c\nsources:\n  - name: a\n    imap: {}\nmail:\n  {}\n  domain: town.ca\n", imap,
      mail);
  (void)load_settings({"docket.yaml", text}, "/", problems);
  for (const auto& problem : problems) {
    if (problem.severity == Severity::error) return problem.text + (problem.hint.empty() ? "" : ": " + problem.hint);
  }
  return "";
}

void add(std::vector<Server>& servers, Protocol protocol, Server server) {
  if (std::find(servers.begin(), servers.end(), server) == servers.end() && reader_problem(protocol, server).empty()) {
    servers.push_back(std::move(server));
  }
}

void add_url(std::vector<Server>& servers, Protocol protocol, const std::string& url) {
  add(servers, protocol, {url, false});
  // The reader refuses it for any host but this machine.
  if (url.starts_with(fmt::format("{}://", ways(protocol).scheme))) add(servers, protocol, {url, true});
}

/// A name, with a port or without.
void add_host(std::vector<Server>& servers, Protocol protocol, const std::string& host) {
  const auto& way = ways(protocol);
  const auto bracket = host.rfind(']');
  const auto colon = host.find(':', bracket == std::string::npos ? 0 : bracket);
  const auto port = colon == std::string::npos ? std::string_view() : std::string_view(host).substr(colon + 1);
  if (port.empty() || port == way.tls_port || (port != "143" && port != "587" && port != "25")) {
    add_url(servers, protocol, fmt::format("{}s://{}", way.scheme, host));
  }
  if (port == way.tls_port) return;
  const bool usual_port = port.empty() && !way.starttls_port.empty();
  add_url(servers, protocol,
          fmt::format("{}://{}{}{}", way.scheme, host, usual_port ? ":" : "", usual_port ? way.starttls_port : ""));
}

std::vector<Server> servers_named(Protocol protocol, const std::string& answer) {
  std::vector<Server> servers;
  if (answer.find("://") != std::string::npos) {
    add_url(servers, protocol, answer);
  } else {
    add_host(servers, protocol, answer);
  }
  return servers;
}

}  // namespace

std::vector<Server> servers_for(Protocol protocol, const Answers& answers) {
  const bool imap = protocol == Protocol::imap;
  const auto answer = answers.text(imap ? "imap-url" : "smtp-url");
  if (!answer.empty()) {
    auto servers = servers_named(protocol, answer);
    if (answers.text(imap ? "imap-tls" : "smtp-tls") == "none") {
      std::erase_if(servers, [](const Server& server) { return !server.clear; });
    }
    return servers;
  }
  std::vector<Server> servers;
  for (const auto& host : imap ? answers.hosts().imaps : answers.hosts().submissions) {
    add_host(servers, protocol, host);
  }
  // Letters mostly go out where they come in.
  if (const auto mailbox = answers.text("imap-url"); !imap && !mailbox.empty()) {
    add_host(servers, protocol, host_of(mailbox));
  }
  for (const auto name : ways(protocol).names) {
    add_host(servers, protocol, fmt::format("{}.{}", name, answers.domain()));
  }
  return servers;
}

std::string server_problem(Protocol protocol, const std::string& answer) {
  if (answer.empty() || !servers_named(protocol, answer).empty()) return "";
  const bool whole = answer.find("://") != std::string::npos;
  return reader_problem(protocol, {whole ? answer : fmt::format("{}s://{}", ways(protocol).scheme, answer), false});
}

std::string authority_problem(const std::string& file, const Answers& answers) {
  std::error_code failed;
  if (file.empty()) return "";
  if (!std::filesystem::is_regular_file(file, failed)) return fmt::format("there is no file {}", file);
  // ProtectHome and PrivateTmp of docket.service.
  constexpr std::array<std::string_view, 5> kHidden{"/home/", "/root/", "/run/user/", "/tmp/", "/var/tmp/"};
  const bool hidden = std::any_of(kHidden.begin(), kHidden.end(),
                                  [path = std::filesystem::absolute(file).lexically_normal().string()](
                                      std::string_view folder) { return path.starts_with(folder); });
  if (!hidden || !answers.surroundings().for_service) return "";
  return fmt::format("the service cannot see {}: copy it to /etc/ssl first, and name it there", file);
}

}  // namespace docket::setup
