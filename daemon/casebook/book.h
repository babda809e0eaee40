// The case book: the one connection that writes. Every change of docket's memory goes through here.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "config/calendar.h"
#include "config/clock.h"
#include "config/load.h"
#include "config/problem.h"
#include "config/settings.h"
#include "connectors/mail_sink.h"
#include "daemon/casebook/keys.h"
#include "daemon/casebook/recording.h"
#include "rules/rule_set.h"

namespace docket {

/// What must go out, claimed for sending. Holds what to say, not MIME.
struct OutboxRow {
  std::string id;           ///< public, "o-…"
  std::string kind;         ///< acknowledgement | forward | update | reply | notice
  std::string number;       ///< full case number; empty for a notice outside a case
  std::string office;       ///< of a forward
  std::string role;         ///< of a forward: answers | copy | addition | review
  std::string reason_rule;  ///< of a forward
  std::string written_to;   ///< of a forward: the generic address, or empty
  std::string to;
  std::string from;  ///< the generic address it is written as; may be empty
  std::string template_name;
  std::vector<std::string> languages;
  std::string facts;       ///< JSON
  std::string message_id;  ///< fixed at record time, the same in every attempt
  std::vector<std::string> in_reply_to;
  std::vector<std::string> references;
  std::string inbound;  ///< id of the letter it is about
  std::optional<Time> due;
  std::optional<Time> received;  ///< that letter
  bool restricted = false;
  bool without_attachments = false;
  bool repeat = false;  ///< a second sending after an unknown outcome
  int attempts = 0;     ///< with this one
};

/// An inbound as kept, to read again or hand out byte for byte.
struct KeptInbound {
  Inbound inbound;
  std::string sha256;
};

/// A case whose first letter was judged again.
struct Reassignment {
  std::string number;
  std::string inbound;  ///< the letter that opened it
  Letter letter;
  Decision decision;           ///< under the rules of now
  AcknowledgementPlan update;  ///< what the resident is told; no template: nothing
  Promise promise;
};

/// What became of it. `skipped` says why nothing did: the case is closed, a person assigned it, …
struct Reassigned {
  std::string number;
  std::string from;  ///< office, or "review"
  std::string to;
  std::string skipped;
  std::vector<std::string> wrong;  ///< offices that have it and should not
  bool resident_told = false;
};

/// The answer of a clerk's action that could not be done, with the exit code it means.
struct Refusal {
  int exit_code = 1;
  std::string text;
};

/// What a backup file holds.
struct Backup {
  Time at{};                ///< the moment it shows
  std::string head;         ///< of the audit log then, hex
  std::int64_t events = 0;  ///< in the audit log
  std::int64_t letters = 0;
  std::uint64_t size = 0;  ///< of the file, octets
};

/// Under what something is done to cases: town and calendar of the moment. Both outlive the call.
struct TownNow {
  const Town& town;
  const Calendar& calendar;
};

/// A question that a signed link asks a resident.
struct Asked {
  enum class Kind { settled, answered, consent } kind = Kind::settled;
  std::string number;
  std::vector<std::string> languages;
  std::string office;  ///< id: that has the case, or that would get it
  std::string given;   ///< the answer that was given, empty before
};

struct BookOptions {
  std::filesystem::path data;
  Mode mode = Mode::live;
  MailLimits limits;
  std::string domain;  ///< of our Message-IDs
  std::chrono::minutes uncertain_repeat{10};
  std::chrono::milliseconds busy_timeout{5000};  ///< how long another process may hold the file
  /// Lines for the log while open() takes the book of an older docket to today's schema; copying a large one takes
  /// long.
  std::function<void(const std::string& line)> upgrading{};
  /// Called when the disk has no room for a write; true: room was made, it is worth another try. Any thread; it must
  /// not call the book.
  std::function<bool()> make_room{};
  std::uintmax_t checked_at_once = std::uintmax_t{256} << 20U;  ///< octets: a larger book is checked while it runs
  /// Told after each commit how long the disk took; under the book's lock: quick, and without the book.
  std::function<void(std::chrono::nanoseconds)> committed{};
};

/// Thread-safe: one mutex over one connection: SQLite 3.40 has a race between writers at a WAL reset.
class CaseBook {
 public:
  /// Opens (makes, where the folder holds neither book nor keys), takes the lock, migrates (a copy of the book in
  /// before-schema-N.backup first), turns rows left
  /// `sending` into `uncertain`. Errors name the way out: another daemon runs; keys without docket.db; a newer
  /// schema; a damaged file.
  [[nodiscard]] static tl::expected<std::unique_ptr<CaseBook>, std::string> open(const BookOptions& options,
                                                                                 const Clock& clock);
  /// What would keep open() from opening, as its error; nothing is made, changed, or locked.
  [[nodiscard]] static tl::expected<void, std::string> would_open(const BookOptions& options);
  ~CaseBook();
  CaseBook(const CaseBook&) = delete;
  CaseBook& operator=(const CaseBook&) = delete;

