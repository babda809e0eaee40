#include "daemon/casebook/office_letter.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "config/office_life.h"
#include "config/text.h"
#include "connectors/mail_sink.h"
#include "connectors/mime/quoting.h"
#include "connectors/phone.h"
#include "daemon/casebook/actions.h"
#include "daemon/casebook/clock.h"
#include "daemon/casebook/parties.h"
#include "daemon/casebook/store.h"
#include "daemon/letters/office_reply.h"
#include "daemon/letters/reply_commands.h"

namespace docket {
namespace {

using Kind = ReplyCommand::Kind;
using std::chrono::hours;

/// Two offices whose programs answer each other must not fill the case for ever.
constexpr std::int64_t kMostOfficeLettersAnHour = 20;
/// A person who has read it twice knows; a program that answers each of these letters would never end.
constexpr std::int64_t kMostToldAnHour = 3;
/// Of an office's words in the timeline; the letter itself is kept whole.
constexpr std::size_t kEventCharacters = 10000;

std::int64_t office_letters(const Writing& writing, const CaseRow& row, bool unproven_only) {
  return writing.db
      .integer(
          "SELECT count(*) FROM inbounds WHERE case_id = ? AND office IS NOT NULL AND unproven >= ? AND recorded > ?",
          row.id, unproven_only, stored(writing.now - hours{1}))
      .value_or(0);
}

bool office_writes_too_much(const Writing& writing, const CaseRow& row) {
  return office_letters(writing, row, false) > kMostOfficeLettersAnHour;
}

/// Hashes of the files that the case's people sent: an office's mail program sends them back.
std::set<std::string> residents_files(const Writing& writing, const CaseRow& row) {
  sqlite::Query query(writing.db,
                      "SELECT a.sha256 FROM attachments a JOIN inbounds i ON i.id = a.inbound_id WHERE i.case_id = ?1 "
                      "AND i.office IS NULL UNION SELECT sha256 FROM inbounds WHERE case_id = ?1 AND office IS NULL");
  query.bind(row.id);
  std::set<std::string> hashes;
  while (query.step()) hashes.insert(query.text(0));
  return hashes;
}

/// What docket wrote on top of the forwards that this office got.
std::vector<std::string> covering_texts(const Writing& writing, const CaseRow& row, const std::string& office) {
  sqlite::Query query(writing.db,
                      "SELECT t.body FROM outbox o JOIN outbox_texts t ON t.outbox_id = o.id WHERE o.case_id = ? AND "
                      "o.office = ? ORDER BY o.id DESC LIMIT 20");
  query.bind(row.id);
  query.bind(office);
  std::vector<std::string> lines;
  while (query.step()) {
    for (std::string& line : covering_lines(query.text(0))) lines.push_back(std::move(line));
  }
  return lines;
}

/// Whom docket may answer about a letter that it does not send on: one of the town's own, somebody proven, or where no
/// server proves anything, who has a forward of ours. Never a machine.
std::optional<std::string> writer_to_tell(const Recording& recording, const Writer& writer) {
  const Letter& letter = recording.letter;
  if (recording.import_closed || letter.from.size() != 1 || is_from_a_machine(recording)) return std::nullopt;
  const std::string& address = letter.from.front().address;
  const bool known = is_staff_sender(*recording.town, address) || letter.authenticated == Authenticated::pass ||
                     (!letter.authentication_configured && writer.forwarded);
  const bool ours = recording.town->addresses.contains(ascii_lower(address));
  return known && !ours && is_sendable_address(address) ? std::optional(address) : std::nullopt;
}

/// Until when a `#due` goes: the end of that day's office hours; nullopt where that is over or past the calendar.
std::optional<Time> due_of(const ReplyCommand& command, const Writing& writing) {
  const Calendar& calendar = *writing.calendar;
  if (command.span) return calendar.due(writing.now, *command.span);
  constexpr int kLastMinute = 23 * 60 + 59;
  const Time end = calendar.due(calendar.at(*command.day, 0), {1, Span::Unit::same_day})
                       .value_or(calendar.at(*command.day, kLastMinute));
  return end > writing.now ? std::optional(end) : std::nullopt;
}

/// One letter on its way through; all within the recording's transaction.
class OfficeLetter {
 public:
  OfficeLetter(const Writing& writing, const Recording& recording, const Threading& threading)
      : writing_(writing),
        recording_(recording),
        threading_(threading),
        writer_(threading.writer),
        town_(*recording.town),
        row_(*threading.joins),
        office_(writer_.office.value_or(row_.office.value_or(""))),
        who_("office:" + office_) {}

