// The MIME tree of a letter: mimetic walks it, under limits, on headers that we have read ourselves.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "connectors/mime/defects.h"
#include "connectors/mime/fields.h"
#include "connectors/mime/parameters.h"
#include "connectors/read.h"

namespace docket::mime {

/// One entity; its views point into the text the tree was built from.
struct Entity {
  std::string number;  ///< "1", "2.1": as IMAP numbers body parts; "" for the letter itself
  int depth = 0;       ///< multiparts around it
  Fields fields;
  Parametrised content_type;  ///< its value is never empty (RFC 2045 section 5.2, RFC 2046 section 5.1.5)
  std::string_view body;      ///< of a leaf
  bool multipart = false;     ///< its parts follow it in the list
  int parts = 0;
  std::string_view preamble;  ///< of a multipart
};

/// Entities in the order of the letter, the letter itself first; never empty.
[[nodiscard]] std::vector<Entity> parse_tree(std::string_view text, const ReadLimits& limits, Defects& defects);

}  // namespace docket::mime
