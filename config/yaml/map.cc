#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "config/text.h"
#include "config/yaml/reader.h"

namespace docket::yaml {
namespace {

/// Puts a value that was read where it belongs; false when there is none.
template <typename Value, typename Into>
bool put(std::optional<Value> value, Into& into) {
  if (!value) return false;
  into = std::move(*value);
  return true;
}

}  // namespace

Map::Map(Reader& reader, const Node& node) : reader_(reader), node_(node), is_map_(reader.is_map(node)) {}

const Node* Map::find(std::string_view key, Need need) {
  if (std::find(known_.begin(), known_.end(), key) == known_.end()) known_.emplace_back(key);
  if (!is_map_) return nullptr;
  const Node* found = node_.find(key);
  // Told at the mapping: what is not there has no place of its own.
  // A key in capitals is told as unknown, by finish(): once is enough.
  const auto is_it = [&](const Key& written) { return ascii_equal_nocase(written.text, key); };
  if (found == nullptr && need == Need::required && std::none_of(node_.keys.begin(), node_.keys.end(), is_it)) {
    reader_.error(node_, fmt::format("'{}' is missing here", key), fmt::format("write it as '{}: …'", key));
  }
  return found;
}

const Key* Map::key(std::string_view key) const {
  const auto found = std::find_if(node_.keys.begin(), node_.keys.end(), [&](const Key& k) { return k.text == key; });
  return found == node_.keys.end() ? nullptr : &*found;
}

bool Map::text(std::string_view key, std::string& into, Need need) {
  const Node* node = find(key, need);
  return node != nullptr && put(reader_.text(*node), into);
}

bool Map::boolean(std::string_view key, bool& into) {
  const Node* node = find(key);
  return node != nullptr && put(reader_.boolean(*node), into);
}

bool Map::integer(std::string_view key, int& into, int min, int max) {
  const Node* node = find(key);
  if (node == nullptr) return false;
  const auto value = reader_.integer(*node, min, max);
  if (value) into = static_cast<int>(*value);
  return value.has_value();
}

bool Map::size(std::string_view key, std::uint64_t& into) {
  const Node* node = find(key);
  return node != nullptr && put(reader_.size(*node), into);
}

bool Map::duration(std::string_view key, std::chrono::seconds& into) {
  const Node* node = find(key);
  return node != nullptr && put(reader_.duration(*node), into);
}

bool Map::span(std::string_view key, std::optional<Span>& into) {
  const Node* node = find(key);
  return node != nullptr && put(reader_.span(*node), into);
}

bool Map::translated(std::string_view key, Translated& into, const std::vector<std::string>& languages, Need need) {
  const Node* node = find(key, need);
  return node != nullptr && put(reader_.translated(*node, languages), into);
}

bool Map::texts(std::string_view key, std::vector<std::string>& into, Need need) {
  const Node* node = find(key, need);
  if (node == nullptr) return false;
  auto values = reader_.texts(*node);
  if (values.empty()) return false;
  into = std::move(values);
  return true;
}

bool Map::address(std::string_view key, std::string& into, Need need) {
  const Node* node = find(key, need);
  return node != nullptr && put(reader_.address(*node), into);
}

bool Map::mailbox(std::string_view key, std::string& into, Need need) {
  const Node* node = find(key, need);
  return node != nullptr && put(reader_.mailbox(*node), into);
}

bool Map::domain(std::string_view key, std::string& into, Need need) {
  const Node* node = find(key, need);
  return node != nullptr && put(reader_.domain(*node), into);
}

std::optional<std::size_t> Map::word(std::string_view key, const std::vector<std::string>& allowed, Need need) {
  const Node* node = find(key, need);
  if (node == nullptr) return std::nullopt;
  const auto value = reader_.word(*node, allowed);
  if (!value) return std::nullopt;
  return static_cast<std::size_t>(std::find(allowed.begin(), allowed.end(), *value) - allowed.begin());
}

void Map::misplaced(const std::vector<std::string>& keys, std::string_view text, std::string_view hint) {
  for (const auto& key : node_.keys) {
    const bool known = std::find(known_.begin(), known_.end(), key.text) != known_.end();
    if (known || std::find(keys.begin(), keys.end(), key.text) == keys.end()) continue;
    reader_.error(key, fmt::format(fmt::runtime(text), key.text), fmt::format(fmt::runtime(hint), key.text));
    told_.push_back(key.text);
  }
}

void Map::finish() {
  if (!is_map_) return;
  for (const auto& key : node_.keys) {
    if (std::find(known_.begin(), known_.end(), key.text) != known_.end()) continue;
    if (std::find(told_.begin(), told_.end(), key.text) != told_.end()) continue;
    const auto near = nearest(key.text, known_);
    reader_.error(
        key, fmt::format("unknown key '{}'", key.text),
        near ? fmt::format("did you mean {}?", *near) : fmt::format("known here: {}", fmt::join(known_, ", ")));
  }
}

}  // namespace docket::yaml
