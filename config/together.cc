// What crosses docket.yaml and town.yaml: letters that would go round in a circle, addresses nobody answers for.
#include <fmt/format.h>

#include <map>

#include "config/address.h"
#include "config/load.h"

namespace docket {
namespace {

/// Every address whose letters docket itself takes.
struct Own {
  std::map<std::string, std::string> why;  ///< address → how it is one of ours

  void add(const std::optional<std::string>& address, const std::string& reason) {
    if (address) why.emplace(*address, reason);
  }
  [[nodiscard]] const std::string* reason(const std::string& address) const {
    const auto found = why.find(address_key(address).value_or(""));
    return found == why.end() ? nullptr : &found->second;
  }
};

/// An IMAP login counts as an address where it looks like one: that mailbox is read, whoever else writes to it.
Own own_addresses(const Settings& settings, const Town& town) {
  Own own;
  for (const auto& [address, office] : town.addresses) own.add(address, "a generic address of the town");
  for (const auto& source : settings.sources) {
    const auto reason = fmt::format("the address of source '{}'", source.name);
    if (!source.address.empty()) own.add(source.address, reason);
    if (const auto* imap = std::get_if<ImapSettings>(&source.way)) own.add(address_key(imap->login.user), reason);
  }
  return own;
}

/// An error, not a warning: one such letter would fill the case book by itself.
void check_offices(const Own& own, const Town& town, Problems& problems) {
  for (const auto& [id, office] : town.offices) {
    const auto* reason = own.reason(office.address);
    if (reason == nullptr) continue;
    problems.push_back({Severity::error, office.place,
                        fmt::format("office '{}': its address {} is {}; forwards would come back for ever", id,
                                    office.address, *reason),
                        "give the mailbox that the office itself reads"});
  }
}

}  // namespace

// The clerk's address only gets what docket itself writes, which it recognises: so there the loop is a nuisance and no
// more than a warning.
void check_together(const Settings& settings, const Town& town, Problems& problems) {
  const auto own = own_addresses(settings, town);
  check_offices(own, town, problems);
  if (const auto* reason = own.reason(town.clerk_address)) {
    problems.push_back(
        {Severity::warning,
         {"town.yaml", 0, 0},
         fmt::format("clerk.address is {}; what docket tells the clerk would come back to docket", *reason),
         "give the mailbox that the clerk reads"});
  }
  for (const auto& source : settings.sources) {
    if (source.address.empty() || town.addresses.contains(source.address)) continue;
    problems.push_back(
        {Severity::warning, source.place,
         fmt::format("source '{}': {} is not under 'addresses' in town.yaml", source.name, source.address),
         "until it is, its letters go to the fallback office when no rule decides"});
  }
}

}  // namespace docket
