#include "config/parts.h"

#include <fmt/format.h>

#include <algorithm>

#include "config/address.h"
#include "config/text.h"

namespace docket::parts {
namespace {

bool is_sample(std::string_view text) {
  const auto lower = ascii_lower(text);
  for (auto at = lower.find(".example"); at != std::string::npos; at = lower.find(".example", at + 1)) {
    const char next = at + 8 < lower.size() ? lower[at + 8] : ' ';
    if (std::string_view("abcdefghijklmnopqrstuvwxyz0123456789-.").find(next) == std::string_view::npos) return true;
  }
  return lower == "town of example" || lower == "ville d'exemple";
}

struct SampleValues {
  int count = 0;
  int line = 0;
  int column = 0;

  void note(const std::string& text, int at_line, int at_column) {
    if (!is_sample(text)) return;
    if (count++ > 0) return;
    line = at_line;
    column = at_column;
  }
  void walk(const yaml::Node& node) {
    if (node.is_scalar()) note(node.text, node.line, node.column);
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      if (node.is_map()) note(node.keys[i].text, node.keys[i].line, node.keys[i].column);
      walk(node.items[i]);
    }
  }
};

}  // namespace

std::filesystem::path below(const std::filesystem::path& folder, const std::string& path) {
  return (std::filesystem::absolute(folder) / path).lexically_normal();
}

bool read_path(yaml::Map& map, std::string_view key, const std::filesystem::path& folder, std::filesystem::path& into,
               yaml::Need need) {
  std::string text;
  if (!map.text(key, text, need)) return false;
  into = below(folder, text);
  return true;
}

// In the order of the file, whatever order the sections were read in: whoever corrects it goes from top to bottom.
bool hand_over(Problems own, Problems& problems) {
  std::stable_sort(own.begin(), own.end(), [](const Problem& a, const Problem& b) {
    return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
  });
  problems.insert(problems.end(), own.begin(), own.end());
  return !has_errors(own);
}

/// A file of a later release may mean other things by the same keys, so it is not guessed at.
void read_version(yaml::Map& map) {
  const auto* node = map.find("version", yaml::Need::required);
  if (node == nullptr) return;
  const auto version = map.reader().integer(*node, 1, 1'000'000);
  if (version && *version != 1) {
    map.reader().error(*node, fmt::format("version {} is not known to this release", *version), "write version: 1");
  }
}

/// The keys are checked all the same: a town may write its whole configuration once and see it come to life.
void warn_not_built(yaml::Map& map, std::string_view key) {
  if (const auto* at = map.key(key)) {
    map.reader().warning(*at, fmt::format("'{}' is not built yet: accepted, has no effect", key));
  }
}

std::optional<std::string> read_address_or_domain(yaml::Reader& reader, const yaml::Node& node) {
  if (!node.is_scalar() || !node.text.starts_with('@')) return reader.address(node);
  const auto domain = domain_key(std::string_view(node.text).substr(1));
  if (domain) return "@" + *domain;
  reader.error(node, fmt::format("'{}' is not a domain", node.text), "write an address, or \"@town.example\"");
  return std::nullopt;
}

/// One line, however many there are: a town that begins would otherwise see nothing else.
void warn_of_sample_values(yaml::Reader& reader, const yaml::Node& root) {
  SampleValues values;
  values.walk(root);
  if (values.count == 0) return;
  yaml::Key first;
  first.line = values.line;
  first.column = values.column;
  reader.warning(first,
                 values.count == 1
                     ? "a value of the sample town is left"
                     : fmt::format("{} values of the sample town are left; the first is here", values.count),
                 "everything that ends in .example, and the town's name, must become your own");
}

}  // namespace docket::parts
