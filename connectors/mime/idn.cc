#include "connectors/mime/idn.h"

#include <unicode/uidna.h>

#include <algorithm>
#include <array>
#include <memory>

#include "config/text.h"

namespace docket::mime {
namespace {

bool needs_idna(std::string_view domain) {
  return domain.find("xn--") != std::string_view::npos || !is_ascii_text(domain);
}

}  // namespace

std::string readable_domain(std::string_view domain) {
  constexpr std::size_t kLongest = 255;  // RFC 1035 section 2.3.4
  auto lower = ascii_lower(domain);
  if (lower.size() > kLongest || !needs_idna(lower)) return lower;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UIDNA, decltype(&uidna_close)> idna(
      uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_UNICODE | UIDNA_CHECK_BIDI, &status), &uidna_close);
  if (U_FAILURE(status)) return lower;
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  std::array<char, 2048> buffer{};
  const auto length = uidna_nameToUnicodeUTF8(idna.get(), lower.data(), static_cast<std::int32_t>(lower.size()),
                                              buffer.data(), static_cast<std::int32_t>(buffer.size()), &info, &status);
  const bool good = U_SUCCESS(status) && info.errors == 0 && length > 0;
  return good ? std::string(buffer.data(), static_cast<std::size_t>(length)) : lower;
}

bool compares_as_written(std::string_view address) {
  return is_ascii_text(address) && address.find("--") == std::string_view::npos;
}

std::string comparable_address(std::string_view address) {
  const auto at = address.rfind('@');
  if (at == std::string_view::npos) return ascii_lower(address);
  return ascii_lower(address.substr(0, at)) + "@" + readable_domain(address.substr(at + 1));
}

}  // namespace docket::mime
