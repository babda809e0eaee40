#include "daemon/casebook/case_rows.h"

#include <fmt/format.h>

#include <algorithm>

#include "daemon/casebook/threading.h"
#include "rules/withheld.h"

namespace docket {

std::vector<CopyTo> wanted_copies(const Recording& recording, const std::vector<Copy>& by_rules) {
  std::vector<CopyTo> wanted;
  wanted.reserve(by_rules.size() + recording.decision.addressed.size());
  for (const Copy& copy : by_rules) wanted.push_back({copy.office, copy.rule, copy.address});
  for (const std::string& office : recording.decision.addressed) {
    const auto same = [&](const CopyTo& one) { return one.office == office; };
    if (std::none_of(wanted.begin(), wanted.end(), same)) wanted.push_back({office, "", ""});
  }
  // An office that is copied because its address was written to is told which address that was.
  for (CopyTo& copy : wanted) {
    if (!copy.rule.empty() || !copy.written_to.empty()) continue;
    for (const std::string& address : recording.letter.recipients) {
      const auto stands_for = recording.town->addresses.find(address);
      if (stands_for == recording.town->addresses.end() || stands_for->second != copy.office) continue;
      copy.written_to = address;
      break;
    }
  }
  return wanted;
}

std::vector<CopyTo> add_copies(const Writing& writing, const CaseRow& row, const std::vector<CopyTo>& wanted) {
  std::vector<CopyTo> added;
  for (const CopyTo& copy : wanted) {
    if (row.office == copy.office) continue;
    const int changed =
        writing.db.run("INSERT OR IGNORE INTO case_copies (case_id, office, rule, written_to) VALUES (?, ?, ?, ?)",
                       row.id, copy.office, copy.rule, copy.written_to);
    if (changed > 0) added.push_back(copy);
  }
  return added;
}

void add_labels(const Writing& writing, const CaseRow& row, const std::vector<std::string>& labels) {
  for (const std::string& label : labels) {
    writing.db.run("INSERT OR IGNORE INTO case_labels (case_id, label) VALUES (?, ?)", row.id, label);
  }
}

void add_participant(const Writing& writing, const CaseRow& row, const Letter& letter) {
  if (!letter.resident) return;
  const std::string person = person_hash(writing.keys, *letter.resident);
  writing.db.run(
      "INSERT INTO participants (case_id, person, proven) VALUES (?, ?, ?) "
      "ON CONFLICT DO UPDATE SET proven = max(proven, excluded.proven)",
      row.id, sqlite::Blob{person}, is_proven(letter));
}

void remember_letter(const Writing& writing, const CaseRow& row, const Letter& letter) {
  if (!letter.message_id) return;
  writing.db.run("INSERT OR IGNORE INTO thread_ids (message, case_id) VALUES (?, ?)",
                 sqlite::Blob{writing.keys.keyed_hash(*letter.message_id)}, row.id);
}

void case_event(const Writing& writing, const CaseRow& row, const std::string& who, const std::string& what,
                const std::string& detail) {
  append_event(writing.db, writing.now, {row.id, who, what, detail, ""});
}

std::string arrival_words(const std::string& inbound, const Recording& recording) {
  const std::size_t files = recording.letter.attachments.size();
  return fmt::format("{} through {}{}", inbound, recording.inbound.source,
                     files == 0   ? std::string()
                     : files == 1 ? std::string(", 1 file")
                                  : fmt::format(", {} files", files));
}

Recorded recorded_answer(const Writing& writing, const CaseRow& row, const std::string& inbound,
                         const std::string& outcome, const std::string& acknowledgement) {
  Recorded recorded;
  recorded.inbound = inbound;
  recorded.outcome = outcome;
  recorded.number = row.number;
  recorded.decided_by = row.decided_by;
  recorded.acknowledgement = acknowledgement;
  recorded.offices = case_copies(writing.db, row.id);
  if (row.office) recorded.offices.insert(recorded.offices.begin(), *row.office);
  return recorded;
}

}  // namespace docket
