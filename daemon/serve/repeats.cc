#include "daemon/serve/repeats.h"

#include <algorithm>

#include "config/log_fields.h"
#include "config/text.h"

namespace docket {
namespace {

constexpr std::chrono::minutes kMinute{1};
constexpr int kWarning = 4;
constexpr std::size_t kMostShapes = 256;

bool is_number_or_id(std::string_view word) {
  const bool has_digit = std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  return has_digit || word.starts_with("o-") || word.starts_with("i-");
}

}  // namespace

std::string shape_of(std::string_view line) {
  std::string shape;
  for (const auto word : split(read_log_line(line).text, ' ')) {
    shape += is_number_or_id(word) ? std::string_view("#") : word;
    shape += ' ';
  }
  return shape;
}

bool Repeats::may_say(int priority, std::string_view line, TimePoint now) {
  if (priority > kWarning) return true;
  std::string shape = std::to_string(priority) + shape_of(line);
  const auto found = seen_.find(shape);
  if (found == seen_.end()) {
    if (seen_.size() < kMostShapes) seen_.emplace(std::move(shape), Seen{now, 1, {}});
    return true;
  }
  Seen& seen = found->second;
  if (seen.said < kMostAMinute) {
    ++seen.said;
    return true;
  }
  if (seen.kept.count++ == 0) {
    seen.kept.priority = priority;
    seen.kept.first = line;
  }
  return false;
}

std::vector<Repeats::Kept> Repeats::over(TimePoint now) {
  std::vector<Kept> kept;
  for (auto at = seen_.begin(); at != seen_.end();) {
    if (now - at->second.since < kMinute) {
      ++at;
      continue;
    }
    if (at->second.kept.count > 0) kept.push_back(std::move(at->second.kept));
    at = seen_.erase(at);
  }
  return kept;
}

}  // namespace docket
