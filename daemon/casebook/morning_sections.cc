#include "daemon/casebook/morning_sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "config/text.h"
#include "daemon/casebook/due_cases.h"
#include "daemon/casebook/office_life.h"
#include "daemon/casebook/timeline.h"

namespace docket {
namespace {

constexpr const char* kAssign = "docket case assign {0} OFFICE · #assign OFFICE";
constexpr const char* kClose = "docket case close {0} · #close WORDS";
constexpr const char* kAnswer = "docket case show {0} · #note WORDS";
constexpr const char* kRetry = "docket outbox retry {0} · #retry";

/// A case of a section, with what is to be said of it.
struct Line {
  CaseRow row;
  std::string why;
  std::optional<std::int64_t> campaign;
};

class Sections {
 public:
  Sections(const Writing& writing, const TownNow& now, const MorningSince& since)
      : writing_(writing), db_(writing.db), now_(now), since_(since) {}

  std::vector<MorningSection> all() {
    add(cases("IN REVIEW: choose the office / À CLASSER : choisissez le bureau", review(false), kAssign,
              "docket case list --status review"));
    add(cases("SPAM? / POURRIEL?", review(true), kClose, "docket case list --status review"));
    add(ignored());
    add(letters_out("NOT DELIVERED to a resident / NON REMIS à la personne", false));
    add(quarantined());
    add(cases("NO ACKNOWLEDGEMENT went out / PAS D'ACCUSÉ DE RÉCEPTION", withheld(), kAnswer, "docket case list"));
    add(cases("NO RULE FITS: the fallback office has it / AUCUNE RÈGLE : le bureau par défaut l'a", fallback(), kAssign,
              "docket case list --office " + now_.town.fallback));
    add(letters_out("NOT DELIVERED to an office / NON REMIS au bureau", true));
    add(cases("LATE / EN RETARD", overdue(), kAssign, "docket case list --status open"));
    add(cases("NOT PROVEN to be from the office / PROVENANCE du bureau NON PROUVÉE", unproven(), kAnswer,
              "docket case list"));
    add(cases("OFFICE IS NO MORE: waits for the resident's consent / LE BUREAU N'EST PLUS : consentement attendu",
              waits_for_consent(), kAssign, "docket case list --status open"));
    return std::move(sections_);
  }

 private:
  void add(MorningSection section) {
    if (!section.lines.empty()) sections_.push_back(std::move(section));
  }

  std::vector<Line> lines_of(sqlite::Query& query) {
    std::vector<std::pair<std::int64_t, std::string>> found;
    while (query.step()) found.emplace_back(query.integer(0), query.text(1));
    std::vector<Line> lines;
    for (auto& [id, why] : found) {
      if (auto row = load_case(db_, id)) {
        lines.push_back({std::move(*row), std::move(why), db_.integer("SELECT campaign FROM cases WHERE id = ?", id)});
      }
    }
    return lines;
  }

  std::string words_of(const Line& line, int more, const char* command) {
    const std::string subject = shown_subject(db_, line.row, now_.town);
    std::string words = line.row.number;
    if (!subject.empty()) words += fmt::format(" \"{}\"", subject);
    if (more > 0) words += fmt::format(" + {} of the same campaign / de la même campagne", more);
    if (!line.why.empty()) words += " · " + line.why;
    return words + " · " + fmt::format(fmt::runtime(command), line.row.number);
  }

  /// Of a campaign the first case stands for all.
  MorningSection cases(const char* title, const std::vector<Line>& lines, const char* command, std::string list) {
    std::map<std::int64_t, int> campaigns;
    for (const Line& line : lines) {
      if (line.campaign) ++campaigns[*line.campaign];
    }
    MorningSection section{title, {}, std::move(list)};
    for (const Line& line : lines) {
      const auto campaign = line.campaign ? campaigns.find(*line.campaign) : campaigns.end();
      if (campaign == campaigns.end()) {
        section.lines.push_back(words_of(line, 0, command));
      } else if (campaign->second > 0) {
        section.lines.push_back(words_of(line, campaign->second - 1, command));
        campaign->second = 0;
      }
    }
    return section;
  }

  std::vector<Line> review(bool spam) {
    sqlite::Query query(db_,
                        "SELECT id, coalesce(review, '') FROM cases WHERE status = 'review' AND (decided_by = 'spam') "
                        "= ? ORDER BY id");
    query.bind(spam);
    return lines_of(query);
  }

