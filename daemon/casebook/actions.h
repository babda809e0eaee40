// What can be done to a case, by a clerk's command, an office's letter or a resident's click; each with its event, its
// letters and its news. Inside the caller's transaction. Private: daemon/casebook only.
#pragma once

#include <optional>
#include <string>

#include "daemon/casebook/news.h"
#include "daemon/casebook/writing.h"

namespace docket {

/// Who does it, and in whose words; the words are a private part of the event.
struct By {
  std::string who;  ///< a login name, office:ID, resident, daemon
  std::string words;
  bool by_letter = false;  ///< in a letter that a person wrote: its news need not wait for the next day
};

/// The event of what was done, in whose words; the case is as new as that.
void action_event(const Writing& writing, const CaseRow& row, const By& by, const std::string& what,
                  const std::string& detail);

/// The office gets every letter of the case; the resident hears of it. A pause ends.
void assign_case(const Writing& writing, const TownNow& now, CaseRow& row, const std::string& office, const By& by,
                 News news = News::assigned);
/// An office says that it is not theirs: counted against what decided, and to `office`, else to the office of the
/// address written to, else to the fallback, never to one that has said so before; where none is left, to the clerk.
/// One that has a copy only gives that back. The clerk gets the letter as an example for the rule that misrouted, once
/// an office. Answers the office that has the case now, "" for the clerk. `inbound`: the letter that says so; 0: none.
std::string not_ours(const Writing& writing, const TownNow& now, CaseRow& row, const std::string& from,
                     const std::optional<std::string>& office, const By& by, std::int64_t inbound);
/// The resident is asked whether it is settled.
void close_case(const Writing& writing, const TownNow& now, CaseRow& row, const By& by);
/// The resident says that the ready answer settled it: nothing is left to ask.
void close_as_answered(const Writing& writing, CaseRow& row);
/// What nobody was told yet of its closing is no news any more.
void reopen_case(const Writing& writing, CaseRow& row, const By& by);
/// Another day for what is promised next.
void extend_case(const Writing& writing, const TownNow& now, CaseRow& row, Time due, const By& by);
/// Refused elsewhere where it is statutory or closed.
void pause_case(const Writing& writing, const TownNow& now, CaseRow& row, Time until, const By& by);
/// `by`: resident when their letter ends the pause, daemon when its day has come.
void resume_case(const Writing& writing, const TownNow& now, CaseRow& row, const By& by);

}  // namespace docket