  Recorded record() {
    const bool machine = is_from_a_machine(recording_);
    if (writer_.proven && !machine) commands_ = parse_reply(signed_text(recording_.letter.text), town_);
    const bool note = commands_.not_understood.empty() && commands_.find(Kind::note) != nullptr;
    store(machine ? "automatic" : note ? "note" : "");
    if (machine) {
      arrived(writer_.proven ? "" : ", unproven");
    } else if (!writer_.proven) {
      keep_unproven();
    } else if (!commands_.not_understood.empty()) {
      not_understood(commands_.not_understood);
    } else {
      carry_out();
    }
    const std::string by = writer_.listed ? who_ + ", " : "answers our forward, ";
    return recorded_answer(writing_, row_, inbound_.public_id, "addition", "",
                           by + threading_.how + (writer_.proven ? "" : ", unproven"));
  }

 private:
  [[nodiscard]] bool has(Kind kind) const { return commands_.find(kind) != nullptr; }
  /// It has the case, or stands in today for the office that has it.
  [[nodiscard]] bool is_assigned() const {
    if (!row_.office || row_.office == office_) return row_.office.has_value();
    return acting_office(town_, *row_.office, writing_.calendar->local(writing_.now).date).office == office_;
  }
  [[nodiscard]] bool moves_the_case() const { return has(Kind::assign) || has(Kind::not_ours); }
  [[nodiscard]] TownNow now() const { return {town_, *writing_.calendar}; }
  [[nodiscard]] bool has_content() const { return !text().empty() || !recording_.letter.attachments.empty(); }
  [[nodiscard]] const std::string& text() const { return commands_.rest; }

  /// What nobody needs who gets the case later is marked.
  void store(const std::string& kind) {
    inbound_ = store_inbound(writing_, recording_, {"addition", kind, row_.id, {}, office_, !writer_.proven});
    store_letter(writing_, recording_, recording_.if_joined, inbound_.id, true);
    remember_letter(writing_, row_, recording_.letter);
    writing_.db.run("UPDATE cases SET updated = ? WHERE id = ?", stored(writing_.now), row_.id);
  }

  /// Who is not proven is no office in the timeline: nothing that an office has to do is done by their letter.
  void arrived(const std::string& added, const std::string& words = {}) {
    const bool office = writer_.proven || (writer_.listed && is_from_a_machine(recording_));
    const std::string as = office ? "" : writer_.listed ? ", as " + who_ : ", answers the forward to " + who_;
    append_event(writing_.db, writing_.now,
                 {row_.id, office ? who_ : "daemon", office ? "reply" : "received",
                  arrival_words(inbound_.public_id, recording_) + as + added,
                  to_valid_utf8(first_characters(words, kEventCharacters))});
  }

  /// Whoever wrote it, every office whose address it was written to gets it.
  void pass_on(PassedTo to) {
    std::vector<CopyTo> fresh;
    if (!row_.restricted) {
      auto wanted = wanted_copies(recording_.if_joined.copies, true);
      std::erase_if(wanted, [&](const CopyTo& copy) { return copy.office == office_; });
      fresh = add_copies(writing_, row_, wanted);
    }
    forward_addition(writing_, row_, recording_, inbound_.id, fresh, to, writer_.proven ? office_ : "");
  }

  bool is_too_much() {
    if (!office_writes_too_much(writing_, row_)) return false;
    case_event(writing_, row_, "daemon", "alarm", "too many letters from offices within an hour: no longer passed on");
    return true;
  }

