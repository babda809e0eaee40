#include "connectors/mime/quoting_marks.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

#include "config/text.h"

namespace docket::marks {
namespace {

constexpr std::size_t kLook = 400;       // octets of a line that are looked at
constexpr std::size_t kBlockLines = 12;  // of a header block, long lists of addresses included
constexpr std::size_t kShort = 90;       // a device line is never longer

using Words = std::initializer_list<std::string_view>;

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
    } else if (rest.starts_with("\xC3\x80") || rest.starts_with("\xC3\x89")) {  // À, É
      out += rest[0];
      out += static_cast<char>(rest[1] + 0x20);
      i += 1;
    } else if (line[i] != '*') {
      out += line[i];
    }
  }
  return ascii_lower(trim(out));
}

/// The cheap look that spares most lines the costly one: the first letter, in either case, or beyond ASCII.
bool may_begin(std::string_view line, std::string_view letters) {
  const auto at = line.find_first_not_of(" \t*\xC2\xA0");
  if (at == std::string_view::npos) return false;
  return (static_cast<unsigned char>(line[at]) & 0x80U) != 0 ||
         letters.find(ascii_lower(line.substr(at, 1))) != std::string_view::npos;
}

bool starts_with_any(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(), [&](auto word) { return text.starts_with(word); });
}

bool is_any(std::string_view text, Words words) { return std::find(words.begin(), words.end(), text) != words.end(); }

std::string_view without(std::string_view text, std::string_view ends) {
  const auto first = text.find_first_not_of(ends);
  return first == std::string_view::npos ? std::string_view()
                                         : text.substr(first, text.find_last_not_of(ends) - first + 1);
}

/// The words between two rows of dashes; "" when the line is not of that form.
std::string_view between_dashes(std::string_view line) {
  return line.starts_with("--") && line.ends_with("--") ? without(line, "- ") : std::string_view();
}

enum class Label { none, from, sent, to, subject, other };

/// "From: …", "De : …" and their fellows.
Label label_of(std::string_view line) {
  if (!may_begin(line, "fdsetapocibr")) return Label::none;
  const auto text = plain(line.substr(0, 60));
  const auto colon = text.find(':');
  if (colon == std::string::npos) return Label::none;
  const auto name = trim(std::string_view(text).substr(0, colon));
  if (is_any(name, {"from", "de"})) return Label::from;
  if (is_any(name, {"sent", "date", "envoyé", "envoyé le", "date d'envoi"})) return Label::sent;
  if (is_any(name, {"to", "à", "a", "pour"})) return Label::to;
  if (is_any(name, {"subject", "objet", "sujet"})) return Label::subject;
  if (is_any(name, {"cc", "bcc", "cci", "importance", "reply-to", "répondre à", "attachments", "pièces jointes"})) {
    return Label::other;
  }
  return Label::none;
}

bool digit(char c) { return c >= '0' && c <= '9'; }

/// "10:02", "10h02" or "10 h 02".
bool names_time(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!digit(text[i])) continue;
    auto after = text.substr(i + 1);
    if (after.starts_with(" h ")) return true;
    if (after.size() > 1 && (after[0] == ':' || after[0] == 'h') && digit(after[1])) return true;
  }
  return false;
}

bool ends_attribution(std::string_view text) {
  static constexpr std::array<std::string_view, 7> kEnds{
      "wrote:", "wrote :", "writes:", "a écrit :", "a écrit:", "écrivait :", "écrivait:"};
  return std::any_of(kEnds.begin(), kEnds.end(), [&](auto end) { return text.ends_with(end); });
}

/// "2026", or "26" in a date of numbers: somebody who tells a story seldom names the year with the hour.
bool names_year(std::string_view text) {
  for (auto at = text.find("20"); at != std::string_view::npos; at = text.find("20", at + 1)) {
    if (text.size() - at >= 4 && digit(text[at + 2]) && digit(text[at + 3])) return true;
  }
  return std::count(text.begin(), text.end(), '/') >= 2;
}

