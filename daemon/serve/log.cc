#include "daemon/serve/log.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdlib>
#include <mutex>
#include <utility>
#include <vector>

#define SD_JOURNAL_SUPPRESS_LOCATION  // where in docket's source a line was written is nothing to an admin
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <systemd/sd-journal.h>

#include "config/log_fields.h"
#include "daemon/serve/repeats.h"

namespace docket {
namespace {

constexpr int kInformation = 6;

struct MessageId {
  std::string_view event;
  std::string_view id;
};
constexpr std::array<MessageId, 10> kMessageIds{{
    {"alarm", "72fc818a7d284c989dccebbcc2291c4a"},
    {"alarm-over", "73a51f21cedf4b1e9913e19705a26f5d"},
    {"book-damaged", "c9444490593f460ba5938c7582c14c20"},
    {"letter-failed", "75a929777651407da578192add6b1df2"},
    {"letter-uncertain", "f486145c8365486a8b1dd32f3709c391"},
    {"reload-refused", "4df07819838c409aa43c47425b37e5d1"},
    {"reloaded", "625c251cb84247da922190d4a559578b"},
    {"started", "9b6f7a3a6f244cb09c5a4baa1924868c"},
    {"stopped", "ec01c0a4ef5a423ab90c0ab0c3ea8603"},
    {"thread-stuck", "5ce17f6e178f4a35abc9f4ff76f77ea2"},
}};

/// Standard error is the journal's own stream (systemd.exec(5), JOURNAL_STREAM: device and inode).
bool is_journal() {
  const char* named = std::getenv("JOURNAL_STREAM");
  struct stat info {};
  if (named == nullptr || fstat(2, &info) != 0) return false;
  return named == fmt::format("{}:{}", info.st_dev, info.st_ino);
}

/// DOCKET_ and the key in capitals, as fields of the journal are written.
std::string journal_key(const std::string& key) {
  std::string name = "DOCKET_";
  for (const char c : key) name += c == '_' ? c : static_cast<char>(c - 'a' + 'A');
  return name;
}

bool send_to_journal(int priority, const std::string& line) {
  const LogWords words = read_log_line(line);
  std::vector<std::string> fields{"MESSAGE=" + line, fmt::format("PRIORITY={}", priority), "SYSLOG_IDENTIFIER=docket"};
  for (const auto& [key, value] : words.fields) {
    fields.push_back(journal_key(key) + "=" + value);
    const auto id = key == "event" ? message_id_of(value) : std::string_view();
    if (!id.empty()) fields.push_back(fmt::format("MESSAGE_ID={}", id));
  }
  std::vector<iovec> parts;
  parts.reserve(fields.size());
  for (auto& field : fields) parts.push_back({field.data(), field.size()});
  return sd_journal_sendv(parts.data(), static_cast<int>(parts.size())) == 0;
}

void write_line(int priority, const std::string& line) {
  static const auto logger = [] {
    auto made = spdlog::stderr_logger_mt("docket");
    made->set_pattern("%v");
    made->flush_on(spdlog::level::trace);
    return made;
  }();
  logger->info("<{}>{}", priority, line);
}

void say(int priority, const std::string& line) {
  static const bool journal = is_journal();
  // A journal that cannot be reached still reads our standard error, now or later.
  if (journal && send_to_journal(priority, line)) return;
  write_line(priority, line);
}

/// Of the whole process, as its standard error is.
struct Log {
  std::atomic<int> level{kInformation};
  std::mutex mutex;
  Repeats repeats;
};

Log& own_log() {
  // Not destroyed: a thread that was given up may log after main().
  static auto* const log = new Log;  // NOLINT(cppcoreguidelines-owning-memory)
  return *log;
}

}  // namespace

void log_line(int priority, const std::string& line) {
  Log& log = own_log();
  log_repeats();
  if (priority > log.level) return;
  {
    const std::lock_guard lock(log.mutex);
    if (!log.repeats.may_say(priority, line, std::chrono::steady_clock::now())) return;
  }
  std::string clean = line;
  std::replace_if(
      clean.begin(), clean.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
  say(priority, clean);
}

void log_repeats() {
  Log& log = own_log();
  std::vector<Repeats::Kept> kept;
  {
    const std::lock_guard lock(log.mutex);
    kept = log.repeats.over(std::chrono::steady_clock::now());
  }
  for (const auto& one : kept) {
    const std::string text(read_log_line(one.first).text);
    say(one.priority, fmt::format("{} more such lines within a minute, the first of them: {}", one.count, text) +
                          log_field("repeats", std::to_string(one.count)));
  }
}

std::optional<int> log_level(std::string_view word) {
  constexpr std::array<std::pair<std::string_view, int>, 5> kLevels{
      {{"error", 3}, {"warning", 4}, {"notice", 5}, {"info", 6}, {"debug", 7}}};
  const auto* const found =
      std::find_if(kLevels.begin(), kLevels.end(), [&](const auto& one) { return one.first == word; });
  return found == kLevels.end() ? std::nullopt : std::optional(found->second);
}

void set_log_level(int priority) { own_log().level = priority; }

std::string_view message_id_of(std::string_view event) {
  const auto* const found =
      std::find_if(kMessageIds.begin(), kMessageIds.end(), [&](const MessageId& one) { return one.event == event; });
  return found == kMessageIds.end() ? std::string_view() : found->id;
}

}  // namespace docket
