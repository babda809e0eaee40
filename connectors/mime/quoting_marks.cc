#include "connectors/mime/quoting_marks.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

#include "config/text.h"
#include "connectors/mime/lower.h"
#include "connectors/mime/quoting_words.h"

namespace docket::marks {
namespace {

constexpr std::size_t kLook = 400;       // octets of a line that are looked at
constexpr std::size_t kBlockLines = 16;  // of a header block, long lists of addresses included
constexpr std::size_t kShort = 90;       // a device line is never longer

using quoting_words::Label;
using Words = std::initializer_list<std::string_view>;

/// Zero-width characters and marks of direction: Gmail writes them around names in Arabic and Hebrew.
bool unseen(std::string_view rest) {
  if (rest.size() < 3 || rest[0] != '\xE2') return rest.starts_with("\xEF\xBB\xBF");
  const auto last = static_cast<unsigned char>(rest[2]);
  return (rest[1] == '\x80' && ((last >= 0x8B && last <= 0x8F) || (last >= 0xAA && last <= 0xAE))) ||
         (rest[1] == '\x81' && last >= 0xA6 && last <= 0xA9);
}

/// For comparing: lower case, no-break spaces as spaces, straight apostrophes, no emphasis marks, trimmed.
std::string plain(std::string_view line) {
  line = trim(line.substr(0, kLook * 2));
  const auto special = [](char c) { return c == '*' || (static_cast<unsigned char>(c) & 0x80U) != 0; };
  if (std::none_of(line.begin(), line.end(), special)) return ascii_lower(line.substr(0, kLook));
  std::string out;
  for (std::size_t i = 0; i < line.size() && out.size() < kLook; ++i) {
    const auto rest = line.substr(i);
    if (rest.starts_with("\xC2\xA0")) {
      out += ' ';
      i += 1;
    } else if (rest.starts_with("\xE2\x80\xAF")) {
      out += ' ';
      i += 2;
    } else if (rest.starts_with("\xE2\x80\x99")) {
      out += '\'';
      i += 2;
    } else if (unseen(rest)) {
      i += 2;
    } else if (line[i] != '*') {
      out += line[i];
    }
  }
  return mime::lower(trim(out));
}

std::string_view without_emphasis(std::string_view line) {
  const auto* const first = std::find_if_not(
      line.begin(), line.end(), [](char c) { return c == ' ' || c == '\t' || c == '*' || c == '\xC2' || c == '\xA0'; });
  return line.substr(static_cast<std::size_t>(first - line.begin()));
}

/// The cheap look that spares most lines the costly one: the first letter, in either case, or beyond ASCII.
bool may_begin(std::string_view line, std::string_view letters) {
  line = without_emphasis(line);
  if (line.empty()) return false;
  const char first = line.front();
  const char small = first >= 'A' && first <= 'Z' ? static_cast<char>(first - 'A' + 'a') : first;
  return (static_cast<unsigned char>(first) & 0x80U) != 0 || letters.find(small) != std::string_view::npos;
}

bool may_be_device(std::string_view line) {
  const auto begin = without_emphasis(line);
  return may_begin(begin, "(<") || (may_begin(begin, "sgeotpydvilwhb") && quoting_words::may_be_device(begin));
}

bool starts_with_any(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(), [&](auto word) { return text.starts_with(word); });
}

std::string_view without(std::string_view text, std::string_view ends) {
  const auto first = text.find_first_not_of(ends);
  return first == std::string_view::npos ? std::string_view()
                                         : text.substr(first, text.find_last_not_of(ends) - first + 1);
}

/// The words between two rows of dashes; "" when the line is not of that form.
std::string_view between_dashes(std::string_view line) {
  return line.starts_with("--") && line.ends_with("--") ? without(line, "- ") : std::string_view();
}

/// "From: …", "De : …", "发件人：…" and their fellows.
Label label_of(std::string_view line) {
  constexpr std::string_view kWide = "\xEF\xBC\x9A";
  constexpr std::size_t kLongest = 60;
  line = line.substr(0, kLongest + 40);
  const auto colon = std::min(line.find(':'), line.find(kWide));
  if (colon > kLongest) return Label::none;
  return quoting_words::label(trim(plain(line.substr(0, colon))));
}

bool digit(char c) { return c >= '0' && c <= '9'; }

/// "10:02", "10h02", "10 h 02"; "kl. 10.02" in the north.
bool names_time(std::string_view text) {
  for (const std::string_view hour : {" klo ", " kl. ", " kl "}) {
    const auto at = text.find(hour);
    if (at != std::string_view::npos && at + hour.size() < text.size() && digit(text[at + hour.size()])) return true;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!digit(text[i])) continue;
    auto after = text.substr(i + 1);
    if (after.starts_with(" h ")) return true;
    if (after.size() > 1 && (after[0] == ':' || after[0] == 'h') && digit(after[1])) return true;
  }
  return false;
}

