#include "connectors/mime/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "config/text.h"

namespace docket::mime {
namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

/// Names that ICU lacks or that mail uses for a superset, after the WHATWG encoding standard.
constexpr std::array<std::pair<std::string_view, std::string_view>, 49> kAliases{{
    {"ansi_x3.110-1983", "windows-1252"},
    {"ansi_x3.4-1968", "windows-1252"},
    {"ansi_x3.4-1986", "windows-1252"},
    {"ascii", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"iso646-us", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso-8859-1-windows-3.0-latin-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"l1", "windows-1252"},
    {"8859-1", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"ansi", "windows-1252"},
    {"windows", "windows-1252"},
    {"x-ansi", "windows-1252"},
    {"cp-850", "ibm-850"},
    {"cp932", "windows-31j"},
    {"shift_jis", "windows-31j"},
    {"shift-jis", "windows-31j"},
    {"x-sjis", "windows-31j"},
    {"sjis", "windows-31j"},
    {"ms_kanji", "windows-31j"},
    {"gb2312", "gb18030"},
    {"gb_2312-80", "gb18030"},
    {"gbk", "gb18030"},
    {"cp936", "gb18030"},
    {"x-gbk", "gb18030"},
    {"hz-gb-2312", "HZ"},
    {"ks_c_5601-1987", "windows-949"},
    {"ks_c_5601", "windows-949"},
    {"ksc5601", "windows-949"},
    {"euc-kr", "windows-949"},
    {"cp949", "windows-949"},
    {"iso-8859-9", "windows-1254"},
    {"latin5", "windows-1254"},
    {"iso-8859-11", "windows-874"},
    {"tis-620", "windows-874"},
    {"iso-8859-8-i", "iso-8859-8"},
    {"iso-8859-8-e", "iso-8859-8"},
    {"logical", "iso-8859-8"},
    {"latin-9", "iso-8859-15"},
    {"x-mac-roman", "macintosh"},
    {"x-macroman", "macintosh"},
    {"unicode-1-1-utf-7", "utf-7"},
    {"unicode-1-1-utf-8", "utf-8"},
    {"utf8mb4", "utf-8"},
}};

/// The upper half of ISO-8859-16 (Romanian), from 0xA0 on: the one charset of the WHATWG list that ICU lacks.
constexpr std::u16string_view kLatin10 =
    u"\u00A0ĄąŁ€„Š§š©Ș«Ź\u00ADźŻ°±ČłŽ”¶·žčș»ŒœŸż"
    u"ÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚß"
    u"àáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ";

bool is_latin10(std::string_view name) {
  constexpr std::array<std::string_view, 5> kNames{"iso-8859-16", "iso8859-16", "iso_8859-16", "latin10", "l10"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

std::string from_latin10(std::string_view octets) {
  icu::UnicodeString text;
  for (const char c : octets) {
    const auto octet = static_cast<unsigned char>(c);
    text.append(octet < 0xA0 ? static_cast<UChar>(octet) : kLatin10[octet - 0xA0U]);
  }
  std::string utf8;
  text.toUTF8String(utf8);
  return to_valid_utf8(utf8);
}

/// Lower case, without quotes, blanks and an RFC 2231 language suffix.
std::string clean_name(std::string_view charset) {
  std::string name = ascii_lower(trim(charset.substr(0, charset.find('*'))));
  std::erase_if(name, [](char c) { return c == '"' || c == '\'' || c == ' ' || c == '\0'; });
  return name.substr(0, 60);
}

std::string icu_name(const std::string& name) {
  const auto* const known =
      std::find_if(kAliases.begin(), kAliases.end(), [&](const auto& alias) { return alias.first == name; });
  return known == kAliases.end() ? name : std::string(known->second);
}

/// Piece by piece through a fixed pivot: memory is the result's alone.
std::string convert(UConverter* from, std::string_view octets) {
  std::string text;
  text.reserve(octets.size() + octets.size() / 4);
  UErrorCode status = U_ZERO_ERROR;
  const Converter utf8(ucnv_open("UTF-8", &status), &ucnv_close);
  if (U_FAILURE(status)) return to_valid_utf8(octets);
  std::array<char, 8192> piece{};
  std::array<UChar, 4096> pivot{};
  UChar* pivot_from = pivot.data();
  UChar* pivot_to = pivot.data();
  const char* source = octets.data();
  bool reset = true;
  do {
    status = U_ZERO_ERROR;
    char* target = piece.data();
    ucnv_convertEx(utf8.get(), from, &target, piece.data() + piece.size(), &source, octets.data() + octets.size(),
                   pivot.data(), &pivot_from, &pivot_to, pivot.data() + pivot.size(), static_cast<UBool>(reset),
                   static_cast<UBool>(true), &status);
    text.append(piece.data(), target);
    reset = false;
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return to_valid_utf8(text);
}

/// The detector's answer for the beginning of the octets; empty when it does not know. In a few words it takes French
/// for Romanian, and Romanian letters are rare here: a short text that may be western is.
std::string detect(std::string_view octets) {
  constexpr std::size_t kSample = 16384;
  constexpr std::size_t kShort = 200;
  constexpr int kSure = 25;
  constexpr int kWestern = 40;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), &ucsdet_close);
  const auto sample = octets.substr(0, kSample);
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  if (U_FAILURE(status) || count == 0 || ucsdet_getConfidence(matches[0], &status) < kSure) return {};
  for (std::int32_t i = 0; i < count && octets.size() < kShort; ++i) {
    std::string name = ucsdet_getName(matches[i], &status);
    const bool western = name == "ISO-8859-1" || name == "windows-1252";
    if (western && ucsdet_getConfidence(matches[i], &status) >= kWestern) return name;
  }
  const char* name = ucsdet_getName(matches[0], &status);
  return U_FAILURE(status) ? std::string{} : std::string(name);
}

/// Characters beyond ASCII other than those that stand for ill-formed octets.
bool has_well_formed(std::string_view text) {
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  while (!text.empty()) {
    const bool ill_formed = text.starts_with(kReplacement);
    if (!ill_formed && (static_cast<unsigned char>(text.front()) & 0x80U) != 0) return true;
    text.remove_prefix(ill_formed ? kReplacement.size() : 1);
  }
  return false;
}

}  // namespace

bool is_undeclared(std::string_view charset) {
  constexpr std::array<std::string_view, 7> kNothing{"",        "unknown-8bit", "x-unknown", "unknown",
                                                     "default", "binary",       "8bit"};
  return std::find(kNothing.begin(), kNothing.end(), clean_name(charset)) != kNothing.end();
}

bool is_ascii(std::string_view charset) {
  const auto name = clean_name(charset);
  return is_undeclared(charset) || name == "us-ascii" || name == "ascii" || name.starts_with("ansi_x3.4");
}

std::optional<std::string> to_utf8(std::string_view octets, std::string_view charset) {
  const auto name = icu_name(clean_name(charset));
  if (name == "utf-8" || name == "utf8") {
    auto text = to_valid_utf8(octets);
    // Where not one character of several octets is well-formed the text never was UTF-8, whatever its header says.
    return text == octets || is_utf8(octets) || has_well_formed(text) ? std::move(text) : guess_utf8(octets);
  }
  if (name.empty()) return std::nullopt;
  if (is_latin10(name)) return from_latin10(octets);
  UErrorCode status = U_ZERO_ERROR;
  const Converter from(ucnv_open(name.c_str(), &status), &ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  return convert(from.get(), octets);
}

namespace {

/// Japanese and Korean mail of seven bits, whose programs saw no need to say so: an escape sequence that nothing else
/// uses (RFC 1468, RFC 1557).
std::string_view escaped_charset(std::string_view octets) {
  const auto escape = octets.find("\x1B$");
  if (escape == std::string_view::npos) return {};
  const auto next = octets.substr(escape + 2, 1);
  if (next == "B" || next == "@" || next == "(") return "iso-2022-jp";
  return next == ")" ? "iso-2022-kr" : "";
}

}  // namespace

std::string guess_utf8(std::string_view octets) {
  if (const auto charset = is_ascii_text(octets) ? escaped_charset(octets) : ""; !charset.empty()) {
    if (auto text = to_utf8(octets, charset)) return *std::move(text);
  }
  if (is_utf8(octets)) return to_valid_utf8(octets);
  const auto charset = detect(octets);
  if (auto text = ascii_equal_nocase(charset, "utf-8") ? std::nullopt : to_utf8(octets, charset))
    return *std::move(text);
  return to_utf8(octets, "windows-1252").value_or(to_valid_utf8(octets));
}

}  // namespace docket::mime
