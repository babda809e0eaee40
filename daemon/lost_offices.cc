#include "daemon/lost_offices.h"

#include <fmt/format.h>

#include "config/text.h"

namespace docket {
namespace {

/// The line of the section, from 1; 0 where it is written in another way.
int line_of_offices(const std::string& text) {
  int line = 0;
  for (const auto& one : split(text, '\n')) {
    ++line;
    if (one.starts_with("offices:")) return line;
  }
  return 0;
}

}  // namespace

std::size_t add_lost_offices(const std::map<std::string, int>& open_cases, const TextFile& town, Problems& problems) {
  const int line = line_of_offices(town.text);
  for (const auto& [office, count] : open_cases) {
    problems.push_back({Severity::error,
                        {town.name, line, line == 0 ? 0 : 1},
                        fmt::format("the office '{}' has {} open case{}", office, count, count == 1 ? "" : "s"),
                        "keep it and retire it, so that they go to another office: retired: {on: DAY, to: OFFICE}"});
  }
  return open_cases.size();
}

}  // namespace docket
