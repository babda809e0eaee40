#include "connectors/mime/tag_stripper.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

#include "config/text.h"
#include "connectors/mime/plain_text_builder.h"

namespace docket {
namespace {

constexpr std::size_t kEntity = 12;  // longer names are none

bool alphanumeric(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

std::string utf8(unsigned code) {
  const auto octet = [](unsigned value) { return static_cast<char>(static_cast<unsigned char>(value)); };
  std::string out;
  if (code < 0x80) return {octet(code)};
  if (code < 0x800) return {octet(0xC0U | code >> 6U), octet(0x80U | (code & 0x3FU))};
  if (code < 0x10000) {
    return {octet(0xE0U | code >> 12U), octet(0x80U | (code >> 6U & 0x3FU)), octet(0x80U | (code & 0x3FU))};
  }
  return {octet(0xF0U | code >> 18U), octet(0x80U | (code >> 12U & 0x3FU)), octet(0x80U | (code >> 6U & 0x3FU)),
          octet(0x80U | (code & 0x3FU))};
}

/// "#233", "#xE9" or "eacute"; surrogates and what lies outside Unicode are no characters.
std::optional<std::string> decode_entity(std::string_view name) {
  unsigned code = 0;
  if (name.starts_with('#')) {
    const bool hexadecimal = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    const auto digits = name.substr(hexadecimal ? 2 : 1);
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  } else {
    const auto* known = htmlEntityLookup(reinterpret_cast<const xmlChar*>(std::string(name).c_str()));
    if (known == nullptr) return std::nullopt;
    code = known->value;
  }
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return std::nullopt;
  return utf8(code);
}

class Stripper {
 public:
  Stripper(std::string_view html, std::size_t limit) : rest_(html), builder_(limit) {}

  PlainText run() {
    while (!rest_.empty() && !builder_.full()) {
      if (rest_.front() == '<') {
        tag();
      } else if (rest_.front() == '&') {
        entity();
      } else {
        take(std::min(rest_.find_first_of("<&"), rest_.size()));
      }
    }
    const bool cut = builder_.full();
    return {std::move(builder_).take(), cut};
  }

 private:
  void take(std::size_t size) {
    builder_.text(rest_.substr(0, size));
    rest_.remove_prefix(size);
  }

  /// Past the next `end`. Without one the rest is dropped: it is inside a tag, and looking again for each '<' in it
  /// would cost quadratic time.
  void skip_past(std::string_view end) {
    const auto at = rest_.find(end);
    rest_.remove_prefix(at == std::string_view::npos ? rest_.size() : at + end.size());
  }

  void tag() {
    const bool closes = rest_.substr(1, 1) == "/";
    const std::size_t from = closes ? 2 : 1;
    std::size_t to = from;
    while (to < rest_.size() && to < from + 20 && alphanumeric(rest_[to])) ++to;
    const auto name = ascii_lower(rest_.substr(from, to - from));
    if (name.empty() && !closes) {
      take(1);
    } else {
      skip_past(">");
      element(name, closes);
    }
  }

  void element(const std::string& name, bool closes) {
    const auto layout = layout_of(name);
    if (closes) {
      builder_.close(layout);
    } else if (name == "title") {
      do {
        skip_past("</");
      } while (!rest_.empty() && !ascii_equal_nocase(rest_.substr(0, name.size()), name));
      skip_past(">");
    } else {
      builder_.open(layout);
    }
  }

  void entity() {
    const auto end = rest_.substr(0, kEntity).find(';');
    const auto character = end == std::string_view::npos ? std::nullopt : decode_entity(rest_.substr(1, end - 1));
    if (!character) {
      take(1);
      return;
    }
    builder_.text(*character);
    rest_.remove_prefix(end + 1);
  }

  std::string_view rest_;
  PlainTextBuilder builder_;
};

}  // namespace

PlainText strip_tags(std::string_view utf8_html, std::size_t limit) { return Stripper(utf8_html, limit).run(); }

}  // namespace docket