  /// One transaction for all: identity, threading, caps and numbers are decided inside it, in the order given. After
  /// a failed commit each is looked up by its key on a fresh connection. Answers one result per recording.
  [[nodiscard]] std::vector<tl::expected<Recorded, Trouble>> record(std::span<const Recording> recordings,
                                                                    const Calendar& calendar);

  // --- sources -------------------------------------------------------------------------------------------------
  [[nodiscard]] tl::expected<std::vector<std::string>, Trouble> list(const std::string& source,
                                                                     std::span<const std::string> keys);
  [[nodiscard]] tl::expected<void, Trouble> mark(const std::string& source, std::span<const std::string> keys,
                                                 const std::string& mark);  ///< before_start | vanished
  /// What sources have listed and nobody has taken yet.
  struct Delivery {
    std::string source;
    std::string key;
  };
  [[nodiscard]] std::vector<Delivery> waiting();
  [[nodiscard]] tl::expected<Time, Trouble> first_start(const std::string& source);

  // --- careful reading after an unclean stop -------------------------------------------------------------------
  [[nodiscard]] bool was_unclean() const;
  /// It is too large to be looked through for damage at the start after an unclean stop: BookCheck does it meanwhile.
  [[nodiscard]] bool is_unchecked() const;
  /// No damage was found.
  [[nodiscard]] tl::expected<void, Trouble> checked();
  /// Commits that this delivery is about to be read; answers how often that was tried before.
  [[nodiscard]] tl::expected<int, Trouble> begin_attempt(const std::string& source, const std::string& key);
  /// The attempt failed for a reason that is not the letter's: it does not count.
  void forget_attempt(const std::string& source, const std::string& key);
  /// Marks the stop as clean and checkpoints; the last call.
  void close_cleanly();

  // --- outbox --------------------------------------------------------------------------------------------------
  /// Marks up to `count` rows that are due as `sending`, in one commit, oldest first, and hands them out.
  [[nodiscard]] tl::expected<std::vector<OutboxRow>, Trouble> claim(int count);
  /// The outcome of a claimed row, with the subject and text that went out, in one commit for all.
  struct Sent {
    std::string id;
    SendResult result;
    std::string subject;
    std::string text;
  };
  [[nodiscard]] tl::expected<void, Trouble> settle(std::span<const Sent> sent);
  /// Both in one commit: what was sent before is settled, and up to `count` rows are claimed.
  [[nodiscard]] tl::expected<std::vector<OutboxRow>, Trouble> settle_and_claim(std::span<const Sent> sent, int count);
  /// Claimed but not tried (shutdown, account paused): back to where they were, not before `not_before`.
  [[nodiscard]] tl::expected<void, Trouble> give_back(std::span<const std::string> ids, Time not_before);
  /// When the next row falls due; nullopt: none waits.
  [[nodiscard]] std::optional<Time> next_due();

