// A request's head and target: however its octets are cut the verdict is the same, and what passes is one request that
// has one reading.
#include <vector>

#include "connectors/http/framing.h"
#include "connectors/http/peer.h"
#include "connectors/http/target.h"
#include "tests/fuzz/properties.h"

namespace {

using docket::fuzz::must;
using namespace docket::http;

constexpr std::size_t kLimit = 16384;

/// The size of the head, 0 while it is not whole, or the status as a negative number.
long verdict(std::string_view octets, std::size_t step) {
  HeadScan scan(kLimit);
  for (std::size_t size = std::min(step, octets.size());; size = std::min(size + step, octets.size())) {
    const auto found = scan.look(octets.substr(0, size));
    if (!found) return -found.error().status;
    if (*found) return static_cast<long>(**found);
    if (size == octets.size()) return 0;
  }
}

void check_head(std::string_view head) {
  must(head.size() <= kLimit && head.ends_with("\r\n\r\n"));
  must(head.find("\r\n\r\n") == head.size() - 4);
  must(head.find("\r\n ") == std::string_view::npos && head.find("\r\n\t") == std::string_view::npos);
  for (std::size_t i = 0; i < head.size(); ++i) {
    must(head[i] != '\0');
    if (head[i] == '\n') must(i > 0 && head[i - 1] == '\r');
    if (head[i] == '\r') must(head[i + 1] == '\n');
  }
}

/// As a parser would take the lines apart.
Head parsed(std::string_view octets) {
  Head head;
  for (auto line : docket::split(octets, '\n')) {
    line = docket::trim(line);
    if (head.method.empty()) {
      const auto first = line.find(' ');
      head.method = line.substr(0, first);
      const auto rest = line.substr(std::min(line.size(), head.method.size() + 1));
      head.target = rest.substr(0, rest.find(' '));
      if (line.ends_with("1.0")) head.version = 10;
    } else if (const auto colon = line.find(':'); colon != std::string_view::npos) {
      head.fields.emplace_back(docket::ascii_lower(line.substr(0, colon)), docket::trim(line.substr(colon + 1)));
    }
  }
  return head;
}

void check_framing(const Head& head) {
  const auto framing = framing_of(head);
  if (!framing) {
    must(framing.error().status >= 400 && framing.error().status < 600);
    return;
  }
  const auto headers = headers_of(head);
  must(head.target.starts_with('/') && headers.contains("host") && !headers.contains("content-encoding"));
  must(!headers.contains("content-length") || !headers.contains("transfer-encoding"));
  must(framing->chunked == headers.contains("transfer-encoding"));
  if (headers.contains("content-length")) must(docket::is_ascii_text(headers.at("content-length")));
  must(framing->has_body() || !framing->waits);
}

void check_target(std::string_view text) {
  const auto target = target_of(text);
  std::size_t octets = target.path.size();
  for (const auto& [name, value] : target.query) octets += name.size() + value.size();
  must(octets <= text.size());
  if (text.find_first_of("%?") == std::string_view::npos) must(target.path == text);
  must(percent_decoded(text, false).size() == percent_decoded(text, true).size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto input = docket::fuzz::view(data, size);
  const auto whole = verdict(input, input.size() + 1);
  must(whole == verdict(input, 1) && whole == verdict(input, 7));
  if (whole > 0) check_head(input.substr(0, static_cast<std::size_t>(whole)));
  const auto head = parsed(input.substr(0, kLimit));
  check_framing(head);
  check_target(head.target);
  check_target(input.substr(0, 4096));
  if (const auto hop = last_hop(input.substr(0, 300))) must(hop->size() < 64 && !counted_as(*hop).empty());
  return 0;
}
