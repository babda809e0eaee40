#include "daemon/casebook/parties.h"

#include <optional>

#include "config/address.h"
#include "config/text.h"
#include "connectors/mail_sink.h"
#include "daemon/casebook/speaks.h"
#include "daemon/casebook/threading.h"

namespace docket {
namespace {

constexpr std::size_t kMostCopied = 50;  // a case; who writes to more writes to a list
constexpr std::size_t kMostIds = 20;

std::string key_of(const std::string& address) { return address_key(address).value_or(ascii_lower(address)); }

/// The proof of a trusted server; a From that only the Return-Path agrees with is nobody's word.
bool is_known_for_certain(const Letter& letter) {
  return letter.channel == "email" && letter.authentication_configured && letter.authenticated == Authenticated::pass;
}

void add_party(const Writing& writing, const CaseRow& row, const char* role, const Address& person, bool proven) {
  writing.db.run(
      "INSERT INTO parties (case_id, role, address, name, proven) VALUES (?, ?, ?, ?, ?) "
      "ON CONFLICT DO UPDATE SET proven = max(proven, excluded.proven)",
      row.id, role, to_valid_utf8(key_of(person.address)), to_valid_utf8(person.name), proven);
}

/// "ward2+TOKEN@town.example" is ward2@town.example.
std::string without_tag(const std::string& address) {
  const auto at = address.rfind('@');
  const auto plus = address.find('+');
  return plus < at ? address.substr(0, plus) + address.substr(at) : address;
}

bool is_of_the_town(const Town& town, const std::string& address) {
  const std::string key = key_of(address);
  return town.addresses.contains(key) || town.addresses.contains(key_of(without_tag(address))) ||
         key == key_of(town.clerk_address) || is_staff_sender(town, address);
}

/// The letter that opened the case: its writer can be written to unless a rule said that it is nobody's.
void read_opening(const Writing& writing, const CaseRow& row, const Town& town, ResidentOfCase& resident) {
  sqlite::Query query(writing.db,
                      "SELECT coalesce(l.resident, ''), l.phone, l.subject FROM inbounds i "
                      "JOIN letters l ON l.inbound_id = i.id WHERE i.case_id = ? AND i.outcome = 'case' "
                      "ORDER BY i.id LIMIT 1");
  query.bind(row.id);
  if (!query.step()) return;
  resident.phone = query.text(1);
  resident.subject = query.text(2);
  const std::string address = query.text(0);
  const std::string person = person_hash(writing.keys, address);
  const bool takes_part =
      writing.db.integer("SELECT 1 FROM participants WHERE case_id = ? AND person = ?", row.id, sqlite::Blob{person})
          .has_value();
  const bool ours = town.addresses.contains(key_of(address));
  if (takes_part && !ours && is_sendable_address(address)) resident.address = address;
}

}  // namespace

void add_resident(const Writing& writing, const CaseRow& row, const Letter& letter, const Town& town) {
  if (!letter.resident) return;
  add_party(writing, row, "resident", {letter.resident_name, *letter.resident}, is_known_for_certain(letter));
  add_copied(writing, row, letter, town);
}

void add_copied(const Writing& writing, const CaseRow& row, const Letter& letter, const Town& town) {
  if (!is_known_for_certain(letter) || !letter.resident) return;
  auto count = static_cast<std::size_t>(
      writing.db.integer("SELECT count(*) FROM parties WHERE case_id = ?", row.id).value_or(0));
  for (const auto* list : {&letter.to, &letter.cc}) {
    for (const Address& person : *list) {
      if (count >= kMostCopied || !address_key(person.address)) continue;
      if (is_of_the_town(town, person.address) || is_same_address(person.address, *letter.resident)) continue;
      const bool resident =
          writing.db
              .integer("SELECT 1 FROM parties WHERE case_id = ? AND role = 'resident' AND address = ?", row.id,
                       key_of(person.address))
              .has_value();
      if (resident) continue;
      add_party(writing, row, "copied", person, true);
      ++count;
    }
  }
}

ResidentOfCase resident_of(const Writing& writing, const CaseRow& row, const Town& town) {
  ResidentOfCase resident;
  read_opening(writing, row, town, resident);
  if (resident.address.empty()) return resident;
  sqlite::Query query(writing.db,
                      "SELECT l.resident, l.message_id FROM inbounds i JOIN letters l ON l.inbound_id = i.id "
                      "WHERE i.case_id = ? AND i.outcome IN ('case', 'addition') AND i.office IS NULL "
                      "AND l.resident IS NOT NULL AND l.message_id IS NOT NULL ORDER BY i.id LIMIT 1000");
  query.bind(row.id);
  while (query.step()) {
    if (is_same_address(query.text(0), resident.address)) resident.message_ids.push_back(query.text(1));
  }
  auto& ids = resident.message_ids;
  if (ids.size() > kMostIds) ids.erase(ids.begin(), ids.end() - static_cast<std::ptrdiff_t>(kMostIds));
  return resident;
}

}  // namespace docket