/// "2026", or "26" in a date of numbers: somebody who tells a story seldom names the year with the hour.
bool names_year(std::string_view text) {
  for (auto at = text.find("20"); at != std::string_view::npos; at = text.find("20", at + 1)) {
    if (text.size() - at >= 4 && digit(text[at + 2]) && digit(text[at + 3])) return true;
  }
  return std::count(text.begin(), text.end(), '/') >= 2;
}

/// "<ana@example.org>", "(ana@example.org)": as only programs write addresses.
bool holds_framed_address(std::string_view text) {
  constexpr auto npos = std::string_view::npos;
  for (auto at = text.find('@'); at != npos; at = text.find('@', at + 1)) {
    const auto open = text.find_last_of("<(", at);
    if (open != npos && text.find_first_of(">)", at) != npos && text.substr(open, at - open).find(' ') == npos) {
      return true;
    }
  }
  return false;
}

/// "2026/11/23 Ana <ana@example.org>": Gmail's line in its first years.
bool is_dated_name(std::string_view text) {
  return text.ends_with('>') && digit(text.front()) && names_year(text) && holds_framed_address(text);
}

/// "Ana <ana@example.org> wrote:" and, from older programs, "2026-11-23 10:02 Ana <ana@example.org>:".
bool is_attribution(std::string_view text) {
  constexpr auto npos = std::string_view::npos;
  const bool dated = std::any_of(text.begin(), text.end(), digit);
  const bool address = text.find('@') != npos;
  const bool begins = quoting_words::begins_attribution(text);
  const bool moment = names_time(text) && names_year(text);
  if (quoting_words::ends_attribution(text)) return address || (begins && dated) || moment;
  if (begins && dated && (text.find("> wrote: ") != npos || text.find("> a écrit : ") != npos)) return true;
  if (is_dated_name(text)) return true;
  // Zoho leaves out the colon.
  if (quoting_words::begins_plain_attribution(text) && address && moment &&
      (text.ends_with(" wrote") || text.ends_with(" a écrit"))) {
    return true;
  }
  if (!text.ends_with(':') && !text.ends_with("：")) return false;
  if (quoting_words::holds_attribution(text) && ((begins && dated) || moment)) return true;
  // In any language: when it was written, who wrote it, and a colon.
  if (address && moment) return true;
  return holds_framed_address(text) && ((dated && digit(text.front()) && text.ends_with(">:")) ||
                                        starts_with_any(text, {"quoting ", "zitat von ", "citando "}));
}

/// Nothing but a mail program writes such a line, so that what follows is history even where no mark says so.
bool is_certain(std::string_view text) {
  if (is_dated_name(text)) return false;
  if (quoting_words::begins_plain_attribution(text) && names_time(text) && names_year(text)) return true;
  if (quoting_words::ends_attribution(text)) {
    return text.find('@') != std::string_view::npos || (digit(text.front()) && names_time(text) && names_year(text));
  }
  return holds_framed_address(text);
}

/// It may go on in the next line: only a beginning that some program writes is worth a look.
bool may_go_on(std::string_view text) {
  if (quoting_words::begins_attribution(text) || is_attribution(text)) return true;
  if (holds_framed_address(text) && quoting_words::holds_attribution(text)) return true;
  return names_time(text) && (names_year(text) || text.find('@') != std::string_view::npos);
}

}  // namespace

bool is_blank(std::string_view line) {
  while (!line.empty()) {
    const bool wide = line.starts_with("\xC2\xA0");
    if (!wide && line.front() != ' ' && line.front() != '\t' && line.front() != '\r') return false;
    line.remove_prefix(wide ? 2 : 1);
  }
  return true;
}

bool is_quoted(std::string_view line) {
  const auto at = line.find_first_not_of(" \t");
  return at <= 2 && line[at] == '>';
}

bool is_forward(std::string_view line) {
  line = trim(line);
  const bool dashes = line.starts_with("--");
  if (!dashes && (line.size() > kShort * 3 || (!line.ends_with(':') && !line.ends_with("：")))) return false;
  const auto text = plain(line);
  return quoting_words::heads_forward(dashes ? between_dashes(text) : std::string_view(text));
}

