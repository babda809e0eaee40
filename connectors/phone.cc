#include "connectors/phone.h"

#include <phonenumbers/logger.h>
#include <phonenumbers/phonenumberutil.h>
#include <unicode/timezone.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>

#include "config/text.h"

namespace docket {
namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

/// Longer is no number, and costs time.
constexpr std::size_t kMaxOctets = 250;

/// What carriers put before a number. "tel:" (RFC 3966) is libphonenumber's own.
constexpr std::array kSchemes = {"whatsapp:", "sms:", "mms:", "callto:", "phone:"};

// Carriers spell a withheld number on the keypad: RESTRICTED, BLOCKED, UNKNOWN, ANONYMOUS and UNAVAILABLE. Only this
// last one could be somebody's, and all who withhold theirs would then be one person.
constexpr const char* kUnavailable = "+86282452253";

/// Silent: it writes to standard output otherwise, where a command's JSON goes.
const PhoneNumberUtil& numbers() {
  static const PhoneNumberUtil& util = [&]() -> const PhoneNumberUtil& {
    auto* instance = PhoneNumberUtil::GetInstance();
    instance->SetLogger(std::make_unique<i18n::phonenumbers::NullLogger>().release());  // which takes it over
    return *instance;
  }();
  return util;
}

/// Spaces of every width become plain ones; marks that nobody sees (text direction, joiners), as copied contacts have
/// them, go.
std::string plain(std::string_view text) {
  const auto wide = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  icu::UnicodeString out;
  for (std::int32_t at = 0; at < wide.length(); at = wide.moveIndex32(at, 1)) {
    const auto character = wide.char32At(at);
    if (u_isUWhiteSpace(character) != 0) {
      out.append(u' ');
    } else if (u_charType(character) != U_FORMAT_CHAR) {
      out.append(character);
    }
  }
  std::string utf8;
  return out.toUTF8String(utf8);
}

/// Without what stands before the number; with extensions under a name that libphonenumber knows.
std::string readable(std::string_view as_it_came) {
  auto text = plain(trim(as_it_came));
  for (const std::string_view scheme : kSchemes) {
    if (ascii_lower(text).starts_with(scheme)) text.erase(0, scheme.size());
  }
  // Its French: "613-555-0142 poste 12".
  const auto extension = ascii_lower(text).find("poste");
  if (extension != std::string::npos) text.replace(extension, std::string_view("poste").size(), "ext.");
  return text;
}

/// The library throws nothing; what it does not understand is no number.
std::optional<PhoneNumber> parsed(const std::string& text, const std::string& region) {
  PhoneNumber number;
  const auto error = numbers().Parse(text, region.empty() ? "ZZ" : region, &number);
  if (error != PhoneNumberUtil::NO_PARSING_ERROR) return std::nullopt;
  return number;
}

std::string formatted(const PhoneNumber& number, PhoneNumberUtil::PhoneNumberFormat format) {
  std::string text;
  numbers().Format(number, format, &text);
  return text;
}

}  // namespace

std::optional<std::string> normalised(std::string_view as_it_came, const std::string& region) {
  if (as_it_came.size() > kMaxOctets) return std::nullopt;
  const auto number = parsed(readable(as_it_came), region);
  // Possible, not valid: the library's table of area codes is of its year, and new ones are given out each year. A
  // number of only local length would need an area code to be anybody's, one of zeros is nobody's.
  if (!number || number->national_number() == 0 ||
      numbers().IsPossibleNumberWithReason(*number) != PhoneNumberUtil::IS_POSSIBLE) {
    return std::nullopt;
  }
  auto e164 = formatted(*number, PhoneNumberUtil::E164);
  if (e164 == kUnavailable) return std::nullopt;
  return e164;
}

std::string shown(const std::string& e164, const std::string& region) {
  const auto number = e164.starts_with('+') && e164.size() <= kMaxOctets ? parsed(e164, "") : std::nullopt;
  if (!number) return e164;
  // By the country code, not the region: from one country of North America one dials another as one's own.
  const bool inside = !region.empty() && numbers().GetCountryCodeForRegion(region) == number->country_code();
  return formatted(*number, inside ? PhoneNumberUtil::NATIONAL : PhoneNumberUtil::INTERNATIONAL);
}

std::string region_of(const std::string& time_zone) {
  std::array<char, 8> region{};
  UErrorCode status = U_ZERO_ERROR;
  icu::TimeZone::getRegion(icu::UnicodeString::fromUTF8(time_zone), region.data(),
                           static_cast<std::int32_t>(region.size()), status);
  const std::string letters(region.data());
  // "001" is the world.
  const bool known = U_SUCCESS(status) && letters.size() == 2 &&
                     std::all_of(letters.begin(), letters.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return known ? letters : "";
}

}  // namespace docket
