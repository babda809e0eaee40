// Puts what must go out into the outbox, inside the recording transaction. Private: daemon/casebook only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "daemon/casebook/writing.h"

namespace docket {

/// One forward: which letter, to whom, why.
struct Forward {
  std::int64_t inbound = 0;
  std::string office;
  std::string role;  ///< answers | copy | addition | review
  std::string rule;  ///< the rule that sends it there, or empty
  std::string written_to;
  std::string sender;  ///< the generic address it is written as, or empty
};

/// Adds the row and its `forwarded` event. An office the town does not know becomes an `alarm` event instead. What is
/// added to the case of an office that is away that day goes to its deputy as well.
void add_forward(const Writing& writing, const CaseRow& row, const Forward& forward, const Town& town);

/// Alarmed offices get the letter at once, wherever the case goes; `informed` ones have it already.
void add_alerts(const Writing& writing, const CaseRow& row, Forward forward, const std::vector<std::string>& alarmed,
                const std::vector<std::string>& informed, const Town& town);

/// Adds the acknowledgement, or says in the timeline why none goes out. `why` is the reason found so far; caps are
/// counted here. Answers "ack fr" or "ack withheld: list".
[[nodiscard]] std::string acknowledge(const Writing& writing, const CaseRow& row, std::int64_t inbound,
                                      const Letter& letter, const AcknowledgementPlan& plan,
                                      std::optional<std::string> why);

/// The one answer to a letter that was too large to take; outside a case.
void add_notice(const Writing& writing, std::int64_t inbound, const Letter& letter, const AcknowledgementPlan& plan);

/// News of a case to the resident, in answer to `letter`; with its event.
void add_update(const Writing& writing, const CaseRow& row, std::int64_t inbound, const Letter& letter,
                const AcknowledgementPlan& plan);

/// An office's answer, on its way to the resident.
struct OfficeAnswer {
  std::int64_t inbound = 0;  ///< the office's letter: its text and files are read again when it goes
  std::string to;
  std::string facts;                    ///< daemon/letters/office_reply.h
  std::vector<std::string> references;  ///< Message-IDs of the resident's letters; the last one is answered
};
/// Written as the generic address that the resident wrote to.
void add_office_answer(const Writing& writing, const CaseRow& row, const OfficeAnswer& answer);

/// To whoever wrote `letter`, about it; outside every case, so that nothing of a case goes along. Where the caps of the
/// address are used up, nothing goes.
struct WordsBack {
  std::int64_t inbound = 0;
  std::string sender;  ///< the generic address it is written as
  std::string to;
  std::string subject;
  std::string text;
};
void answer_writer(const Writing& writing, const Letter& letter, const WordsBack& words);

/// To an office about a case that it has, in the thread of its forwards: an answer to it counts as one to a forward.
void add_office_letter(const Writing& writing, const CaseRow& row, const Office& office, const std::string& subject,
                       const std::string& text);

/// To the clerk or an office, outside a case: its facts are {"subject", "text"}, and it has no template. `token_of`:
/// whose token its Message-ID carries, so that an answer to it is known; empty: none.
void add_staff_letter(const Writing& writing, const CaseBook::StaffLetter& letter, const std::string& token_of = {});

}  // namespace docket
