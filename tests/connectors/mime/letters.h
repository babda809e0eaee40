// Letters for tests, from a sketch: "Name: value" lines.
#pragma once

#include <string>
#include <string_view>

#include "connectors/letter.h"

namespace docket::sketch {

/// Fills headers, and From, Subject and null_sender from them; fields only, in their order, LF line ends.
inline Letter letter(std::string_view fields) {
  Letter made;
  while (!fields.empty()) {
    const auto line = fields.substr(0, fields.find('\n'));
    fields.remove_prefix(std::min(line.size() + 1, fields.size()));
    const auto colon = line.find(": ");
    if (colon == std::string_view::npos) continue;
    const std::string name(line.substr(0, colon));
    const std::string value(line.substr(colon + 2));
    made.headers.push_back({name, value});
    if (name == "From") made.from.push_back({"", value});
    if (name == "Subject") made.subject = value;
    if (name == "Return-Path") made.return_path = value == "<>" ? "" : value;
    if (name == "Return-Path") made.null_sender = value == "<>";
  }
  return made;
}

}  // namespace docket::sketch
