#include "daemon/letters/reply_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "config/office_words.h"
#include "config/text.h"

namespace docket::letters {
namespace {

// 3GPP TS 23.038 section 6.2.1; those of the extension table (6.2.1.1) count twice.
constexpr std::string_view kBasic =
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà";
constexpr std::string_view kExtended = "^{}\\[~]|€";
constexpr std::size_t kBasicSegment = 153;
constexpr std::size_t kWideSegment = 67;
constexpr int kSegments = 2;

/// What can be said in one language, the most important first.
std::vector<std::string> sentences(const Taken& taken, const Town& town, const std::string& language) {
  const bool french = language == "fr";
  const std::string& name = town.name.in(language, town.default_language);
  std::vector<std::string> all;
  if (taken.number.empty()) {
    all.push_back(fmt::format(fmt::runtime(french ? "{} : message reçu." : "{}: we have your message."), name));
  } else if (taken.outcome == "addition") {
    all.push_back(
        fmt::format(fmt::runtime(french ? "{} : ajouté au dossier {}." : "{}: added to case {}."), name, taken.number));
  } else {
    all.push_back(
        fmt::format(fmt::runtime(french ? "{} : votre dossier est {}." : "{}: your case is {}."), name, taken.number));
  }
  const Office* office = taken.offices.empty() ? nullptr : town.office(taken.offices.front());
  if (office != nullptr) {
    const auto words = office_words(language, office->name.in(language, town.default_language));
    all.push_back(
        fmt::format(fmt::runtime(french ? "Bureau : {}." : "It goes to {}."), french ? words.name : words.in_text));
  }
  all.emplace_back(french ? "Réponse automatique, personne ne l'a encore lu." : "Automatic: nobody has read it yet.");
  return all;
}

std::string joined(const std::vector<std::vector<std::string>>& languages, std::size_t most) {
  std::string text;
  for (const auto& all : languages) {
    if (!text.empty()) text += "\n";
    for (std::size_t i = 0; i < std::min(most, all.size()); ++i) text += (i == 0 ? "" : " ") + all[i];
  }
  return text;
}

/// "ack en, fr in reply" → en, fr
std::vector<std::string> languages_of(const std::string& acknowledgement) {
  constexpr std::string_view kStart = "ack ";
  std::vector<std::string> languages;
  std::string_view text = acknowledgement;
  if (!text.starts_with(kStart) || !text.ends_with(kInReply)) return languages;
  text.remove_prefix(kStart.size());
  text.remove_suffix(kInReply.size());
  for (const auto language : split(text, ',')) languages.emplace_back(trim(language));
  return languages;
}

}  // namespace

bool fits_text_message(const std::string& text, int segments) {
  std::size_t basic = 0;
  bool wide = false;
  for (std::string_view rest = text; !rest.empty();) {
    const auto character = first_characters(rest, 1);
    rest.remove_prefix(character.size());
    const bool extended = kExtended.find(character) != std::string_view::npos;
    wide = wide || (!extended && kBasic.find(character) == std::string_view::npos);
    basic += extended ? 2 : 1;
  }
  return (wide ? count_characters(text) : basic) <=
         static_cast<std::size_t>(segments) * (wide ? kWideSegment : kBasicSegment);
}

std::string reply_words(const Taken& taken, const Town& town) {
  std::vector<std::vector<std::string>> all;
  for (const auto& language : languages_of(taken.acknowledgement)) all.push_back(sentences(taken, town, language));
  if (all.empty()) return "";
  for (std::size_t most = 3; most > 1; --most) {
    auto text = joined(all, most);
    if (fits_text_message(text, kSegments)) return text;
  }
  auto text = joined(all, 1);
  if (fits_text_message(text, kSegments)) return text;
  all.resize(1);
  return joined(all, 1);
}

}  // namespace docket::letters
