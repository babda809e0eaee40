// Looks at a file before the YAML parser does: encoding, characters, and what the parser would read otherwise than
// meant.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "config/problem.h"

namespace docket::yaml {

constexpr std::size_t kMaxOctets = std::size_t{16} << 20U;

/// The file as UTF-8 with LF line ends and without byte order mark. Refused with a place: too large, not UTF-8 (nor
/// UTF-16 with a mark), control and invisible characters, tabs in the indentation.
[[nodiscard]] std::optional<std::string> clean_text(const std::string& file, std::string_view octets,
                                                    Problems& problems);

/// Goes over the lines of clean text for what the parser lets through or explains badly: quotes and brackets not
/// closed, values that begin with a YAML sign, ` #` that cuts a value. False when it found an error.
[[nodiscard]] bool check_lines(const std::string& file, std::string_view text, Problems& problems);

/// The offset after the closing quote of the scalar that begins at `from` with `"` or `'`; npos when its line ends
/// before.
[[nodiscard]] std::size_t end_of_quoted(std::string_view text, std::size_t from);

/// Whether the line speaks of a password or secret before `offset`: then no problem repeats what stands there.
[[nodiscard]] bool may_show_secret(std::string_view text, std::size_t offset);

/// Line and column, in characters from 1, of ascending byte offsets in one text.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}
  /// Fast when `offset` is not before the last one asked for.
  [[nodiscard]] Place place(const std::string& file, std::size_t offset);

 private:
  std::string_view text_;
  std::size_t offset_ = 0;
  int line_ = 1;
  int column_ = 1;
};

}  // namespace docket::yaml
