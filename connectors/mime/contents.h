// What a letter holds: its best plain text, its attachments, and its leaves for reading bounces.
#pragma once

#include <string>
#include <vector>

#include "connectors/letter.h"
#include "connectors/mime/defects.h"
#include "connectors/mime/part.h"
#include "connectors/mime/tree.h"
#include "connectors/read.h"

namespace docket::mime {

struct Contents {
  std::string text;  ///< UTF-8, LF, without blanks and empty lines at its end
  bool html = false;
  std::vector<Attachment> attachments;
  std::vector<PartView> leaves;
};

/// All text/plain leaves joined by a line break; HTML only where none of them holds any text;
/// every other leaf is an attachment, and so is a text leaf with a file name or disposition attachment (RFC 2046, RFC
/// 2183). Uuencoded files in a text leaf are attachments too. Never fails: what cannot be decoded is kept as it came,
/// with a defect.
[[nodiscard]] Contents read_contents(const std::vector<Entity>& entities, const ReadLimits& limits, Defects& defects);

}  // namespace docket::mime
