// Writes one header field: nothing a value holds can end the field or begin another.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace docket {

/// One line of clean text: line breaks and tabs become spaces, runs of spaces one, control characters and those that
/// reverse the direction of what follows are dropped; valid UTF-8.
[[nodiscard]] std::string one_line(std::string_view text);

/// Printable ASCII without spaces, as in a token that cannot be folded.
[[nodiscard]] bool is_visible_ascii(std::string_view text);

/// Folds at 76 columns (RFC 2047 section 2). Every octet written is printable ASCII, or UTF-8 when `utf8` is set.
class FieldWriter {
 public:
  explicit FieldWriter(std::string_view name, bool utf8 = false);

  /// A piece that is never broken; a space or fold comes before it. Octets that may not stand in a field are dropped.
  void token(std::string_view piece);
  /// Follows the last token without a space, on the same line.
  void glue(std::string_view piece);
  /// Unstructured text (RFC 5322 section 3.2.5), non-ASCII as encoded-words (RFC 2047).
  void text(std::string_view value);
  /// A display name: atoms, quoted string or encoded-words.
  void phrase(std::string_view value);
  /// `; name=value`, quoted or in the form of RFC 2231, in sections when long.
  void parameter(std::string_view name, std::string_view value);

  /// The field with its final CRLF.
  [[nodiscard]] std::string finish() &&;

 private:
  void encoded_words(std::string_view value);
  void put(std::string_view piece);

  std::string out_;
  std::size_t column_ = 0;
  bool utf8_ = false;
};

}  // namespace docket
