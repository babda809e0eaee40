#include "connectors/webhook/media_type.h"

#include <algorithm>

#include "config/text.h"

namespace docket::webhook {

std::string media_type_or_octets(std::string_view content_type) {
  const auto type = ascii_lower(trim(content_type.substr(0, content_type.find(';'))));
  const auto slash = type.find('/');
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           std::string_view("!#$&-^_.+/").find(c) != std::string_view::npos;
  };
  const bool good = type.size() <= 127 && slash != std::string::npos && slash > 0 && slash + 1 < type.size() &&
                    type.find('/', slash + 1) == std::string::npos && std::all_of(type.begin(), type.end(), allowed);
  return good ? type : "application/octet-stream";
}

}  // namespace docket::webhook
