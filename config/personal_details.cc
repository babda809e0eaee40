#include "config/personal_details.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "config/address.h"
#include "config/text.h"

namespace docket {
namespace {

/// What people write before an extension, in the languages whose letters docket ships.
constexpr std::array<std::string_view, 4> kExtensionWords{"ext", "extension", "poste", "x"};

bool is_local_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || std::string_view(".-_+").find(c) != std::string_view::npos;
}

std::string domain_of(std::string_view address) { return ascii_lower(address.substr(address.rfind('@') + 1)); }

std::set<std::string> domains_of(const Town& town) {
  std::set<std::string> domains;
  for (const auto& domain : town.staff_domains) domains.insert(ascii_lower(domain));
  for (const auto& [address, office] : town.addresses) domains.insert(domain_of(address));
  return domains;
}

bool is_public(const std::string& address, const Town& town) {
  const auto is = [&](const std::string& known) { return ascii_equal_nocase(known, address); };
  const auto key = address_key(address);
  return is(town.clerk_address) || is(town.privacy_contact) || (key && town.addresses.contains(*key));
}

std::optional<std::string> personal_address(std::string_view text, const Town& town) {
  if (text.find('@') == std::string_view::npos) return std::nullopt;  // most texts: before the domains are gathered
  const auto domains = domains_of(town);
  for (auto at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    auto begin = at;
    while (begin > 0 && is_local_character(text[begin - 1])) --begin;
    auto end = at + 1;
    while (end < text.size() && is_local_character(text[end])) ++end;
    while (end > at && text[end - 1] == '.') --end;  // of the sentence
    const std::string address(text.substr(begin, end - begin));
    if (begin < at && domains.contains(domain_of(address)) && !is_public(address, town)) return address;
  }
  return std::nullopt;
}

/// "ext. 204": one of the words, then digits.
std::optional<std::string> extension(std::string_view text) {
  const auto is_letter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
  for (std::size_t at = 0; at < text.size();) {
    const bool begins = is_letter(text[at]) && (at == 0 || !is_letter(text[at - 1]));
    auto end = at;
    while (end < text.size() && is_letter(text[end])) ++end;
    const auto word = ascii_lower(text.substr(at, end - at));
    const auto begin = at;
    at = std::max(end, at + 1);
    if (!begins || std::find(kExtensionWords.begin(), kExtensionWords.end(), word) == kExtensionWords.end()) continue;
    auto digits = end;
    while (digits < text.size() && (text[digits] == '.' || text[digits] == ' ')) ++digits;
    auto after = digits;
    while (after < text.size() && std::isdigit(static_cast<unsigned char>(text[after])) != 0) ++after;
    if (after - digits >= 2 && after - digits <= 5) return std::string(text.substr(begin, after - begin));
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> personal_detail(std::string_view text, const Town& town) {
  auto address = personal_address(text, town);
  return address ? address : extension(text);
}

void warn_of_personal_detail(std::string_view text, const Town& town, const Place& place, const std::string& what,
                             Problems& problems) {
  const auto found = personal_detail(text, town);
  if (!found) return;
  problems.push_back({Severity::warning, place, fmt::format("residents read '{}' in {}", *found, what),
                      "that is one person's; give the office's own address or number"});
}

void warn_of_personal_details(const Town& town, Problems& problems) {
  const auto look = [&](const Translated& text, const Place& place, const std::string& what) {
    for (const auto& [language, words] : text.by_language) warn_of_personal_detail(words, town, place, what, problems);
  };
  for (const auto& [id, office] : town.offices) {
    const auto of = fmt::format(" of office '{}'", id);
    look(office.name, office.place, "the name" + of);
    look(office.accountable, office.place, "the accountable role" + of);
    look(office.readers, office.place, "the readers" + of);
    warn_of_personal_detail(office.contact.phone, town, office.place, "the telephone" + of, problems);
    warn_of_personal_detail(office.contact.email, town, office.place, "the contact" + of, problems);
  }
  const Place town_file{"town.yaml", 0, 0};
  look(town.always_readers, town_file, "always_readers");
  look(town.help_post, town_file, "help.post");
  warn_of_personal_detail(town.help_phone, town, town_file, "help.phone", problems);
}

}  // namespace docket
