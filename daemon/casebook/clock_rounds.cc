// CaseBook::watch_clock: pauses that end, and reminders.
#include "daemon/casebook/clock_rounds.h"

#include <fmt/format.h>

#include <map>

#include "daemon/casebook/actions.h"
#include "daemon/casebook/case_rows.h"
#include "daemon/casebook/due_cases.h"
#include "daemon/casebook/office_life.h"
#include "daemon/casebook/outgoing.h"
#include "daemon/casebook/refusing.h"

namespace docket {
namespace {

constexpr std::size_t kMostLines = 1000;

/// The end of the next business day: what falls due by then can still be met by who reads of it this morning.
Time end_of_next_business_day(const Calendar& calendar, Time now) {
  const auto today = calendar.local(now).date;
  const auto next = calendar.next_business_day(today);
  const auto closing = calendar.closing_of(next.value_or(today));
  return closing.value_or(now);
}

std::string line_of(const Writing& writing, const TownNow& now, const DueCase& one, const std::string& subject) {
  const char* late = one.due < writing.now ? " · late / en retard" : "";
  return fmt::format("{} · {}{}{}{}", one.number, local_day(now.calendar, one.due), late, subject.empty() ? "" : " · ",
                     subject);
}

CaseBook::StaffLetter reminder(const TownNow& now, const std::string& office, const std::string& address,
                               const std::vector<std::string>& lines, const std::string& until) {
  const std::string all = fmt::format("docket case list --office {}", office);
  const std::size_t count = lines.size();
  const std::string english = name_of_office(now.town, office, "en");
  const std::string french = name_of_office(now.town, office, "fr");
  return {"", address,
          count == 1 ? fmt::format("docket: 1 case waits for {}", english)
                     : fmt::format("docket: {} cases wait for {}", count, english),
          fmt::format("{} has not answered these letters yet. They are due by the end of {}, or they are late. Each "
                      "line says the day.\n\n"
                      "To answer one, reply to the letter that we passed on to you. We send your answer to the "
                      "resident.\n\n"
                      "{} n'a pas encore répondu à ces lettres. Elles sont dues d'ici la fin du {}, ou déjà en retard. "
                      "Chaque ligne dit le jour.\n\n"
                      "Pour y répondre, répondez à la lettre que nous vous avons transmise. Nous envoyons votre "
                      "réponse à la personne.\n\n{}",
                      english, until, french, until, lines_text(lines, kMostLines, all))};
}

}  // namespace

void end_pauses(const Writing& writing, const TownNow& now) {
  std::vector<std::int64_t> over;
  {
    sqlite::Query query(writing.db,
                        "SELECT id FROM cases WHERE paused IS NOT NULL AND paused_until <= ? AND status = 'waiting' "
                        "ORDER BY id LIMIT 500");
    query.bind(stored(writing.now));
    while (query.step()) over.push_back(query.integer(0));
  }
  for (const std::int64_t id : over) {
    if (auto row = load_case(writing.db, id)) resume_case(writing, now, *row, {"daemon", ""});
  }
}

int remind_offices(const Writing& writing, const TownNow& now) {
  if (!is_working_morning(now.calendar, writing.now)) return 0;
  if (!first_today(writing, now.calendar, "reminded")) return 0;
  const Time until = end_of_next_business_day(now.calendar, writing.now);
  std::map<std::string, std::vector<std::string>> lines;
  for (const DueCase& one : cases_due_by(writing.db, now.town, until)) {
    const auto row = load_case(writing.db, one.id);
    if (!row) continue;
    lines[one.office].push_back(line_of(writing, now, one, shown_subject(writing.db, *row, now.town)));
    case_event(writing, *row, "daemon", "reminded", one.office);
  }
  for (const auto& [office, of_office] : lines) {
    add_staff_letter(writing, reminder(now, office, address_of_acting(now, office, writing.now), of_office,
                                       local_day(now.calendar, until)));
  }
  return static_cast<int>(lines.size());
}

tl::expected<int, Trouble> CaseBook::watch_clock(const TownNow& now) {
  return state_->write([&](sqlite::Connection& db) {
    const Writing writing = writing_now(*state_, db, now);
    end_pauses(writing, now);
    if (state_->options.mode == Mode::shadow) return 0;
    const int reminders = remind_offices(writing, now);
    return reminders + escalate_cases(writing, now);
  });
}

}  // namespace docket
