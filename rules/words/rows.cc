#include "rules/words/rows.h"

#include <algorithm>
#include <array>

#include "rules/condition.h"
#include "rules/words/values.h"

namespace docket {
namespace {

/// A field that letters have one of: "whose subject …", "the subject …".
constexpr Telling one(const char* whose, const char* dont, const char* the, const char* le) {
  return {{whose, dont}, {whose, dont}, {the, le}, {the, le}};
}

struct FieldWords {
  Field field{};
  Telling lead{};
  Plain some{};  ///< of `exists`: follows "that have"
  Plain none{};
  bool lead_negates = false;  ///< "with no attached file whose name" takes the verb as it is
};

constexpr std::array kFieldWords = {
    FieldWords{Field::to,
               one("whose To address", "dont l'adresse « À »", "the To address", "l'adresse « À »"),
               {"a To address", "une adresse « À »"},
               {"no To address", "aucune adresse « À »"}},
    FieldWords{Field::cc,
               one("whose Cc address", "dont l'adresse « Cc »", "the Cc address", "l'adresse « Cc »"),
               {"a Cc address", "une adresse « Cc »"},
               {"no Cc address", "aucune adresse « Cc »"}},
    FieldWords{Field::recipient,
               one("whose address written to", "dont l'adresse de destination", "the address written to",
                   "l'adresse de destination"),
               {"an address of ours they were written to", "une de nos adresses comme destination"},
               {"no address of ours they were written to", "aucune de nos adresses comme destination"}},
    FieldWords{Field::from,
               one("whose sender's address", "dont l'adresse d'expéditeur", "the sender's address",
                   "l'adresse de l'expéditeur"),
               {"a sender's address", "une adresse d'expéditeur"},
               {"no sender's address", "aucune adresse d'expéditeur"}},
    FieldWords{Field::sender_name,
               one("whose sender's name", "dont le nom d'expéditeur", "the sender's name", "le nom de l'expéditeur"),
               {"a sender's name", "un nom d'expéditeur"},
               {"no sender's name", "aucun nom d'expéditeur"}},
    FieldWords{Field::phone,
               one("whose sender's telephone number", "dont le numéro de téléphone de l'expéditeur",
                   "the sender's telephone number", "le numéro de téléphone de l'expéditeur"),
               {"a sender's telephone number", "un numéro de téléphone de l'expéditeur"},
               {"no sender's telephone number", "aucun numéro de téléphone de l'expéditeur"}},
    FieldWords{Field::subject,
               one("whose subject", "dont l'objet", "the subject", "l'objet"),
               {"a subject", "un objet"},
               {"no subject", "aucun objet"}},
    FieldWords{Field::body,
               one("whose text", "dont le texte", "the text", "le texte"),
               {"a text", "un texte"},
               {"no text", "aucun texte"}},
    FieldWords{Field::text,
               {{"whose subject or text", "dont l'objet ou le texte"},
                {"that have neither a subject nor a text that", "qui n'ont ni objet ni texte qui"},
                {"the subject or text", "l'objet ou le texte"},
                {"neither the subject nor the text", "la lettre n'a ni objet ni texte qui"}},
               {"a subject or a text", "un objet ou un texte"},
               {"neither subject nor text", "ni objet ni texte"},
               true},
    FieldWords{Field::header,
               one("whose header", "dont l'en-tête", "the header", "l'en-tête"),
               {"the header", "l'en-tête"},
               {"no header", "aucun en-tête"}},
    FieldWords{Field::attachment,
               one("whose attached file", "dont le fichier joint", "the attached file", "le fichier joint"),
               {"an attached file", "un fichier joint"},
               {"no attached file", "aucun fichier joint"}},
    FieldWords{Field::attachment_name,
               {{"that have an attached file whose name", "dont un fichier joint a un nom qui"},
                {"that have no attached file whose name", "dont aucun fichier joint n'a un nom qui"},
                {"an attached file has a name that", "un fichier joint a un nom qui"},
                {"no attached file has a name that", "aucun fichier joint n'a un nom qui"}},
               {"an attached file with a name", "un fichier joint qui a un nom"},
               {"no attached file with a name", "aucun fichier joint qui ait un nom"},
               true},
    FieldWords{Field::attachment_type,
               {{"that have an attached file whose type", "dont un fichier joint a un type qui"},
                {"that have no attached file whose type", "dont aucun fichier joint n'a un type qui"},
                {"an attached file has a type that", "un fichier joint a un type qui"},
                {"no attached file has a type that", "aucun fichier joint n'a un type qui"}},
               {"an attached file with a type", "un fichier joint qui a un type"},
               {"no attached file with a type", "aucun fichier joint qui ait un type"},
               true},
    FieldWords{Field::location,
               one("whose place", "dont le lieu", "the place", "le lieu"),
               {"a known place", "un lieu connu"},
               {"no known place", "aucun lieu connu"}},
    FieldWords{Field::channel,
               one("whose channel", "dont le canal", "the channel", "le canal"),
               {"a known channel", "un canal connu"},
               {"no known channel", "aucun canal connu"}},
    FieldWords{Field::source,
               one("whose source", "dont la source", "the source", "la source"),
               {"a known source", "une source connue"},
               {"no known source", "aucune source connue"}},
    FieldWords{Field::line,
               one("whose form line", "dont la ligne de formulaire", "the form line", "la ligne de formulaire"),
               {"the form line", "la ligne de formulaire"},
               {"no form line", "aucune ligne de formulaire"}},
};

constexpr Telling kHas{{"that have", "qui ont"},
                       {"that have", "qui n'ont"},
                       {"the letter has", "la lettre a"},
                       {"the letter has", "la lettre n'a"}};

constexpr Plain kIs{"is", "est"};
constexpr Plain kIsNot{"is not", "n'est pas"};

// Values bring what a language repeats before each of them: "par « a » ou par « b »".
struct OperatorWords {
  Operator op{};
  Takes takes{};
  RowWords words;  ///< the lead is the field's
};

constexpr std::array kOperatorWords = {
    OperatorWords{Operator::is, Takes::text, {nullptr, kIs, kIsNot, told::quoted}},
    OperatorWords{Operator::is, Takes::word, {nullptr, kIs, kIsNot, told::quoted}},
    OperatorWords{Operator::is, Takes::address, {nullptr, kIs, kIsNot, told::plain}},
    OperatorWords{Operator::is, Takes::phone, {nullptr, kIs, kIsNot, told::plain}},
    OperatorWords{
        Operator::starts,
        Takes::phone,
        {nullptr, {"begins", "commence"}, {"does not begin", "ne commence pas"}, told::with, {"with", "par"}}},
    OperatorWords{Operator::contains,
                  Takes::text,
                  {nullptr, {"contains", "contient"}, {"does not contain", "ne contient pas"}, told::quoted}},
    OperatorWords{Operator::word,
                  Takes::text,
                  {nullptr,
                   {"mentions", "mentionne"},
                   {"does not mention", "ne mentionne pas"},
                   told::quoted,
                   {"", ""},
                   '*',
                   {"* is any ending", "* : toute terminaison"}}},
    OperatorWords{
        Operator::starts,
        Takes::text,
        {nullptr, {"begins", "commence"}, {"does not begin", "ne commence pas"}, told::with, {"with", "par"}}},
    OperatorWords{Operator::like,
                  Takes::text,
                  {nullptr,
                   {"has a part like", "correspond en partie"},
                   {"has no part like", "ne correspond pas, même en partie,"},
                   told::like,
                   {"", "à"},
                   '#',
                   {"# is any digit", "# : tout chiffre"}}},
    OperatorWords{
        Operator::regex,
        Takes::text,
        {nullptr, {"matches", "correspond"}, {"does not match", "ne correspond pas"}, told::pattern, {"", "à"}}},
    OperatorWords{Operator::ends,
                  Takes::text,
                  {nullptr, {"ends", "finit"}, {"does not end", "ne finit pas"}, told::with, {"with", "par"}}},
    OperatorWords{Operator::ends, Takes::address, {nullptr, kIs, kIsNot, told::address_end, {"at", "chez"}}},
};

/// What a row says in words of its own, because the field's and the operator's would be true and stiff.
struct OwnWords {
  Field field{};
  Operator op{};
  Telling lead{};
  RowWords words;
};

constexpr Telling kSender = one("whose sender", "dont l'expéditeur", "the sender", "l'expéditeur");
constexpr Telling kWritten{{"that are written", "qui sont écrites"},
                           {"that are not written", "qui ne sont pas écrites"},
                           {"the letter is written", "la lettre est écrite"},
                           {"the letter is not written", "la lettre n'est pas écrite"}};
constexpr Telling kWrittenToEnd{
    {"that are written to an address", "qui sont écrites à une adresse"},
    {"that are not written to an address", "qui ne sont pas écrites à une adresse"},
    {"the letter is written to an address", "la lettre est écrite à une adresse"},
    {"the letter is not written to an address", "la lettre n'est pas écrite à une adresse"}};

constexpr std::array kOwnWords = {
    OwnWords{Field::recipient, Operator::is, kWritten, {nullptr, {"", ""}, {"", ""}, told::addressed, {"to", "à"}}},
    OwnWords{Field::recipient,
             Operator::ends,
             kWrittenToEnd,
             {nullptr, {"", ""}, {"", ""}, told::address_end, {"at", "chez"}}},
    OwnWords{Field::from, Operator::is, kSender, {nullptr, kIs, kIsNot, told::plain}},
    OwnWords{Field::from, Operator::ends, kSender, {nullptr, kIs, kIsNot, told::address_end, {"at", "chez"}}},
    OwnWords{Field::text,
             Operator::word,
             {{"that mention", "qui mentionnent"},
              {"that do not mention", "qui ne mentionnent pas"},
              {"the letter mentions", "la lettre mentionne"},
              {"the letter does not mention", "la lettre ne mentionne pas"}},
             {nullptr, {"", ""}, {"", ""}, told::quoted, {"", ""}, '*', {"* is any ending", "* : toute terminaison"}}},
    OwnWords{Field::text,
             Operator::contains,
             {{"that contain", "qui contiennent"},
              {"that do not contain", "qui ne contiennent pas"},
              {"the letter contains", "la lettre contient"},
              {"the letter does not contain", "la lettre ne contient pas"}},
             {nullptr, {"", ""}, {"", ""}, told::quoted}},
    OwnWords{Field::attachment_count,
             Operator::over,
             {{"that have more than", "qui ont plus de"},
              {"that have at most", "qui ont au plus"},
              {"the letter has more than", "la lettre a plus de"},
              {"the letter has at most", "la lettre a au plus"}},
             {nullptr, {"", ""}, {"", ""}, told::files}},
    OwnWords{Field::attachment_count,
             Operator::under,
             {{"that have fewer than", "qui ont moins de"},
              {"that have at least", "qui ont au moins"},
              {"the letter has fewer than", "la lettre a moins de"},
              {"the letter has at least", "la lettre a au moins"}},
             {nullptr, {"", ""}, {"", ""}, told::files}},
    OwnWords{Field::location,
             Operator::near,
             {{"that are about a place", "qui concernent un lieu"},
              {"that are not about a place", "qui ne concernent pas un lieu"},
              {"the letter is about a place", "la lettre concerne un lieu"},
              {"the letter is not about a place", "la lettre ne concerne pas un lieu"}},
             {nullptr, {"", ""}, {"", ""}, told::near, {"near", "proche de"}}},
    OwnWords{Field::channel,
             Operator::is,
             {{"that came", "qui sont arrivées"},
              {"that did not come", "qui ne sont pas arrivées"},
              {"the letter came", "la lettre est arrivée"},
              {"the letter did not come", "la lettre n'est pas arrivée"}},
             {nullptr, {"", ""}, {"", ""}, told::channel}},
    OwnWords{Field::language, Operator::is, kWritten, {nullptr, {"", ""}, {"", ""}, told::language}},
    OwnWords{
        Field::time,
        Operator::inside,
        {{"that are received during office hours", "qui sont reçues pendant les heures de bureau"},
         {"that are not received during office hours", "qui ne sont pas reçues pendant les heures de bureau"},
         {"the letter is received during office hours", "la lettre est reçue pendant les heures de bureau"},
         {"the letter is not received during office hours", "la lettre n'est pas reçue pendant les heures de bureau"}},
        {}},
    OwnWords{
        Field::time,
        Operator::outside,
        {{"that are received outside office hours", "qui sont reçues hors des heures de bureau"},
         {"that are not received outside office hours", "qui ne sont pas reçues hors des heures de bureau"},
         {"the letter is received outside office hours", "la lettre est reçue hors des heures de bureau"},
         {"the letter is not received outside office hours", "la lettre n'est pas reçue hors des heures de bureau"}},
        {}},
    OwnWords{Field::size,
             Operator::over,
             {{"that are larger than", "dont la taille dépasse"},
              {"that are not larger than", "dont la taille ne dépasse pas"},
              {"the letter is larger than", "la taille de la lettre dépasse"},
              {"the letter is not larger than", "la taille de la lettre ne dépasse pas"}},
             {nullptr, {"", ""}, {"", ""}, told::size}},
    OwnWords{Field::size,
             Operator::under,
             {{"that are smaller than", "dont la taille est inférieure à"},
              {"that are not smaller than", "dont la taille est d'au moins"},
              {"the letter is smaller than", "la taille de la lettre est inférieure à"},
              {"the letter is not smaller than", "la taille de la lettre est d'au moins"}},
             {nullptr, {"", ""}, {"", ""}, told::size}},
    OwnWords{Field::authenticated,
             Operator::is,
             one("whose sender authentication", "dont l'authentification de l'expéditeur", "the sender authentication",
                 "l'authentification de l'expéditeur"),
             {nullptr, kIs, kIsNot, told::authentication}},
    OwnWords{Field::spam,
             Operator::is,
             {{"that are marked as spam", "qui sont marquées comme pourriels"},
              {"that are not marked as spam", "qui ne sont pas marquées comme pourriels"},
              {"the letter is marked as spam", "la lettre est marquée comme pourriel"},
              {"the letter is not marked as spam", "la lettre n'est pas marquée comme pourriel"}},
             {}},
};

}  // namespace

RowWords words_of(Field field, Operator op, Takes takes) {
  for (const auto& own : kOwnWords) {
    if (own.field != field || own.op != op) continue;
    auto words = own.words;
    words.lead = &own.lead;
    return words;
  }
  const auto* const about = std::find_if(kFieldWords.begin(), kFieldWords.end(),
                                         [&](const FieldWords& words) { return words.field == field; });
  if (about == kFieldWords.end()) return {};
  if (op == Operator::exists) return {&kHas, about->some, about->none};
  const auto* const way = std::find_if(kOperatorWords.begin(), kOperatorWords.end(), [&](const OperatorWords& words) {
    return words.op == op && words.takes == takes;
  });
  if (way == kOperatorWords.end()) return {};
  auto words = way->words;
  words.lead = &about->lead;
  words.lead_negates = about->lead_negates;
  return words;
}

}  // namespace docket
