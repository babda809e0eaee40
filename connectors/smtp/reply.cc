#include "connectors/smtp/reply.h"

#include <algorithm>

#include "config/text.h"

namespace docket::smtp {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The "class.subject.detail" a text begins with (RFC 3463 section 2), or empty.
std::string enhanced_code(std::string_view text) {
  text = text.substr(0, text.find(' '));
  const auto parts = split(text, '.');
  const auto number = [](std::string_view part, std::size_t digits) {
    return !part.empty() && part.size() <= digits && std::all_of(part.begin(), part.end(), is_digit);
  };
  const bool whole = parts.size() == 3 && (parts[0] == "2" || parts[0] == "4" || parts[0] == "5") &&
                     number(parts[1], 3) && number(parts[2], 3);
  return whole ? std::string(text) : std::string();
}

}  // namespace

std::string clean_text(std::string_view octets, std::size_t limit) {
  std::string text = to_valid_utf8(octets.substr(0, limit * 4));
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  std::replace_if(text.begin(), text.end(), control, ' ');
  if (text.size() > limit) {
    std::size_t end = limit;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    text.resize(end);
  }
  return std::string(trim(text));
}

std::string Reply::text() const {
  std::string all = std::to_string(code);
  for (const auto& line : lines) {
    if (!line.empty()) all += " " + line;
    if (all.size() > 500) break;
  }
  return clean_text(all);
}

tl::expected<std::optional<Reply>, std::string> ReplyReader::next() {
  while (error_.empty()) {
    const auto end = buffer_.find('\n');
    const bool too_long = end == std::string::npos ? buffer_.size() > kLineLimit : end > kLineLimit;
    if (too_long) {
      error_ = "the server's reply line is too long";
      break;
    }
    if (end == std::string::npos) return std::nullopt;
    std::string line = buffer_.substr(0, end);
    buffer_.erase(0, end + 1);
    if (line.ends_with('\r')) line.pop_back();
    const auto last = take_line(line);
    if (!last) {
      error_ = last.error();
      break;
    }
    if (*last) return std::exchange(partial_, Reply{});
  }
  return tl::make_unexpected(error_);
}

/// True when it was the last line of its reply.
tl::expected<bool, std::string> ReplyReader::take_line(std::string_view line) {
  const bool shaped = line.size() >= 3 && line[0] >= '2' && line[0] <= '5' && is_digit(line[1]) && is_digit(line[2]) &&
                      (line.size() == 3 || line[3] == ' ' || line[3] == '-');
  if (!shaped) return tl::make_unexpected("the server does not answer in SMTP: " + clean_text(line, 100));
  const int code = (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
  if (!partial_.lines.empty() && partial_.code != code) {
    return tl::make_unexpected(std::string("the lines of the server's reply have different codes"));
  }
  if (partial_.lines.size() >= kLinesLimit) return tl::make_unexpected(std::string("the server's reply does not end"));
  partial_.code = code;
  partial_.lines.push_back(clean_text(line.substr(std::min<std::size_t>(line.size(), 4)), kLineLimit));
  if (partial_.enhanced.empty()) partial_.enhanced = enhanced_code(partial_.lines.back());
  return line.size() == 3 || line[3] == ' ';
}

}  // namespace docket::smtp
