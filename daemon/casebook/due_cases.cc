#include "daemon/casebook/due_cases.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "config/quantity.h"
#include "config/text.h"
#include "daemon/casebook/next_due.h"
#include "daemon/casebook/timeline.h"

namespace docket {
namespace {

constexpr int kEightOClock = 8 * 60;
constexpr std::size_t kMostSubject = 80;

std::string measured_offices(const Town& town) {
  auto ids = nlohmann::json::array();
  for (const auto& [id, office] : town.offices) {
    if (is_measured(office)) ids.push_back(id);
  }
  return ids.dump();
}

/// Nothing in it can begin a line of its own.
std::string one_line(const std::string& text) {
  std::string line;
  for (const char c : to_valid_utf8(text)) {
    const auto octet = static_cast<unsigned char>(c);
    line += octet < 0x20 || octet == 0x7F ? ' ' : c;
  }
  const auto trimmed = trim(line);
  if (count_characters(trimmed) <= kMostSubject) return std::string(trimmed);
  return std::string(first_characters(trimmed, kMostSubject - 1)) + "…";
}

}  // namespace

bool is_measured(const Office& office) { return office.replies == Replies::through; }

std::vector<DueCase> cases_due_by(sqlite::Connection& db, const Town& town, Time until) {
  std::vector<DueCase> cases;
  // By the index cases_next_due, an office at a time: its other open cases, and all closed ones, are not looked at.
  static const std::string kDue = fmt::format(
      "SELECT c.id, c.number, c.office, {0} AS next, (SELECT count(*) FROM escalations e WHERE e.case_id = c.id "
      "AND e.due = {0}) FROM json_each(?2) o CROSS JOIN cases c WHERE c.office = o.value AND "
      "c.status IN ('new', 'open') AND {0} <= ?1 ORDER BY next, c.id",
      kNextDue);
  sqlite::Query query(db, kDue.c_str());
  query.bind(stored(until));
  const std::string measured = measured_offices(town);
  query.bind(measured);
  while (query.step()) {
    cases.push_back({query.integer(0), query.text(1), query.text(2), from_stored(query.integer(3)),
                     static_cast<std::size_t>(query.integer(4))});
  }
  return cases;
}

std::string shown_subject(sqlite::Connection& db, const CaseRow& row, const Town& town) {
  std::optional<std::string> office = row.office;
  if (const auto written = town.addresses.find(row.written_to); !office && written != town.addresses.end()) {
    office = written->second;
  }
  const Office* known = office ? town.office(*office) : nullptr;
  if (row.restricted || (known != nullptr && known->record_owner == RecordOwner::member)) return "";
  const auto subject = db.text(
      "SELECT l.subject FROM inbounds i JOIN letters l ON l.inbound_id = i.id WHERE i.case_id = ? AND i.outcome = "
      "'case' ORDER BY i.id LIMIT 1",
      row.id);
  return one_line(subject.value_or(""));
}

std::string name_of_office(const Town& town, const std::string& id, const std::string& language) {
  const Office* office = town.office(id);
  const std::string name = office == nullptr ? "" : office->name.in(language, town.default_language);
  return name.empty() ? id : name;
}

std::string local_day(const Calendar& calendar, Time time) { return iso_date(calendar.local(time).date); }

std::string lines_text(const std::vector<std::string>& lines, std::size_t most, const std::string& all) {
  std::string text;
  for (std::size_t i = 0; i < std::min(lines.size(), most); ++i) text += lines[i] + "\n";
  if (lines.size() > most) text += fmt::format("+ {}: {}\n", lines.size() - most, all);
  return text;
}

bool is_working_morning(const Calendar& calendar, Time now) {
  const LocalTime local = calendar.local(now);
  const auto closing = calendar.closing_of(local.date);
  return closing && local.minute >= kEightOClock && now < *closing;
}

bool first_today(const Writing& writing, const Calendar& calendar, const char* what) {
  const std::string today = local_day(calendar, writing.now);
  if (writing.db.text("SELECT value FROM meta WHERE name = ?", what) == today) return false;
  writing.db.run("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", what, today);
  return true;
}

}  // namespace docket
