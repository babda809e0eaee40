// CaseBook::answer: what residents say to the questions behind signed links. Each answer is one commit.
#include <fmt/format.h>

#include "config/text.h"
#include "daemon/casebook/actions.h"
#include "daemon/casebook/clock.h"
#include "daemon/casebook/closings.h"
#include "daemon/casebook/outgoing.h"
#include "daemon/casebook/refusing.h"
#include "daemon/casebook/timeline.h"
#include "daemon/letters/forward.h"

namespace docket {
namespace {

constexpr std::size_t kMostCharacters = 2000;
/// Whoever has the link may change their mind, but not fill the timeline.
constexpr std::int64_t kMostAnswers = 20;

const By kResident{"resident", ""};

/// What an office is told, in English and in French.
struct Told {
  const char* subject;
  const char* english;
  const char* french;
};
constexpr Told kNotYet{"not settled yet", "The resident says that this case is not settled yet. It is open again.",
                       "La personne dit que ce dossier n'est pas encore réglé. Il est rouvert."};
constexpr Told kSettledNow{"settled after all",
                           "The resident now says that this case is settled. It is open until you close it.",
                           "La personne dit maintenant que ce dossier est réglé. Il reste ouvert jusqu'à ce que vous "
                           "le fermiez."};
constexpr Told kAnswered{"answered already",
                         "The ready answer in our acknowledgement was enough for the resident. The case is closed; you "
                         "need not answer.",
                         "La réponse toute prête de notre accusé de réception a suffi à la personne. Le dossier est "
                         "fermé; vous n'avez pas à répondre."};
constexpr Told kPersonNeeded{"a person is needed after all",
                             "The resident asks for a person after all. The case is open again.",
                             "La personne demande finalement une réponse de quelqu'un. Le dossier est rouvert."};

/// The office that has the case, or the clerk where none has it; with the resident's words, which are theirs to read.
void tell_office(const Writing& writing, const TownNow& now, const CaseRow& row, const Told& told,
                 const std::string& words) {
  const Office* office = row.office ? now.town.office(*row.office) : nullptr;
  const std::string in_english = words.empty() ? "" : fmt::format("\nIn their words:\n\n{}\n", words);
  const std::string in_french = words.empty() ? "" : "\nSes mots sont ci-dessus.\n";
  const std::string subject = fmt::format("[{}] {}", row.number, told.subject);
  const std::string text =
      fmt::format("{0}: {1}\n{2}\n{0} : {3}\n{4}", row.number, told.english, in_english, told.french, in_french);
  if (office == nullptr) {
    add_staff_letter(writing, {"", now.town.clerk_address, subject, text});
  } else if (!office->address.empty()) {
    add_office_letter(writing, row, *office, subject, with_mark(*office, now.town.default_language, text));
  }
}

/// A second click, or the page sent again.
bool was_said(sqlite::Connection& db, const Question& question, const std::string& answer, const std::string& detail,
              const std::string& words) {
  sqlite::Query query(db,
                      "SELECT e.detail, coalesce(p.part, '') FROM events e LEFT JOIN event_parts p ON p.seq = e.seq "
                      "WHERE e.case_id = ? AND e.what IN ('settled', 'consent') ORDER BY e.seq DESC LIMIT 1");
  query.bind(question.row.id);
  if (!query.step() || query.text(0) != detail) return false;
  // That a person is still needed is how it stands without an answer.
  const bool stands = question.asked.given == answer || (question.asked.given.empty() && answer == "not yet" &&
                                                         question.asked.kind == Asked::Kind::answered);
  return stands && (words.empty() || query.text(1) == words);
}

bool says_too_much(sqlite::Connection& db, const CaseRow& row) {
  return db.integer("SELECT count(*) FROM events WHERE case_id = ? AND what IN ('settled', 'consent')", row.id)
             .value_or(0) >= kMostAnswers;
}

/// It is promised anew from now, as for a letter that opens a case again.
void open_again(const Writing& writing, const TownNow& now, CaseRow& row) {
  if (row.status != "closed") return;
  reopen_case(writing, row, kResident);
  const Office* office = row.office ? now.town.office(*row.office) : nullptr;
  if (office != nullptr) start_clock(writing, row, promise_of(office->standard, writing.now, now.calendar));
}

void answer_settled(const Writing& writing, const TownNow& now, Question& question, const std::string& answer,
                    const std::string& words) {
  CaseRow& row = question.row;
  writing.db.run("UPDATE closings SET answer = ?, answered = ? WHERE id = ?", answer, stored(writing.now),
                 question.closing);
  action_event(writing, row, {"resident", words}, "settled", answer);
  if (answer == "yes") {
    if (row.status != "closed") tell_office(writing, now, row, kSettledNow, words);
    return;
  }
  open_again(writing, now, row);
  tell_office(writing, now, row, kNotYet, words);
}

void answer_answered(const Writing& writing, const TownNow& now, Question& question, const std::string& answer,
                     const std::string& words) {
  CaseRow& row = question.row;
  action_event(writing, row, {"resident", words}, "settled", "answer: " + answer);
  if (answer == "yes") {
    if (row.status == "closed") return;
    close_as_answered(writing, row);
    tell_office(writing, now, row, kAnswered, words);
  } else if (row.status == "closed") {
    open_again(writing, now, row);
    tell_office(writing, now, row, kPersonNeeded, words);
  }
}

}  // namespace

tl::expected<Asked, Refusal> CaseBook::answer(const std::string& token, const std::string& answer,
                                              const std::string& words, const TownNow& now) {
  const std::string said = to_valid_utf8(trim(words));
  if (answer != "yes" && answer != "not yet") return tl::unexpected(Refusal{2, "the answer is yes or not yet"});
  if (count_characters(said) > kMostCharacters) return tl::unexpected(Refusal{2, "at most 2,000 characters"});
  return refusing(*state_, [&](sqlite::Connection& db) -> tl::expected<Asked, Refusal> {
    const Writing writing = writing_now(*state_, db, now);
    auto question = find_question(db, state_->keys, token);
    if (!question) return tl::unexpected(Refusal{1, "this link is not ours, or its question is over"});
    const auto kind = question->asked.kind;
    const std::string detail = kind == Asked::Kind::settled    ? answer
                               : kind == Asked::Kind::answered ? "answer: " + answer
                                                               : question->asked.office + ": " + answer;
    const bool again = was_said(db, *question, answer, detail, said);
    question->asked.given = answer;
    if (again) return question->asked;
    if (says_too_much(db, question->row)) return tl::unexpected(Refusal{1, "too many answers to one question"});
    if (kind == Asked::Kind::settled) answer_settled(writing, now, *question, answer, said);
    if (kind == Asked::Kind::answered) answer_answered(writing, now, *question, answer, said);
    if (kind == Asked::Kind::consent) action_event(writing, question->row, {"resident", said}, "consent", detail);
    return question->asked;
  });
}

}  // namespace docket
