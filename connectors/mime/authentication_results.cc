#include "connectors/mime/authentication_results.h"

#include <algorithm>

#include "config/text.h"

namespace docket {
namespace {

constexpr std::string_view kBlank = " \t\r\n";
constexpr std::size_t kMethods = 100;

void skip_blank(std::string_view& rest) { rest.remove_prefix(std::min(rest.find_first_not_of(kBlank), rest.size())); }

/// A quoted string without its quotes, or everything up to one of `ends`.
std::string take_word(std::string_view& rest, std::string_view ends) {
  skip_blank(rest);
  std::string word;
  if (!rest.starts_with('"')) {
    const auto end = std::min(rest.find_first_of(ends), rest.size());
    word = rest.substr(0, end);
    rest.remove_prefix(end);
    return word;
  }
  std::size_t i = 1;
  for (; i < rest.size() && rest[i] != '"'; ++i) {
    if (rest[i] == '\\' && i + 1 < rest.size()) ++i;
    word += rest[i];
  }
  rest.remove_prefix(std::min(i + 1, rest.size()));
  return word;
}

/// A name whose dots and slashes may stand between blanks: "smtp . mailfrom".
std::string take_name(std::string_view& rest) {
  std::string name;
  do {
    name += take_word(rest, " \t\r\n=;");
    skip_blank(rest);
  } while (!rest.empty() && !name.empty() && rest.front() != ';' && rest.front() != '=' &&
           (rest.front() == '.' || rest.front() == '/' || name.ends_with('.') || name.ends_with('/')));
  return ascii_lower(name);
}

/// "name = value", with blanks allowed around the sign. A value may hold further '=' signs (header.b).
std::optional<std::pair<std::string, std::string>> take_pair(std::string_view& rest) {
  auto name = take_name(rest);
  if (name.empty() || !rest.starts_with('=')) return std::nullopt;
  rest.remove_prefix(1);
  auto value = take_word(rest, " \t\r\n;");
  return std::pair(std::move(name), std::move(value));
}

/// Positions of the semicolons outside quoted strings.
std::vector<std::string_view> split_resinfo(std::string_view value) {
  std::vector<std::string_view> parts;
  std::size_t from = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '\\' && quoted) {
      ++i;
    } else if (value[i] == '"') {
      quoted = !quoted;
    } else if (value[i] == ';' && !quoted) {
      parts.push_back(value.substr(from, i - from));
      from = i + 1;
    }
  }
  parts.push_back(value.substr(from));
  return parts;
}

std::optional<MethodResult> parse_method(std::string_view part) {
  auto head = take_pair(part);
  if (!head || head->second.empty()) return std::nullopt;
  MethodResult result;
  // "method/1": only version 1 exists.
  const auto slash = head->first.find('/');
  if (slash != std::string::npos && trim(std::string_view(head->first).substr(slash + 1)) != "1") return std::nullopt;
  result.method = head->first.substr(0, slash);
  result.result = ascii_lower(head->second);
  while (auto pair = take_pair(part)) result.properties.push_back(std::move(*pair));
  return result;
}

}  // namespace

const std::string* MethodResult::property(std::string_view name) const {
  const auto found =
      std::find_if(properties.begin(), properties.end(), [&](const auto& one) { return one.first == name; });
  return found == properties.end() ? nullptr : &found->second;
}

std::string without_comments(std::string_view value) {
  std::string out;
  std::size_t depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if (c == '\\' && (quoted || depth > 0) && i + 1 < value.size()) {
      if (depth == 0) out.append(value.substr(i, 2));
      ++i;
    } else if (!quoted && c == '(') {
      if (depth++ == 0) out += ' ';
    } else if (depth > 0) {
      if (c == ')') --depth;
    } else {
      if (c == '"') quoted = !quoted;
      out += c;
    }
  }
  return out;
}

std::optional<AuthenticationResults> parse_authentication_results(std::string_view value) {
  const auto bare = without_comments(value);
  const auto parts = split_resinfo(bare);
  AuthenticationResults results;
  std::size_t next = 0;
  std::string_view head = parts.front();
  const bool no_id = parse_method(head).has_value();
  if (!no_id) {
    results.authserv_id = ascii_lower(take_word(head, kBlank));
    const auto version = trim(head);
    if (results.authserv_id.empty() || (!version.empty() && version != "1")) return std::nullopt;
    next = 1;
  }
  for (; next < parts.size() && results.methods.size() < kMethods; ++next) {
    if (auto method = parse_method(parts[next])) results.methods.push_back(std::move(*method));
  }
  return results;
}

}  // namespace docket
