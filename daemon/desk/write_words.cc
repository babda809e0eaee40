#include "daemon/desk/write_words.h"

#include <array>
#include <nlohmann/json.hpp>

namespace docket {
namespace {

struct Word {
  const char* name;
  const char* english;
  const char* french;
};

constexpr std::array kWords{
    Word{"title", "Write to the town", "Écrire à la ville"},
    Word{"words_languages", "Language", "Langue"},
    Word{"words_problem", "Your letter was not sent", "Votre lettre n'a pas été envoyée"},
    Word{"words_intro",
         "Tell us what you need or what is wrong. You get a case number at once. A person reads your letter.",
         "Dites-nous ce qu'il vous faut ou ce qui ne va pas. Vous recevez tout de suite un numéro de dossier. Une "
         "personne lit votre lettre."},
    Word{"words_danger", "Is somebody in danger? Do not write, call",
         "Quelqu'un est en danger? N'écrivez pas, composez le"},
    Word{"words_text", "Your letter", "Votre lettre"},
    Word{"words_location", "Where is it? A street and number, or a place",
         "Où est-ce? Une rue et un numéro, ou un lieu"},
    Word{"words_to", "Whom it is for", "À qui elle s'adresse"},
    Word{"words_to_none", "I do not know: the town decides", "Je ne sais pas : la ville décide"},
    Word{"words_files", "Photos or other files", "Photos ou autres fichiers"},
    Word{"words_you", "You", "Vous"},
    Word{"words_why_contact",
         "With an address we can send you the number and an answer. You may leave all of this empty.",
         "Avec une adresse, nous pouvons vous envoyer le numéro et une réponse. Vous pouvez laisser tout ceci vide."},
    Word{"words_name", "Name", "Nom"},
    Word{"words_email", "E-mail address", "Adresse électronique"},
    Word{"words_phone", "Telephone number", "Numéro de téléphone"},
    Word{"words_optional", "(if you like)", "(si vous voulez)"},
    Word{"words_trap", "Leave this empty", "Laissez ceci vide"},
    Word{"words_send", "Send the letter", "Envoyer la lettre"},
    Word{"words_privacy", "Your privacy", "Votre vie privée"},
    Word{"words_readers", "Your letter can be read by the office that answers it and by",
         "Votre lettre peut être lue par le bureau qui y répond et par"},
    Word{"words_kept", "We keep it for", "Nous la gardons"},
    Word{"words_authority", "We ask for it under", "Nous la demandons en vertu de la"},
    Word{"words_contact", "To see it or have it corrected, write to", "Pour la voir ou la faire corriger, écrivez à"},
    Word{"words_help", "You can also call", "Vous pouvez aussi composer le"},
    Word{"words_number", "We have your letter. Your case number is",
         "Nous avons votre lettre. Votre numéro de dossier est"},
    Word{"words_done", "Please write it down. No one has read your letter yet.",
         "Veuillez le noter. Personne n'a encore lu votre lettre."},
    Word{"words_office", "It goes to:", "Elle va à :"},
    Word{"words_add", "To add something, give the number when you write or call.",
         "Pour ajouter quelque chose, donnez le numéro quand vous écrivez ou appelez."},
    Word{"words_mailed", "We send you the same by e-mail.", "Nous vous envoyons la même chose par courriel."},
    Word{"words_not_mailed", "You gave no e-mail address: this page is the only answer you get for now.",
         "Vous n'avez pas donné d'adresse électronique : cette page est la seule réponse pour l'instant."},
    Word{"words_again", "Write another letter", "Écrire une autre lettre"},
};

}  // namespace

nlohmann::json write_words(const std::string& language) {
  nlohmann::json words = nlohmann::json::object();
  for (const Word& word : kWords) words[word.name] = language == "fr" ? word.french : word.english;
  return words;
}

std::string problem_words(const std::string& language, WriteProblem problem) {
  const bool french = language == "fr";
  switch (problem) {
    case WriteProblem::no_text:
      return french ? "Écrivez votre lettre ici." : "Please write your letter here.";
    case WriteProblem::too_large:
      return french ? "Les fichiers sont trop gros. Envoyez-en moins." : "The files are too large. Please send fewer.";
    case WriteProblem::too_often:
      return french ? "Trop de lettres sont venues d'ici. Réessayez dans dix minutes."
                    : "Too many letters came from here. Please try again in ten minutes.";
    case WriteProblem::later:
      break;
  }
  return french ? "Nous n'avons pas pu la garder. Réessayez dans une minute."
                : "We could not keep it. Please try again in a minute.";
}

std::string language_name(const std::string& language) {
  if (language == "en") return "English";
  if (language == "fr") return "Français";
  return language;
}

}  // namespace docket
