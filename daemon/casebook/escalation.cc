// Who hears of a case that is late, and when: the office's ladder.
#include <fmt/format.h>

#include <map>

#include "daemon/casebook/case_rows.h"
#include "daemon/casebook/clock.h"
#include "daemon/casebook/clock_rounds.h"
#include "daemon/casebook/due_cases.h"
#include "daemon/casebook/office_life.h"
#include "daemon/casebook/outgoing.h"

namespace docket {
namespace {

constexpr std::size_t kMostLines = 1000;

/// Days end with their closing time, which is no longer open: counted from just before it, a day later is the end of
/// the very next business day.
bool has_come(const Writing& writing, const TownNow& now, const DueCase& late, const Escalation& step) {
  return later_by(now.calendar, late.due - std::chrono::microseconds{1}, step.after) <= writing.now;
}

std::string line_of(const TownNow& now, const DueCase& late, int step) {
  return fmt::format("{} · {} · {} · {}/{}", late.number,
                     name_of_office(now.town, late.office, now.town.default_language),
                     local_day(now.calendar, late.due), step, now.town.office(late.office)->escalate.size());
}

CaseBook::StaffLetter letter_to(const std::string& address, const std::vector<std::string>& lines) {
  const std::string subject = lines.size() == 1 ? std::string("docket: 1 case is late")
                                                : fmt::format("docket: {} cases are late", lines.size());
  return {"", address, subject,
          fmt::format("These cases are late: the office has not done what the resident was promised. Each line says "
                      "the case, the office, the promised day and the step.\n\n"
                      "Please see that somebody answers. `docket case show NUMBER` has the whole case.\n\n"
                      "Ces dossiers sont en retard : le bureau n'a pas fait ce qui était promis à la personne. Chaque "
                      "ligne donne le dossier, le bureau, le jour promis et l'étape.\n\n"
                      "Merci de voir à ce que quelqu'un réponde. « docket case show NUMÉRO » montre tout le "
                      "dossier.\n\n{}",
                      lines_text(lines, kMostLines, "docket case list --status open"))};
}

/// In the order of the ladder; answers what each target is to read.
void take_steps(const Writing& writing, const TownNow& now, const DueCase& late,
                std::map<std::string, std::vector<std::string>>& letters) {
  const auto& ladder = now.town.office(late.office)->escalate;
  for (std::size_t taken = late.steps_taken; taken < ladder.size(); ++taken) {
    const Escalation& step = ladder[taken];
    if (!has_come(writing, now, late, step)) return;
    const auto row = load_case(writing.db, late.id);
    if (!row) return;
    const auto number = static_cast<int>(taken) + 1;
    writing.db.run("INSERT INTO escalations (case_id, due, step, at) VALUES (?, ?, ?, ?)", late.id, stored(late.due),
                   number, stored(writing.now));
    case_event(writing, *row, "daemon", "escalated", fmt::format("step {} to {}", number, step.to));
    letters[step.to].push_back(line_of(now, late, number));
  }
}

}  // namespace

int escalate_cases(const Writing& writing, const TownNow& now) {
  if (!now.calendar.is_open(writing.now)) return 0;
  std::map<std::string, std::vector<std::string>> letters;
  for (const DueCase& late : cases_due_by(writing.db, now.town, writing.now)) take_steps(writing, now, late, letters);
  for (const auto& [target, lines] : letters) {
    add_staff_letter(writing, letter_to(address_of_acting(now, target, writing.now), lines));
  }
  return static_cast<int>(letters.size());
}

}  // namespace docket
