#include "daemon/casebook/news.h"

#include <algorithm>
#include <array>
#include <set>

#include "config/text.h"
#include "daemon/casebook/office_life.h"
#include "daemon/casebook/outgoing.h"
#include "daemon/casebook/state.h"
#include "daemon/casebook/timeline.h"

namespace docket {
namespace {

constexpr std::chrono::hours kDay{24};
constexpr std::array kAll{News::assigned, News::rerouted, News::extended, News::closed, News::acting};

/// As the table keeps them: "assigned closed".
std::string joined(const std::set<News>& what) {
  std::string words;
  for (const News one : what) words += (words.empty() ? "" : " ") + std::string(to_string(one));
  return words;
}

std::set<News> parsed(const std::string& words) {
  std::set<News> what;
  for (const auto word : split(words, ' ')) {
    const auto found = std::find_if(kAll.begin(), kAll.end(), [&](News one) { return word == to_string(one); });
    if (found != kAll.end()) what.insert(*found);
  }
  return what;
}

bool is_wanted(const Town& town, const CaseRow& row, News what) {
  const Office* office = row.office ? town.office(*row.office) : nullptr;
  if (office == nullptr) return true;
  switch (what) {
    case News::assigned:
      return office->updates.assigned;
    case News::extended:
      return office->updates.extended;
    case News::closed:
      return office->updates.closed;
    case News::rerouted:
    case News::acting:
      break;
  }
  return office->updates.rerouted;
}

/// Who hears of a case: the one who opened it, and who opened a case that was merged into it, under the number they
/// know. `row` is the case that has that number.
struct Listener {
  std::int64_t case_id = 0;
  std::string to;
};

/// Only who was acknowledged: a letter that nobody proved, a machine's or an old one gets no answer later either.
std::vector<Listener> listeners(sqlite::Connection& db, const CaseRow& row) {
  sqlite::Query query(
      db,
      "SELECT c.id, l.resident FROM cases c JOIN inbounds i ON i.case_id = c.id AND i.outcome = 'case' JOIN letters l "
      "ON l.inbound_id = i.id WHERE (c.id = ?1 OR c.merged_into = ?1) AND EXISTS (SELECT 1 FROM outbox o JOIN "
      "outbox_texts t ON t.outbox_id = o.id WHERE o.case_id = c.id AND o.kind = 'acknowledgement' AND o.state NOT IN "
      "('withheld', 'failed') AND t.recipient = l.resident) ORDER BY c.id <> ?1, c.id LIMIT 100");
  query.bind(row.id);
  std::vector<Listener> found;
  while (query.step()) {
    const std::string to = query.text(1);
    const auto same = [&](const Listener& one) { return one.to == to; };
    if (!to.empty() && std::none_of(found.begin(), found.end(), same)) found.push_back({query.integer(0), to});
  }
  return found;
}

struct Answered {
  std::int64_t inbound = 0;
  Letter letter;  ///< no more than what an answer to it needs
};

/// Their newest letter in the case that is surely theirs.
Answered newest_letter(sqlite::Connection& db, const CaseRow& row, const Listener& listener) {
  sqlite::Query query(db,
                      "SELECT i.id, l.message_id FROM inbounds i JOIN letters l ON l.inbound_id = i.id WHERE i.case_id "
                      "IN (SELECT id FROM cases WHERE id = ?1 OR merged_into = ?1) AND l.resident = ?2 AND i.unproven "
                      "= 0 AND i.office IS NULL AND i.outcome IN ('case', 'addition') ORDER BY i.id DESC LIMIT 1");
  query.bind(row.id);
  query.bind(listener.to);
  Answered newest;
  if (!query.step()) return newest;
  newest.inbound = query.integer(0);
  newest.letter.message_id = query.maybe_text(1);
  return newest;
}

NewsFacts facts_of(const Writing& writing, const TownNow& now, const CaseRow& row, const std::set<News>& what) {
  NewsFacts facts;
  facts.what = what;
  // A member's office that is no more has its cases until the resident agrees to the next; it answers nobody.
  if (row.office && is_held(now, *row.office, writing.now)) {
    facts.office = *row.office;
    if (!row.first_response) facts.first_response = row.due;
    facts.resolve = row.resolve_due;
  }
  facts.now = writing.now;
  facts.closed = row.closed.value_or(writing.now);
  if (what.contains(News::closed)) {
    facts.closing =
        writing.db.text("SELECT public FROM closings WHERE case_id = ? ORDER BY id DESC LIMIT 1", row.id).value_or("");
  }
  if (what.contains(News::acting)) facts.consent = consent_wanted(writing.db, row.id).value_or("");
  return facts;
}

/// Of a closed case only that it is closed is still news, and of an open one that it was closed is none.
std::set<News> still_true(const CaseRow& row, std::set<News> what) {
  if (row.status != "closed") {
    what.erase(News::closed);
  } else if (!what.contains(News::closed)) {
    what.clear();
  }
  return what;
}

/// Answers how many letters that makes.
int tell(const Writing& writing, const TownNow& now, const CaseRow& row, std::set<News> what) {
  writing.db.run("DELETE FROM news WHERE case_id = ?", row.id);
  what = still_true(row, std::move(what));
  if (what.empty() || row.merged_into) return 0;
  int letters = 0;
  NewsFacts facts = facts_of(writing, now, row, what);
  for (const Listener& listener : listeners(writing.db, row)) {
    const auto known = load_case(writing.db, listener.case_id);
    const Answered newest = newest_letter(writing.db, row, listener);
    if (!known) continue;
    facts.languages = known->languages;
    facts.from = known->written_to;
    facts.to = listener.to;
    add_update(writing, *known, newest.inbound, newest.letter, plan_news(facts, now.town, now.calendar));
    ++letters;
  }
  if (letters > 0) {
    writing.db.run("UPDATE cases SET news_told = ? WHERE id = ?", stored(writing.now), row.id);
  }
  return letters;
}

/// The first moment at or after `earliest` when the offices are open; a town that never is waits for nothing.
Time open_from(const Calendar& calendar, Time earliest) { return calendar.next_opening(earliest).value_or(earliest); }

Time due_of(const Writing& writing, const TownNow& now, const CaseRow& row, bool a_person_wrote) {
  Time earliest = writing.now;
  if (!a_person_wrote && row.news_told) earliest = std::max(earliest, *row.news_told + kDay);
  return open_from(now.calendar, earliest);
}

}  // namespace

void tell_resident(const Writing& writing, const TownNow& now, const CaseRow& row, News what, bool a_person_wrote) {
  const bool nobody_hears = writing.options.mode == Mode::shadow || row.merged_into ||
                            !is_wanted(now.town, row, what) || listeners(writing.db, row).empty();
  if (nobody_hears) return;
  // As the book has it: the caller's row may be older than the last news.
  const auto fresh = load_case(writing.db, row.id);
  if (!fresh) return;
  std::set<News> all{what};
  Time due = due_of(writing, now, *fresh, a_person_wrote);
  {
    sqlite::Query query(writing.db, "SELECT what, due FROM news WHERE case_id = ?");
    query.bind(row.id);
    if (query.step()) {
      all.merge(parsed(query.text(0)));
      due = std::min(due, open_from(now.calendar, std::max(writing.now, from_stored(query.integer(1)))));
    }
  }
  if (due <= writing.now) {
    (void)tell(writing, now, *fresh, all);
    return;
  }
  writing.db.run("INSERT OR REPLACE INTO news (case_id, due, what) VALUES (?, ?, ?)", row.id, stored(due), joined(all));
}

void drop_news_of_closing(const Writing& writing, const CaseRow& row) {
  const auto words = writing.db.text("SELECT what FROM news WHERE case_id = ?", row.id);
  if (!words) return;
  auto what = parsed(*words);
  what.erase(News::closed);
  if (what.empty()) {
    writing.db.run("DELETE FROM news WHERE case_id = ?", row.id);
  } else {
    writing.db.run("UPDATE news SET what = ? WHERE case_id = ?", joined(what), row.id);
  }
}

int tell_waiting_news(const Writing& writing, const TownNow& now) {
  if (writing.options.mode == Mode::shadow) return 0;
  std::vector<std::pair<std::int64_t, std::string>> waiting;
  {
    sqlite::Query query(writing.db, "SELECT case_id, what FROM news WHERE due <= ? ORDER BY due LIMIT 200");
    query.bind(stored(writing.now));
    while (query.step()) waiting.emplace_back(query.integer(0), query.text(1));
  }
  // After a night without a daemon, or when the calendar changed, the moment may be in closed hours again.
  const Time opens = open_from(now.calendar, writing.now);
  int letters = 0;
  for (const auto& [id, words] : waiting) {
    const auto row = load_case(writing.db, id);
    if (opens > writing.now) {
      writing.db.run("UPDATE news SET due = ? WHERE case_id = ?", stored(opens), id);
    } else if (row) {
      letters += tell(writing, now, *row, parsed(words));
    }
  }
  return letters;
}

tl::expected<int, Trouble> CaseBook::tell_news(const TownNow& now) {
  return state_->write([&](sqlite::Connection& db) {
    const Writing writing{db, state_->keys, state_->options, &now.calendar, state_->clock.now()};
    return tell_waiting_news(writing, now);
  });
}

}  // namespace docket
