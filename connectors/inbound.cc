#include "connectors/inbound.h"

#include <algorithm>

namespace docket {

std::string_view header_block(std::string_view octets) {
  constexpr std::size_t kLongest = std::size_t{1} << 20U;
  octets = octets.substr(0, kLongest);
  // Empty lines in front of the first field end nothing: read() steps over them too.
  std::size_t at = std::min(octets.find_first_not_of(" \t\r\n"), octets.size());
  while ((at = octets.find('\n', at)) != std::string_view::npos) {
    const std::size_t next = octets.find_first_not_of('\r', ++at);
    if (next != std::string_view::npos && octets[next] == '\n') return octets.substr(0, next + 1);
  }
  return octets;
}

}  // namespace docket
