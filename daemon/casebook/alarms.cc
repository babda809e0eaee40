// What the admin is told of, how often, and when it is over.
#include <fmt/format.h>

#include <algorithm>

#include "config/text.h"
#include "daemon/casebook/outgoing.h"
#include "daemon/casebook/state.h"
#include "daemon/casebook/timeline.h"

namespace docket {
namespace {

using Alarm = CaseBook::Alarm;
using News = CaseBook::AlarmNews;
using std::chrono::hours;

/// A row of the table. `known`: that it stands was told.
struct Told {
  Alarm alarm;
  std::optional<Time> since;
  Time at{};
  bool known = false;
};

std::vector<Told> told_alarms(sqlite::Connection& db) {
  std::vector<Told> rows;
  sqlite::Query query(db, "SELECT kind, title, text, since, told, known FROM alarms ORDER BY kind");
  while (query.step()) {
    Told row;
    row.alarm.kind = query.text(0);
    row.alarm.title = query.text(1);
    row.alarm.text = query.text(2);
    if (const auto since = query.maybe_integer(3)) row.since = from_stored(*since);
    row.at = from_stored(query.integer(4));
    row.known = query.integer(5) != 0;
    rows.push_back(std::move(row));
  }
  return rows;
}

void store(sqlite::Connection& db, const Told& row) {
  db.run(
      "INSERT INTO alarms (kind, title, text, since, told, known) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
      "title = excluded.title, text = excluded.text, since = excluded.since, told = excluded.told, "
      "known = excluded.known",
      row.alarm.kind, row.alarm.title, row.alarm.text, stored(row.since), stored(row.at), row.known ? 1 : 0);
}

bool is_due(const Told& row, const Alarm& alarm, Time now) {
  const auto silence = now - row.at;
  if (silence < hours{1}) return false;
  return alarm.pressing || !row.known || row.alarm.text != alarm.text || silence >= hours{24};
}

std::optional<News> stands(sqlite::Connection& db, const std::vector<Told>& rows, const Alarm& alarm, Time now) {
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const Told& row) { return row.alarm.kind == alarm.kind; });
  const bool fresh = found == rows.end();
  Told row = fresh ? Told{alarm, now, now, true} : *found;
  const bool begins = fresh || !row.known;
  const bool due = fresh || is_due(row, alarm, now);
  const bool ahead = row.at > now;  // the clock was set back: an hour from now on, not from then
  if (!due && row.since && !ahead) return std::nullopt;
  if (ahead) row.at = now;
  if (!row.since) row.since = now;
  if (due) {
    row.alarm = alarm;
    row.at = now;
    row.known = true;
  }
  store(db, row);
  if (!due) return std::nullopt;
  return News{begins ? News::Kind::begins : News::Kind::lasts, alarm, *row.since};
}

std::optional<News> is_over(sqlite::Connection& db, Told row) {
  const News news{News::Kind::over, row.alarm, row.since.value_or(row.at)};
  const bool known = row.known;
  row.since.reset();
  row.known = false;
  store(db, row);
  return known ? std::optional(news) : std::nullopt;
}

CaseBook::StaffLetter letter_of(const News& news, const std::string& to) {
  if (news.kind == News::Kind::over) {
    return {"", to, fmt::format("docket: over: {}", news.alarm.title),
            fmt::format("This is over: {}\n\nIt began at {}. Then docket wrote:\n\n{}\n", news.alarm.title,
                        rfc3339(news.since), news.alarm.text)};
  }
  return {"", to, fmt::format("docket: {}", news.alarm.title),
          fmt::format("{}\n\nSince {}. `docket status` shows everything that needs a person.\n", news.alarm.text,
                      rfc3339(news.since))};
}

}  // namespace

tl::expected<std::vector<News>, Trouble> CaseBook::sound_alarms(std::span<const Alarm> standing,
                                                                std::span<const std::string> to) {
  return state_->write([&](sqlite::Connection& db) {
    const Writing writing{db, state_->keys, state_->options, nullptr, state_->clock.now()};
    std::vector<News> all;
    const auto add = [&](std::optional<News> news) {
      if (news) all.push_back(std::move(*news));
    };
    const auto rows = told_alarms(db);
    for (const Alarm& alarm : standing) add(stands(db, rows, alarm, writing.now));
    for (const Told& row : rows) {
      const auto is_it = [&](const Alarm& alarm) { return alarm.kind == row.alarm.kind; };
      if (row.since && std::none_of(standing.begin(), standing.end(), is_it)) add(is_over(db, row));
    }
    for (const News& news : all) {
      const bool over = news.kind == News::Kind::over;
      append_event(db, writing.now, {std::nullopt, "daemon", over ? "alarm_over" : "alarm", news.alarm.title, ""});
      for (const std::string& address : to) add_staff_letter(writing, letter_of(news, address));
    }
    return all;
  });
}

}  // namespace docket