  void keep_unproven() {
    arrived(", unproven");
    pass_on(is_too_much() ? PassedTo::only_fresh : PassedTo::assigned);
    refuse(writer_.listed ? NotSent::unproven : NotSent::stranger);
  }

  void refuse(NotSent why, const std::string& detail = {}) {
    case_event(writing_, row_, "daemon", "withheld", fmt::format("{} to the resident: {}", who_, to_string(why)));
    tell(not_sent_letter({why, row_.number, row_.office.value_or(""), detail}, town_));
  }

  void tell(const PlainLetter& words) {
    const auto to = writer_to_tell(recording_, writer_);
    if (!to || office_letters(writing_, row_, true) > kMostToldAnHour) return;
    const std::string& sender = !row_.written_to.empty() ? row_.written_to : recording_.addition.from;
    answer_writer(writing_, recording_.letter, {inbound_.id, sender, *to, words.subject, words.text});
  }

  void not_understood(const std::string& line) {
    arrived(", a command was not understood", std::string(first_characters(line, kEventCharacters)));
    case_event(writing_, row_, "daemon", "withheld", who_ + " to the resident: a command was not understood");
    tell(commands_letter(row_.number, line, town_));
  }

  /// A command that cannot be carried out: nothing of the letter is.
  [[nodiscard]] const ReplyCommand* impossible_due() const {
    const auto found = std::find_if(commands_.commands.begin(), commands_.commands.end(),
                                    [&](const auto& one) { return one.kind == Kind::due && !due_of(one, writing_); });
    return found == commands_.commands.end() ? nullptr : &*found;
  }

  void carry_out() {
    if (const auto* due = impossible_due()) return not_understood(due->line);
    if (is_assigned()) {
      writing_.db.run("UPDATE cases SET status = 'open' WHERE id = ? AND status = 'new'", row_.id);
      if (row_.status == "new") row_.status = "open";
    }
    if (has(Kind::note)) {
      const std::string& behind = commands_.find(Kind::note)->words;
      const std::string words = behind + (behind.empty() || text().empty() ? "" : "\n") + text();
      append_event(writing_.db, writing_.now,
                   {row_.id, who_, "note", arrival_words(inbound_.public_id, recording_),
                    to_valid_utf8(first_characters(words, kEventCharacters))});
    } else {
      arrived(has(Kind::keep_private) ? ", private" : "");
    }
    if (recording_.import_closed) return;
    const bool too_much = is_too_much();
    const bool may_act = !too_much ? may_command() && (!is_answer() || answer()) : refused(NotSent::too_many);
    const bool to_offices = !has(Kind::note) && !moves_the_case() && (has_content() || commands_.commands.empty());
    if (to_offices) pass_on(too_much ? PassedTo::only_fresh : PassedTo::all);
    if (may_act) act();
  }

  /// The case is moved by who has it; while nobody has, by any office that was shown it.
  bool may_command() {
    const auto& all = commands_.commands;
    const bool may = std::all_of(all.begin(), all.end(), [&](const ReplyCommand& one) {
      const bool harmless = one.kind == Kind::note || one.kind == Kind::keep_private;
      return harmless || is_assigned() || (!row_.office && one.kind == Kind::assign);
    });
    return may || refused(row_.office ? NotSent::another_office : NotSent::no_office);
  }

  /// What is written besides #assign and #not-ours is for the office that gets the case.
  [[nodiscard]] bool is_answer() const {
    if (has(Kind::note) || has(Kind::keep_private) || moves_the_case()) return false;
    return has_content() || commands_.commands.empty();
  }

  /// False: it cannot go, its writer knows, and nothing else is done.
  bool answer() {
    if (!is_assigned()) return refused(row_.office ? NotSent::another_office : NotSent::no_office);
    const Office* office = town_.office(office_);
    const ResidentOfCase resident = resident_of(writing_, row_, town_);
    if (office == nullptr || office->replies == Replies::direct) return answered_directly(resident);
    if (resident.address.empty()) {
      return refused(NotSent::no_address,
                     resident.phone.empty() ? "" : shown(resident.phone, region_of(town_.time_zone)));
    }
    return answer_through(*office, resident);
  }

