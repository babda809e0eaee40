#include "daemon/desk/settled_words.h"

#include <array>
#include <nlohmann/json.hpp>

namespace docket {
namespace {

struct Both {
  const char* english;
  const char* french;
  [[nodiscard]] const char* in(const std::string& language) const { return language == "fr" ? french : english; }
};

struct Word {
  const char* name;
  Both words;
};

constexpr std::array kCommon{
    Word{"words_languages", {"Language", "Langue"}},
    Word{"words_problem", {"Your answer was not sent", "Votre réponse n'a pas été envoyée"}},
    Word{"words_number", {"Your case number is", "Votre numéro de dossier est"}},
    Word{"words_given", {"You have told us before:", "Vous nous avez déjà dit :"}},
    Word{"words_words", {"Anything we should know", "Ce que nous devrions savoir"}},
    Word{"words_optional", {"(if you like)", "(si vous voulez)"}},
    Word{"words_send", {"Send my answer", "Envoyer ma réponse"}},
    Word{"words_thanks", {"Thank you. We have your answer.", "Merci. Nous avons votre réponse."}},
    Word{"words_help", {"You can also call", "Vous pouvez aussi composer le"}},
};

/// What differs by question.
struct Asking {
  Both title;
  Both question;
  Both yes;
  Both not_yet;
  Both thanks_yes;
  Both thanks_not_yet;
};

constexpr Asking kSettled{
    {"Is it settled?", "Est-ce réglé?"},
    {"We closed your case. Is the matter settled?", "Nous avons fermé votre dossier. L'affaire est-elle réglée?"},
    {"Yes, it is settled", "Oui, c'est réglé"},
    {"Not yet: open my case again", "Pas encore : rouvrez mon dossier"},
    {"Your case stays closed.", "Votre dossier reste fermé."},
    {"Your case is open again. The office that has it knows.",
     "Votre dossier est rouvert. Le bureau qui l'a le sait."}};
constexpr Asking kAnswered{
    {"Did this answer you?", "Avez-vous votre réponse?"},
    {"Did the answer in our message help you?", "La réponse dans notre message vous a-t-elle aidé?"},
    {"Yes, this answered me: close my case", "Oui, j'ai ma réponse : fermez mon dossier"},
    {"I still need a person", "J'ai encore besoin d'une personne"},
    {"Your case is closed. If you need us after all, reply to our message.",
     "Votre dossier est fermé. Si vous avez quand même besoin de nous, répondez à notre message."},
    {"A person will answer you. You need to do nothing more.",
     "Une personne vous répondra. Vous n'avez rien d'autre à faire."}};
constexpr Asking kConsent{
    {"Who may have your letters?", "Qui peut avoir vos lettres?"},
    {"When somebody else takes over, may they have your case?",
     "Quand une autre personne prendra la relève, peut-elle avoir votre dossier?"},
    {"Yes, they may have my case", "Oui, elle peut avoir mon dossier"},
    {"No, leave it where it is", "Non, laissez-le où il est"},
    {"The new holder of the office will get your case.", "La nouvelle personne recevra votre dossier."},
    {"Your case stays where it is.", "Votre dossier reste où il est."}};

const Asking& asking(Asked::Kind kind) {
  return kind == Asked::Kind::settled ? kSettled : kind == Asked::Kind::answered ? kAnswered : kConsent;
}

}  // namespace

nlohmann::json settled_words(const std::string& language, Asked::Kind kind, const std::string& office) {
  nlohmann::json words = nlohmann::json::object();
  for (const Word& word : kCommon) words[word.name] = word.words.in(language);
  const Asking& of = asking(kind);
  words["title"] = of.title.in(language);
  words["question"] = std::string(of.question.in(language)) + (office.empty() ? "" : " (" + office + ")");
  words["words_yes"] = of.yes.in(language);
  words["words_not_yet"] = of.not_yet.in(language);
  return words;
}

std::string thanks_words(const std::string& language, Asked::Kind kind, const std::string& answer) {
  const Asking& of = asking(kind);
  return answer == "yes" ? of.thanks_yes.in(language) : of.thanks_not_yet.in(language);
}

std::string problem_words(const std::string& language, SettledProblem problem) {
  constexpr Both kTooLong{"This is too long. Please write at most 2,000 characters.",
                          "C'est trop long. Écrivez au plus 2 000 caractères."};
  constexpr Both kNoAnswer{"Please choose an answer.", "Choisissez une réponse."};
  constexpr Both kLater{"We could not keep it. Please try again in a minute.",
                        "Nous n'avons pas pu la garder. Réessayez dans une minute."};
  if (problem == SettledProblem::too_long) return kTooLong.in(language);
  return problem == SettledProblem::no_answer ? kNoAnswer.in(language) : kLater.in(language);
}

std::string over_title(const std::string& language) {
  constexpr Both kTitle{"This link does not work any more", "Ce lien ne marche plus"};
  return kTitle.in(language);
}

std::string over_words(const std::string& language) {
  constexpr Both kOver{
      "We do not know it, or its question is over. To tell us something, reply to one of our messages.",
      "Nous ne le connaissons pas, ou sa question n'est plus posée. Pour nous dire quelque chose, répondez à un de nos "
      "messages."};
  return kOver.in(language);
}

}  // namespace docket
