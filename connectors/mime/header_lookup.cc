#include "connectors/mime/header_lookup.h"

#include "config/text.h"

namespace docket {

std::vector<std::string_view> values_of(const Letter& letter, std::string_view name) {
  std::vector<std::string_view> values;
  for (const auto& header : letter.headers) {
    if (ascii_equal_nocase(header.name, name)) values.push_back(trim(header.value));
  }
  return values;
}

std::string_view first_value(const Letter& letter, std::string_view name) {
  for (const auto& header : letter.headers) {
    if (ascii_equal_nocase(header.name, name)) return trim(header.value);
  }
  return {};
}

std::string_view first_word(std::string_view value) {
  value = trim(value);
  return value.substr(0, value.find_first_of(" \t\r\n;,()"));
}

std::string from_local_part(const Letter& letter) {
  if (letter.from.empty()) return {};
  const std::string_view address = letter.from.front().address;
  return ascii_lower(address.substr(0, address.rfind('@')));
}

}  // namespace docket
