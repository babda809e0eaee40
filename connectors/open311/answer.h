// What Open311 answers, in XML and in JSON from one value: JSON objects are elements, arrays hold elements of one name.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "connectors/http/server.h"
#include "connectors/open311/request.h"

namespace docket::open311 {

enum class Format { xml, json };

/// A path below the endpoint with its extension taken off: "requests/EX-2026-000123-8" and xml.
struct Resource {
  std::string name;
  Format format = Format::xml;
};
/// nullopt: it ends neither in .xml nor in .json.
[[nodiscard]] std::optional<Resource> parse_resource(std::string_view path);

/// A document without a namespace: `value` under an element `root`; an item of an array is named by the array's own
/// name ("services" holds "service"). Null is an empty element. What XML 1.0 cannot hold becomes U+FFFD.
[[nodiscard]] std::string to_xml(const nlohmann::ordered_json& value, const std::string& root);

/// `root` names the XML document; JSON has no such name.
[[nodiscard]] HttpResponse answer(const nlohmann::ordered_json& value, const std::string& root, Format format,
                                  int status = 200);
/// The status is the first one's; `errors` is not empty.
[[nodiscard]] HttpResponse answer(const std::vector<Error>& errors, Format format);

}  // namespace docket::open311
