#include "daemon/setup/answers.h"

#include <algorithm>

#include "config/text.h"
#include "daemon/setup/question.h"

namespace docket::setup {

std::optional<std::string> Answers::value(const std::string& id) const {
  const auto found = given_.find(id);
  if (found != given_.end()) return found->second;
  const auto& asked = question(id);
  return asked.usual ? asked.usual(*this) : std::nullopt;
}

std::vector<std::string> Answers::list(const std::string& id) const {
  std::vector<std::string> result;
  const auto all = text(id);
  for (const auto part : split(all, '\n')) {
    if (!trim(part).empty()) result.emplace_back(trim(part));
  }
  return result;
}

const Provider* Answers::provider() const {
  const auto server = given_.find("imap-url");
  if (server != given_.end() && !server->second.empty()) return provider_of_host(host_of(server->second));
  return provider_of_domain(domain(), hosts_);
}

std::string Answers::domain() const {
  const auto addresses = list("address");
  return addresses.empty() ? "" : domain_of(generic_address(addresses.front()).address);
}

GenericAddress generic_address(std::string_view answer) {
  // '=' may stand before the @ of an address, never behind it.
  const auto at = answer.rfind('@');
  const auto sign = at == std::string_view::npos ? at : answer.find('=', at);
  if (sign == std::string_view::npos) return {std::string(trim(answer)), ""};
  return {std::string(trim(answer.substr(0, sign))), std::string(trim(answer.substr(sign + 1)))};
}

std::optional<OfficeAnswer> office_answer(std::string_view answer, std::size_t languages) {
  const auto open = answer.rfind('<');
  const auto close = answer.rfind('>');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return std::nullopt;
  if (!trim(answer.substr(close + 1)).empty()) return std::nullopt;
  OfficeAnswer office;
  office.address = trim(answer.substr(open + 1, close - open - 1));
  auto name = trim(answer.substr(0, open));
  const auto sign = name.find('=');
  if (sign != std::string_view::npos && plain_name(name.substr(0, sign)) == name.substr(0, sign)) {
    office.id = name.substr(0, sign);
    name = trim(name.substr(sign + 1));
  }
  office.names = in_languages(name, languages);
  if (office.id.empty()) office.id = plain_name(office.names.front());
  if (name.empty() || office.id.empty()) return std::nullopt;
  return office;
}

std::vector<std::string> in_languages(std::string_view answer, std::size_t languages) {
  constexpr std::string_view kBetween = " / ";
  std::vector<std::string> parts;
  for (auto rest = answer;;) {
    const auto at = rest.find(kBetween);
    parts.emplace_back(trim(rest.substr(0, at)));
    if (at == std::string_view::npos) break;
    rest.remove_prefix(at + kBetween.size());
  }
  const bool whole = std::none_of(parts.begin(), parts.end(), [](const std::string& part) { return part.empty(); });
  if (languages > 1 && parts.size() == languages && whole) return parts;
  return {std::string(trim(answer))};
}

std::string plain_name(std::string_view name) {
  std::string result;
  for (const char c : ascii_lower(name)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) {
      result += c;
    } else if (!result.empty() && result.back() != '-') {
      result += '-';
    }
  }
  if (result.size() > 40) result.resize(40);
  while (result.ends_with('-')) result.pop_back();
  return result;
}

std::string host_of(std::string_view server) {
  const auto scheme = server.find("://");
  auto host = scheme == std::string_view::npos ? server : server.substr(scheme + 3);
  if (host.starts_with('[')) return std::string(host.substr(1, host.find(']') - 1));
  return std::string(host.substr(0, host.find_first_of(":/")));
}

std::string domain_of(std::string_view address) {
  const auto at = address.rfind('@');
  return at == std::string_view::npos ? "" : std::string(address.substr(at + 1));
}

}  // namespace docket::setup
