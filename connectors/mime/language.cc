#include "connectors/mime/language.h"

#include <cstdio>  // CLD2's header needs it first

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>

#include "config/text.h"

namespace docket {
namespace {

constexpr std::size_t kLook = std::size_t{64} << 10U;
constexpr int kFewOctets = 24;       // "Pothole" alone is no evidence
constexpr int kSecondLanguage = 35;  // percent: a letter in two languages is in neither

/// Two letters as in ISO 639-1; CLD2 keeps some older codes.
std::optional<std::string> iso_code(CLD2::Language language) {
  std::string code = CLD2::LanguageCode(language);
  code = code.substr(0, code.find('-'));
  if (code == "iw") return "he";
  if (code == "jw") return "jv";
  if (code.size() != 2) return std::nullopt;
  return code;
}

/// One of these and CLD2 looks at nothing.
bool is_stray_control(char c) {
  const auto octet = static_cast<unsigned char>(c);
  return (octet < 0x20 && c != '\t' && c != '\n' && c != '\r') || octet == 0x7F;
}

}  // namespace

std::optional<std::string> detect_language(std::string_view subject, std::string_view text) {
  std::string sample(subject);
  sample += ".\n";
  sample += text.substr(0, kLook);
  std::replace_if(sample.begin(), sample.end(), is_stray_control, ' ');
  if (!is_utf8(sample)) sample = to_valid_utf8(sample);
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int octets = 0;
  bool reliable = false;
  int valid = 0;
  const CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  const auto best = CLD2::ExtDetectLanguageSummaryCheckUTF8(sample.data(), static_cast<int>(sample.size()), true,
                                                            &hints, 0, languages.data(), percents.data(), scores.data(),
                                                            nullptr, &octets, &reliable, &valid);
  if (!reliable || octets < kFewOctets || percents[1] >= kSecondLanguage) return std::nullopt;
  return iso_code(best);
}

}  // namespace docket
