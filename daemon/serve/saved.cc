#include "daemon/serve/saved.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "config/digest.h"
#include "config/text.h"
#include "daemon/casebook/reader.h"
#include "daemon/serve/log.h"

namespace docket {
namespace {

using Outcome = SavedResult::Outcome;

constexpr int kWarning = 4;
constexpr int kNotice = 5;
constexpr std::chrono::seconds kSettled{2};
constexpr const char* kClerk = "clerk";

const char* word_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::waiting:
      return "waiting";
    case Outcome::nothing:
      return "nothing";
    case Outcome::live:
      return "live";
    case Outcome::refused:
      return "refused";
    case Outcome::held:
      return "held";
  }
  return "";
}

Outcome outcome_of(const ReloadResult& result) {
  if (has_errors(result.problems)) return Outcome::refused;
  return result.taken ? Outcome::live : Outcome::held;
}

/// What the clerk has been told: the same words about the same files are no news.
std::string told_of(const OnDisk& disk, const SavedResult& result) {
  std::string text = content_of(disk) + word_of(result.outcome);
  if (result.outcome == Outcome::refused) {
    for (const auto& problem : result.reload.problems) text += "\n" + to_string(problem);
  }
  return sha256_hex(text);
}

/// Whoever could speak for the rules hears that somebody else can from now on.
std::vector<CaseBook::StaffLetter> to_each(CaseBook::StaffLetter letter, const std::string& clerk,
                                           const std::string& former) {
  std::vector<CaseBook::StaffLetter> letters;
  for (const auto& address : {clerk, former}) {
    if (address.empty() || (!letters.empty() && address == clerk)) continue;
    letter.to = address;
    letters.push_back(letter);
  }
  return letters;
}

/// Numbers alone will do where the book cannot be read just now.
std::string subject_in(BookReader& book, const std::string& number, const Town& town) {
  try {
    return book.staff_subject(number, town);
  } catch (const std::exception& error) {
    log_line(kWarning, std::string("subjects of letters could not be read: ") + error.what());
    return "";
  }
}

}  // namespace

nlohmann::json to_json(const SavedResult& result, const Town& town) {
  auto value = to_json(result.reload, town);
  value["outcome"] = word_of(result.outcome);
  value["told"] = result.told;
  return value;
}

SavedResult Saved::look() {
  const std::lock_guard lock(mutex_);
  again_ = true;
  return answer(with_.read());
}

void Saved::tend() {
  const std::lock_guard lock(mutex_);
  if (const auto version = with_.book.take_ordered()) take(*version);
  if (!again_) return;
  const auto result = answer(with_.read());
  again_ = result.outcome == Outcome::waiting || result.told;
}

bool Saved::is_settled(const OnDisk& disk) {
  const auto now = with_.clock.steady();
  if (auto content = content_of(disk); content != seen_) {
    seen_ = std::move(content);
    since_ = now;
  }
  return now - since_ >= kSettled;
}

Saved::Running Saved::running(const OnDisk& disk) const {
  const auto configuration = with_.configuration();
  Running before{configuration->version, configuration->town->clerk_address, {}};
  if (disk.town) before.changes = changes_between(configuration->files, *disk.town);
  return before;
}

SavedResult Saved::answer(const OnDisk& disk) {
  if (!is_settled(disk)) return {};
  const auto before = running(disk);
  if (disk.town && before.changes.empty()) return forget(disk);
  return judge(disk, before, {saved_by(disk, before.changes), ReloadOrder::Way::compare, ""}, "");
}

/// What runs lies there (again): the next bad save is news, whatever it says.
SavedResult Saved::forget(const OnDisk& disk) {
  SavedResult result{Outcome::nothing};
  warn_of_settings(disk, result.reload.problems);
  const auto told = with_.book.saved_answer();
  if (!told) return result;
  (void)tell({}, {});
  if (told->held) return result;
  if (const auto cleared = with_.book.refused(""); !cleared) log_line(kWarning, cleared.error().text);
  return result;
}

SavedResult Saved::judge(const OnDisk& disk, const Running& before, const ReloadOrder& order,
                         const std::string& ordered) {
  SavedResult result;
  result.reload = with_.judge(order, disk);
  result.outcome = outcome_of(result.reload);
  CaseBook::SavedAnswer answer{told_of(disk, result), result.outcome == Outcome::held, result.reload.version, order.who,
                               ordered};
  const auto told = with_.book.saved_answer();
  if (ordered.empty() && told && told->content == answer.content) return result;
  const auto words = news(result, before);
  if (result.outcome == Outcome::live) {
    answer.content.clear();
    result.told =
        tell(answer, to_each(live_letter(words, ""), with_.configuration()->town->clerk_address, before.clerk));
  } else if (result.outcome == Outcome::held) {
    result.told = tell(answer, to_each(held_letter(words, ""), before.clerk, ""));
  } else {
    result.told = tell(answer, to_each(refused_letter(words, ""), before.clerk, ""));
  }
  log_line(kNotice, fmt::format("files were saved, {}: {}", order.who, word_of(result.outcome)));
  return result;
}

/// Only what the clerk was asked about, and only while it lies there.
void Saved::take(const std::string& version) {
  const auto disk = with_.read();
  const auto before = running(disk);
  const auto whole = disk.town ? disk.town->version() : "";
  auto told = with_.book.saved_answer().value_or(CaseBook::SavedAnswer{});
  told.order = version;
  if (!whole.starts_with(version)) {
    again_ = true;
    (void)tell(told, to_each(too_late_letter(""), before.clerk, ""));
  } else if (whole == before.version) {
    (void)tell(told, to_each(live_already_letter(""), before.clerk, ""));
  } else {
    (void)judge(disk, before, {kClerk, ReloadOrder::Way::insist, whole}, version);
  }
}

SavedNews Saved::news(const SavedResult& result, const Running& before) const {
  const auto& reload = result.reload;
  const auto current = with_.configuration();
  SavedNews words;
  if (reload.comparison) {
    const auto book = BookReader::open(current->settings->data);
    words = news_of(*reload.comparison, reload.next ? *reload.next->town : *current->town, [&](const auto& number) {
      return book ? subject_in(**book, number, *current->town) : std::string();
    });
  }
  const auto minute = current->calendar->local(with_.clock.now()).minute;
  words.time = fmt::format("{:02}:{:02}", minute / 60, minute % 60);
  words.changes = before.changes;
  words.problems = reload.problems;
  words.previous = before.version;
  return words;
}

bool Saved::tell(const CaseBook::SavedAnswer& answer, const std::vector<CaseBook::StaffLetter>& letters) {
  if (const auto told = with_.book.answer_saved(answer, letters); !told) {
    log_line(kWarning, "the clerk could not be told of saved files: " + told.error().text);
    return false;
  }
  if (!letters.empty()) with_.wake_outbox();
  return !letters.empty();
}

}  // namespace docket
