#include "connectors/imap/words.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

#include "config/digest.h"
#include "config/text.h"

namespace docket::imap {

namespace {

/// Valid UTF-8 in, big-endian UTF-16 out.
void append_utf16(std::string& out, std::uint32_t code) {
  const auto unit = [&out](std::uint32_t value) {
    out.push_back(static_cast<char>(static_cast<unsigned char>(value >> 8U)));
    out.push_back(static_cast<char>(static_cast<unsigned char>(value & 0xFFU)));
  };
  if (code < 0x10000U) {
    unit(code);
  } else {
    unit(0xD800U + ((code - 0x10000U) >> 10U));
    unit(0xDC00U + ((code - 0x10000U) & 0x3FFU));
  }
}

std::uint32_t next_code_point(std::string_view& text) {
  const auto byte = [&text](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
  const std::uint32_t lead = byte(0);
  const std::size_t length = lead < 0x80U ? 1 : lead < 0xE0U ? 2 : lead < 0xF0U ? 3 : 4;
  constexpr std::array<std::uint32_t, 5> kMask{0, 0x7F, 0x1F, 0x0F, 0x07};
  std::uint32_t code = lead & kMask.at(length);
  for (std::size_t i = 1; i < length; ++i) code = (code << 6U) | (byte(i) & 0x3FU);
  text.remove_prefix(length);
  return code;
}

void flush_shifted(std::string& out, std::string& utf16) {
  if (utf16.empty()) return;
  std::string encoded = base64(utf16);
  while (encoded.ends_with('=')) encoded.pop_back();
  std::replace(encoded.begin(), encoded.end(), '/', ',');
  out.append("&").append(encoded).append("-");
  utf16.clear();
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  const char* const end = text.data() + text.size();
  const auto [stopped, problem] = std::from_chars(text.data(), end, value);
  if (text.empty() || problem != std::errc{} || stopped != end || value < 0) return std::nullopt;
  return value;
}

std::optional<unsigned> month(std::string_view name) {
  constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  for (unsigned i = 0; i < kMonths.size(); ++i) {
    if (ascii_equal_nocase(name, kMonths.at(i))) return i + 1;
  }
  return std::nullopt;
}

std::optional<std::chrono::minutes> zone(std::string_view text) {
  if (text.size() != 5 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const auto hours = number(text.substr(1, 2));
  const auto minutes = number(text.substr(3, 2));
  if (!hours || !minutes || *minutes > 59) return std::nullopt;
  const std::chrono::minutes offset{*hours * 60 + *minutes};
  return text[0] == '-' ? -offset : offset;
}

std::optional<std::chrono::seconds> clock_time(std::string_view text) {
  if (text.size() != 8 || text[2] != ':' || text[5] != ':') return std::nullopt;
  const auto hours = number(text.substr(0, 2));
  const auto minutes = number(text.substr(3, 2));
  const auto seconds = number(text.substr(6, 2));
  if (!hours || !minutes || !seconds || *hours > 23 || *minutes > 59 || *seconds > 60) return std::nullopt;
  return std::chrono::seconds{*hours * 3600 + *minutes * 60 + *seconds};
}

}  // namespace

std::string modified_utf7(std::string_view utf8) {
  const std::string valid = to_valid_utf8(utf8);
  std::string out;
  std::string utf16;
  for (std::string_view rest = valid; !rest.empty();) {
    const std::uint32_t code = next_code_point(rest);
    if (code < 0x20U || code > 0x7EU) {
      append_utf16(utf16, code);
      continue;
    }
    flush_shifted(out, utf16);
    out.push_back(static_cast<char>(code));
    if (code == '&') out.push_back('-');
  }
  flush_shifted(out, utf16);
  return out;
}

std::string from_modified_utf7(std::string_view name) {
  UErrorCode failed = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open("IMAP-mailbox-name", &failed),
                                                                     &ucnv_close);
  if (U_FAILURE(failed)) return to_valid_utf8(name);
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &failed);
  const icu::UnicodeString text(name.data(), static_cast<std::int32_t>(name.size()), converter.get(), failed);
  std::string utf8;
  return U_FAILURE(failed) ? to_valid_utf8(name) : text.toUTF8String(utf8);
}

std::optional<std::string> quoted_mailbox(std::string_view utf8) {
  if (utf8.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos) return std::nullopt;
  std::string out = "\"";
  for (const char c : modified_utf7(utf8)) {
    if (c == '"' || c == '\\') out.push_back('\\');
    out.push_back(c);
  }
  return out + '"';
}

std::vector<UidChunk> uid_chunks(std::span<const Uid> uids, std::size_t octets) {
  std::vector<UidChunk> chunks;
  std::size_t first = 0;  // of the chunk being written
  std::string set;
  for (std::size_t i = 0; i < uids.size();) {
    std::size_t last = i;
    while (last + 1 < uids.size() && uids[last + 1] == uids[last] + 1) ++last;
    std::string run = std::to_string(uids[i]);
    if (last > i) run += ':' + std::to_string(uids[last]);
    if (!set.empty() && set.size() + 1 + run.size() > octets) {
      chunks.push_back({std::move(set), uids.subspan(first, i - first)});
      set.clear();
      first = i;
    }
    if (!set.empty()) set += ',';
    set += run;
    i = last + 1;
  }
  if (!set.empty()) chunks.push_back({std::move(set), uids.subspan(first)});
  return chunks;
}

std::string uid_set(std::span<const Uid> uids) {
  const auto chunks = uid_chunks(uids, SIZE_MAX / 2);
  return chunks.empty() ? std::string() : chunks.front().set;
}

std::optional<Time> parse_date_time(std::string_view text) {
  if (text.size() != 26 || text[2] != '-' || text[6] != '-' || text[11] != ' ' || text[20] != ' ') return std::nullopt;
  const auto day = number(text.substr(text[0] == ' ' ? 1 : 0, text[0] == ' ' ? 1 : 2));
  const auto mon = month(text.substr(3, 3));
  const auto year = number(text.substr(7, 4));
  const auto time = clock_time(text.substr(12, 8));
  const auto offset = zone(text.substr(21));
  if (!day || !mon || !year || !time || !offset) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{*mon},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return Time{std::chrono::sys_days{date}} + *time - *offset;
}

std::string clean(std::string_view text) {
  constexpr std::size_t kLongest = 200;
  std::string out;
  for (const char c : text.substr(0, kLongest)) out.push_back(c >= 0x20 && c < 0x7F ? c : '?');
  return out;
}

}  // namespace docket::imap
