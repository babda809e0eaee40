#include "daemon/casebook/alerts.h"

#include <fmt/format.h>

#include "daemon/casebook/case_rows.h"
#include "daemon/casebook/outgoing.h"
#include "daemon/casebook/state.h"

namespace docket {
namespace {

constexpr std::chrono::minutes kFirstAfter{15};
constexpr std::chrono::hours kThenEvery{1};

struct Alert {
  CaseRow row;
  std::string office;
};

std::vector<Alert> due_alerts(sqlite::Connection& db, Time now) {
  sqlite::Query query(db, "SELECT case_id, office FROM alerts WHERE next <= ? ORDER BY case_id, office LIMIT 100");
  query.bind(stored(now));
  std::vector<Alert> due;
  while (query.step()) {
    if (auto row = load_case(db, query.integer(0))) due.push_back({std::move(*row), query.text(1)});
  }
  return due;
}

/// A clerk has done something, or an office's answer has opened the case; one that may be anybody's opens none.
bool is_accepted(sqlite::Connection& db, const CaseRow& row) {
  if (row.status != "new" && row.status != "review") return true;
  return db
      .integer(
          "SELECT 1 FROM events WHERE case_id = ? AND who NOT IN ('daemon', 'resident') AND who NOT LIKE 'office:%' "
          "LIMIT 1",
          row.id)
      .has_value();
}

/// The number alone: the letter itself is with the office already.
CaseBook::StaffLetter reminder(const std::string& number, const std::string& address) {
  return {"", address, fmt::format("URGENT: {} still waits", number),
          fmt::format(
              "The letter {0} was marked as urgent, and your office was alerted. Nobody has accepted it yet.\n\n"
              "Answer the letter, or ask the Town Clerk to note in the case that someone has it. Until then this "
              "message comes every hour.\n\n"
              "La lettre {0} porte la mention urgente et votre bureau a été alerté. Personne ne l'a encore prise en "
              "charge.\n\nRépondez à la lettre, ou demandez au greffe de noter au dossier que quelqu'un s'en occupe. "
              "D'ici là, ce message revient toutes les heures.\n",
              number)};
}

}  // namespace

void remember_alert(const Writing& writing, const CaseRow& row, const std::string& office) {
  if (row.restricted && row.office != office) return;
  writing.db.run("INSERT OR IGNORE INTO alerts (case_id, office, next) VALUES (?, ?, ?)", row.id, office,
                 stored(writing.now + kFirstAfter));
}

tl::expected<int, Trouble> CaseBook::repeat_alerts(const Town& town) {
  return state_->write([&](sqlite::Connection& db) {
    const Writing writing{db, state_->keys, state_->options, nullptr, state_->clock.now()};
    int reminded = 0;
    for (const Alert& alert : due_alerts(db, writing.now)) {
      const auto* office = town.office(alert.office);
      if (office == nullptr || is_accepted(db, alert.row)) {
        db.run("DELETE FROM alerts WHERE case_id = ? AND office = ?", alert.row.id, alert.office);
        continue;
      }
      add_staff_letter(writing, reminder(alert.row.number, office->address));
      case_event(writing, alert.row, "daemon", "alarm", alert.office + ", again");
      db.run("UPDATE alerts SET next = ? WHERE case_id = ? AND office = ?", stored(writing.now + kThenEvery),
             alert.row.id, alert.office);
      ++reminded;
    }
    return reminded;
  });
}

}  // namespace docket
