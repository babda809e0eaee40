#include "connectors/mime/flowed.h"

#include <algorithm>
#include <utility>

#include "config/text.h"

namespace docket {
namespace {

/// One line of the format: quote marks counted, stuffing removed (RFC 3676 sections 4.4 and 4.5).
struct FlowedLine {
  std::size_t depth = 0;
  std::string_view text;
  bool flows = false;  ///< goes on in the next line
};

FlowedLine parse(std::string_view line) {
  FlowedLine flowed;
  flowed.depth = std::min(line.find_first_not_of('>'), line.size());
  flowed.text = line.substr(flowed.depth);
  if (flowed.text.starts_with(' ')) flowed.text.remove_prefix(1);
  // The signature line ends in a space and yet never flows (section 4.3).
  flowed.flows = flowed.text.ends_with(' ') && flowed.text != "-- ";
  return flowed;
}

void begin(std::string& out, std::size_t depth) {
  out.append(depth, '>');
  if (depth > 0) out += ' ';
}

}  // namespace

std::string unflow(std::string_view text, bool delsp) {
  std::string out;
  out.reserve(text.size());
  const bool ends = text.ends_with('\n');
  if (ends) text.remove_suffix(1);
  bool first = true;
  bool joining = false;
  std::size_t depth = 0;
  for (const auto line : split(text, '\n')) {
    auto flowed = parse(line);
    // A paragraph ends where the quoting changes, even if a generator forgot to (section 4.5).
    const bool joins = joining && flowed.depth == depth && flowed.text != "-- ";
    if (!joins) {
      if (joining && out.ends_with(' ')) out.pop_back();
      if (!std::exchange(first, false)) out += '\n';
      begin(out, flowed.depth);
    }
    depth = flowed.depth;
    joining = flowed.flows;
    if (flowed.flows && delsp) flowed.text.remove_suffix(1);
    out += flowed.text;
  }
  if (ends) out += '\n';
  return out;
}

}  // namespace docket
