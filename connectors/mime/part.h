// One leaf of a letter's MIME tree, as bounces are read from it.
#pragma once

#include <map>
#include <string>

namespace docket {

/// message/rfc822 and text/rfc822-headers are leaves too, their octets as they came.
struct PartView {
  std::string type;                               ///< lower-case "type/subtype"
  std::map<std::string, std::string> parameters;  ///< of Content-Type, names in lower case, decoded
  std::string content;                            ///< transfer encoding decoded; charset as it came
  bool attached = false;                          ///< disposition attachment
};

}  // namespace docket
