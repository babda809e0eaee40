#include "daemon/serve/overview.h"

#include <fmt/format.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "config/text.h"
#include "config/version.h"
#include "daemon/process.h"

namespace docket {
namespace {

using nlohmann::json;

constexpr std::chrono::minutes kCountEvery{1};
constexpr std::size_t kMostLines = 100;

json time_or_null(std::optional<Time> time) { return time && *time != Time{} ? json(rfc3339(*time)) : json(); }

std::string whole_seconds(Time time) { return rfc3339(std::chrono::floor<std::chrono::seconds>(time)); }

std::vector<std::string> texts(const std::vector<AlarmCondition>& conditions, bool unhealthy) {
  std::vector<std::string> found;
  for (const auto& one : conditions) {
    if (one.unhealthy == unhealthy) found.push_back(one.text);
  }
  return found;
}

json source_json(const Source& source) {
  const auto health = source.health();
  return {{"name", source.name()},
          {"last_success", time_or_null(health.last_success)},
          {"caught_up", health.caught_up},
          {"trouble", health.trouble}};
}

void add_counts(json& status, const BookCounts& counts) {
  status["rules_since"] = time_or_null(counts.rules_since);
  status["today"] = counts.today;
  status["outbox"] = counts.outbox;
  status["oldest_waiting"] = time_or_null(counts.oldest_waiting);
  std::int64_t open = 0;
  std::int64_t overdue = 0;
  for (const auto& one : counts.open) open += one.cases;
  for (const auto& [office, cases] : counts.overdue) overdue += cases;
  status["cases"] = {{"all", counts.cases}, {"open", open}, {"overdue", overdue}};
}

std::optional<std::uintmax_t> free_space(const std::filesystem::path& folder) {
  const Heartbeat::Waiting waiting("disk");
  std::error_code unknown;
  const auto space = std::filesystem::space(folder, unknown);
  return unknown ? std::nullopt : std::optional(space.available);
}

std::string thread_line(const ThreadSign& thread) {
  return fmt::format("thread {}: {} turns, the last {:.1f} s ago{}{}", thread.name, thread.turns,
                     std::chrono::duration<double>(thread.since_turn).count(),
                     thread.waits_for.empty() ? ", works" : ", waits for " + thread.waits_for,
                     thread.overdue ? ", OVERDUE" : "");
}

std::string source_line(const Source& source) {
  const auto health = source.health();
  return fmt::format("source {}: last success {}, {}{}", source.name(),
                     health.last_success == Time{} ? "never" : whole_seconds(health.last_success),
                     health.caught_up ? "caught up" : "not caught up",
                     health.trouble.empty() ? "" : ", trouble: " + health.trouble);
}

std::string counts_line(const BookCounts& counts) {
  std::string outbox;
  for (const auto& [state, letters] : counts.outbox) outbox += fmt::format(" {} {}", letters, state);
  return fmt::format("book, as counted last: {} cases, {} letters, {} events; outbox:{}; oldest waits since {}",
                     counts.cases, counts.letters, counts.events, outbox.empty() ? " empty" : outbox,
                     counts.oldest_waiting ? whole_seconds(*counts.oldest_waiting) : "-");
}

std::string memory_line() {
  const auto own = look_at_process();
  return fmt::format(
      "memory: {} KiB resident, {} KiB of heap in use; {} descriptors, {} threads, {:.1f} s of processor",
      own.resident >> 10U, own.heap >> 10U, own.descriptors, own.threads, own.cpu.count());
}

}  // namespace

Overview::Overview(Collaborators collaborators, std::unique_ptr<BookReader> reader)
    : with_(std::move(collaborators)), reader_(std::move(reader)) {}

Overview::Looked Overview::looked() const {
  const std::lock_guard lock(mutex_);
  return looked_;
}

std::vector<AlarmCondition> Overview::look() {
  auto conditions = with_.conditions();
  const std::lock_guard lock(mutex_);
  looked_.conditions = conditions;
  return conditions;
}

/// A book that cannot be read is a condition of its own; the metrics then go without.
void Overview::count(Time now) {
  const Heartbeat::Waiting waiting("the book");
  const std::lock_guard reading(reading_);
  const auto steady = with_.clock.steady();
  if (const auto before = looked(); before.counts && steady - before.counted < kCountEvery) return;
  const auto running = with_.configuration();
  const auto today = running->calendar->local(now).date;
  std::optional<BookCounts> counts;
  std::optional<BookFigures> figures;
  try {
    counts = reader_->counts(now, running->calendar->at(today, 0), *running->town);
    figures = reader_->figures(now);
  } catch (const std::exception&) {
    counts.reset();
  }
  const std::lock_guard lock(mutex_);
  looked_.counts = std::move(counts);
  looked_.figures = figures;
  looked_.counted = steady;
}

json Overview::status() {
  const auto conditions = look();
  const Time now = with_.clock.now();
  count(now);
  const auto seen = looked();
  const auto problems = texts(conditions, true);
  auto sources = json::array();
  for (const auto& source : with_.sources) sources.push_back(source_json(*source));
  json status{{"running", true},
              {"healthy", problems.empty()},
              {"problems", problems},
              {"notes", texts(conditions, false)},
              {"sources", sources},
              {"mode", with_.settings.mode == Mode::live ? "live" : "shadow"},
              {"version", version()},
              {"rule_set", with_.configuration()->version},
              {"settings", with_.settings_version},
              {"since", rfc3339(with_.started)},
              {"process", ::getpid()}};
  if (seen.counts) add_counts(status, *seen.counts);
  if (seen.figures) status["backup"] = time_or_null(seen.figures->backed_up);
  const auto free = free_space(with_.settings.data);
  status["disk_free"] = free ? json(*free) : json();
  return status;
}

MetricsMoment Overview::moment(Time now, const Looked& looked) const {
  MetricsMoment moment;
  moment.now = now;
  moment.started = with_.started;
  moment.version = version();
  moment.mode = with_.settings.mode == Mode::live ? "live" : "shadow";
  moment.rule_set = with_.configuration()->version;
  moment.healthy = texts(looked.conditions, true).empty();
  for (const auto& source : with_.sources) moment.sources.push_back({source->name(), source->health()});
  moment.mail_certificate_ends = with_.outbox.health().certificate_ends;
  moment.figures = looked.figures;
  moment.counts = looked.counts;
  for (const auto& condition : looked.conditions) ++moment.alarms[condition.kind];
  moment.threads = look_at_threads();
  for (const auto& [name, file] :
       {std::pair{"database", "docket.db"}, std::pair{"wal", "docket.db-wal"}, std::pair{"ballast", "ballast"}}) {
    std::error_code absent;
    const auto size = std::filesystem::file_size(with_.settings.data / file, absent);
    if (!absent) moment.files[name] = size;
  }
  moment.disk_free = free_space(with_.settings.data);
  return moment;
}

std::string Overview::metrics() {
  (void)look();
  const Time now = with_.clock.now();
  count(now);
  return with_.metrics.text(moment(now, looked()));
}

std::string Overview::status_line() const {
  const auto problems = texts(looked().conditions, true);
  return problems.empty() ? "healthy" : fmt::format("{} problems: {}", problems.size(), problems.front());
}

std::vector<std::string> Overview::state() const {
  const auto seen = looked();
  std::vector<std::string> lines{fmt::format(
      "docket {} runs since {}, {}, rules {}: {}", version(), whole_seconds(with_.started),
      with_.settings.mode == Mode::live ? "live" : "shadow", with_.configuration()->version, status_line())};
  lines.push_back(memory_line());
  lines.push_back(fmt::format("intake: {} letters on their way", with_.intake.on_the_way()));
  const auto mail = with_.outbox.health();
  lines.push_back("mail out: " + (mail.trouble.empty() ? "no trouble" : mail.trouble));
  if (seen.counts) lines.push_back(counts_line(*seen.counts));
  for (const auto& source : with_.sources) lines.push_back(source_line(*source));
  for (const auto& thread : look_at_threads()) lines.push_back(thread_line(thread));
  for (const auto& text : texts(seen.conditions, true)) lines.push_back("problem: " + text);
  if (lines.size() > kMostLines) {
    const auto more = lines.size() - kMostLines;
    lines.resize(kMostLines);
    lines.push_back(fmt::format("and {} lines more", more));
  }
  return lines;
}

}  // namespace docket
