#include "daemon/casebook/clerk_answer.h"

#include <fmt/format.h>

#include <algorithm>

#include "config/address.h"
#include "config/text.h"
#include "daemon/casebook/actions.h"
#include "daemon/casebook/case_rows.h"
#include "daemon/casebook/outgoing.h"
#include "daemon/casebook/refusing.h"
#include "daemon/casebook/saved.h"
#include "daemon/casebook/threading.h"
#include "daemon/casebook/waiting.h"

namespace docket {
namespace {

using Done = tl::expected<void, Refusal>;

constexpr std::size_t kMostCommands = 500;
constexpr std::size_t kMostIds = 50;
constexpr std::size_t kLongestName = 40;
constexpr std::ptrdiff_t kDigitsOfNumber = 11;
constexpr const char* kClerk = "clerk";
constexpr const char* kMorning = "morning-";

Done refused(const std::string& why) { return tl::unexpected(Refusal{1, why}); }

bool is_from_clerk(const Letter& letter, const Town& town) {
  if (letter.from.size() != 1) return false;
  const auto wrote = address_key(letter.from.front().address);
  return wrote && wrote == address_key(town.clerk_address);
}

bool is_proven_by_letter(const Letter& letter) {
  if (letter.authenticated == Authenticated::pass) return true;
  return letter.authenticated != Authenticated::fail && !letter.authentication_judged;
}

/// Made by us, and the book has sent it: a token alone could have been seen elsewhere.
std::optional<std::string> letter_answered(const Writing& writing, const std::string& message_id) {
  auto token = writing.keys.verify_in(message_id, kClerk);
  if (!token || token->purpose != Purpose::forward) return std::nullopt;
  if (!token->case_number.starts_with(kMorning) && !saved_version_in(token->case_number)) return std::nullopt;
  const auto sent = writing.db.integer(
      "SELECT 1 FROM outbox WHERE message_id = ? AND kind = 'notice' AND case_id IS NULL", message_id);
  return sent ? std::optional(std::move(token->case_number)) : std::nullopt;
}

std::string word_at(std::string_view text) {
  const auto end = text.find_first_of(" \t:,");
  return ascii_lower(text.substr(0, end));
}

/// What a list names, alone: its own lines say more before their word, and "Suite #5" of a signature is no command.
bool is_named(std::string_view about) {
  if (about.size() > kLongestName) return false;
  const auto digits = std::count_if(about.begin(), about.end(), [](char c) { return c >= '0' && c <= '9'; });
  return about.starts_with("o-") || about.starts_with("i-") || digits >= kDigitsOfNumber;
}

std::optional<ClerkCommand> command_in(std::string_view line) {
  const auto mark = line.find('#');
  if (mark == std::string_view::npos) return std::nullopt;
  ClerkCommand command;
  command.about = std::string(trim(line.substr(0, mark)));
  const auto rest = line.substr(mark + 1);
  command.word = word_at(rest);
  command.words = std::string(trim(rest.substr(std::min(rest.size(), command.word.size()))));
  return is_named(command.about) && !command.word.empty() ? std::optional(command) : std::nullopt;
}

/// By its id, or its name in any language.
std::optional<std::string> office_called(const Town& town, const std::string& words) {
  for (const auto& [id, office] : town.offices) {
    if (ascii_equal_nocase(id, words)) return id;
    for (const auto& [language, name] : office.name.by_language) {
      if (ascii_equal_nocase(name, words)) return id;
    }
  }
  return std::nullopt;
}

Done on_case(const Writing& writing, const TownNow& now, CaseRow& row, const ClerkCommand& command) {
  const By by{kClerk, command.words};
  if (command.word == "note") {
    if (command.words.empty()) return refused("the note is empty");
    action_event(writing, row, by, "note", "");
    return {};
  }
  if (command.word == "close") {
    if (row.status == "closed") return refused("it is closed already");
    close_case(writing, now, row, by);
    return {};
  }
  if (command.word != "assign") return refused("there is no #" + command.word + " for a case");
  const auto office = office_called(now.town, command.words);
  if (!office) return refused("there is no office " + command.words);
  if (row.office == *office) return refused(*office + " has it already");
  assign_case(writing, now, row, *office, {kClerk, ""});
  return {};
}

Done on_letter_out(const Writing& writing, const ClerkCommand& command) {
  if (command.word == "retry") return retry_row(writing.db, command.about, kClerk, writing.now);
  if (command.word == "discard") return discard_row(writing.db, command.about, command.words, kClerk, writing.now);
  return refused("there is no #" + command.word + " for a letter out");
}

Done on_inbound(const Writing& writing, const ClerkCommand& command) {
  if (command.word != "discard") return refused("there is no #" + command.word + " for a letter in quarantine");
  return discard_quarantined(writing.db, command.about, command.words, kClerk, writing.now);
}

Done obey(const Writing& writing, const TownNow& now, const ClerkCommand& command) {
  if (command.about.starts_with("o-")) return on_letter_out(writing, command);
  if (command.about.starts_with("i-")) return on_inbound(writing, command);
  const auto plain = number_of(writing.db, command.about);
  auto row = plain ? load_case(writing.db, *plain) : std::nullopt;
  if (!row) return refused("there is no such case");
  CaseRow goes_on_in = led_on(writing.db, std::move(*row));
  return on_case(writing, now, goes_on_in, command);
}

/// In the first line that is not blank, whatever stands after it there.
bool begins_with_take(std::string_view text) {
  text = trim(text);
  return text.starts_with('#') && word_at(trim(text.substr(1, text.find('\n') - 1))) == "take";
}

std::string shown(const ClerkCommand& command) {
  return to_valid_utf8(fmt::format("{} #{}{}{}", command.about, command.word, command.words.empty() ? "" : " ",
                                   first_characters(to_valid_utf8(command.words), 60)));
}

constexpr const char* kHelpWithList =
    "There was no command in your answer, so nothing was done. Write a line for each case, as in the list:\n\n"
    "Il n'y avait aucune commande dans votre réponse : rien n'a été fait. Écrivez une ligne par dossier, comme "
    "dans la liste :\n\nEX-2026-000123-8 #assign roads\n";
constexpr const char* kHelpWithSaved =
    "There was no command in your answer, so nothing was done. To take what you saved, answer that message again; the "
    "first line is this word alone:\n\n"
    "Il n'y avait aucune commande dans votre réponse : rien n'a été fait. Pour mettre en vigueur ce que vous avez "
    "enregistré, répondez de nouveau à ce message; la première ligne est ce seul mot :\n\n#take\n";

CaseBook::StaffLetter results(const Town& town, const std::string& done, const std::string& not_done,
                              const char* help) {
  std::string text;
  if (!done.empty()) text += "Done / Fait :\n\n" + done + "\n";
  if (!not_done.empty()) text += "NOT done / PAS fait :\n\n" + not_done + "\n";
  if (text.empty()) text = help;
  return {"", town.clerk_address, not_done.empty() && !done.empty() ? "docket: done" : "docket: not done", text};
}

}  // namespace

std::string staff_message_id(const Writing& writing, const std::string& token_of, const std::string& nonce) {
  return fmt::format("<{}.{}@{}>", writing.keys.token(token_of, Purpose::forward, kClerk), nonce,
                     writing.options.domain);
}

std::string morning_token_of(const std::string& day) { return kMorning + day; }

std::optional<std::string> answered_by_clerk(const Writing& writing, const Recording& recording) {
  const Letter& letter = recording.letter;
  if (!is_from_clerk(letter, *recording.town) || is_from_a_machine(recording) || !is_proven_by_letter(letter)) {
    return std::nullopt;
  }
  const auto count = std::min(letter.in_reply_to.size(), kMostIds);
  for (std::size_t i = 0; i < count; ++i) {
    if (auto about = letter_answered(writing, letter.in_reply_to[i])) return about;
  }
  return std::nullopt;
}

std::optional<std::int64_t> clerk_answered(const Writing& writing, const Recording& recording) {
  if (recording.letter.letter_key.empty()) return std::nullopt;
  return writing.db.integer(
      "SELECT id FROM inbounds WHERE letter_key = ? AND length(letter_key) > 0 AND outcome = 'ignored' AND reason = ? "
      "LIMIT 1",
      sqlite::Blob{recording.letter.letter_key}, kClerkAnswer);
}

std::vector<ClerkCommand> clerk_commands(std::string_view text) {
  std::vector<ClerkCommand> commands;
  for (const std::string_view line : split(text, '\n')) {
    if (commands.size() == kMostCommands) break;
    if (auto command = command_in(line)) commands.push_back(std::move(*command));
  }
  return commands;
}

void carry_out(const Writing& writing, const Recording& recording, const std::string& about) {
  const auto saved = saved_version_in(about);
  // What comes of it is told by whoever takes it.
  if (saved && begins_with_take(recording.letter.new_text)) return order_to_take(writing, *saved, kClerk);
  const TownNow now{*recording.town, *writing.calendar};
  std::string done;
  std::string not_done;
  for (const ClerkCommand& command : clerk_commands(recording.letter.new_text)) {
    const Done result = obey(writing, now, command);
    if (result) {
      done += shown(command) + "\n";
    } else {
      not_done += shown(command) + "\n  " + result.error().text + "\n";
    }
  }
  add_staff_letter(writing, results(*recording.town, done, not_done, saved ? kHelpWithSaved : kHelpWithList));
}

}  // namespace docket
