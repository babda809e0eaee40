#include "daemon/serve/rounds.h"

#include <fmt/format.h>

#include "config/digest.h"
#include "config/quantity.h"
#include "config/text.h"

namespace docket {
namespace {

constexpr int kWarning = 4;

TownNow now_of(const Configuration& running) { return {*running.town, *running.calendar}; }

/// By its place: whom it names stays inside the rule file.
CaseBook::StaffLetter ending_letter(const PersonalRule& rule, const Town& town) {
  const auto until = iso_date(rule.until);
  const auto where = fmt::format("{}, line {}", rule.file, rule.line);
  return {
      fmt::format("personal-rule:{}:{}", sha256_hex(rule.rule), until), town.clerk_address,
      fmt::format("docket: a rule on one person ends on {}", until),
      fmt::format("The rule in {} is on one person. It ends on {}.\n\nAfter that day it does nothing. If it is still "
                  "needed, write a later day into its 'until:' (at most 12 months ahead), then run: docket reload\n"
                  "If it is not, take it out.\n\n"
                  "La règle dans {} vise une personne. Elle prend fin le {}.\n\nAprès ce jour, elle n'a plus d'effet. "
                  "S'il la faut encore, inscrivez un jour plus éloigné à « until: » (12 mois au plus), puis : docket "
                  "reload\nSinon, retirez-la.\n",
                  where, until, where, until)};
}

}  // namespace

Rounds::Rounds(Collaborators collaborators)
    : with_(std::move(collaborators)), alarms_(with_.book, with_.settings, with_.clock, with_.log) {}

void Rounds::go(const Configuration& running, std::span<const AlarmCondition> conditions) {
  tell_of_ends(running);
  tell("alerts could not be repeated", with_.book.repeat_alerts(*running.town));
  tell("nobody could be told of undelivered letters", with_.book.tell_undelivered(*running.town));
  tell("residents could not be told news", with_.book.tell_news(now_of(running)));
  watch_clock(running);
  tend_offices(running);
  tell("letters could not be grouped", with_.book.group_letters(*running.town));
  if (alarms_.sound(conditions)) with_.wake_outbox();
}

/// Nothing of it is finer than a minute, and it looks at every open case.
void Rounds::watch_clock(const Configuration& running) {
  const auto minute = std::chrono::floor<std::chrono::minutes>(with_.clock.now());
  if (minute == watched_) return;
  const auto watched = with_.book.watch_clock(now_of(running));
  tell("the clock of cases could not be watched", watched);
  const auto listed = with_.book.morning_list(now_of(running));
  tell("the clerk's morning list could not be made", listed);
  if (watched && listed) watched_ = minute;
}

/// Soon after midnight, and at once under a new configuration; again while there is more to move.
void Rounds::tend_offices(const Configuration& running) {
  constexpr int kFiveMinutesPast = 5;
  const auto local = running.calendar->local(with_.clock.now());
  const auto day = std::chrono::sys_days(local.date).time_since_epoch().count();
  std::int64_t tended_on = tended_;
  if (tended_on == day || (tended_on != 0 && local.minute < kFiveMinutesPast)) return;
  const auto moved = with_.book.tend_offices(now_of(running));
  tell("cases of offices that are no more could not be moved", moved);
  if (moved.value_or(1) == 0) tended_.compare_exchange_strong(tended_on, day);  // not over a reload meanwhile
}

void Rounds::tell(const char* what, const tl::expected<int, Trouble>& letters) {
  if (!letters) with_.log(kWarning, fmt::format("{}: {}", what, letters.error().text));
  if (letters.value_or(0) > 0) with_.wake_outbox();
}

/// Keys in the book keep it to once for each rule and day, whatever restarts there are.
void Rounds::tell_of_ends(const Configuration& running) {
  const auto today = running.calendar->local(with_.clock.now()).date;
  const auto day = std::chrono::sys_days(today).time_since_epoch().count();
  std::int64_t told_on = told_of_ends_;
  if (told_on == day) return;
  for (const auto& rule : running.rules->on_persons()) {
    if (!ends_soon(rule.until, today)) continue;
    const auto told = with_.book.tell_staff(ending_letter(rule, *running.town));
    if (!told) return with_.log(kWarning, "the clerk could not be told of a rule's end: " + told.error().text);
  }
  told_of_ends_.compare_exchange_strong(told_on, day);  // not over a reload that came meanwhile
  with_.wake_outbox();
}

}  // namespace docket
