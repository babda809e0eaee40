// Finds every tag of a template and every wrong one: mustache itself renders unknown names as nothing and never
// looks into inactive sections.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "config/problem.h"

namespace docket::letters {

struct Tag {
  char sigil = 0;  ///< 0 for a value, else # ^ / !
  std::string_view name;
  std::size_t begin = 0;  ///< octets, of "{{"
  std::size_t end = 0;    ///< octets, after "}}"
};

/// A subject line or a text, with the place where it stands in its file.
struct Part {
  std::string_view text;
  Place start;
  bool subject = false;
};

/// The right tags of `part` in order; every wrong one is appended to `problems`. Linear in the text.
[[nodiscard]] std::vector<Tag> scan(const Part& part, Problems& problems);

/// The place of the octet `offset` of `part` (column in characters).
[[nodiscard]] Place place_of(const Part& part, std::size_t offset);

}  // namespace docket::letters
