#include "config/town.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "config/address.h"
#include "config/calendar.h"
#include "config/load.h"
#include "config/parts.h"
#include "config/text.h"

namespace docket {
namespace {

using yaml::Need;

// Enough time to get next year's holidays decided and written down.
constexpr int kWarnDays = 60;

/// ISO 639 codes of two or three letters; the names of template files end in them.
bool is_language(std::string_view code) {
  return code.size() >= 2 && code.size() <= 3 &&
         std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Short and unmistakable on the telephone; without a hyphen, which parts the number.
bool is_prefix(std::string_view text) {
  return !text.empty() && text.size() <= 8 && text.front() >= 'A' && text.front() <= 'Z' &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

void read_languages(yaml::Map& map, Town& town) {
  auto& reader = map.reader();
  town.languages = {"en"};
  std::vector<const yaml::Node*> nodes;
  if (const auto* node = map.find("languages")) {
    if (auto languages = reader.texts(*node, &nodes); !languages.empty()) town.languages = std::move(languages);
  }
  std::set<std::string> seen;
  for (const auto* node : nodes) {
    if (!is_language(node->text)) {
      reader.error(*node, fmt::format("'{}' is not a language code", node->text), "write en, fr, …");
    } else if (!seen.insert(node->text).second) {
      reader.error(*node, fmt::format("'{}' is named twice", node->text));
    }
  }
  // Something must be shown where nobody's language is known, so there is a default even where none is written.
  town.default_language = town.languages.front();
  if (const auto* node = map.find("default_language")) {
    if (auto word = reader.word(*node, town.languages)) town.default_language = *word;
  }
}

void read_town(yaml::Map& top, Town& town) {
  const auto* node = top.find("town", Need::required);
  if (node == nullptr) return;
  yaml::Map map(top.reader(), *node);
  read_languages(map, town);
  map.translated("name", town.name, town.languages, Need::required);
  map.text("time_zone", town.time_zone, Need::required);
  map.finish();
}

/// The clerk's address is required: it is where a resident is sent who hears nothing.
void read_people(yaml::Map& top, Town& town) {
  auto& reader = top.reader();
  if (const auto* node = top.find("case_number", Need::required)) {
    yaml::Map map(reader, *node);
    if (map.text("prefix", town.case_prefix, Need::required) && !is_prefix(town.case_prefix)) {
      reader.error(*node->find("prefix"), fmt::format("'{}' cannot begin a case number", town.case_prefix),
                   "one to eight capital letters and digits, a letter first");
    }
    map.finish();
  }
  if (const auto* node = top.find("clerk", Need::required)) {
    yaml::Map map(reader, *node);
    map.mailbox("address", town.clerk_address, Need::required);
    map.text("phone", town.clerk_phone);
    map.finish();
  }
}

void read_lines(yaml::Map& top, Town& town) {
  auto& reader = top.reader();
  if (const auto* node = top.find("help")) {
    yaml::Map map(reader, *node);
    map.text("phone", town.help_phone);
    map.text("relay", town.help_relay);
    // An address is the same in most languages, so leaving one out is no gap.
    if (map.translated("post", town.help_post, {})) reader.has_languages(*node->find("post"), town.languages);
    map.finish();
  }
  if (const auto* node = top.find("privacy")) {
    yaml::Map map(reader, *node);
    map.translated("authority", town.privacy_authority, town.languages);
    map.text("contact", town.privacy_contact);
    map.translated("kept", town.privacy_kept, town.languages);
    map.finish();
  }
  if (const auto* node = top.find("emergency")) {
    yaml::Map map(reader, *node);
    map.text("danger", town.emergency_danger);
    map.text("crisis", town.emergency_crisis);
    map.text("roads_24h", town.emergency_roads);
    map.finish();
  }
  top.translated("always_readers", town.always_readers, town.languages);
}

/// Kept under their keys, so that a letter finds its office however it spelled the address.
void read_addresses(yaml::Map& top, Town& town) {
  const auto* node = top.find("addresses", Need::required);
  auto& reader = top.reader();
  if (node == nullptr || !reader.is_map(*node)) return;
  for (std::size_t i = 0; i < node->items.size(); ++i) {
    const auto& key = node->keys[i];
    const auto address = address_key(key.text);
    const auto office = reader.text(node->items[i]);
    if (!address) {
      reader.error(key, fmt::format("'{}' is not a mail address", key.text),
                   "write the address alone: ward2@town.example");
    } else if (!town.addresses.emplace(*address, office.value_or("")).second) {
      reader.error(key, fmt::format("'{}' is here a second time, spelled otherwise", key.text));
    }
    parts::check_office(reader, node->items[i], town);
  }
}

/// An address that stands for no office would decide nothing, so a request would go to the fallback in silence.
void check_service_addresses(const yaml::Node& root, yaml::Reader& reader, const Town& town) {
  const auto* services = root.find("services");
  if (services == nullptr || !services->is_map()) return;
  for (const auto& service : services->items) {
    const auto* node = service.find("address");
    const auto address = node != nullptr && node->is_scalar() ? address_key(node->text) : std::nullopt;
    if (address && !town.addresses.contains(*address)) {
      reader.error(*node, fmt::format("{} is none of the town's addresses", *address), "name one of 'addresses'");
    }
  }
}

void read_forms(yaml::Map& top, Town& town) {
  auto& reader = top.reader();
  if (const auto* node = top.find("forms")) {
    for (const auto& item : reader.list(*node)) {
      yaml::Map map(reader, item);
      Form form;
      if (const auto* from = map.find("from", Need::required)) {
        form.from = parts::read_address_or_domain(reader, *from).value_or("");
      }
      map.text("label", form.label);
      map.finish();
      town.forms.push_back(form);
    }
  }
  if (const auto* node = top.find("staff_domains")) {
    for (const auto& item : reader.list(*node)) {
      if (auto domain = reader.domain(item)) town.staff_domains.push_back(*domain);
    }
  }
}

/// A calendar that ends makes promises stop without anybody noticing, so it is said in time. A zone is tried by using
/// it: which ones exist is the system's knowledge.
void check_calendar(const yaml::Node& root, yaml::Reader& reader, const Town& town, Time now) {
  const auto* section = root.find("town");
  const auto* zone = section == nullptr ? nullptr : section->find("time_zone");
  if (zone == nullptr || town.time_zone.empty()) return;
  try {
    const Calendar calendar(town.calendar, town.time_zone);
    if (!town.calendar.until) return;
    const auto& until = *root.find("calendar")->find("until");
    const auto left = std::chrono::sys_days(*town.calendar.until) - std::chrono::sys_days(calendar.local(now).date);
    if (left.count() < 0) {
      reader.warning(until, "the calendar has ended: no due dates are promised any more",
                     "add the next year's holidays and move 'until'");
    } else if (left.count() <= kWarnDays) {
      reader.warning(until,
                     fmt::format("the calendar ends in {} days: past it no due dates are promised", left.count()),
                     "add the next year's holidays and move 'until'");
    }
  } catch (const std::runtime_error&) {
    reader.error(*zone, fmt::format("there is no time zone '{}'", town.time_zone), "write for example America/Toronto");
  }
}

void read_top(yaml::Map& top, Town& town) {
  auto& reader = top.reader();
  parts::read_version(top);
  read_town(top, town);
  read_people(top, town);
  read_lines(top, town);
  if (const auto* node = top.find("calendar", Need::required)) town.calendar = parts::read_calendar(reader, *node);
  if (const auto* node = top.find("offices", Need::required)) {
    town.offices = parts::read_offices(reader, *node, town.languages);
  }
  read_addresses(top, town);
  top.text("fallback", town.fallback, Need::required);
  top.span("reopen", town.reopen);
  read_forms(top, town);
  if (const auto* node = top.find("places")) town.places = parts::read_places(reader, *node);
  if (const auto* node = top.find("services")) town.services = parts::read_services(reader, *node, town.languages);
  top.finish();
}

}  // namespace

const std::string& Translated::in(const std::string& language, const std::string& other) const {
  static const std::string kNone;
  for (const auto& wanted : {language, std::string(), other}) {
    const auto found = by_language.find(wanted);
    if (found != by_language.end()) return found->second;
  }
  return by_language.empty() ? kNone : by_language.begin()->second;
}

const Office* Town::office(const std::string& id) const {
  const auto found = offices.find(id);
  return found == offices.end() ? nullptr : &found->second;
}

bool Town::is_staff(std::string_view address) const {
  const auto at = address.rfind('@');
  return at != std::string_view::npos &&
         std::any_of(staff_domains.begin(), staff_domains.end(),
                     [&](const std::string& domain) { return ascii_equal_nocase(domain, address.substr(at + 1)); });
}

const Service* Town::service(const std::string& code) const {
  const auto found = std::find_if(services.begin(), services.end(), [&](const Service& s) { return s.code == code; });
  return found == services.end() ? nullptr : &*found;
}

const ServiceAttribute* Service::attribute(const std::string& attribute_code) const {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const ServiceAttribute& a) { return a.code == attribute_code; });
  return found == attributes.end() ? nullptr : &*found;
}

// The order of sections in the file is free; here languages come first, since the translations below them need those.
std::optional<Town> load_town(const TextFile& file, Time now, Problems& problems) {
  Problems own;
  Town town;
  if (const auto root = yaml::parse(file.name, file.text, own)) {
    yaml::Reader reader(file.name, own);
    yaml::Map top(reader, *root);
    read_top(top, town);
    parts::check_references(reader, *root, town);
    check_service_addresses(*root, reader, town);
    check_calendar(*root, reader, town, now);
    parts::warn_of_sample_values(reader, *root);
  }
  return parts::hand_over(std::move(own), problems) ? std::optional(std::move(town)) : std::nullopt;
}

}  // namespace docket
