#include "connectors/mime/calendar.h"

#include <algorithm>
#include <array>

#include "config/text.h"

namespace docket {
namespace {

constexpr std::size_t kLongest = 40;

/// A token (RFC 5545 iana-token) in capitals, else "".
std::string token(std::string_view value) {
  value = trim(value);
  std::string out;
  for (const char c : value) {
    const bool small = c >= 'a' && c <= 'z';
    if (!small && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '-') return {};
    out += small ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return out.size() <= kLongest ? out : std::string();
}

/// METHOD stands among the properties of the calendar, before its first component.
std::string method_property(std::string_view calendar) {
  for (auto line : split(calendar, '\n')) {
    line = trim(line);
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const auto name = line.substr(0, std::min(colon, line.find(';')));
    if (ascii_equal_nocase(name, "METHOD")) return token(line.substr(colon + 1));
    if (ascii_equal_nocase(name, "BEGIN") && !ascii_equal_nocase(trim(line.substr(colon + 1)), "VCALENDAR")) break;
  }
  return {};
}

}  // namespace

std::string calendar_method(const std::vector<PartView>& parts) {
  for (const auto& part : parts) {
    if (part.type != "text/calendar") continue;
    const auto parameter = part.parameters.find("method");
    auto method = parameter == part.parameters.end() ? std::string() : token(parameter->second);
    if (method.empty() && !part.attached) method = method_property(part.content);
    if (!method.empty()) return method;
  }
  return {};
}

bool is_calendar_answer(std::string_view method) {
  constexpr std::array<std::string_view, 5> kAnswers{"REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH", "CANCEL"};
  return std::find(kAnswers.begin(), kAnswers.end(), method) != kAnswers.end();
}

}  // namespace docket
