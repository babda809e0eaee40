#include "config/office_words.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "config/text.h"

namespace docket {
namespace {

/// How French speaks of an office whose name begins with this noun; "le bureau" for any other.
/// French needs article and gender, which a name does not show; a short list covers what towns call their offices.
struct FrenchNoun {
  const char* noun;
  const char* article;   ///< with the space where there is one
  const char* of;        ///< "de" joined with the article
  const char* pointing;  ///< "ce ", "cette "; "" where the noun alone says too little: "ce bureau"
};
constexpr auto kFrenchNouns = std::to_array<FrenchNoun>({
    {"accueil", "l'", "de l'", ""},
    {"application", "l'", "de l'", ""},
    {"bibliothèque", "la ", "de la ", "cette "},
    {"bureau", "le ", "du ", "ce "},
    {"cabinet", "le ", "du ", "ce "},
    {"centre", "le ", "du ", "ce "},
    {"comité", "le ", "du ", "ce "},
    {"commission", "la ", "de la ", "cette "},
    {"conseil", "le ", "du ", "ce "},
    {"conseiller", "le ", "du ", "ce "},
    {"conseillère", "la ", "de la ", "cette "},
    {"direction", "la ", "de la ", "cette "},
    {"division", "la ", "de la ", "cette "},
    {"département", "le ", "du ", "ce "},
    {"greffe", "le ", "du ", "ce "},
    {"maire", "le ", "du ", "ce "},
    {"mairesse", "la ", "de la ", "cette "},
    {"mairie", "la ", "de la ", "cette "},
    {"police", "la ", "de la ", "cette "},
    {"réception", "la ", "de la ", "cette "},
    {"secrétariat", "le ", "du ", "ce "},
    {"section", "la ", "de la ", "cette "},
    {"service", "le ", "du ", "ce "},
    {"équipe", "l'", "de l'", "cette "},
});

/// Articles that a name may bring itself, with what "de" makes of them.
constexpr std::array<std::array<const char*, 2>, 4> kFrenchArticles = {
    {{"le ", "du "}, {"la ", "de la "}, {"les ", "des "}, {"l'", "de l'"}}};

/// Last words of English names that want "the" before them.
// Only these: "the Roads" would be worse than a missing article.
constexpr std::array<const char*, 12> kEnglishNouns = {"branch",     "centre",     "clerk",    "committee",
                                                       "councillor", "department", "division", "desk",
                                                       "mayor",      "office",     "team",     "unit"};

icu::UnicodeString to_unicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

std::string to_octets(const icu::UnicodeString& text) {
  std::string octets;
  return text.toUTF8String(octets);
}

std::string lower(std::string_view text) { return to_octets(to_unicode(text).toLower(icu::Locale::getRoot())); }

/// A first word that is all capitals ("GIS") keeps them.
std::string small_start(std::string_view text) {
  const auto first = text.substr(0, text.find(' '));
  auto characters = to_unicode(text);
  if (count_characters(first) > 1 && to_octets(to_unicode(first).toUpper(icu::Locale::getRoot())) == first) {
    return std::string(text);
  }
  if (!characters.isEmpty()) {
    const auto c = characters.char32At(0);
    characters.replace(0, characters.moveIndex32(0, 1), u_tolower(c));
  }
  return to_octets(characters);
}

/// Languages that are not known here: the name as it is, in every place.
OfficeWords plain(const std::string& name) { return {name, name, at_start(name), name, name, name}; }

/// "Roads" needs no article and "the Front desk" does; the last word decides.
OfficeWords english_office(const std::string& name) {
  auto words = plain(name);
  if (ascii_lower(name).starts_with("the ")) {
    words.in_text = "the " + name.substr(4);
  } else {
    const auto last = ascii_lower(name.substr(name.rfind(' ') == std::string::npos ? 0 : name.rfind(' ') + 1));
    if (std::find(kEnglishNouns.begin(), kEnglishNouns.end(), last) != kEnglishNouns.end())
      words.in_text = "the " + name;
  }
  words.start = at_start(words.in_text);
  words.of = words.short_form = words.this_office = words.in_text;
  return words;
}

/// `rest` without its article, which is `article`; `of` is "de" with it.
OfficeWords french_office(const std::string& name, std::string_view rest, std::string_view article,
                          std::string_view of) {
  OfficeWords words = plain(name);
  const auto text = small_start(rest);
  words.in_text = std::string(article) + text;
  words.of = std::string(of) + text;
  words.start = at_start(words.in_text);
  words.short_form = "le bureau";
  words.this_office = "ce bureau";
  const auto noun = lower(rest.substr(0, rest.find_first_of(" '")));
  for (const auto& known : kFrenchNouns) {
    if (noun != known.noun || *known.pointing == '\0') continue;
    words.short_form = known.article + noun;
    words.this_office = known.pointing + noun;
  }
  return words;
}

OfficeWords french_office(const std::string& name) {
  const auto small = lower(name);
  for (const auto& [article, of] : kFrenchArticles) {
    const auto length = std::string_view(article).size();
    if (small.starts_with(article)) return french_office(name, std::string_view(name).substr(length), article, of);
  }
  const auto noun = small.substr(0, small.find_first_of(" '"));
  for (const auto& known : kFrenchNouns) {
    if (noun == known.noun) return french_office(name, name, known.article, known.of);
  }
  auto words = french_office(name, name, "", "de ");
  words.in_text = name;
  words.start = at_start(name);
  words.of = "de " + name;
  return words;
}

}  // namespace

OfficeWords office_words(const std::string& language, const std::string& name) {
  if (language == "fr") return french_office(name);
  return language == "en" ? english_office(name) : plain(name);
}

// By ICU, not by octet: "équipe" begins with a letter of two.
std::string at_start(std::string_view text) {
  auto characters = to_unicode(text);
  if (!characters.isEmpty()) {
    const auto c = characters.char32At(0);
    characters.replace(0, characters.moveIndex32(0, 1), u_toupper(c));
  }
  return to_octets(characters);
}

}  // namespace docket
