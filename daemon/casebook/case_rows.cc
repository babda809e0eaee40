#include "daemon/casebook/case_rows.h"

#include <fmt/format.h>

#include "daemon/casebook/threading.h"
#include "rules/withheld.h"

namespace docket {

std::vector<CopyTo> wanted_copies(const std::vector<Copy>& decided, bool addressed_only) {
  std::vector<CopyTo> wanted;
  for (const Copy& copy : decided) {
    if (!addressed_only || !copy.address.empty()) wanted.push_back({copy.office, copy.rule, copy.address});
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

std::vector<CopyTo> kept_copies(sqlite::Connection& db, const CaseRow& row) {
  std::vector<CopyTo> kept;
  sqlite::Query query(db, "SELECT office, rule, written_to FROM case_copies WHERE case_id = ? ORDER BY office");
  query.bind(row.id);
  while (query.step()) kept.push_back({query.text(0), query.text(1), query.text(2)});
  return kept;
}

void add_labels(const Writing& writing, const CaseRow& row, const std::vector<std::string>& labels) {
  for (const std::string& label : labels) {
    writing.db.run("INSERT OR IGNORE INTO case_labels (case_id, label) VALUES (?, ?)", row.id, label);
  }
}

void add_participant(const Writing& writing, const CaseRow& row, const Letter& letter) {
  for (const std::string& person : persons_of(writing.keys, letter)) {
    writing.db.run(
        "INSERT INTO participants (case_id, person, proven) VALUES (?, ?, ?) "
        "ON CONFLICT DO UPDATE SET proven = max(proven, excluded.proven)",
        row.id, sqlite::Blob{person}, is_proven(letter));
  }
}

void remember_letter(const Writing& writing, const CaseRow& row, const Letter& letter) {
  if (!letter.message_id) return;
  writing.db.run("INSERT OR IGNORE INTO thread_ids (message, case_id) VALUES (?, ?)",
                 sqlite::Blob{writing.keys.keyed_hash(*letter.message_id)}, row.id);
}

void case_event(const Writing& writing, const CaseRow& row, const std::string& who, const std::string& what,
                const std::string& detail) {
  append_event(writing.db, writing.now, {row.id, who, what, detail, "", row.number});
}

std::string arrival_words(const std::string& inbound, const Recording& recording) {
  const std::size_t files = recording.letter.attachments.size();
  return fmt::format("{} through {}{}", inbound, recording.inbound.source,
                     files == 0   ? std::string()
                     : files == 1 ? std::string(", 1 file")
                                  : fmt::format(", {} files", files));
}

Recorded recorded_answer(const Writing& writing, const CaseRow& row, const std::string& inbound,
                         const std::string& outcome, const std::string& acknowledgement, const std::string& reason) {
  Recorded recorded;
  recorded.inbound = inbound;
  recorded.outcome = outcome;
  recorded.number = row.number;
  recorded.decided_by = row.decided_by;
  recorded.acknowledgement = acknowledgement;
  recorded.reason = reason;
  recorded.offices = case_copies(writing.db, row.id);
  if (row.office) recorded.offices.insert(recorded.offices.begin(), *row.office);
  return recorded;
}

std::string deciding_rule(const Decision& decision) {
  const bool no_rule = decision.decided_by == "address" || decision.decided_by == "fallback";
  return no_rule ? "" : decision.decided_by;
}

}  // namespace docket
