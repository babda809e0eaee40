#include "connectors/mime/strip.h"

#include <optional>
#include <string_view>

#include "config/text.h"

namespace docket {
namespace {

constexpr std::string_view kBlank = " \t";
constexpr std::string_view kWhite = " \t\n";

/// Where `banner` ends when it stands at `at`. Case does not matter, and white space in it stands for any run of white
/// space, because mail programs wrap banners.
std::optional<std::size_t> match(std::string_view text, std::size_t at, std::string_view banner) {
  for (std::size_t i = 0; i < banner.size(); ++i) {
    if (kWhite.find(banner[i]) != std::string_view::npos) {
      if (i > 0 && kWhite.find(banner[i - 1]) != std::string_view::npos) continue;
      const auto next = text.find_first_not_of(kWhite, at);
      if (next == at || next == std::string_view::npos) return std::nullopt;
      at = next;
    } else if (at < text.size() && ascii_equal_nocase(text.substr(at, 1), banner.substr(i, 1))) {
      ++at;
    } else {
      return std::nullopt;
    }
  }
  return at;
}

/// A banner as written in the settings: a trailing * takes the rest of the line.
struct Banner {
  std::string_view words;
  bool rest_of_line = false;
};

Banner parse(std::string_view pattern) {
  pattern = trim(pattern);
  const bool star = pattern.ends_with('*');
  if (star) pattern.remove_suffix(1);
  return {trim(pattern), star};
}

std::string strip_subject(std::string_view subject, const Banner& banner) {
  std::string out;
  for (std::size_t at = 0; at < subject.size();) {
    const auto end = match(subject, at, banner.words);
    if (!end) {
      out += subject[at++];
    } else if (banner.rest_of_line) {
      break;
    } else {
      at = std::min(subject.find_first_not_of(kBlank, *end), subject.size());
    }
  }
  return std::string(trim(out));
}

/// Banners stand at the beginning of a line, quoted ones after their marks.
std::string strip_text(std::string_view text, const Banner& banner) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t line = 0; line < text.size();) {
    const auto start = std::min(text.find_first_not_of(" \t>", line), text.size());
    const auto end = match(text, start, banner.words);
    if (!end) {
      const auto next = std::min(text.find('\n', line), text.size() - 1) + 1;
      out += text.substr(line, next - line);
      line = next;
      continue;
    }
    line = *end;
    if (banner.rest_of_line) line = std::min(text.find('\n', line), text.size());
    line = std::min(text.find_first_not_of(kBlank, line), text.size());
    // A line that held nothing else goes whole.
    if (line < text.size() && text[line] == '\n') ++line;
  }
  return out;
}

}  // namespace

void strip_banners(Letter& letter, const Strip& strip) {
  for (const auto& pattern : strip.subject) {
    const auto banner = parse(pattern);
    if (!banner.words.empty()) letter.subject = strip_subject(letter.subject, banner);
  }
  bool changed = false;
  for (const auto& pattern : strip.text) {
    const auto banner = parse(pattern);
    if (banner.words.empty()) continue;
    auto stripped = strip_text(letter.text, banner);
    changed = changed || stripped.size() != letter.text.size();
    letter.text = std::move(stripped);
  }
  if (!changed) return;
  letter.text.erase(0, std::min(letter.text.find_first_not_of('\n'), letter.text.size()));
  letter.text.erase(letter.text.find_last_not_of(kWhite) + 1);
}

}  // namespace docket
