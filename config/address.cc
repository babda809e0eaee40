#include "config/address.h"

#include <unicode/idna.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "config/text.h"

namespace docket {
namespace {

constexpr std::size_t kMaxOctets = 254;  // RFC 5321 4.5.3.1.3, without the angle brackets
constexpr std::size_t kMaxLocalPart = 64;

/// Nontransitional, as browsers and registries do it today: straße.example is a domain of its own.
const icu::IDNA* idna() {
  static const auto kIdna = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::IDNA> made(
        icu::IDNA::createUTS46Instance(UIDNA_USE_STD3_RULES | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ |
                                           UIDNA_NONTRANSITIONAL_TO_UNICODE | UIDNA_NONTRANSITIONAL_TO_ASCII,
                                       status));
    return U_SUCCESS(status) ? std::move(made) : nullptr;
  }();
  return kIdna.get();
}

/// A label of RFC 1035 section 2.3.1 in lower case, which UTS 46 leaves as it is; "--" may begin one that it reads.
bool is_plain_label(std::string_view label) {
  constexpr std::size_t kLongest = 63;
  return !label.empty() && label.size() <= kLongest && label.front() != '-' && label.back() != '-' &&
         label.find("--") == std::string_view::npos && std::all_of(label.begin(), label.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

/// Most domains: what UTS 46 makes of it in either direction is known without asking.
bool is_plain_domain(std::string_view domain) {
  constexpr std::size_t kLongest = 253;
  while (domain.size() <= kLongest) {
    const auto end = domain.find('.');
    if (!is_plain_label(domain.substr(0, end))) return false;
    if (end == std::string_view::npos) return true;
    domain.remove_prefix(end + 1);
  }
  return false;
}

/// Runs one direction of UTS 46 over a domain name.
template <typename Convert>
std::optional<std::string> convert(std::string_view domain, Convert convert) {
  if (domain.empty() || domain.size() > kMaxOctets || !is_utf8(domain) || domain.front() == '.' ||
      domain.back() == '.') {
    return std::nullopt;
  }
  if (auto lower = ascii_lower(domain); is_plain_domain(lower)) return lower;
  if (idna() == nullptr) return ascii_lower(domain);
  icu::UnicodeString result;
  icu::IDNAInfo info;
  UErrorCode status = U_ZERO_ERROR;
  convert(icu::UnicodeString::fromUTF8(icu::StringPiece(domain.data(), static_cast<int32_t>(domain.size()))), result,
          info, status);
  if (U_FAILURE(status) || info.hasErrors()) return std::nullopt;
  std::string text;
  return result.toUTF8String(text);
}

/// Standards let a server tell capitals apart before the @; hardly any does, and people do not.
std::string folded(std::string_view text) {
  if (is_ascii_text(text)) return ascii_lower(text);
  UErrorCode status = U_ZERO_ERROR;
  const auto* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) return ascii_lower(text);
  const auto source = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  const auto result = fold->normalize(source, status);
  std::string octets;
  return U_SUCCESS(status) ? result.toUTF8String(octets) : ascii_lower(text);
}

/// Controls beyond ASCII, blanks of any width, and marks that turn the direction of text: in no letter we write.
bool is_invisible(std::string_view text) {
  const auto wide = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  for (int32_t i = 0; i < wide.length(); i = wide.moveIndex32(i, 1)) {
    const UChar32 c = wide.char32At(i);
    if (u_isISOControl(c) || u_isUWhiteSpace(c) || (u_hasBinaryProperty(c, UCHAR_BIDI_CONTROL) != 0)) return true;
  }
  return false;
}

bool is_special(char c) {
  switch (c) {
    case '(':
    case ')':
    case '<':
    case '>':
    case '[':
    case ']':
    case ':':
    case ';':
    case '@':
    case '\\':
    case ',':
    case '"':
      return true;
    default:
      return false;
  }
}

/// RFC 5322 dot-atom, with UTF-8 beyond ASCII (RFC 6532).
bool is_dot_atom(std::string_view text) {
  if (text.empty() || text.front() == '.' || text.back() == '.' || text.find("..") != std::string_view::npos) {
    return false;
  }
  for (const char c : text) {
    const auto octet = static_cast<unsigned char>(c);
    if (octet <= 0x20 || octet == 0x7F || is_special(c)) return false;
  }
  return is_ascii_text(text) || !is_invisible(text);
}

}  // namespace

std::optional<std::string> domain_key(std::string_view domain) {
  return convert(domain, [](const auto& name, auto& result, auto& info, auto& status) {
    idna()->nameToUnicode(name, result, info, status);
  });
}

std::optional<std::string> domain_to_ascii(std::string_view domain) {
  return convert(domain, [](const auto& name, auto& result, auto& info, auto& status) {
    idna()->nameToASCII(name, result, info, status);
  });
}

std::optional<std::string> address_key(std::string_view address) {
  if (address.size() > kMaxOctets || !is_utf8(address)) return std::nullopt;
  const auto at = address.rfind('@');
  if (at > kMaxLocalPart || !is_dot_atom(address.substr(0, at))) return std::nullopt;
  const auto domain = domain_key(address.substr(at + 1));
  // What cannot be written in ASCII has no DNS name, so nothing could ever be sent there.
  if (!domain || domain_to_ascii(*domain) == std::nullopt) return std::nullopt;
  return folded(address.substr(0, at)) + "@" + *domain;
}

std::optional<std::string> address_to_write(std::string_view address) {
  const auto key = address_key(address);
  if (!key) return std::nullopt;
  return std::string(address.substr(0, address.rfind('@'))) + key->substr(key->rfind('@'));
}

}  // namespace docket
