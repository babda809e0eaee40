// What waits for the clerk, section by section, a line each. Reads only. Private: daemon/casebook only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "daemon/casebook/writing.h"

namespace docket {

struct MorningSection {
  std::string title;               ///< English / French
  std::vector<std::string> lines;  ///< each names the command that settles it, and the reply word where there is one
  std::string all;                 ///< the command that lists them all
};

/// From when on things are news: the last list.
struct MorningSince {
  Time at{};
  std::int64_t event = 0;  ///< the newest one then
};

/// Those that hold a line, in a fixed order. Nothing in them is a resident's word of a case that is a member's or
/// restricted; letters of one campaign are one line.
[[nodiscard]] std::vector<MorningSection> morning_sections(const Writing& writing, const TownNow& now,
                                                           const MorningSince& since);

}  // namespace docket
