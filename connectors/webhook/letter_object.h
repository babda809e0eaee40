// A letter as a JSON object (config/schema/letter.schema.json): what the formats standard, json and github carry.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "connectors/webhook/payload.h"

namespace docket::webhook {

struct LetterObject {
  Payload payload;
  std::vector<std::string> wrong;  ///< "from.email: expected text"; what is wrong is left out of the payload
  bool readable = false;           ///< it is JSON and an object
};

/// The object may lie under `data`, with `timestamp` beside it.
[[nodiscard]] LetterObject read_letter_object(std::string_view json);

}  // namespace docket::webhook
