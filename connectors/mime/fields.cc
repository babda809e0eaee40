#include "connectors/mime/fields.h"

#include <algorithm>
#include <array>
#include <optional>

#include "config/text.h"

namespace docket::mime {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// The name of the field that starts on this line (RFC 5322 section 3.6.8; blanks before the colon are obsolete
/// syntax); "" when none does.
std::string_view field_name(std::string_view line) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) return {};
  auto name = line.substr(0, colon);
  while (!name.empty() && is_blank(name.back())) name.remove_suffix(1);
  const bool printable = std::all_of(name.begin(), name.end(), [](char c) { return c > 32 && c < 127; });
  return printable ? name : std::string_view{};
}

/// Names that no sentence of a letter begins with.
bool is_known(std::string_view field) {
  constexpr std::array<std::string_view, 24> kNames{"from",         "to",
                                                    "cc",           "bcc",
                                                    "sender",       "reply-to",
                                                    "subject",      "date",
                                                    "message-id",   "in-reply-to",
                                                    "references",   "mime-version",
                                                    "received",     "return-path",
                                                    "delivered-to", "auto-submitted",
                                                    "precedence",   "dkim-signature",
                                                    "importance",   "priority",
                                                    "comments",     "keywords",
                                                    "organization", "user-agent"};
  constexpr std::array<std::string_view, 6> kPrefixes{"content-", "x-", "list-", "resent-", "arc-", "authentication-"};
  const auto name = ascii_lower(field);
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end() ||
         std::any_of(kPrefixes.begin(), kPrefixes.end(), [&](auto prefix) { return name.starts_with(prefix); });
}

/// Where the last known field ends, its folded lines included; 0 when there is none.
std::size_t end_of_known(std::string_view block) {
  std::size_t end = 0;
  bool inside = false;
  for (std::string_view rest = block; !rest.empty();) {
    const auto line = take_line(rest);
    if (!is_blank(line.front())) inside = is_known(field_name(line));
    if (inside) end = block.size() - rest.size();
  }
  return end;
}

std::string_view cut_value(std::string_view value, const ReadLimits& limits, const std::string& where,
                           Defects& defects) {
  if (value.size() <= limits.header_field) return value;
  defects.add("a header field of " + where + " is too long, its end was left out");
  return value.substr(0, limits.header_field);
}

}  // namespace

std::string_view take_line(std::string_view& text) {
  const auto end = text.find('\n');
  const auto line = text.substr(0, end == std::string_view::npos ? end : end + 1);
  text.remove_prefix(line.size());
  return line;
}

std::string_view without_line_end(std::string_view line) {
  if (line.ends_with('\n')) line.remove_suffix(1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string unfold(std::string_view value) {
  const bool holds_nul = value.find('\0') != std::string_view::npos;
  if (!holds_nul && value.find('\n') == std::string_view::npos) return std::string(trim(value));
  std::string text;
  text.reserve(value.size());
  while (!value.empty()) text += without_line_end(take_line(value));
  if (holds_nul) std::erase(text, '\0');
  const auto kept = trim(text);
  text.erase(static_cast<std::size_t>(kept.end() - text.data()));
  text.erase(0, text.size() - kept.size());
  return text;
}

std::string Fields::value(std::string_view name) const {
  const auto field =
      std::find_if(list.begin(), list.end(), [&](const Field& f) { return ascii_equal_nocase(f.name, name); });
  return field == list.end() ? std::string{} : unfold(field->value);
}

Fields read_fields(std::string_view block, const ReadLimits& limits, const std::string& where, Defects& defects) {
  Fields fields;
  fields.length = block.size();
  std::string_view rest = block.substr(0, limits.header_block);
  std::optional<std::size_t> end;  // most headers hold nothing but fields, and nobody asks
  const auto known = [&, head = rest] {
    if (!end) end = end_of_known(head);
    return *end;
  };
  if (block.size() > limits.header_block && known() > 0) {
    defects.add("the header of " + where + " is too long, its end was left out");
  }
  const auto offset = [&] { return std::min(block.size(), limits.header_block) - rest.size(); };
  bool open = false;  // the line before belongs to a field
  while (!rest.empty()) {
    const auto start = offset();
    const auto line = take_line(rest);
    if (is_blank(line.front())) {
      if (open) {
        auto& value = fields.list.back().value;
        value = {value.data(), static_cast<std::size_t>(line.data() - value.data()) + line.size()};
      }
      if (open || start < known()) continue;
    }
    const auto name = field_name(line);
    open = !name.empty();
    if (open) {
      fields.list.push_back({name, line.substr(line.find(':') + 1)});
    } else if (start < known()) {
      defects.add("a line in the header of " + where + " is no header field");
    } else {
      if (!fields.list.empty()) defects.add("no empty line after the header of " + where);
      fields.length = start;
      break;
    }
  }
  for (auto& field : fields.list) field.value = cut_value(without_line_end(field.value), limits, where, defects);
  return fields;
}

}  // namespace docket::mime
