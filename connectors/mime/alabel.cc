#include "connectors/mime/alabel.h"

#include <unicode/bytestream.h>
#include <unicode/idna.h>

#include <algorithm>
#include <memory>

#include "config/text.h"

namespace docket {
namespace {

bool domain_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
}

bool is_domain(std::string_view domain) {
  return !domain.empty() && domain.size() <= 253 && std::all_of(domain.begin(), domain.end(), domain_char) &&
         domain.front() != '.' && domain.back() != '.' && domain.find("..") == std::string_view::npos;
}

bool is_literal(std::string_view domain) {
  return domain.size() > 2 && domain.size() <= 253 && domain.starts_with('[') && domain.ends_with(']') &&
         std::all_of(domain.begin() + 1, domain.end() - 1, [](char c) { return domain_char(c) || c == ':'; });
}

/// Made once; ICU's object is immutable and used by every thread.
const icu::IDNA* mapping() {
  static const std::unique_ptr<icu::IDNA> kMapping = [] {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<icu::IDNA> made(icu::IDNA::createUTS46Instance(
        UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ, error));
    return U_SUCCESS(error) != 0 ? std::move(made) : nullptr;
  }();
  return kMapping.get();
}

}  // namespace

std::optional<std::string> ascii_domain(std::string_view domain) {
  auto lower = ascii_lower(domain);
  if (is_domain(lower) || is_literal(lower)) return lower;
  if (mapping() == nullptr || domain.size() > 1000 || !is_utf8(domain)) return std::nullopt;
  std::string ascii;
  icu::StringByteSink<std::string> sink(&ascii);
  icu::IDNAInfo info;
  UErrorCode error = U_ZERO_ERROR;
  mapping()->nameToASCII_UTF8({domain.data(), static_cast<int32_t>(domain.size())}, sink, info, error);
  if (U_FAILURE(error) != 0 || info.hasErrors() || !is_domain(ascii)) return std::nullopt;
  return ascii;
}

}  // namespace docket
