// CaseBook::morning_list: the clerk's desk while there is no other.
#include <fmt/format.h>

#include <charconv>
#include <string_view>

#include "config/text.h"
#include "daemon/casebook/clerk_answer.h"
#include "daemon/casebook/due_cases.h"
#include "daemon/casebook/morning_sections.h"
#include "daemon/casebook/outgoing.h"
#include "daemon/casebook/refusing.h"
#include "daemon/casebook/timeline.h"

namespace docket {
namespace {

constexpr std::size_t kMostLines = 50;
constexpr const char* kSince = "morning-since";
constexpr std::chrono::hours kFirstLooksBack{24 * 7};

std::int64_t number_in(std::string_view text) {
  std::int64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// The last list's; the first one looks a week back.
MorningSince last_list(const Writing& writing) {
  const auto kept = writing.db.text("SELECT value FROM meta WHERE name = ?", kSince);
  if (!kept) return {writing.now - kFirstLooksBack, 0};
  const auto space = kept->find(' ');
  return {from_stored(number_in(*kept)), space == std::string::npos ? 0 : number_in(kept->substr(space + 1))};
}

void remember_list(const Writing& writing) {
  const auto newest = writing.db.integer("SELECT max(seq) FROM events").value_or(0);
  writing.db.run("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", kSince,
                 fmt::format("{} {}", stored(writing.now), newest));
}

std::string text_of(const std::vector<MorningSection>& sections) {
  std::string text =
      "This is what waits for you this morning. Each line ends with the command that settles it and, after it, the "
      "word to write in an answer to this message.\n\n"
      "To settle lines by mail, reply to this message with a line for each, above all other text: the number, then the "
      "word. For example:\n\nEX-2026-000123-8 #assign roads\n\n"
      "Voici ce qui vous attend ce matin. Chaque ligne se termine par la commande qui la règle, puis par le mot à "
      "écrire dans une réponse à ce message. Pour régler des lignes par courriel, répondez avec une ligne pour "
      "chacune, "
      "au-dessus de tout autre texte : le numéro, puis le mot, comme ci-dessus.\n";
  for (const MorningSection& section : sections) {
    text += fmt::format("\n{} ({})\n\n{}", section.title, section.lines.size(),
                        lines_text(section.lines, kMostLines, section.all));
  }
  return text;
}

}  // namespace

tl::expected<int, Trouble> CaseBook::morning_list(const TownNow& now) {
  return state_->write([&](sqlite::Connection& db) {
    const Writing writing = writing_now(*state_, db, now);
    if (state_->options.mode == Mode::shadow || !is_working_morning(now.calendar, writing.now)) return 0;
    if (!first_today(writing, now.calendar, "morning-list")) return 0;
    const auto sections = morning_sections(writing, now, last_list(writing));
    remember_list(writing);
    if (sections.empty()) return 0;
    std::size_t lines = 0;
    for (const MorningSection& section : sections) lines += section.lines.size();
    const std::string day = local_day(now.calendar, writing.now);
    const std::string subject = lines == 1 ? fmt::format("docket: 1 thing waits, {}", day)
                                           : fmt::format("docket: {} things wait, {}", lines, day);
    add_staff_letter(writing, {"", now.town.clerk_address, subject, text_of(sections)}, morning_token_of(day));
    return 1;
  });
}

}  // namespace docket
