// What clerks do to cases: assign, note, close, reopen, extend, pause, resume. Each is one commit with its event.
#include <fmt/format.h>

#include <utility>

#include "config/quantity.h"
#include "config/text.h"
#include "daemon/casebook/actions.h"
#include "daemon/casebook/refusing.h"
#include "daemon/casebook/threading.h"
#include "daemon/casebook/timeline.h"

namespace docket {
namespace {

using Done = tl::expected<void, Refusal>;

Refusal is_closed(const CaseRow& row) { return {1, fmt::format("{} is closed", row.number)}; }

Refusal no_reason() { return {2, "a reason is needed: it is kept in the timeline"}; }

}  // namespace

tl::expected<CaseRow, Refusal> named_case(sqlite::Connection& db, const std::string& number) {
  const auto plain = number_of(db, number);
  auto row = plain ? load_case(db, *plain) : std::nullopt;
  if (!row) return tl::unexpected(Refusal{1, fmt::format("no case {}", to_valid_utf8(number))});
  return std::move(*row);
}

tl::expected<CaseRow, Refusal> wanted_case(sqlite::Connection& db, const std::string& number) {
  auto row = named_case(db, number);
  if (!row) return row;
  return led_on(db, std::move(*row));
}

Done CaseBook::assign(const std::string& number, const std::string& office, const std::string& reason,
                      const std::string& who, const TownNow& now) {
  if (!now.town.offices.contains(office)) return tl::unexpected(Refusal{2, fmt::format("no office {}", office)});
  return refusing(*state_, [&](sqlite::Connection& db) -> Done {
    auto row = wanted_case(db, number);
    if (!row) return tl::unexpected(row.error());
    if (row->office == office) return tl::unexpected(Refusal{1, fmt::format("{} has it already", office)});
    assign_case(writing_now(*state_, db, now), now, *row, office, {who, reason});
    return {};
  });
}

Done CaseBook::note(const std::string& number, const std::string& text, const std::string& who) {
  if (trim(text).empty()) return tl::unexpected(Refusal{2, "the note is empty"});
  return refusing(*state_, [&](sqlite::Connection& db) -> Done {
    const auto row = wanted_case(db, number);
    if (!row) return tl::unexpected(row.error());
    const Time at = state_->clock.now();
    append_event(db, at, {row->id, who, "note", "", to_valid_utf8(text)});
    db.run("UPDATE cases SET updated = ? WHERE id = ?", stored(at), row->id);
    return {};
  });
}

Done CaseBook::close(const std::string& number, const std::string& reason, const std::string& who, const TownNow& now) {
  return refusing(*state_, [&](sqlite::Connection& db) -> Done {
    auto row = wanted_case(db, number);
    if (!row) return tl::unexpected(row.error());
    if (row->status == "closed") return tl::unexpected(Refusal{1, fmt::format("{} is closed already", row->number)});
    close_case(writing_now(*state_, db, now), now, *row, {who, reason});
    return {};
  });
}

Done CaseBook::reopen(const std::string& number, const std::string& reason, const std::string& who,
                      const TownNow& now) {
  return refusing(*state_, [&](sqlite::Connection& db) -> Done {
    auto row = wanted_case(db, number);
    if (!row) return tl::unexpected(row.error());
    if (row->status != "closed") return tl::unexpected(Refusal{1, fmt::format("{} is not closed", row->number)});
    reopen_case(writing_now(*state_, db, now), *row, {who, reason});
    return {};
  });
}

Done CaseBook::extend(const std::string& number, std::chrono::year_month_day day, const std::string& reason,
                      const std::string& who, const TownNow& now) {
  if (trim(reason).empty()) return tl::unexpected(no_reason());
  const auto due = now.calendar.closing_of(day);
  if (!due) return tl::unexpected(Refusal{2, fmt::format("the offices are closed on {}", iso_date(day))});
  return refusing(*state_, [&](sqlite::Connection& db) -> Done {
    const Writing writing = writing_now(*state_, db, now);
    auto row = wanted_case(db, number);
    if (!row) return tl::unexpected(row.error());
    if (row->status == "closed") return tl::unexpected(is_closed(*row));
    if (*due <= writing.now) return tl::unexpected(Refusal{2, fmt::format("{} is over", iso_date(day))});
    extend_case(writing, now, *row, *due, {who, reason});
    return {};
  });
}

Done CaseBook::pause(const std::string& number, std::chrono::year_month_day until, const std::string& reason,
                     const std::string& who, const TownNow& now) {
  if (trim(reason).empty()) return tl::unexpected(no_reason());
  return refusing(*state_, [&](sqlite::Connection& db) -> Done {
    const Writing writing = writing_now(*state_, db, now);
    auto row = wanted_case(db, number);
    if (!row) return tl::unexpected(row.error());
    if (row->status == "closed") return tl::unexpected(is_closed(*row));
    if (row->statutory) {
      return tl::unexpected(Refusal{1, fmt::format("{} has a time set by law, which never pauses", row->number)});
    }
    if (row->paused) return tl::unexpected(Refusal{1, fmt::format("{} waits already: resume it first", row->number)});
    const Time begins = now.calendar.at(until, 0);
    if (begins <= writing.now) return tl::unexpected(Refusal{2, "it can wait until tomorrow or a later day"});
    pause_case(writing, now, *row, begins, {who, reason});
    return {};
  });
}

Done CaseBook::resume(const std::string& number, const std::string& reason, const std::string& who,
                      const TownNow& now) {
  return refusing(*state_, [&](sqlite::Connection& db) -> Done {
    auto row = wanted_case(db, number);
    if (!row) return tl::unexpected(row.error());
    if (!row->paused) return tl::unexpected(Refusal{1, fmt::format("{} does not wait", row->number)});
    resume_case(writing_now(*state_, db, now), now, *row, {who, reason});
    return {};
  });
}

tl::expected<std::vector<std::string>, Refusal> CaseBook::open_cases_of(const std::string& address,
                                                                        const std::string& phone) {
  using Numbers = tl::expected<std::vector<std::string>, Refusal>;
  return refusing(*state_, [&](sqlite::Connection& db) -> Numbers {
    sqlite::Query query(db,
                        "SELECT DISTINCT c.number FROM participants p JOIN cases c ON c.id = p.case_id "
                        "WHERE p.person IN (?, ?) AND c.status <> 'closed' ORDER BY c.id DESC LIMIT 20");
    const std::string by_address = address.empty() ? std::string() : person_hash(state_->keys, address);
    const std::string by_phone = phone.empty() ? std::string() : person_hash(state_->keys, "tel:" + phone);
    query.bind(sqlite::Blob{by_address});
    query.bind(sqlite::Blob{by_phone});
    std::vector<std::string> numbers;
    while (query.step()) numbers.push_back(query.text(0));
    return numbers;
  });
}

}  // namespace docket
