// Reads what compose wrote, by its own strict means: an oracle that shares no code with docket.
#pragma once

#include <openssl/evp.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wire {

using Fields = std::vector<std::pair<std::string, std::string>>;

struct Entity {
  Fields fields;
  std::string body;
};

/// Why `octets` may not go to a server; empty when they may.
inline std::string fault(const std::string& octets) {
  std::size_t column = 0;
  for (std::size_t i = 0; i < octets.size(); ++i) {
    const char c = octets[i];
    if (c == '\0') return "NUL";
    if (c == '\n' && (i == 0 || octets[i - 1] != '\r')) return "bare LF";
    if (c == '\r' && (i + 1 == octets.size() || octets[i + 1] != '\n')) return "bare CR";
    column = c == '\r' || c == '\n' ? 0 : column + 1;
    if (column > 998) return "a line over 998";
  }
  return octets.ends_with("\r\n") ? "" : "no final line end";
}

inline Entity parse(const std::string& octets) {
  Entity entity;
  const auto end = octets.find("\r\n\r\n");
  const std::string head = octets.substr(0, end + 2);
  entity.body = octets.substr(end + 4);
  for (std::size_t at = 0; at < head.size();) {
    const auto stop = head.find("\r\n", at);
    const auto line = head.substr(at, stop - at);
    at = stop + 2;
    if (line.starts_with(' ') && !entity.fields.empty()) {
      entity.fields.back().second += line;
    } else {
      const auto colon = line.find(": ");
      entity.fields.emplace_back(line.substr(0, colon), colon == std::string::npos ? "" : line.substr(colon + 2));
    }
  }
  return entity;
}

inline std::string names(const Entity& entity) {
  std::string out;
  for (const auto& [name, value] : entity.fields) out += (out.empty() ? "" : " ") + name;
  return out;
}

inline std::string field(const Entity& entity, std::string_view name) {
  for (const auto& [key, value] : entity.fields) {
    if (key == name) return value;
  }
  return "(missing)";
}

inline std::string base64(std::string text) {
  std::erase_if(text, [](char c) { return c == '\r' || c == '\n'; });
  std::string out(text.size(), '\0');
  const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                                   reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
  if (size < 0) return "(not base64)";
  const auto pad = static_cast<std::size_t>(std::count(text.begin(), text.end(), '='));
  out.resize(static_cast<std::size_t>(size) - pad);
  return out;
}

inline char octet(std::string_view digits) {
  const auto value = [](char c) { return c <= '9' ? c - '0' : c - 'A' + 10; };
  return static_cast<char>(value(digits[0]) * 16 + value(digits[1]));
}

/// Undoes =XX or %XX; soft line breaks vanish.
inline std::string escaped(std::string_view text, char sign) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == sign && text.substr(i, 3) == "=\r\n") {
      i += 2;
    } else if (text[i] == sign) {
      out += octet(text.substr(i + 1, 2));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

inline std::string encoded_word(std::string_view word) {
  auto content = std::string(word.substr(10, word.size() - 12));
  if (word.starts_with("=?UTF-8?B?")) return base64(content);
  std::replace(content.begin(), content.end(), '_', ' ');
  return escaped(content, '=');
}

/// Unstructured text with its encoded-words decoded.
inline std::string text(const std::string& value) {
  std::string out;
  bool word_before = false;
  for (std::size_t at = 0; at < value.size();) {
    const auto stop = std::min(value.find(' ', at), value.size());
    const std::string_view piece = std::string_view(value).substr(at, stop - at);
    const bool word = piece.starts_with("=?UTF-8?");
    if (at > 0 && !(word && word_before)) out += ' ';
    out += word ? encoded_word(piece) : std::string(piece);
    word_before = word;
    at = stop + 1;
  }
  return out;
}

/// The decoded body of one entity.
inline std::string content(const Entity& entity) {
  const auto encoding = field(entity, "Content-Transfer-Encoding");
  if (encoding == "base64") return base64(entity.body);
  return encoding == "quoted-printable" ? escaped(entity.body, '=') : entity.body;
}

/// A parameter, quoted or in the form of RFC 2231.
inline std::string parameter(const std::string& value, const std::string& name) {
  if (const auto at = value.find("; " + name + "=\""); at != std::string::npos) {
    const auto from = at + name.size() + 4;
    return value.substr(from, value.find('"', from) - from);
  }
  std::string all;
  for (int section = -1; section < 100; ++section) {
    const auto form = section < 0 ? std::string("*=") : "*" + std::to_string(section) + "*=";
    const auto at = value.find("; " + name + form);
    if (at == std::string::npos) continue;
    const auto from = at + 2 + name.size() + form.size();
    all += value.substr(from, value.find(';', from) - from);
  }
  return all.starts_with("UTF-8''") ? escaped(all.substr(7), '%') : "(missing)";
}

inline std::vector<Entity> parts(const Entity& entity) {
  const auto boundary = "--" + parameter(field(entity, "Content-Type"), "boundary");
  std::vector<Entity> found;
  auto at = entity.body.find(boundary + "\r\n");
  while (at != std::string::npos) {
    const auto from = at + boundary.size() + 2;
    at = entity.body.find("\r\n" + boundary, from);
    found.push_back(parse(entity.body.substr(from, at - from)));
    at = entity.body.compare(at + 2, boundary.size() + 2, boundary + "\r\n") == 0 ? at + 2 : std::string::npos;
  }
  return found;
}

}  // namespace wire
