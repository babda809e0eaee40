#include "daemon/alarms/alarms.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace docket {
namespace {

constexpr int kError = 3;
constexpr int kNotice = 5;

/// What a kind is called in a subject line, and whether it is told every hour.
struct KindWords {
  std::string_view kind;
  std::string_view title;
  bool pressing = false;
};
constexpr std::array<KindWords, 15> kWords{{{"backup", "the last backup is too old"},
                                            {"book", "the case book cannot be used", true},
                                            {"certificate", "a certificate is about to end"},
                                            {"disk", "the disk is nearly full", true},
                                            {"mail-out", "mail does not go out", true},
                                            {"outbox", "letters wait to go out", true},
                                            {"quarantine", "letters are in quarantine"},
                                            {"rules", "rules on disk were refused", true},
                                            {"secret", "a secret ends, or has ended"},
                                            {"slowed", "letters go out more slowly", true},
                                            {"source", "a source is silent", true},
                                            {"token", "docket is not let in any more", true},
                                            {"uncertain", "letters may not have arrived"},
                                            {"undelivered", "letters could not be delivered"},
                                            {"webhook", "webhooks are not signed with our secret"}}};

KindWords words_of(const std::string& kind) {
  const auto* const found =
      std::find_if(kWords.begin(), kWords.end(), [&](const KindWords& words) { return words.kind == kind; });
  return found == kWords.end() ? KindWords{kind, kind, true} : *found;
}

bool is_of_mail_out(const CaseBook::Alarm& alarm) { return alarm.kind == "mail-out" || alarm.kind == "outbox"; }

std::string_view word_of(CaseBook::AlarmNews::Kind kind) {
  if (kind == CaseBook::AlarmNews::Kind::over) return "over";
  return kind == CaseBook::AlarmNews::Kind::begins ? "alarm" : "still";
}

}  // namespace

std::vector<CaseBook::Alarm> alarms_of(std::span<const AlarmCondition> conditions) {
  std::vector<CaseBook::Alarm> alarms;
  for (const AlarmCondition& condition : conditions) {
    if (!condition.alarm) continue;
    const auto found = std::find_if(alarms.begin(), alarms.end(),
                                    [&](const CaseBook::Alarm& alarm) { return alarm.kind == condition.kind; });
    if (found != alarms.end()) {
      found->text += "\n" + condition.text;
      continue;
    }
    const auto words = words_of(condition.kind);
    alarms.push_back({condition.kind, std::string(words.title), condition.text, words.pressing});
  }
  return alarms;
}

Alarms::Alarms(CaseBook& book, const Settings& settings, const Clock& clock, LogLine log)
    : book_(book), settings_(settings), clock_(clock), log_(log), pager_(settings.alarms_command, clock, log) {}

bool Alarms::sound(std::span<const AlarmCondition> conditions) {
  pager_.look_after();
  const auto alarms = alarms_of(conditions);
  const bool by_command = pager_.can() && std::any_of(alarms.begin(), alarms.end(), is_of_mail_out);
  const auto to = by_command ? std::span<const std::string>() : std::span<const std::string>(settings_.alarms_to);
  const auto news = book_.sound_alarms(alarms, to);
  if (!news) {
    page_without_book(news.error().text);
    return false;
  }
  paged_without_book_.reset();
  for (const auto& one : *news) {
    const bool over = one.kind == CaseBook::AlarmNews::Kind::over;
    log_(over ? kNotice : kError, fmt::format("{}: {}: {}", word_of(one.kind), one.alarm.title, one.alarm.text));
    const bool page = pager_.can() && (by_command || is_of_mail_out(one.alarm));
    if (page) pager_.page(one.alarm.kind, (over ? "over: " : "") + one.alarm.title, one.alarm.text);
  }
  return !news->empty() && !to.empty();
}

/// A book that takes nothing holds no letters out and cannot say when it was last told.
void Alarms::page_without_book(const std::string& why) {
  const auto now = clock_.steady();
  if (paged_without_book_ && now - *paged_without_book_ < std::chrono::hours(1)) return;
  paged_without_book_ = now;
  log_(kError, "the case book takes no alarm: " + why);
  if (pager_.can()) pager_.page("book", std::string(words_of("book").title), why);
}

}  // namespace docket
