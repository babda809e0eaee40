#include "daemon/letters/town_facts.h"

#include <nlohmann/json.hpp>

#include "config/office_words.h"
#include "daemon/letters/wording.h"

namespace docket::letters {

using nlohmann::json;

void add_town_facts(const Town& town, const std::string& language, json& vars) {
  const auto words = [&](const Translated& text) { return text.in(language, town.default_language); };
  vars["town"] = words(town.name);
  vars["clerk_address"] = town.clerk_address;
  vars["clerk_phone"] = town.clerk_phone;
  // Somebody must answer the telephone to those who cannot read this.
  vars["help_phone"] = town.help_phone.empty() ? town.clerk_phone : town.help_phone;
  vars["help_relay"] = town.help_relay;
  vars["hours"] = hours_words(language, town.calendar);
  vars["post"] = words(town.help_post);
  vars["privacy_authority"] = words(town.privacy_authority);
  vars["privacy_contact"] = town.privacy_contact;
  vars["privacy_kept"] = words(town.privacy_kept);
  vars["emergency_danger"] = town.emergency_danger;
  vars["emergency_crisis"] = town.emergency_crisis;
  vars["emergency_roads"] = town.emergency_roads;
}

void add_office_facts(const Office& office, const Town& town, const std::string& language, json& vars) {
  const auto words = [&](const Translated& text) { return text.in(language, town.default_language); };
  const auto name = office_words(language, words(office.name));
  vars["office"] = name.in_text;
  vars["office_start"] = name.start;
  vars["office_of"] = name.of;
  vars["office_short"] = name.short_form;
  vars["office_this"] = name.this_office;
  vars["office_phone"] = office.contact.phone;
  vars["accountable"] = words(office.accountable);
  vars["accountable_start"] = at_start(words(office.accountable));
  vars["member"] = office.record_owner == RecordOwner::member;
}

json without_empty(json vars) {
  for (auto one = vars.begin(); one != vars.end();) {
    const bool nothing = (one->is_string() || one->is_array()) ? one->empty() || *one == "" : *one == false;
    one = nothing ? vars.erase(one) : std::next(one);
  }
  return vars;
}

}  // namespace docket::letters
