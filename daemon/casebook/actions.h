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
};

/// The office gets every letter of the case; the resident hears of it.
void assign_case(const Writing& writing, const TownNow& now, CaseRow& row, const std::string& office, const By& by,
                 News news = News::assigned);
/// An office says that it is not theirs: counted against what decided, and to `office`, else to the office of the
/// address written to, else to the fallback, never to one that has said so before; where none is left, to the clerk.
/// Answers the office, "" for the clerk.
std::string not_ours(const Writing& writing, const TownNow& now, CaseRow& row, const std::string& from,
                     const std::optional<std::string>& office, const By& by, std::int64_t inbound);
/// The resident is asked whether it is settled.
void close_case(const Writing& writing, const TownNow& now, CaseRow& row, const By& by);
void reopen_case(const Writing& writing, const TownNow& now, CaseRow& row, const By& by);
/// Another day for what is promised next.
void extend_case(const Writing& writing, const TownNow& now, CaseRow& row, Time due, const By& by);
void pause_case(const Writing& writing, const TownNow& now, CaseRow& row, Time until, const By& by);
/// `by`: resident when their letter ends the pause, daemon when its day has come.
void resume_case(const Writing& writing, const TownNow& now, CaseRow& row, const By& by);

}  // namespace docket
