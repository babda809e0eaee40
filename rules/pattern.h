// The regular expressions of rules: RE2, vetted, over folded text.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <tl/expected.hpp>

#include "rules/fault.h"

namespace docket {

/// Immutable; matching is linear in the text and safe from every thread.
class Pattern {
 public:
  ~Pattern();
  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;

  /// For folded text, ignoring case; `exact`: for the exact form, case counts. A fault for what does not compile, is
  /// too large, repeats too often or matches the empty text; its words name the clerk's mistake, not RE2's code.
  [[nodiscard]] static tl::expected<std::shared_ptr<const Pattern>, Fault> compile(std::string_view source, bool exact);
  /// As it was compiled: folded, unless exact.
  [[nodiscard]] const std::string& source() const;
  /// Whether some plain text of three octets or more stands wherever it matches: only then an index can help.
  [[nodiscard]] bool has_literal() const;
  /// The first match as [begin, end).
  [[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> find(std::string_view text) const;

 private:
  struct Program;
  explicit Pattern(std::unique_ptr<Program> program);
  std::unique_ptr<Program> program_;
};

/// The source with its non-ASCII characters outside [] and \Q…\E folded as letters are; nothing else is touched:
/// lower-casing a whole source would turn \D into \d.
[[nodiscard]] std::string fold_pattern(std::string_view source);
/// The most often that one atom may repeat by counted repeats, nested ones multiplied: ((a{10}){10}) is 100.
[[nodiscard]] long counted_repeat(std::string_view source);
/// Whether a [] of the source holds a character that folding replaces.
[[nodiscard]] bool has_accent_in_class(std::string_view source);
/// Whether a '{' outside [], escapes and \Q…\E is no {n}, {n,} or {n,m}: RE2 takes it for the character itself.
[[nodiscard]] bool has_lone_brace(std::string_view source);

}  // namespace docket
