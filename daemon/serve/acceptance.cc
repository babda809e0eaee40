#include "daemon/serve/acceptance.h"

#include <fmt/format.h>

#include "config/log_fields.h"
#include "daemon/lost_offices.h"
#include "daemon/serve/log.h"

namespace docket {
namespace {

constexpr int kError = 3;
constexpr int kWarning = 4;
constexpr int kNotice = 5;

}  // namespace

std::string reasons_of(const Problems& problems) {
  std::string text;
  for (const auto& problem : problems) {
    if (problem.severity == Severity::error) text += to_string(problem) + "\n";
  }
  return text;
}

std::optional<StartFailure> Acceptance::start() {
  Problems problems;
  std::shared_ptr<const Configuration> next;
  if (auto files = read_town_files(with_.folder, problems)) next = build_town(std::move(*files), problems);
  if (next && is_held(*next)) {
    // A restart at night is no clerk's word.
    if (const auto accepted = last_accepted()) {
      log_line(kWarning, "saved files wait for the clerk's word; the last accepted ones run, " + accepted->version);
      running_.set(accepted);
      return std::nullopt;
    }
  }
  if (next) {
    for (const auto& problem : problems) log_line(kWarning, to_string(problem));
    accept(next, "daemon");
    return std::nullopt;
  }
  const auto refused = reasons_of(problems);
  next = last_accepted();
  if (!next) return StartFailure{2, refused};
  log_line(kError, "town, rules or templates on disk are refused; the last accepted ones run. " + refused);
  if (const auto noted = with_.book.refused(refused); !noted) return StartFailure{75, noted.error().text};
  running_.set(std::move(next));
  return std::nullopt;
}

/// nullptr: there are none, or they can no longer be used.
std::shared_ptr<const Configuration> Acceptance::last_accepted() const {
  auto kept = with_.book.last_accepted();
  Problems ignored;
  return kept ? build_configuration(with_.settings, std::move(*kept), with_.clock.now(), ignored) : nullptr;
}

bool Acceptance::is_held(const Configuration& next) const {
  const auto answer = with_.book.saved_answer();
  return answer && answer->held && answer->version == next.version;
}

std::shared_ptr<const Configuration> Acceptance::build(OnDisk disk, Problems& problems) const {
  problems.insert(problems.end(), disk.problems.begin(), disk.problems.end());
  const bool settings_good = disk.settings && load_settings(*disk.settings, with_.folder, problems);
  if (!disk.town || !settings_good) return nullptr;
  auto next = build_town(std::move(*disk.town), problems);
  if (next) warn_of_settings(disk, problems);
  return next;
}

std::shared_ptr<const Configuration> Acceptance::build_town(TownFiles files, Problems& problems) const {
  auto next = build_configuration(with_.settings, std::move(files), with_.clock.now(), problems);
  return next && keeps_offices(*next, problems) ? next : nullptr;
}

/// False, with the problems: an office that has open cases is gone.
bool Acceptance::keeps_offices(const Configuration& next, Problems& problems) const {
  const auto without = with_.book.open_cases_without_office(*next.town);
  if (!without) log_line(kWarning, "whether offices with open cases are gone is not known: " + without.error().text);
  return !without || add_lost_offices(*without, next.files.town, problems) == 0;
}

void Acceptance::accept(const std::shared_ptr<const Configuration>& next, const std::string& who) {
  running_.set(next);
  const auto accepted = with_.book.accept(next->files, next->rules->on_persons(), who);
  if (!accepted) log_line(kError, "the accepted rules could not be kept: " + accepted.error().text);
  if (const auto cleared = with_.book.refused(""); !cleared) log_line(kError, cleared.error().text);
}

ReloadResult Acceptance::judge(const ReloadOrder& order, const OnDisk& disk) {
  const std::lock_guard lock(judging_);
  ReloadResult result;
  result.next = build(disk, result.problems);
  if (!result.next) {
    const auto text = reasons_of(result.problems);
    log_line(kError, "reload refused, what ran runs on: " + text + log_field("event", "reload-refused"));
    with_.metrics.reloaded(false);
    if (const auto noted = with_.book.refused(text); !noted) log_line(kError, noted.error().text);
    return result;
  }
  result.version = result.next->version;
  if (order.way != ReloadOrder::Way::take) {
    result.comparison = compare_newest(*running_.get(), *result.next);
    const bool insists =
        order.way == ReloadOrder::Way::insist && (order.version.empty() || order.version == result.version);
    if (!insists && (!result.comparison || is_worth_asking(*result.comparison))) return result;
  }
  accept(result.next, order.who);
  result.taken = true;
  with_.metrics.reloaded(true);
  log_line(kNotice,
           fmt::format("reloaded by {}, rules {}", order.who, result.version) + log_field("event", "reloaded"));
  if (with_.changed) with_.changed();
  return result;
}

}  // namespace docket
