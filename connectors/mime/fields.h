// Header fields of an entity as raw views into the letter: the store that everything decoded is read from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "connectors/mime/defects.h"
#include "connectors/read.h"

namespace docket::mime {

struct Field {
  std::string_view name;   ///< as written
  std::string_view value;  ///< raw and perhaps folded, without its last line end
};

struct Fields {
  std::vector<Field> list;
  std::size_t length = 0;  ///< octets that are header; less than what was given where the body starts early

  /// The first field of that name in any case; "" when there is none. Unfolded, otherwise raw.
  [[nodiscard]] std::string value(std::string_view name) const;
};

/// Reads a header block (without the empty line that ends it). Lines that are no field are passed over where a known
/// field follows them; where none does, the body starts there. What exceeds the limits is cut, and a defect.
[[nodiscard]] Fields read_fields(std::string_view block, const ReadLimits& limits, const std::string& where,
                                 Defects& defects);

/// RFC 5322 section 2.2.3: without the line ends of folding; NULs dropped.
[[nodiscard]] std::string unfold(std::string_view value);

/// Takes the first line off `text`; it comes with its line end.
[[nodiscard]] std::string_view take_line(std::string_view& text);
/// Without LF or CRLF at its end.
[[nodiscard]] std::string_view without_line_end(std::string_view line);

}  // namespace docket::mime
