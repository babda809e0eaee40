// The case book: whole, of this docket's schema, copied lately; and what is known of the libraries it stands on.
#pragma once

#include <string>

#include "daemon/casebook/inspect.h"
#include "daemon/doctor/line.h"

namespace docket::doctor {

[[nodiscard]] Lines judge_book(const BookInspection& book, Time now);

struct Versions {
  int sqlite = 0;     ///< 3040001
  unsigned curl = 0;  ///< 0x075801
  std::string sqlite_words;
  std::string curl_words;
};
[[nodiscard]] Versions versions_here();
/// Known troubles of what is installed, and what docket does about them.
[[nodiscard]] Lines judge_versions(const Versions& versions);

}  // namespace docket::doctor
