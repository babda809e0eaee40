// A YAML file as a tree of nodes that remember where they stand: what settings, town and rule files are read through.
//
// The dialect is smaller than YAML, so that nothing is read otherwise than a clerk sees it: no anchors, aliases, tags
// or
// `<<`; no key twice; one document; quotes close on their own line; a plain value stays on its line; depth 24.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/problem.h"

namespace docket::yaml {

/// The key of one entry of a mapping.
struct Key {
  std::string text;
  int line = 0;
  int column = 0;
};

struct Node {
  enum class Kind { null, scalar, list, map };
  enum class Style { plain, single_quoted, double_quoted, block };

  Kind kind = Kind::null;
  Style style = Style::plain;  ///< of a scalar
  int line = 0;                ///< from 1
  int column = 0;              ///< in characters, from 1
  std::string
      text;  ///< of a scalar: UTF-8, no control characters but line feed and tab; of a written null: "null" or "~"
  std::vector<Key> keys;    ///< of a map, in file order; keys[i] names items[i]
  std::vector<Node> items;  ///< of a list or map, in file order

  [[nodiscard]] bool is_null() const { return kind == Kind::null; }
  [[nodiscard]] bool is_scalar() const { return kind == Kind::scalar; }
  [[nodiscard]] bool is_list() const { return kind == Kind::list; }
  [[nodiscard]] bool is_map() const { return kind == Kind::map; }
  /// The value under `key`, nullptr when there is none.
  [[nodiscard]] const Node* find(std::string_view key) const;
};

/// yes, no, on, off, y, n, true, false without quotes: what some YAML readers take for true or false.
[[nodiscard]] bool is_truth_word(const Node& node);

/// Parses one file, at most 16 MB. Every problem found is appended with its place; nullopt when any is an error.
/// The root of the result is a map. Thread-safe, throws nothing but std::bad_alloc.
[[nodiscard]] std::optional<Node> parse(const std::string& file, std::string_view text, Problems& problems);

}  // namespace docket::yaml
