#include "connectors/mime/prepare.h"

#include <algorithm>

#include "connectors/mime/fields.h"

namespace docket::mime {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string replace_all(std::string_view text, std::string_view from, std::string_view to) {
  std::string result;
  result.reserve(text.size());
  for (auto at = text.find(from); at != std::string_view::npos; at = text.find(from)) {
    result += text.substr(0, at);
    result += to;
    text.remove_prefix(at + from.size());
  }
  result += text;
  return result;
}

std::string_view without_front_matter(std::string_view octets) {
  if (octets.starts_with(kByteOrderMark)) octets.remove_prefix(kByteOrderMark.size());
  while (true) {
    octets.remove_prefix(std::min(octets.find_first_not_of(" \t\r\n"), octets.size()));
    if (!octets.starts_with("From ") && !octets.starts_with(">From ")) return octets;
    static_cast<void>(take_line(octets));
  }
}

}  // namespace

std::string_view prepare(std::string_view octets, std::string& repaired, const ReadLimits& limits, Defects& defects) {
  if (octets.size() > limits.octets) {
    defects.add("longer than " + std::to_string(limits.octets) + " octets, its end was not read");
    octets = octets.substr(0, limits.octets);
  }
  // Line ends are told by the first of them: bodies may hold any octets.
  const auto first = octets.find_first_of("\r\n");
  if (first != std::string_view::npos && octets.find('\n') == std::string_view::npos) {
    repaired = replace_all(octets, "\r", "\n");
    octets = repaired;
    defects.add("its lines end with CR alone");
  } else if (first != std::string_view::npos && octets.substr(first).starts_with("\r\r\n")) {
    repaired = replace_all(octets, "\r\r\n", "\r\n");
    octets = repaired;
    defects.add("its lines end with CR CR LF");
  }
  return without_front_matter(octets);
}

}  // namespace docket::mime