  // --- what clerks do; `who` is a login name -------------------------------------------------------------------
  [[nodiscard]] tl::expected<void, Refusal> assign(const std::string& number, const std::string& office,
                                                   const std::string& reason, const std::string& who,
                                                   const TownNow& now);
  /// Undoes what a bad set decided, in one commit: each case to the office that the rules of now give it, with its
  /// letters; every office that has letters by mistake is told once for all of them, each resident once a case. A
  /// forward that has not gone out yet never does. `dry_run`: nothing is written, the answer is the same.
  [[nodiscard]] tl::expected<std::vector<Reassigned>, Refusal> assign_again(std::span<const Reassignment> cases,
                                                                            const std::string& who, const Town& town,
                                                                            bool dry_run);
  [[nodiscard]] tl::expected<void, Refusal> note(const std::string& number, const std::string& text,
                                                 const std::string& who);
  /// The resident is asked whether it is settled.
  [[nodiscard]] tl::expected<void, Refusal> close(const std::string& number, const std::string& reason,
                                                  const std::string& who, const TownNow& now);
  [[nodiscard]] tl::expected<void, Refusal> reopen(const std::string& number, const std::string& reason,
                                                   const std::string& who, const TownNow& now);
  /// Another day (its last minute of office hours) for what is promised next; the resident is told.
  [[nodiscard]] tl::expected<void, Refusal> extend(const std::string& number, std::chrono::year_month_day day,
                                                   const std::string& reason, const std::string& who,
                                                   const TownNow& now);
  /// It waits for the resident until their letter comes or that day begins; the clock stands still, unless statutory.
  [[nodiscard]] tl::expected<void, Refusal> pause(const std::string& number, std::chrono::year_month_day until,
                                                  const std::string& reason, const std::string& who,
                                                  const TownNow& now);
  [[nodiscard]] tl::expected<void, Refusal> resume(const std::string& number, const std::string& reason,
                                                   const std::string& who, const TownNow& now);
  [[nodiscard]] tl::expected<void, Refusal> link(const std::string& number, const std::string& other,
                                                 const std::string& who);
  /// `number` goes on in `into`: its number stays valid and leads there, its people and letters count there. Refused
  /// for cases of two people unless `of_two_people`.
  [[nodiscard]] tl::expected<void, Refusal> merge(const std::string& number, const std::string& into,
                                                  const std::string& reason, const std::string& who, const TownNow& now,
                                                  bool of_two_people);
  /// An added letter of a resident is to leave its case: handed back as Inbound::apart. Recording it opens a case of
  /// its own, linked, in one commit with its leaving; until then, and if that fails, it stays where it is.
  [[nodiscard]] tl::expected<KeptInbound, Refusal> split(const std::string& number, const std::string& inbound,
                                                         const std::string& reason, const std::string& who);
  /// What a signed link of a letter to a resident asks (settled? answered? may the new member have it?), answered by
  /// "yes" or "not yet", with words or without. Refused (1) when the token is not ours or its question is over.
  [[nodiscard]] tl::expected<Asked, Refusal> answer(const std::string& token, const std::string& answer,
                                                    const std::string& words, const TownNow& now);
  /// Numbers of the cases not closed in which a person with this address or telephone number (E.164) has written,
  /// newest first, at most 20; either may be empty.
  [[nodiscard]] tl::expected<std::vector<std::string>, Refusal> open_cases_of(const std::string& address,
                                                                              const std::string& phone);
  [[nodiscard]] tl::expected<void, Refusal> outbox_retry(const std::string& id, const std::string& who);
  [[nodiscard]] tl::expected<void, Refusal> outbox_resolve(const std::string& id, bool sent, const std::string& who);
  [[nodiscard]] tl::expected<void, Refusal> outbox_discard(const std::string& id, const std::string& reason,
                                                           const std::string& who);
  /// All at once that wait because the book was restored from a backup; answers how many.
  [[nodiscard]] tl::expected<int, Refusal> outbox_resolve_restored(bool sent, const std::string& who);
  /// A backup was made: an event, and from then on its age is watched. Refused unless it ends as this book did once.
  [[nodiscard]] tl::expected<void, Refusal> backed_up(const Backup& backup, const std::string& file,
                                                      const std::string& who);
  /// Takes the inbound out of quarantine for another try: it waits again, and is handed back to be read with all that
  /// was known when it came; `by_hand`: to open a case as it is, without being read where that failed.
  [[nodiscard]] tl::expected<KeptInbound, Refusal> quarantine_retry(const std::string& id, const std::string& who,
                                                                    bool by_hand = false);
  [[nodiscard]] tl::expected<void, Refusal> quarantine_discard(const std::string& id, const std::string& reason,
                                                               const std::string& who);
  /// An event outside a case: started, stopped, member_records_read. What a person wrote is `private_part`.
  [[nodiscard]] tl::expected<void, Trouble> event(const std::string& who, const std::string& what,
                                                  const std::string& detail, const std::string& private_part);

  // --- the last accepted town, rules and templates -------------------------------------------------------------
  /// Nothing when it is the last accepted already. Each rule on one person is an event of its own.
  [[nodiscard]] tl::expected<void, Trouble> accept(const TownFiles& files, const std::vector<PersonalRule>& on_persons,
                                                   const std::string& who);
  [[nodiscard]] std::optional<TownFiles> last_accepted();
  /// Reminds the offices that a rule alerted and whose case nobody has accepted yet: no clerk and no office has done
  /// anything with it. A quarter of an hour after the letter, then every hour. Answers how many were reminded.
  [[nodiscard]] tl::expected<int, Trouble> repeat_alerts(const Town& town);

