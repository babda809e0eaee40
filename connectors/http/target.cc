#include "connectors/http/target.h"

#include "config/text.h"

namespace docket::http {
std::string percent_decoded(std::string_view text, bool plus_is_space) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0) {
      result += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      i += 2;
    } else {
      result += plus_is_space && text[i] == '+' ? ' ' : text[i];
    }
  }
  return result;
}

std::map<std::string, std::string> query_of(std::string_view text) {
  std::map<std::string, std::string> query;
  for (const auto pair : split(text, '&')) {
    if (pair.empty()) continue;
    const auto equals = pair.find('=');
    const auto value = equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1);
    query.emplace(percent_decoded(pair.substr(0, equals), true), percent_decoded(value, true));
  }
  return query;
}

Target target_of(std::string_view text) {
  const auto question = text.find('?');
  Target target{percent_decoded(text.substr(0, question), false), {}};
  if (question != std::string_view::npos) target.query = query_of(text.substr(question + 1));
  return target;
}

}  // namespace docket::http