  bool refused(NotSent why, const std::string& detail = {}) {
    refuse(why, detail);
    return false;
  }

  bool answered_directly(const ResidentOfCase& resident) {
    const Letter& letter = recording_.letter;
    const auto is_theirs = [&](const Address& one) {
      return !resident.address.empty() && is_same_address(one.address, resident.address);
    };
    if (std::any_of(letter.to.begin(), letter.to.end(), is_theirs) ||
        std::any_of(letter.cc.begin(), letter.cc.end(), is_theirs)) {
      first_answer(writing_, row_, who_);
      return true;
    }
    return !commands_.commands.empty() || refused(NotSent::direct, resident.address);
  }

  bool answer_through(const Office& office, const ResidentOfCase& resident) {
    const Letter& letter = recording_.letter;
    const std::string words = text_to_pass_on(letter, town_);
    const auto stay = files_that_stay(letter, residents_files(writing_, row_), writing_.keys.instance());
    const bool files = std::any_of(letter.attachments.begin(), letter.attachments.end(),
                                   [&](const Attachment& file) { return !stay.contains(file.sha256); });
    if (words.empty() && !files) return !commands_.commands.empty() || refused(NotSent::empty);
    if (const auto leak = leak_in(words, town_, covering_texts(writing_, row_, office_))) {
      return refused(*leak == Leak::office_address ? NotSent::office_address : NotSent::history);
    }
    if (const std::string file = refused_file(letter, stay); !file.empty()) return refused(NotSent::refused_file, file);
    if (is_too_large(letter, stay, words.size(), office.max_size)) return refused(NotSent::too_large);
    add_office_answer(writing_, row_,
                      {inbound_.id, resident.address, to_text(ReplyFacts{row_.number, resident.subject, stay}),
                       resident.message_ids});
    first_answer(writing_, row_, who_);
    return true;
  }

  void act() {
    const By by{who_, std::string(first_characters(text(), kEventCharacters)), true};
    for (const ReplyCommand& command : commands_.commands) {
      switch (command.kind) {
        case Kind::not_ours: {
          const auto office = command.office.empty() ? std::nullopt : std::optional(command.office);
          not_ours(writing_, now(), row_, office_, office, by, inbound_.id);
          break;
        }
        case Kind::assign:
          if (row_.office != command.office) assign_case(writing_, now(), row_, command.office, by);
          break;
        case Kind::due:
          extend_case(writing_, now(), row_, *due_of(command, writing_), {who_, "", true});
          break;
        case Kind::close:
          if (row_.status != "closed") close_case(writing_, now(), row_, {who_, command.words, true});
          break;
        case Kind::note:
        case Kind::keep_private:
          break;
      }
    }
  }

  const Writing& writing_;
  const Recording& recording_;
  const Threading& threading_;
  const Writer& writer_;
  const Town& town_;
  CaseRow row_;
  std::string office_;
  std::string who_;
  ReplyCommands commands_;
  StoredInbound inbound_;
};

}  // namespace

Recorded join_office_letter(const Writing& writing, const Recording& recording, const Threading& threading) {
  return OfficeLetter(writing, recording, threading).record();
}

void tell_claimant(const Writing& writing, const Recording& recording, const Threading& threading,
                   const Recorded& recorded) {
  const auto to = writer_to_tell(recording, threading.writer);
  const auto inbound = writing.db.integer("SELECT id FROM inbounds WHERE public = ?", recorded.inbound);
  if (!to || !inbound || recorded.number.empty()) return;
  const auto words = not_sent_letter({NotSent::unproven, recorded.number, "", ""}, *recording.town);
  answer_writer(writing, recording.letter, {*inbound, recording.acknowledgement.from, *to, words.subject, words.text});
}

}  // namespace docket
