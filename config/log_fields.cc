#include "config/log_fields.h"

#include <algorithm>
#include <optional>

namespace docket {
namespace {

bool is_key(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }

bool needs_quotes(std::string_view value) {
  return value.empty() || std::any_of(value.begin(), value.end(), [](char c) {
           return static_cast<unsigned char>(c) <= 0x20 || c == '"' || c == '\\' || c == '=';
         });
}

/// The opening quote of the quoted value that ends the line; npos: none does.
std::size_t opening_quote(std::string_view line) {
  for (std::size_t at = line.size() - 1; at-- > 0;) {
    if (line[at] != '"') continue;
    std::size_t strokes = 0;
    while (strokes < at && line[at - 1 - strokes] == '\\') ++strokes;
    if (strokes % 2 == 0) return at;
  }
  return std::string_view::npos;
}

std::string unquoted(std::string_view value) {
  std::string plain;
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (value[at] == '\\' && at + 1 < value.size()) ++at;
    plain += value[at];
  }
  return plain;
}

struct Field {
  std::size_t begin = 0;  ///< of the space before the key
  std::string key;
  std::string value;
};

/// The field that ends the line, if one does.
std::optional<Field> last_field(std::string_view line) {
  if (line.empty()) return std::nullopt;
  Field field;
  std::size_t begins = 0;  // of the value, quote and all
  if (line.back() == '"') {
    begins = opening_quote(line);
    if (begins == std::string_view::npos) return std::nullopt;
    field.value = unquoted(line.substr(begins + 1, line.size() - begins - 2));
  } else {
    begins = line.find_last_of(" =\"") + 1;  // npos + 1 is 0
    field.value = line.substr(begins);
  }
  if (begins == 0 || line[begins - 1] != '=') return std::nullopt;
  std::size_t key = begins - 1;
  while (key > 0 && is_key(line[key - 1])) --key;
  if (key == begins - 1 || key == 0 || line[key - 1] != ' ') return std::nullopt;
  field.key = line.substr(key, begins - 1 - key);
  field.begin = key - 1;
  return field;
}

}  // namespace

std::string log_field(std::string_view key, std::string_view value) {
  std::string field = " " + std::string(key) + "=";
  if (!needs_quotes(value)) return field + std::string(value);
  field += '"';
  for (const char c : value) {
    if (c == '"' || c == '\\') field += '\\';
    field += c;
  }
  return field + '"';
}

LogWords read_log_line(std::string_view line) {
  LogWords words{line, {}};
  while (auto field = last_field(words.text)) {
    words.text = words.text.substr(0, field->begin);
    words.fields.emplace_back(std::move(field->key), std::move(field->value));
  }
  std::reverse(words.fields.begin(), words.fields.end());
  return words;
}

}  // namespace docket
