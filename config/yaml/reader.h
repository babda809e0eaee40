// Typed access to the nodes of one YAML file; whatever does not fit becomes a Problem with its place and a hint.
//
//   auto root = yaml::parse(file.name, file.text, problems);
//   if (!root) return std::nullopt;
//   yaml::Reader reader(file.name, problems);
//   yaml::Map top(reader, *root);
//   top.text("prefix", town.prefix, yaml::Need::required);     // fills, or leaves as it was
//   if (const yaml::Node* rules = top.find("rules")) {         // for shapes of your own
//     for (const yaml::Node& item : reader.list(*rules)) { yaml::Map rule(reader, item); ... rule.finish(); }
//   }
//   top.finish();                                              // every key not asked for: unknown, "did you mean"
//
// Nothing stops at the first problem: read on, then look at has_errors(problems) once at the end.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/problem.h"
#include "config/town.h"
#include "config/yaml/node.h"

namespace docket::yaml {

enum class Need { optional, required };

/// Reads single nodes of one file. Each function appends a problem and returns nullopt (or nothing) when the node is
/// not of that form.
class Reader {
 public:
  /// `problems` outlives the reader.
  Reader(std::string file, Problems& problems) : file_(std::move(file)), problems_(problems) {}

  void error(const Node& at, std::string text, std::string hint = {});
  void warning(const Node& at, std::string text, std::string hint = {});
  void error(const Key& at, std::string text, std::string hint = {});
  void warning(const Key& at, std::string text, std::string hint = {});
  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] Place place(const Node& at) const { return {file_, at.line, at.column}; }
  [[nodiscard]] Place place(const Key& at) const { return {file_, at.line, at.column}; }

  /// A scalar that is not empty; warns of yes, no, on, off, y, n, true, false without quotes.
  [[nodiscard]] std::optional<std::string> text(const Node& node);
  /// true or false, nothing else.
  [[nodiscard]] std::optional<bool> boolean(const Node& node);
  /// Decimal digits (and a minus), no leading zero, in [min, max].
  [[nodiscard]] std::optional<std::int64_t> integer(const Node& node, std::int64_t min, std::int64_t max);
  /// "50 MiB", in octets; at least 1.
  [[nodiscard]] std::optional<std::uint64_t> size(const Node& node);
  /// "30s", "5m", "12h", "30d", "30 days"; no business units.
  [[nodiscard]] std::optional<std::chrono::seconds> duration(const Node& node);
  /// "2 business days", "same day", …: at least 1, at most 10,000.
  [[nodiscard]] std::optional<Span> span(const Node& node);
  /// YYYY-MM-DD, a day that exists.
  [[nodiscard]] std::optional<std::chrono::year_month_day> date(const Node& node);
  /// One text for all, or language → text. Warns of a language the town does not have and of one left out; empty
  /// `languages` checks neither.
  [[nodiscard]] std::optional<Translated> translated(const Node& node, const std::vector<std::string>& languages);
  /// Whether every key of a mapping is one of `languages`; an error at each that is not.
  bool has_languages(const Node& node, const std::vector<std::string>& languages);
  /// One text, or a list of at least one; `node_of`, when given, gets the node of each.
  [[nodiscard]] std::vector<std::string> texts(const Node& node, std::vector<const Node*>* node_of = nullptr);
  /// One of `allowed`, else an error with "did you mean".
  [[nodiscard]] std::optional<std::string> word(const Node& node, const std::vector<std::string>& allowed);
  /// A mail address, as address_key() gives it (config/address.h).
  [[nodiscard]] std::optional<std::string> address(const Node& node);
  /// A mail address to write to: the local part stays as it was typed (address_to_write()).
  [[nodiscard]] std::optional<std::string> mailbox(const Node& node);
  /// A domain in lower-case Unicode.
  [[nodiscard]] std::optional<std::string> domain(const Node& node);
  /// The items of a list that is not empty; an error and none when it is no list.
  [[nodiscard]] const std::vector<Node>& list(const Node& node);
  /// Whether the node is a map with at least one entry; else an error.
  [[nodiscard]] bool is_map(const Node& node);

 private:
  [[nodiscard]] bool is_scalar(const Node& node, std::string_view expected);
  void add(Severity severity, Place place, std::string text, std::string hint);

  std::string file_;
  Problems& problems_;
};

/// One mapping while it is read. The functions named like the reader's fill `into` and return true when the key is
/// there and good; else `into` stays as it was (its default), with an error when the value is wrong or a required
/// key is missing. `reader` and `node` outlive it.
class Map {
 public:
  /// A node that is no map is an error here, once; all look-ups then find nothing, and nothing counts as missing.
  Map(Reader& reader, const Node& node);

  /// The value under `key`, which from now on is a known key; nullptr when absent.
  const Node* find(std::string_view key, Need need = Need::optional);
  /// The key itself, for problems that are about it.
  [[nodiscard]] const Key* key(std::string_view key) const;

  bool text(std::string_view key, std::string& into, Need need = Need::optional);
  bool boolean(std::string_view key, bool& into);
  bool integer(std::string_view key, int& into, int min, int max);
  bool size(std::string_view key, std::uint64_t& into);
  bool duration(std::string_view key, std::chrono::seconds& into);
  bool span(std::string_view key, std::optional<Span>& into);
  bool translated(std::string_view key, Translated& into, const std::vector<std::string>& languages,
                  Need need = Need::optional);
  bool texts(std::string_view key, std::vector<std::string>& into, Need need = Need::optional);
  bool address(std::string_view key, std::string& into, Need need = Need::optional);
  bool mailbox(std::string_view key, std::string& into, Need need = Need::optional);
  bool domain(std::string_view key, std::string& into, Need need = Need::optional);
  /// The index of the word in `allowed`.
  std::optional<std::size_t> word(std::string_view key, const std::vector<std::string>& allowed,
                                  Need need = Need::optional);

  /// Reports those of `keys` that stand here and were not asked for: keys that belong elsewhere. "{}" in `text` and
  /// `hint` is the key; other braces are doubled.
  void misplaced(const std::vector<std::string>& keys, std::string_view text, std::string_view hint);
  /// Reports every key that nobody asked for, with the nearest known one. Call it last.
  void finish();

  [[nodiscard]] const Node& node() const { return node_; }
  [[nodiscard]] Reader& reader() const { return reader_; }

 private:
  Reader& reader_;
  const Node& node_;
  bool is_map_;
  std::vector<std::string> known_;
  std::vector<std::string> told_;  ///< of misplaced()
};

}  // namespace docket::yaml
