#include "rules/words/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "config/text.h"
#include "rules/condition.h"

namespace docket {
namespace {

struct Word {
  const char* form;
  Plain plain;
};

constexpr std::array kChannelWords = {
    Word{"email", {"by e-mail", "par courriel"}},
    Word{"webhook", {"from a program", "par un programme"}},
    Word{"form", {"through a web form", "par un formulaire web"}},
    Word{"sms", {"by text message", "par texto"}},
    Word{"voice", {"as a voice message", "par message vocal"}},
    Word{"open311", {"through Open311", "par Open311"}},
    Word{"phone", {"by telephone", "par téléphone"}},
    Word{"counter", {"over the counter", "au comptoir"}},
};

// "other" is a language that the town does not answer in.
constexpr std::array kLanguageWords = {
    Word{"en", {"in English", "en anglais"}},
    Word{"fr", {"in French", "en français"}},
    Word{"other", {"in a language that the town does not offer", "dans une langue que la ville n'offre pas"}},
};

constexpr std::array kAuthenticationWords = {
    Word{"pass", {"successful", "réussie"}},
    Word{"fail", {"unsuccessful", "en échec"}},
    Word{"unknown", {"unknown", "inconnue"}},
};

template <std::size_t kSize>
const char* find(const std::array<Word, kSize>& words, const std::string& form, bool french) {
  for (const auto& word : words) {
    if (form == word.form) return word.plain.in(french);
  }
  return nullptr;
}

}  // namespace

std::string in_quotes(const std::string& text, bool french) {
  return french ? fmt::format("« {} »", text) : fmt::format("\"{}\"", text);
}

namespace told {

std::string quoted(const Value& value, bool french) { return in_quotes(value.written, french); }

std::string plain(const Value& value, bool /*french*/) { return std::string(trim(value.written)); }

std::string addressed(const Value& value, bool french) { return (french ? "à " : "to ") + plain(value, french); }

std::string with(const Value& value, bool french) { return (french ? "par " : "with ") + quoted(value, french); }

std::string like(const Value& value, bool french) { return (french ? "à " : "") + quoted(value, french); }

std::string pattern(const Value& value, bool french) {
  return (french ? "au motif " : "the pattern ") + quoted(value, french);
}

/// A domain without its @ or dot is the end of a longer one too: "own.example" is in "town.example".
std::string address_end(const Value& value, bool french) {
  const auto end = std::string(trim(value.written));
  if (end.starts_with('@')) return (french ? "chez " : "at ") + end.substr(1);
  if (end.starts_with('.')) return (french ? "dans un domaine sous " : "in a domain below ") + end.substr(1);
  if (end.find('@') != std::string::npos) return (french ? "comme " : "like ") + in_quotes("…" + end, french);
  return (french ? "dans un domaine qui finit par " : "in a domain that ends with ") + in_quotes(end, french);
}

/// French counts octets: Mio, Mo, ko, o.
std::string size(const Value& value, bool french) {
  auto text = std::string(trim(value.written));
  if (!text.ends_with('B')) return text + (french ? " octets" : " bytes");
  if (french) text.back() = 'o';
  return text;
}

std::string files(const Value& value, bool french) {
  const bool several = french ? value.number > 1 : value.number != 1;
  if (french) return fmt::format("{} {}", value.number, several ? "fichiers joints" : "fichier joint");
  return fmt::format("{} {}", value.number, several ? "attached files" : "attached file");
}

/// As written; French writes a comma in the distance, and nobody writes one in coordinates.
std::string near(const Value& value, bool french) {
  const auto parts = split(value.written, ',');
  if (parts.size() != 3) return quoted(value, french);
  std::string within(trim(parts[2]));
  if (french) std::replace(within.begin(), within.end(), '.', ',');
  const auto place = fmt::format("({}, {})", trim(parts[0]), trim(parts[1]));
  return french ? fmt::format("à {} au plus de {}", within, place) : fmt::format("within {} of {}", within, place);
}

std::string channel(const Value& value, bool french) {
  const auto* const words = find(kChannelWords, value.form, french);
  return words != nullptr ? words : (french ? "par " : "by ") + quoted(value, french);
}

std::string language(const Value& value, bool french) {
  const auto* const words = find(kLanguageWords, value.form, french);
  return words != nullptr ? words : (french ? "en " : "in ") + quoted(value, french);
}

std::string authentication(const Value& value, bool french) {
  const auto* const words = find(kAuthenticationWords, value.form, french);
  return words != nullptr ? words : quoted(value, french);
}

}  // namespace told
}  // namespace docket