  /// A letter to the clerk or an office, outside any case, in the staff's own plain words.
  struct StaffLetter {
    std::string key;  ///< told once for ever; empty: each time
    std::string to;
    std::string subject;
    std::string text;
  };
  [[nodiscard]] tl::expected<void, Trouble> tell_staff(const StaffLetter& letter);
  /// What was told last of files that a clerk has saved and that are not live.
  struct SavedAnswer {
    std::string content;  ///< a hash of what lay on disk and of what was said of it; empty: nothing waits
    bool held = false;    ///< it can be used and waits for the clerk's word; else it was refused
    std::string version;  ///< of the town's files, of what is held
    std::string who;      ///< who saved it
    std::string order;    ///< the clerk's order (take_ordered) that it carries out or answers; may be empty
  };
  /// In one commit with the letters that say so. An answer to a letter about what is held may order it to be taken.
  [[nodiscard]] tl::expected<void, Trouble> answer_saved(const SavedAnswer& answer,
                                                         std::span<const StaffLetter> letters);
  [[nodiscard]] std::optional<SavedAnswer> saved_answer();
  /// The version that the clerk has ordered to be taken, by a letter, and that no answer_saved has named since.
  [[nodiscard]] std::optional<std::string> take_ordered();
  /// What came back or was refused: of an acknowledgement the office that has the case is told, of a forward the
  /// clerk; all at once, at most every quarter of an hour. Answers how many letters that makes.
  [[nodiscard]] tl::expected<int, Trouble> tell_undelivered(const Town& town);
  /// News to residents that waited for office hours or for the next day. Answers how many letters that makes, as the
  /// next ones do.
  [[nodiscard]] tl::expected<int, Trouble> tell_news(const TownNow& now);
  /// Pauses whose day has come end; offices are reminded once in the morning of a working day of what is due by the
  /// next one or over; what is over goes up the ladder, each step once.
  [[nodiscard]] tl::expected<int, Trouble> watch_clock(const TownNow& now);
  /// At 08:00 of each business day what waits for the clerk, a line each; nothing where nothing waits.
  [[nodiscard]] tl::expected<int, Trouble> morning_list(const TownNow& now);
  /// Cases of offices that are vacant or retired go to who acts for them; a member's only when the resident agrees.
  [[nodiscard]] tl::expected<int, Trouble> tend_offices(const TownNow& now);
  /// Open cases of offices that this town does not have: office id and count.
  [[nodiscard]] tl::expected<std::map<std::string, int>, Trouble> open_cases_without_office(const Town& town);
  /// Letters of the last days that are alike are one campaign. Answers how many letters were looked at.
  [[nodiscard]] tl::expected<int, Trouble> group_letters(const Town& town);
  /// A suggested recurring issue is one, or is none.
  [[nodiscard]] tl::expected<void, Refusal> judge_recurring(const std::string& id, bool confirmed,
                                                            const std::string& who, const Town& town);

  /// Something that is wrong as a whole, of which the admin is told.
  struct Alarm {
    std::string kind;      ///< one word; what is told once an hour
    std::string title;     ///< "mail does not go out"
    std::string text;      ///< what is wrong just now, and what to do
    bool pressing = true;  ///< told again every hour; else when the text has changed, and once a day
  };
  struct AlarmNews {
    enum class Kind { begins, lasts, over };
    Kind kind = Kind::begins;
    Alarm alarm;  ///< of one that is over: as it was told last
    Time since{};
  };
  /// All that stands now. Answers what is news: at most once a kind and hour, and once when it is over, unless nobody
  /// was told that it began. Each is an event, and a letter to each of `to`, in one commit.
  [[nodiscard]] tl::expected<std::vector<AlarmNews>, Trouble> sound_alarms(std::span<const Alarm> standing,
                                                                           std::span<const std::string> to);
  /// Rules on disk that were refused, kept for `docket status`; empty text clears it.
  [[nodiscard]] tl::expected<void, Trouble> refused(const std::string& text);

  [[nodiscard]] const Keys& keys() const;

  struct State;  // daemon/casebook/state.h

 private:
  explicit CaseBook(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace docket