  MorningSection ignored() {
    MorningSection section{
        "IGNORED since the last list / IGNORÉES depuis la dernière liste", {}, "docket ignored list"};
    sqlite::Query query(db_,
                        "SELECT public, reason, source FROM inbounds WHERE outcome = 'ignored' AND recorded > ? AND "
                        "reason NOT IN ('own', 'receipt', 'clerk') ORDER BY id");
    query.bind(stored(since_.at));
    while (query.step()) {
      section.lines.push_back(fmt::format("{0} · {1} · {2} · docket inject --from-ignored {0}", query.text(0),
                                          query.text(1), query.text(2)));
    }
    return section;
  }

  MorningSection quarantined() {
    MorningSection section{"IN QUARANTINE / EN QUARANTAINE", {}, "docket quarantine list"};
    sqlite::Query query(db_,
                        "SELECT public, reason, source FROM inbounds WHERE outcome = 'quarantined' AND discarded IS "
                        "NULL ORDER BY id");
    while (query.step()) {
      section.lines.push_back(fmt::format("{0} · {1} · {2} · docket quarantine retry {0} · #discard WORDS",
                                          query.text(0), query.text(1), query.text(2)));
    }
    return section;
  }

  /// Failed for good, or nobody can know and a person must look.
  MorningSection letters_out(const char* title, bool forwards) {
    MorningSection section{title, {}, "docket outbox list"};
    sqlite::Query query(db_,
                        "SELECT o.public, o.kind, o.office, o.state, coalesce(c.number, '') FROM outbox o LEFT JOIN "
                        "cases c ON c.id = o.case_id WHERE ((o.state = 'failed' AND o.undelivered <> 0) OR (o.state = "
                        "'uncertain' AND o.next IS NULL)) AND (o.kind = 'forward') = ? ORDER BY o.id");
    query.bind(forwards);
    while (query.step()) {
      const std::string& office = query.text(2);
      section.lines.push_back(fmt::format("{} · {}{}{} · {} · {} · {}", query.text(0), query.text(1),
                                          office.empty() ? "" : " → ", office, query.text(4), query.text(3),
                                          fmt::format(fmt::runtime(kRetry), query.text(0))));
    }
    return section;
  }

  /// Whoever wrote does not know that we have their letter. Spam is listed by itself.
  std::vector<Line> withheld() {
    sqlite::Query query(db_,
                        "SELECT c.id, substr(i.acknowledgement, 15) FROM cases c JOIN inbounds i ON i.case_id = c.id "
                        "AND i.outcome = 'case' WHERE c.opened > ? AND c.imported = 0 AND i.acknowledgement LIKE 'ack "
                        "withheld: %' AND c.decided_by <> 'spam' ORDER BY c.id");
    query.bind(stored(since_.at));
    return lines_of(query);
  }

  std::vector<Line> fallback() {
    sqlite::Query query(db_,
                        "SELECT id, '' FROM cases WHERE opened > ? AND decided_by = 'fallback' AND status <> 'closed' "
                        "ORDER BY id");
    query.bind(stored(since_.at));
    return lines_of(query);
  }

  std::vector<Line> overdue() {
    std::vector<Line> lines;
    for (const DueCase& late : cases_due_by(db_, now_.town, writing_.now)) {
      auto row = load_case(db_, late.id);
      if (!row) continue;
      std::string why = name_of_office(now_.town, late.office, now_.town.default_language) + " · " +
                        local_day(now_.calendar, late.due);
      lines.push_back(
          {std::move(*row), std::move(why), db_.integer("SELECT campaign FROM cases WHERE id = ?", late.id)});
    }
    return lines;
  }

  std::vector<Line> unproven() {
    sqlite::Query query(
        db_,
        "SELECT case_id, detail FROM events WHERE seq > ? AND at > ? AND what IN ('reply', 'received') AND "
        "detail LIKE '%, unproven' AND case_id IS NOT NULL ORDER BY seq");
    query.bind(since_.event);
    query.bind(stored(since_.at));
    return lines_of(query);
  }

  /// Of a member's office that is no more.
  std::vector<Line> waits_for_consent() {
    std::vector<Line> lines;
    const auto today = now_.calendar.local(writing_.now).date;
    for (const auto& [id, office] : now_.town.offices) {
      const bool over = office.retired && today >= office.retired->on;
      if (!over || office.record_owner != RecordOwner::member) continue;
      sqlite::Query query(db_, "SELECT id, office FROM cases WHERE office = ? AND status <> 'closed' ORDER BY id");
      query.bind(id);
      for (Line& line : lines_of(query)) {
        if (consent_wanted(db_, line.row.id)) lines.push_back(std::move(line));
      }
    }
    return lines;
  }

  const Writing& writing_;
  sqlite::Connection& db_;
  const TownNow& now_;
  const MorningSince& since_;
  std::vector<MorningSection> sections_;
};

}  // namespace

std::vector<MorningSection> morning_sections(const Writing& writing, const TownNow& now, const MorningSince& since) {
  return Sections(writing, now, since).all();
}

}  // namespace docket
