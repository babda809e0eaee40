#include "daemon/commands/status_screen.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "config/text.h"

namespace docket {
namespace {

using nlohmann::json;
using Lines = std::vector<std::string>;

constexpr std::size_t kWidth = 80;
constexpr std::size_t kMostProblems = 7;
constexpr std::size_t kMostSources = 6;
constexpr std::size_t kMostNotes = 2;
constexpr std::size_t kLinesAProblem = 2;

std::string cut(const std::string& text, std::size_t width) {
  if (count_characters(text) <= width) return text;
  return std::string(first_characters(text, width - 1)) + "…";
}

std::string text_of(const json& value, const char* name) {
  const auto found = value.find(name);
  return found != value.end() && found->is_string() ? found->get<std::string>() : "";
}

/// "3 min ago": an admin wants to know how long, not to subtract.
std::string ago(const std::string& time, Time now) {
  const auto then = parse_rfc3339(time);
  if (!then) return "never";
  const auto seconds = std::max<std::int64_t>(0, std::chrono::duration_cast<std::chrono::seconds>(now - *then).count());
  if (seconds < 120) return fmt::format("{} s ago", seconds);
  if (seconds < 7200) return fmt::format("{} min ago", seconds / 60);
  if (seconds < 48 * 3600) return fmt::format("{} h ago", seconds / 3600);
  return fmt::format("{} days ago", seconds / 86400);
}

/// "2026-11-23 10:00 UTC"
std::string minute_of(const std::string& time) {
  if (time.size() < 16) return "-";
  return time.substr(0, 10) + " " + time.substr(11, 5) + " UTC";
}

std::string counted(const json& counts) {
  std::string text;
  for (const auto& [name, count] : counts.items()) {
    if (count != 0) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count.get<std::int64_t>(), name);
  }
  return text.empty() ? "none" : text;
}

void add(Lines& lines, const char* name, const std::string& text) {
  lines.push_back(cut(fmt::format("{:9}{}", name, text), kWidth));
}

/// Wrapped at spaces onto at most `most` lines, the second indented.
void add_wrapped(Lines& lines, const std::string& lead, std::string text, std::size_t most) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  std::string indent = lead;
  for (std::size_t line = 1; line < most && count_characters(indent + text) > kWidth; ++line) {
    const std::string head(first_characters(text, kWidth - count_characters(indent)));
    const auto space = head.find_last_of(' ');
    if (space == std::string::npos) break;
    lines.push_back(indent + head.substr(0, space));
    text = text.substr(space + 1);
    indent = std::string(lead.size() + 2, ' ');
  }
  lines.push_back(cut(indent + text, kWidth));
}

void add_list(Lines& lines, const json& status, const char* name, const std::string& lead, std::size_t most) {
  const auto found = status.find(name);
  if (found == status.end() || !found->is_array()) return;
  const std::size_t told = std::min(most, found->size());
  // What one has to do stands at the end: where few want room they are shown whole.
  const std::size_t lines_each = most * kLinesAProblem / std::max<std::size_t>(told, 1);
  for (std::size_t i = 0; i < told; ++i) add_wrapped(lines, lead, (*found)[i].get<std::string>(), lines_each);
  if (found->size() > most)
    lines.push_back(fmt::format("{}and {} more (docket status --json)", lead, found->size() - most));
}

void add_sources(Lines& lines, const json& status, Time now) {
  auto sources = status.value("sources", json::array());
  // Those in trouble are never the ones without room.
  std::stable_sort(sources.begin(), sources.end(), [](const json& a, const json& b) {
    return !text_of(a, "trouble").empty() && text_of(b, "trouble").empty();
  });
  std::size_t shown = 0;
  for (const auto& source : sources) {
    if (shown == kMostSources) break;
    const auto trouble = text_of(source, "trouble");
    add(lines, shown++ == 0 ? "sources" : "",
        fmt::format("{}: {}{}", text_of(source, "name"), ago(text_of(source, "last_success"), now),
                    trouble.empty() ? "" : ", trouble: " + trouble));
  }
  if (sources.size() > shown) add(lines, "", fmt::format("and {} more", sources.size() - shown));
}

void add_figures(Lines& lines, const json& status, Time now) {
  add(lines, "rules",
      fmt::format("{}, since {}", cut(text_of(status, "rule_set"), 23), minute_of(text_of(status, "rules_since"))));
  add_sources(lines, status, now);
  if (status.contains("today")) add(lines, "today", counted(status["today"]));
  if (status.contains("outbox")) {
    const auto oldest = text_of(status, "oldest_waiting");
    add(lines, "outbox",
        counted(status["outbox"]) + (oldest.empty() ? "" : fmt::format("; the oldest made {}", ago(oldest, now))));
  }
  if (status.contains("cases")) {
    const auto& cases = status["cases"];
    add(lines, "cases",
        fmt::format("{} open, {} of them overdue, {} in all", cases.value("open", 0), cases.value("overdue", 0),
                    cases.value("all", 0)));
  }
  const auto backup = text_of(status, "backup");
  add(lines, "backup", backup.empty() ? "never (docket backup FILE)" : ago(backup, now));
  if (const auto found = status.find("disk_free"); found != status.end() && found->is_number_unsigned()) {
    add(lines, "disk", fmt::format("{} MiB free", found->get<std::uint64_t>() >> 20U));
  }
}

}  // namespace

Lines status_screen(const json& status, Time now) {
  Lines lines;
  const bool running = status.value("running", false);
  const char* health = status.value("healthy", false) ? ", healthy" : "";
  lines.push_back(
      running ? cut(fmt::format("running{} since {}, {}, docket {}", health, minute_of(text_of(status, "since")),
                                text_of(status, "mode"), text_of(status, "version")),
                    kWidth)
              : std::string("not running"));
  add_list(lines, status, "problems", "  ! ", kMostProblems);
  if (running) add_figures(lines, status, now);
  constexpr std::size_t kScreen = 24;
  if (lines.size() + kMostNotes * kLinesAProblem + 1 <= kScreen) {
    add_list(lines, status, "notes", "  note: ", kMostNotes);
  }
  if (lines.size() > kScreen) {
    lines.resize(kScreen - 1);
    lines.emplace_back("  … (docket status --json has all)");
  }
  return lines;
}

}  // namespace docket
