// The `offices:` of town.yaml.
#include <fmt/format.h>

#include <algorithm>

#include "config/parts.h"

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

/// What is left out promises nothing: an office that cannot say when it is done need not.
void read_standard(yaml::Reader& reader, const yaml::Node& node, Standard& standard) {
  yaml::Map map(reader, node);
  map.span("first_response", standard.first_response);
  map.span("resolve", standard.resolve);
  map.boolean("statutory", standard.statutory);
  map.finish();
}

/// What residents are given; the address that forwards go to is never among it.
void read_contact(yaml::Reader& reader, const yaml::Node& node, Contact& contact) {
  yaml::Map map(reader, node);
  map.text("phone", contact.phone);
  map.mailbox("email", contact.email);
  map.finish();
}

/// Whom it names is checked once all offices are read.
void read_escalations(yaml::Reader& reader, const yaml::Node& node, Office& office) {
  for (const auto& item : reader.list(node)) {
    yaml::Map map(reader, item);
    Escalation escalation;
    if (const auto* after = map.find("after", Need::required)) {
      escalation.after = reader.span(*after).value_or(Span{});
    }
    map.text("to", escalation.to, Need::required);
    map.finish();
    office.escalate.push_back(escalation);
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
  bool updates = true;
  map.boolean("updates", updates);
  office.updates = {updates, updates, updates, updates};
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
  if (const auto* standard = map.find("standard")) read_standard(reader, *standard, office.standard);
  read_ways(map, office);
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
