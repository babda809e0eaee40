#include "daemon/letters/writer_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "config/office_words.h"
#include "config/text.h"
#include "daemon/letters/lines.h"

namespace docket {
namespace {

constexpr std::size_t kLineCharacters = 100;

/// The town's languages that these words exist in, its own first.
std::vector<std::string> languages_of(const Town& town) {
  std::vector<std::string> all;
  if (town.default_language == "fr") all.emplace_back("fr");
  for (const std::string& language : town.languages) {
    const bool known = language == "en" || language == "fr";
    if (known && std::find(all.begin(), all.end(), language) == all.end()) all.push_back(language);
  }
  if (all.empty()) all.emplace_back("en");
  return all;
}

std::string office_name(const NotSentFacts& facts, const Town& town, const std::string& language) {
  const Office* office = town.office(facts.office);
  const std::string name = office == nullptr ? facts.office : office->name.in(language, town.default_language);
  return office_words(language, name).in_text;
}

std::string english(const NotSentFacts& facts, const Town& town) {
  switch (facts.why) {
    case NotSent::unproven:
      return "we could not make sure that it comes from the office. Please answer our message itself, from your "
             "office's "
             "own mailbox. Do not start a new message.";
    case NotSent::stranger:
      return "the address that you wrote from is not one of the office's. Please write from your office's own mailbox, "
             "or "
             "ask the Town Clerk to add your address.";
    case NotSent::another_office:
      return office_name(facts, town, "en") + " answers this case. We passed your letter on to that office.";
    case NotSent::no_office:
      return "no office has this case yet. To give it to one, write #assign and the office's name as the first line.";
    case NotSent::direct:
      return "your office answers residents itself." +
             (facts.detail.empty() ? std::string() : " Please write to " + facts.detail + ".");
    case NotSent::no_address:
      return "we have no e-mail address of the resident." +
             (facts.detail.empty() ? std::string() : " Please call " + facts.detail + ".");
    case NotSent::empty:
      return "we found no words of yours in it. Please write above the text that you answer.";
    case NotSent::history:
      return "it still holds a part of our message to your office. Please answer again, and take our text out.";
    case NotSent::office_address:
      return "it holds your office's internal address. Please take it out, also below your name, and answer again.";
    case NotSent::refused_file:
      return "mail systems refuse the file " + facts.detail + ". Please send it in another form, such as PDF.";
    case NotSent::too_large:
      return "its files are too large for mail. Please send smaller ones.";
    case NotSent::too_many:
      return "too many letters of offices came to this case within an hour. Please wait an hour, then send it again.";
  }
  return "";
}

std::string french(const NotSentFacts& facts, const Town& town) {
  switch (facts.why) {
    case NotSent::unproven:
      return "nous n'avons pas pu vérifier qu'elle vient du bureau. Répondez à notre message lui-même, depuis la boîte "
             "de "
             "votre bureau. Ne commencez pas un nouveau message.";
    case NotSent::stranger:
      return "l'adresse d'où vous écrivez n'est pas une adresse du bureau. Écrivez depuis la boîte de votre bureau, ou "
             "demandez au greffe d'ajouter votre adresse.";
    case NotSent::another_office:
      return office_name(facts, town, "fr") + " répond dans ce dossier. Nous lui avons transmis votre lettre.";
    case NotSent::no_office:
      return "aucun bureau n'a encore ce dossier. Pour le confier à un bureau, écrivez #assign et le nom du bureau à "
             "la "
             "première ligne.";
    case NotSent::direct:
      return "votre bureau répond lui-même aux gens." +
             (facts.detail.empty() ? std::string() : " Écrivez à " + facts.detail + ".");
    case NotSent::no_address:
      return "nous n'avons pas d'adresse courriel de la personne." +
             (facts.detail.empty() ? std::string() : " Appelez le " + facts.detail + ".");
    case NotSent::empty:
      return "nous n'y avons trouvé aucun mot de vous. Écrivez au-dessus du texte auquel vous répondez.";
    case NotSent::history:
      return "elle contient encore une partie de notre message à votre bureau. Répondez de nouveau, sans notre texte.";
    case NotSent::office_address:
      return "elle contient l'adresse interne de votre bureau. Enlevez-la, aussi sous votre nom, et répondez de "
             "nouveau.";
    case NotSent::refused_file:
      return "les serveurs de courriel refusent le fichier " + facts.detail +
             ". Envoyez-le sous une autre forme, par exemple en PDF.";
    case NotSent::too_large:
      return "ses fichiers sont trop lourds pour le courriel. Envoyez-en de plus petits.";
    case NotSent::too_many:
      return "trop de lettres de bureaux sont arrivées dans ce dossier en une heure. Attendez une heure, puis "
             "renvoyez-la.";
  }
  return "";
}

constexpr const char* kCommandsEnglish =
    "The first lines of your answer may be commands, each on a line of its own:\n"
    "#close: send what is below to the resident, and close the case\n"
    "#note: keep your letter in the case, send it to nobody\n"
    "#private: send it to the other offices of the case, not to the resident\n"
    "#not-ours: this is not ours; the name of the right office may follow\n"
    "#assign roads: give the case to this office (its name or short name)\n"
    "#due 2026-12-24: we need until this day; or #due 5 business days\n";

constexpr const char* kCommandsFrench =
    "Les premières lignes de votre réponse peuvent être des commandes, une par ligne :\n"
    "#close : envoyer le reste à la personne et fermer le dossier\n"
    "#note : garder votre lettre au dossier, ne l'envoyer à personne\n"
    "#private : l'envoyer aux autres bureaux du dossier, pas à la personne\n"
    "#not-ours : ce n'est pas pour nous; le nom du bon bureau peut suivre\n"
    "#assign roads : donner le dossier à ce bureau (son nom ou son nom court)\n"
    "#due 2026-12-24 : il nous faut jusqu'à ce jour; ou #due 5 business days\n";

std::string joined(std::string text, const std::string& more) {
  if (!text.empty()) text += "\n";
  return text + more;
}

}  // namespace

const char* to_string(NotSent why) {
  switch (why) {
    case NotSent::unproven:
      return "unproven";
    case NotSent::stranger:
      return "not an address of the office";
    case NotSent::another_office:
      return "another office answers";
    case NotSent::no_office:
      return "no office has the case";
    case NotSent::direct:
      return "the office answers residents itself";
    case NotSent::no_address:
      return "no address";
    case NotSent::empty:
      return "empty";
    case NotSent::history:
      return "it holds our text";
    case NotSent::office_address:
      return "it holds an office's address";
    case NotSent::refused_file:
      return "a file that is refused";
    case NotSent::too_large:
      return "too large";
    case NotSent::too_many:
      return "too many letters";
  }
  return "";
}

PlainLetter not_sent_letter(const NotSentFacts& facts, const Town& town) {
  PlainLetter letter;
  for (const std::string& language : languages_of(town)) {
    const bool is_french = language == "fr";
    letter.subject += (letter.subject.empty() ? "" : " / ");
    letter.subject += is_french ? "Votre réponse n'a PAS été envoyée" : "Your answer has NOT been sent";
    const std::string opening = is_french ? "Votre réponse n'a PAS été envoyée à la personne, parce que "
                                          : "Your answer has NOT been sent to the resident, because ";
    const std::string kept = is_french ? "\nNous avons gardé votre lettre au dossier {}. Rien d'autre n'a été fait.\n"
                                       : "\nWe kept your letter in case {}. Nothing else was done.\n";
    letter.text = joined(letter.text, opening + (is_french ? french(facts, town) : english(facts, town)) +
                                          fmt::format(fmt::runtime(kept), facts.number));
  }
  letter.subject += " [" + facts.number + "]";
  return letter;
}

PlainLetter commands_letter(const std::string& number, const std::string& line, const Town& town) {
  const std::string shown(first_characters(letters::one_line(line), kLineCharacters));
  PlainLetter letter;
  for (const std::string& language : languages_of(town)) {
    const bool is_french = language == "fr";
    letter.subject += (letter.subject.empty() ? "" : " / ");
    letter.subject += is_french ? "Nous n'avons pas compris votre commande" : "We did not understand your command";
    letter.text = joined(
        letter.text,
        is_french
            ? fmt::format("Votre réponse n'a PAS été envoyée à la personne, parce que nous n'avons pas compris cette "
                          "ligne :\n{}\nRien n'a été fait. Renvoyez votre réponse.\n\n{}",
                          shown, kCommandsFrench)
            : fmt::format("Your answer has NOT been sent to the resident, because we did not understand this "
                          "line:\n{}\nNothing was done. Please send your answer again.\n\n{}",
                          shown, kCommandsEnglish));
  }
  letter.subject += " [" + number + "]";
  return letter;
}

}  // namespace docket
