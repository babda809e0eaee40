#include "connectors/mime/message_id.h"

#include <algorithm>
#include <unordered_set>

#include "connectors/mime/words.h"

namespace docket::mime {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::size_t kLongest = 998;

std::string bracketed(std::string_view inside) {
  std::string id = clean_text(inside);
  std::erase(id, ' ');
  if (id.empty() || id.size() + 2 > kLongest) return {};
  return "<" + id + ">";
}

std::vector<std::string_view> find_ids(std::string_view text) {
  std::vector<std::string_view> ids;
  if (text.find('<') == std::string_view::npos) {
    while (true) {
      text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
      if (text.empty()) return ids;
      const auto word = text.substr(0, text.find_first_of(kBlanks));
      if (word.find('@') != std::string_view::npos) ids.push_back(word);
      text.remove_prefix(word.size());
    }
  }
  for (auto open = text.find('<'); open != std::string_view::npos; open = text.find('<')) {
    text.remove_prefix(open + 1);
    const auto close = text.find('>');
    if (close == std::string_view::npos) break;
    ids.push_back(text.substr(0, close));
    text.remove_prefix(close);
  }
  return ids;
}

}  // namespace

std::vector<std::string> parse_message_ids(std::string_view text, std::size_t limit) {
  std::vector<std::string> ids;
  std::unordered_set<std::string> seen;
  for (const auto inside : find_ids(text)) {
    if (ids.size() >= limit) break;
    auto id = bracketed(inside);
    if (!id.empty() && seen.insert(id).second) ids.push_back(std::move(id));
  }
  return ids;
}

}  // namespace docket::mime
