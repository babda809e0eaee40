// The `offices:` of town.yaml.
#include <fmt/format.h>

#include <algorithm>

#include "config/parts.h"
#include "config/quantity.h"
#include "config/standard.h"

namespace docket::parts {
namespace {

using yaml::Need;

// Below that not even a long letter's text would fit, and the text always goes.
constexpr std::uint64_t kSmallestForward = std::uint64_t{64} << 10U;

/// Ids stand in rules, commands and the timeline; they never change, while names do.
bool is_office_id(std::string_view id) {
  return !id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

/// What residents are given; the address that forwards go to is never among it.
void read_contact(yaml::Reader& reader, const yaml::Node& node, Contact& contact) {
  yaml::Map map(reader, node);
  map.text("phone", contact.phone);
  map.mailbox("email", contact.email);
  map.finish();
}

/// How long a span is on an ordinary day, to put spans of different units in order.
std::int64_t usual_minutes(const Span& span) {
  constexpr std::int64_t kHour = 60;
  constexpr std::int64_t kDay = 24 * kHour;
  switch (span.unit) {
    case Span::Unit::minutes:
      return span.count;
    case Span::Unit::hours:
      return span.count * kHour;
    case Span::Unit::business_hours:
      return span.count * kDay / 8;  // a day of eight hours
    case Span::Unit::days:
    case Span::Unit::business_days:
      return span.count * kDay;
    case Span::Unit::same_day:
      break;
  }
  return 0;
}

/// Spans of two units may be as long as each other on one day and not on the next: that is no mistake.
bool comes_after(const Span& span, const Span& before) {
  const auto longer = usual_minutes(span) - usual_minutes(before);
  return longer > 0 || (longer == 0 && span.unit != before.unit);
}

/// Whom it names is checked once all offices are read.
void read_escalations(yaml::Reader& reader, const yaml::Node& node, Office& office) {
  std::optional<Span> before;
  for (const auto& item : reader.list(node)) {
    yaml::Map map(reader, item);
    Escalation escalation;
    const auto* after = map.find("after", Need::required);
    const auto span = after == nullptr ? std::nullopt : reader.span(*after);
    if (span && before && !comes_after(*span, *before)) {
      reader.error(*after,
                   fmt::format("{} does not come after the step before it, {}", to_string(*span), to_string(*before)),
                   "write the steps in the order in which they come");
    }
    if (span) before = span;
    escalation.after = span.value_or(Span{});
    map.text("to", escalation.to, Need::required);
    map.finish();
    office.escalate.push_back(escalation);
  }
}

/// One word for all news, or one for each kind; what is left out is told.
void read_updates(yaml::Reader& reader, const yaml::Node& node, Updates& updates) {
  if (!node.is_map()) {
    const bool all = reader.boolean(node).value_or(true);
    updates = {all, all, all, all};
    return;
  }
  yaml::Map map(reader, node);
  map.boolean("assigned", updates.assigned);
  map.boolean("rerouted", updates.rerouted);
  map.boolean("extended", updates.extended);
  map.boolean("closed", updates.closed);
  map.finish();
}

std::chrono::year_month_day read_day(yaml::Map& map, std::string_view key) {
  const auto* node = map.find(key, Need::required);
  const auto date = node == nullptr ? std::nullopt : map.reader().date(*node);
  return date.value_or(std::chrono::year_month_day{});
}

/// When others stand in; who they are is checked once all offices are read.
void read_life(yaml::Map& map, Office& office) {
  auto& reader = map.reader();
  if (const auto* node = map.find("vacant")) {
    yaml::Map vacant(reader, *node);
    office.vacant.emplace();
    office.vacant->from = read_day(vacant, "from");
    vacant.text("acting", office.vacant->acting, Need::required);
    vacant.finish();
  }
  if (const auto* node = map.find("away")) {
    for (const auto& item : reader.list(*node)) {
      yaml::Map away(reader, item);
      const auto days = read_days(away).value_or(Days{});
      Absence absence{days.first, days.second, ""};
      away.text("deputy", absence.deputy, Need::required);
      away.finish();
      office.away.push_back(absence);
    }
  }
  if (const auto* node = map.find("retired")) {
    yaml::Map retired(reader, *node);
    office.retired.emplace();
    office.retired->on = read_day(retired, "on");
    retired.text("to", office.retired->to, Need::required);
    retired.finish();
  }
}

/// What an office does with letters, and how forwards to it look.
void read_ways(yaml::Map& map, Office& office) {
  auto& reader = map.reader();
  if (map.word("record_owner", {"municipality", "member"}) == 1U) office.record_owner = RecordOwner::member;
  if (map.word("replies", {"direct", "through"}) == 1U) {
    office.replies = Replies::through;
  }
  if (map.word("original", {"none", "attached"}) == 1U) office.original_attached = true;
  std::uint64_t max_size = office.max_size;
  if (map.size("max_size", max_size) && max_size < kSmallestForward) {
    reader.error(*map.node().find("max_size"), "a forward needs at least 64 KiB");
  }
  office.max_size = max_size;
  map.boolean("plain_headers", office.plain_headers);
  if (const auto* senders = map.find("senders")) {
    for (const auto& item : reader.list(*senders)) {
      if (auto sender = read_address_or_domain(reader, item)) office.senders.push_back(*sender);
    }
  }
  if (const auto* escalate = map.find("escalate")) read_escalations(reader, *escalate, office);
  if (const auto* updates = map.find("updates")) read_updates(reader, *updates, office.updates);
}

Office read_office(yaml::Reader& reader, const yaml::Key& id, const yaml::Node& node,
                   const std::vector<std::string>& languages) {
  Office office;
  office.id = id.text;
  office.place = reader.place(id);
  yaml::Map map(reader, node);
  map.translated("name", office.name, languages, Need::required);
  map.translated("accountable", office.accountable, languages, Need::required);
  map.mailbox("address", office.address, Need::required);
  map.translated("readers", office.readers, languages, Need::required);
  if (const auto* contact = map.find("contact")) read_contact(reader, *contact, office.contact);
  if (const auto* standard = map.find("standard")) office.standard = read_standard(reader, *standard);
  read_ways(map, office);
  read_life(map, office);
  map.finish();
  return office;
}

}  // namespace

std::map<std::string, Office> read_offices(yaml::Reader& reader, const yaml::Node& node,
                                           const std::vector<std::string>& languages) {
  std::map<std::string, Office> offices;
  if (!reader.is_map(node)) return offices;
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    const auto& id = node.keys[i];
    if (!is_office_id(id.text)) {
      reader.error(id, fmt::format("'{}' cannot be an office's id", id.text),
                   "lower-case letters, digits, '-' and '_'");
    } else if (id.text == "clerk") {
      reader.error(id, "the id 'clerk' is taken: it means the clerk of this file", "write for example clerk-office");
    }
    offices.insert_or_assign(id.text, read_office(reader, id, node.items[i], languages));
  }
  return offices;
}

}  // namespace docket::parts