bool is_original(std::string_view line) {
  return may_begin(line, "-") && quoting_words::heads_original(between_dashes(plain(line)));
}

bool is_signature(std::string_view line) { return line.starts_with("--") && is_blank(line.substr(2)); }

bool is_device(std::string_view line) {
  if (line.size() > kShort * 3 || !may_be_device(line)) return false;
  const auto text = plain(line);
  const bool framed = (text.starts_with('(') && text.ends_with(')')) || (text.starts_with('<') && text.ends_with('>'));
  const auto words = framed ? without(text, "()<> ") : std::string_view(text);
  if (count_characters(words.substr(0, words.find('<'))) > kShort) return false;
  return quoting_words::is_device(words) || (framed && starts_with_any(words, {"sent from ", "sent by "}));
}

bool is_tight_device(std::string_view line) {
  if (line.size() > kShort || !may_begin(line, "segtodhbvi")) return false;
  const auto text = plain(line);
  if (text.find("outlook") != std::string::npos && text.find("http") != std::string::npos) return is_device(line);
  return starts_with_any(text, {"sent from my ip", "envoyé de mon ip"}) &&
         text.find_first_of(",.") == std::string::npos;
}

bool is_rule(std::string_view line) {
  line = trim(line);
  return line.size() >= 10 && (line.find_first_not_of('_') == std::string_view::npos ||
                               line.find_first_not_of('-') == std::string_view::npos);
}

std::size_t signed_frame(Lines rest) {
  constexpr std::size_t kLongest = 100;
  if (rest.empty() || !rest.front().starts_with("-----BEGIN PGP SIGN")) return 0;
  const bool begins = trim(rest.front()) == "-----BEGIN PGP SIGNED MESSAGE-----";
  if (!begins && trim(rest.front()) != "-----BEGIN PGP SIGNATURE-----") return 0;
  for (std::size_t i = 1; i < rest.size() && i < kLongest; ++i) {
    if (begins && !rest[i].starts_with("Hash:")) return i;
    if (!begins && trim(rest[i]) == "-----END PGP SIGNATURE-----") return i + 1;
  }
  return 0;
}

std::size_t header_block(Lines rest) {
  bool has[] = {false, false, false, false, false, false};
  std::size_t lines = 0;
  bool wraps = false;  // the line before is a list of addresses, which may go on
  for (std::size_t i = 0; i < rest.size() && i < kBlockLines; ++i) {
    // Each field may have become a paragraph of its own.
    if (is_blank(rest[i]) && i > 0 && i + 1 < rest.size() && !is_blank(rest[i - 1])) continue;
    const auto label = is_blank(rest[i]) ? Label::none : label_of(rest[i]);
    if (label == Label::none) {
      const bool goes_on = wraps && !is_blank(rest[i]) && (rest[i].front() == ' ' || rest[i].find('@') != rest[i].npos);
      if (!goes_on) break;
      continue;
    }
    auto& seen = has[static_cast<std::size_t>(label)];
    if (seen && label != Label::other) break;
    seen = true;
    wraps = label == Label::to || label == Label::other || label == Label::from;
    lines = i + 1;
  }
  const auto holds = [&](Label label) { return has[static_cast<std::size_t>(label)]; };
  return holds(Label::from) && holds(Label::sent) && holds(Label::to) && holds(Label::subject) ? lines : 0;
}

std::size_t list_footer(Lines rest) {
  constexpr std::size_t kRule = 40;
  constexpr std::size_t kLines = 6;
  if (rest.size() < 2 || rest.front().size() < kRule || !is_rule(rest.front())) return 0;
  if (!plain(rest[1]).ends_with(" mailing list")) return 0;
  std::size_t lines = 2;
  while (lines < rest.size() && lines < kLines && !is_blank(rest[lines])) ++lines;
  return lines;
}

Attribution attribution(Lines rest) {
  std::string text;
  const auto might = [](char c) { return digit(c) || c == '@'; };
  if (rest.empty() || std::none_of(rest.front().begin(), rest.front().end(), might)) return {};
  for (std::size_t i = 0; i < rest.size() && i < 3; ++i) {
    if (is_blank(rest[i]) || is_quoted(rest[i])) break;
    text += (i == 0 ? "" : " ") + plain(rest[i]);
    if (const auto words = between_dashes(text); !words.empty()) text = std::string(words) + ':';
    if (i == 0 && !may_go_on(text)) break;
    if (!is_attribution(text)) continue;
    return {i + 1, is_certain(text)};
  }
  return {};
}

}  // namespace docket::marks