/// "Ana <ana@example.org> wrote:" and, from older programs, "2026-11-23 10:02 Ana <ana@example.org>:".
bool is_attribution(std::string_view text) {
  const bool dated = std::any_of(text.begin(), text.end(), digit);
  constexpr auto npos = std::string_view::npos;
  const bool address = text.find('@') != npos;
  const bool begins = starts_with_any(text, {"on ", "le "});
  if (ends_attribution(text)) return (begins && (dated || address)) || address;
  if (begins && dated && (text.find("> wrote: ") != npos || text.find("> a écrit : ") != npos)) return true;
  return text.ends_with(">:") && address && dated && digit(text.front());
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
  if (!may_begin(line, "-bd")) return false;
  const auto text = plain(line);
  if (starts_with_any(text, {"begin forwarded message", "début du message transféré", "début du message réexpédié"})) {
    return text.size() < 60;
  }
  return is_any(between_dashes(text), {"forwarded message", "forwarded by", "message transféré", "message réexpédié",
                                       "courriel transféré", "message transmis", "mail transféré"});
}

bool is_original(std::string_view line) {
  if (!may_begin(line, "-")) return false;
  return is_any(between_dashes(plain(line)), {"original message", "original appointment", "message d'origine",
                                              "message original", "courriel original", "courriel d'origine",
                                              "message initial", "reply message", "original email", "mail original"});
}

bool is_signature(std::string_view line) { return line.starts_with("--") && is_blank(line.substr(2)); }

bool is_device(std::string_view line) {
  if (line.size() > kShort * 3 || !may_begin(line, "sgeotpy")) return false;
  const auto text = plain(line);
  if (count_characters(text.substr(0, text.find('<'))) > kShort) return false;
  return starts_with_any(text, {"sent from my ",
                                "sent from yahoo",
                                "sent from outlook",
                                "sent from mail",
                                "sent from gmail",
                                "sent from proton",
                                "sent from samsung",
                                "sent from the ",
                                "sent with proton",
                                "sent via ",
                                "get outlook for ",
                                "envoyé de mon ",
                                "envoyé de ma ",
                                "envoyé depuis mon ",
                                "envoyé depuis ma ",
                                "envoyé depuis l'app",
                                "envoyé depuis yahoo",
                                "envoyé depuis outlook",
                                "envoyé avec proton",
                                "envoyé avec la messagerie",
                                "envoyé à partir de ",
                                "envoyé à partir d'",
                                "envoyé par mon ",
                                "obtenir outlook pour ",
                                "télécharger outlook pour ",
                                "obtenez outlook pour ",
                                "provenance : courrier",
                                "provenance: courrier",
                                "yahoo mail: search, organize",
                                "envoyé d'un ",
                                "envoyé de outlook",
                                "envoyé d'outlook"});
}

bool is_apple_device(std::string_view line) {
  if (line.size() > kShort || !may_begin(line, "se")) return false;
  const auto text = plain(line);
  return starts_with_any(text, {"sent from my ip", "envoyé de mon ip"}) &&
         text.find_first_of(",.") == std::string::npos;
}

bool is_rule(std::string_view line) {
  line = trim(line);
  return line.size() >= 10 && line.find_first_not_of('_') == std::string_view::npos;
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
  if (rest.empty() || label_of(rest.front()) != Label::from) return 0;
  bool sent = false;
  bool to = false;
  for (std::size_t i = 1; i < rest.size() && i < kBlockLines; ++i) {
    const auto label = label_of(rest[i]);
    sent = sent || label == Label::sent;
    to = to || label == Label::to;
    if (label == Label::subject && (sent || to)) return sent && to ? i + 1 : 0;
    if (label == Label::from) return 0;
  }
  return 0;
}

Attribution attribution(Lines rest) {
  std::string text;
  if (rest.empty() || (!may_begin(rest.front(), "ol") && !trim(rest.front()).ends_with(':'))) return {};
  for (std::size_t i = 0; i < rest.size() && i < 3; ++i) {
    if (is_blank(rest[i]) || is_quoted(rest[i])) break;
    text += (i == 0 ? "" : " ") + plain(rest[i]);
    // Only a beginning that some program writes is worth a look at the next line.
    if (i == 0 && !starts_with_any(text, {"on ", "le "}) && !is_attribution(text)) break;
    if (is_attribution(text)) {
      const bool address = text.find('@') != std::string::npos;
      return {i + 1, address || (names_time(text) && names_year(text))};
    }
  }
  return {};
}

}  // namespace docket::marks
