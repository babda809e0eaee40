#include "daemon/casebook/closings.h"

#include <utility>
#include <vector>

#include "config/text.h"
#include "daemon/casebook/reader_state.h"

namespace docket {
namespace {

/// The case that a token names, unproven: what it was made for is looked for there.
std::optional<CaseRow> case_of(sqlite::Connection& db, const std::string& token) {
  const std::string lower = ascii_lower(token);
  const auto fields = split(lower, '.');
  return fields.size() == 4 ? load_case(db, std::string(fields[1])) : std::nullopt;
}

bool is_made_for(const Keys& keys, const std::string& token, const std::string& letter) {
  const auto verified = keys.verify(token, letter);
  return verified && verified->purpose == Purpose::settled;
}

/// As the next two: whether the question still stands; nullopt: the token was made for another.
std::optional<bool> ask_settled(sqlite::Connection& db, const Keys& keys, const std::string& token,
                                Question& question) {
  sqlite::Query query(db, "SELECT id, public, answer FROM closings WHERE case_id = ? ORDER BY id DESC LIMIT 1");
  query.bind(question.row.id);
  if (!query.step() || !is_made_for(keys, token, query.text(1))) return std::nullopt;
  question.asked.kind = Asked::Kind::settled;
  question.asked.given = query.text(2);
  question.closing = query.integer(0);
  // Who has answered may change their mind; opened by somebody else, nothing is closed to be asked about.
  return question.row.status == "closed" || !question.asked.given.empty();
}

std::optional<bool> ask_answered(sqlite::Connection& db, const Keys& keys, const std::string& token,
                                 Question& question) {
  if (!is_made_for(keys, token, "answer")) return std::nullopt;
  const bool answered = db.integer("SELECT answered FROM cases WHERE id = ?", question.row.id).has_value();
  question.asked.kind = Asked::Kind::answered;
  question.asked.given = answered ? "yes" : "";
  return question.row.status != "closed" || answered;
}

/// Asked about, now or before: who has answered may think better of it.
std::vector<std::string> offices_asked_about(sqlite::Connection& db, std::int64_t case_id) {
  sqlite::Query query(
      db, "SELECT DISTINCT detail FROM events WHERE case_id = ? AND what = 'consent_wanted' ORDER BY detail");
  query.bind(case_id);
  std::vector<std::string> offices;
  while (query.step()) offices.push_back(query.text(0));
  return offices;
}

std::optional<bool> ask_consent(sqlite::Connection& db, const Keys& keys, const std::string& token,
                                Question& question) {
  for (const std::string& office : offices_asked_about(db, question.row.id)) {
    if (!is_made_for(keys, token, "consent:" + office)) continue;
    question.asked.kind = Asked::Kind::consent;
    question.asked.office = office;
    const std::string begin = office + ": ";
    const auto last = db.text(
        "SELECT substr(detail, length(?1) + 1) FROM events WHERE case_id = ?2 AND what = 'consent' AND "
        "substr(detail, 1, length(?1)) = ?1 ORDER BY seq DESC LIMIT 1",
        begin, question.row.id);
    question.asked.given = last.value_or("");
    return true;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Question> find_question(sqlite::Connection& db, const Keys& keys, const std::string& token) {
  auto known = case_of(db, token);
  if (!known) return std::nullopt;
  Question question;
  question.asked.number = known->number;
  question.asked.languages = known->languages;
  question.row = led_on(db, std::move(*known));
  question.asked.office = question.row.office.value_or("");
  for (const auto ask : {&ask_settled, &ask_answered, &ask_consent}) {
    const auto stands = ask(db, keys, token, question);
    if (stands) return *stands ? std::optional(std::move(question)) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<Asked> BookReader::asked(const std::string& token, const Keys& keys) {
  const sqlite::Transaction snapshot(state_->db, sqlite::Transaction::Kind::snapshot);
  const auto question = find_question(state_->db, keys, token);
  return question ? std::optional(question->asked) : std::nullopt;
}

}  // namespace docket
