#include "connectors/mime/file_name.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <utility>

#include "config/text.h"

namespace docket::mime {
namespace {

constexpr std::size_t kLongest = 255;
constexpr std::size_t kLongestExtension = 20;

/// What residents and offices send each other; as registered with IANA.
constexpr auto kTypes = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"bmp", "image/bmp"},
    {"csv", "text/csv"},
    {"doc", "application/msword"},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"eml", "message/rfc822"},
    {"gif", "image/gif"},
    {"heic", "image/heic"},
    {"htm", "text/html"},
    {"html", "text/html"},
    {"jpeg", "image/jpeg"},
    {"jpg", "image/jpeg"},
    {"mp3", "audio/mpeg"},
    {"mp4", "video/mp4"},
    {"ods", "application/vnd.oasis.opendocument.spreadsheet"},
    {"odt", "application/vnd.oasis.opendocument.text"},
    {"pdf", "application/pdf"},
    {"png", "image/png"},
    {"rtf", "application/rtf"},
    {"tif", "image/tiff"},
    {"tiff", "image/tiff"},
    {"txt", "text/plain"},
    {"webp", "image/webp"},
    {"xls", "application/vnd.ms-excel"},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"zip", "application/zip"},
});

/// Controls, and format characters such as U+202E, under which "gpj.exe" shows as "exe.jpg".
bool is_hidden(UChar32 c) {
  const auto type = u_charType(c);
  return type == U_CONTROL_CHAR || type == U_FORMAT_CHAR || type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR ||
         type == U_SURROGATE;
}

std::string without_hidden(const std::string& text) {
  const auto all = icu::UnicodeString::fromUTF8(text);
  icu::UnicodeString shown;
  for (std::int32_t at = 0; at < all.length(); at = all.moveIndex32(at, 1)) {
    const UChar32 c = all.char32At(at);
    if (!is_hidden(c)) shown.append(c);
  }
  std::string clean;
  return shown.toUTF8String(clean);
}

/// The longest beginning of at most `octets` that ends between characters.
std::string_view beginning(std::string_view text, std::size_t octets) {
  if (text.size() <= octets) return text;
  while (octets > 0 && (static_cast<unsigned char>(text[octets]) & 0xC0U) == 0x80U) --octets;
  return text.substr(0, octets);
}

}  // namespace

std::optional<std::string> safe_file_name(std::string_view utf8) {
  std::string name = without_hidden(to_valid_utf8(utf8.substr(0, std::size_t{64} << 10U)));
  const auto directory = name.find_last_of("/\\");
  if (directory != std::string::npos) name.erase(0, directory + 1);
  name = std::string(trim(name));
  if (name.empty() || name == "." || name == "..") return std::nullopt;
  if (name.size() <= kLongest) return name;
  const auto dot = name.rfind('.');
  const bool extension = dot != std::string::npos && name.size() - dot <= kLongestExtension;
  const std::string end = extension ? name.substr(dot) : std::string{};
  return std::string(beginning(name, kLongest - end.size())) + end;
}

std::string_view type_by_extension(std::string_view name) {
  const auto dot = name.rfind('.');
  const auto extension = dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
  const auto* const found = std::find_if(kTypes.begin(), kTypes.end(),
                                         [&](const auto& type) { return ascii_equal_nocase(type.first, extension); });
  return found == kTypes.end() ? "application/octet-stream" : found->second;
}

}  // namespace docket::mime
