#include "connectors/mime/lower.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "config/text.h"

namespace docket::mime {

std::string lower(std::string_view text) {
  if (is_ascii_text(text)) return ascii_lower(text);
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  auto wide = icu::UnicodeString::fromUTF8(piece);
  std::string result;
  return wide.toLower(icu::Locale::getRoot()).toUTF8String(result);
}

}  // namespace docket::mime
