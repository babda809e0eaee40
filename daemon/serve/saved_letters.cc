#include "daemon/serve/saved_letters.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "rules/difference.h"

namespace docket {
namespace {

constexpr std::size_t kMostLines = 20;
constexpr std::size_t kShownDigits = 12;  // of a version

std::string name_of(const Town& town, const std::string& destination) {
  if (destination == "review") return "in review / à classer";
  if (destination == "ignored") return "ignored / ignoré";
  const auto* office = town.office(destination);
  return office == nullptr ? destination : office->name.in(town.default_language, "");
}

std::set<std::string> copied_to(const Decision& decision) {
  std::set<std::string> offices;
  for (const auto& copy : decision.copies) offices.insert(copy.office);
  return offices;
}

/// Whether one of the offices that get a copy of the first would not of the second.
bool loses_copy(const Decision& a, const Decision& b) {
  const auto from = copied_to(a);
  const auto to = copied_to(b);
  // Who gets the letter itself has lost nothing.
  return std::any_of(from.begin(), from.end(),
                     [&](const auto& office) { return !to.contains(office) && b.assign != office; });
}

/// "what" in both languages above its lines; nothing without lines.
std::string section(const std::string& title, const std::vector<std::string>& lines, const std::string& rest = {}) {
  if (lines.empty()) return "";
  std::string text = "\n" + title + "\n\n";
  for (std::size_t i = 0; i < std::min(lines.size(), kMostLines); ++i) text += lines[i] + "\n";
  if (lines.size() > kMostLines) {
    const auto more = lines.size() - kMostLines;
    text += fmt::format("  and {} more / et {} de plus{}\n", more, more, rest);
  }
  return text;
}

std::string changed_files(const SavedNews& news) {
  std::vector<std::string> lines;
  for (const auto& change : news.changes) {
    const char* how = change.kind == FileChange::Kind::added     ? " (new / nouveau)"
                      : change.kind == FileChange::Kind::removed ? " (removed / retiré)"
                                                                 : "";
    lines.push_back("  " + change.name + how);
  }
  return section("Changed / Modifié :", lines);
}

/// Each way with how many letters; of one letter its own line says it.
std::string ways(const SavedNews& news) {
  if (news.moved.size() < 2) return "";
  std::map<std::string, int> counts;
  for (const auto& one : news.moved) ++counts[fmt::format("{} → {}", one.from, one.to)];
  std::vector<std::string> lines;
  for (const auto& [way, count] : counts) lines.push_back(fmt::format("  {}: {}", way, count));
  return section("From → to / De → à :", lines);
}

std::string moved_letters(const SavedNews& news, const std::string& rest) {
  std::vector<std::string> lines;
  for (const auto& one : news.moved) {
    const auto subject = one.subject.empty() ? "" : fmt::format(" \"{}\"", one.subject);
    lines.push_back(fmt::format("  {}{}: {} → {}", one.name, subject, one.from, one.to));
  }
  return ways(news) + section("Would go elsewhere / Iraient ailleurs :", lines, rest);
}

std::string other_changes(const SavedNews& news) {
  std::vector<std::string> lines;
  const auto add = [&](std::size_t count, const char* english, const char* french) {
    if (count > 0) lines.push_back(fmt::format("  {} {} / {}", count, english, french));
  };
  add(news.gain_copies, "would also go to another office as a copy", "iraient aussi à un autre bureau en copie");
  add(news.lose_copies, "would lose a copy to an office", "perdraient une copie à un bureau");
  add(news.otherwise, "would stay where they are and be handled otherwise",
      "resteraient où elles sont et seraient traitées autrement");
  return section("Letters that change in other ways / Lettres qui changent autrement :", lines);
}

std::string problems_of(const SavedNews& news, Severity severity, const char* title) {
  std::vector<std::string> lines;
  for (const auto& problem : news.problems) {
    if (problem.severity == severity) lines.push_back(to_string(problem));
  }
  return section(title, lines, ": docket check");
}

std::string warnings_of(const SavedNews& news) {
  return problems_of(news, Severity::warning, "Warnings / Avertissements :");
}

/// "Of the last 200 letters these 14 would go elsewhere."
std::string compared_english(const SavedNews& news) {
  if (!news.compared) return "What it changes is not known: the letters in the book could not be read.";
  if (news.letters == 0) return "There is no letter yet to compare it with.";
  const auto last =
      news.letters == 1 ? std::string("Of the last letter") : fmt::format("Of the last {} letters", news.letters);
  if (news.moved.empty()) return last + " nothing would go elsewhere.";
  if (news.moved.size() == 1) return last + " this one would go elsewhere.";
  return fmt::format("{} these {} would go elsewhere.", last, news.moved.size());
}

std::string compared_french(const SavedNews& news) {
  if (!news.compared) return "On ne sait pas ce que cela change : les lettres du registre n'ont pas pu être lues.";
  if (news.letters == 0) return "Il n'y a encore aucune lettre à laquelle comparer.";
  const auto last =
      news.letters == 1 ? std::string("De la dernière lettre") : fmt::format("Des {} dernières lettres", news.letters);
  if (news.moved.empty()) return last + ", rien n'irait ailleurs.";
  if (news.moved.size() == 1) return last + ", celle-ci irait ailleurs.";
  return fmt::format("{}, ces {} iraient ailleurs.", last, news.moved.size());
}

std::string hour_in_french(const std::string& time) { return time.substr(0, 2) + " h " + time.substr(3); }

/// Why a person should look first, in the order of weight.
std::string reasons(const SavedNews& news) {
  std::vector<std::string> lines;
  if (!news.compared) {
    lines.emplace_back("  what it would change is not known / on ne sait pas ce que cela changerait");
  }
  if (news.losing_addressed > 0) {
    lines.push_back(
        fmt::format("  {} would no longer reach an office whose address they were written to / n'atteindraient plus "
                    "un bureau à l'adresse duquel elles ont été écrites",
                    news.losing_addressed));
  }
  if (news.newly_ignored > 0) {
    lines.push_back(
        fmt::format("  {} would be ignored and are a case now / seraient ignorées et sont un dossier aujourd'hui",
                    news.newly_ignored));
  }
  if (news.many) {
    lines.push_back(
        fmt::format("  {} of {} would be handled otherwise: more than a tenth / {} sur {} seraient traitées "
                    "autrement : plus du dixième",
                    news.differing, news.letters, news.differing, news.letters));
  }
  return section("Why you are asked first / Pourquoi on vous le demande d'abord :", lines);
}

}  // namespace

SavedNews news_of(const Comparison& comparison, const Town& town,
                  const std::function<std::string(const std::string& number)>& subject) {
  SavedNews news;
  news.compared = true;
  news.letters = comparison.letters;
  news.losing_addressed = comparison.losing_addressed;
  news.newly_ignored = comparison.newly_ignored;
  news.differing = comparison.differing.size();
  news.many = changes_many(comparison);
  for (const auto& one : comparison.differing) {
    const bool gains = loses_copy(one.after, one.before);
    const bool loses = loses_copy(one.before, one.after);
    const auto from = destination(one.before);
    const auto to = destination(one.after);
    // An addition goes where its case is, whatever the rules say of it alone.
    const bool moves = from != to && one.letter.outcome != "addition";
    if (gains) ++news.gain_copies;
    if (loses) ++news.lose_copies;
    if (!moves && !gains && !loses) ++news.otherwise;
    if (!moves) continue;
    const auto& number = one.letter.number;
    const bool shown = !number.empty() && news.moved.size() < kMostLines;
    news.moved.push_back({number.empty() ? one.letter.inbound : number, shown ? subject(number) : "",
                          name_of(town, from), name_of(town, to)});
  }
  return news;
}

CaseBook::StaffLetter live_letter(const SavedNews& news, const std::string& to) {
  const auto version = news.previous.substr(0, news.previous.find(':') + 1 + kShownDigits);
  const auto text = fmt::format(
      "Live since {}. {}\nCases that are there already stay where they are; what comes from now on goes by the new "
      "rules.\n\n"
      "En vigueur depuis {}. {}\nLes dossiers déjà ouverts restent où ils sont; ce qui arrive désormais suit les "
      "nouvelles règles.\n"
      "{}{}{}{}\n"
      "To go back, save the files as they were, or ask an operator for: docket rules restore {}\n"
      "Pour revenir en arrière, enregistrez les fichiers tels qu'ils étaient, ou demandez : docket rules restore {}\n",
      news.time, compared_english(news), hour_in_french(news.time), compared_french(news), changed_files(news),
      moved_letters(news, ""), other_changes(news), warnings_of(news), version, version);
  const auto what = !news.compared       ? std::string("not compared")
                    : news.moved.empty() ? std::string("nothing would go elsewhere")
                    : news.moved.size() == 1
                        ? fmt::format("1 of {} letters would go elsewhere", news.letters)
                        : fmt::format("{} of {} letters would go elsewhere", news.moved.size(), news.letters);
  return {"", to, fmt::format("docket: live since {}, {}", news.time, what), text};
}

CaseBook::StaffLetter refused_letter(const SavedNews& news, const std::string& to) {
  const auto text = fmt::format(
      "REFUSED: what you saved cannot be used. Nothing has changed: what ran before runs on.\nMend the places below "
      "and "
      "save again; each names the file, the line and the column.\n\n"
      "REFUSÉ : ce que vous avez enregistré ne peut pas servir. Rien n'a changé : ce qui était en vigueur le reste.\n"
      "Corrigez les endroits ci-dessous et enregistrez de nouveau; chacun indique le fichier, la ligne et la colonne.\n"
      "{}{}{}",
      problems_of(news, Severity::error, "Errors / Erreurs :"), warnings_of(news), changed_files(news));
  return {"", to, "docket: REFUSED, what you saved is not used", text};
}

CaseBook::StaffLetter held_letter(const SavedNews& news, const std::string& to) {
  const auto text = fmt::format(
      "NOT LIVE YET: what you saved waits for your word. What ran before runs on. {}\n"
      "To take it as it is, answer this message; the first line of your answer is this word alone:\n\n#take\n\n"
      "To change it, save the files again. To drop it, save them as they were. Your answer is for what lies there now: "
      "if the files change first, it does nothing, and you are told.\n\n"
      "PAS ENCORE EN VIGUEUR : ce que vous avez enregistré attend votre accord. Ce qui était en vigueur le reste. {}\n"
      "Pour l'accepter tel quel, répondez à ce message avec le mot ci-dessus comme première ligne. Pour le changer, "
      "enregistrez de nouveau les fichiers. Pour y renoncer, enregistrez-les tels qu'ils étaient. Votre réponse vaut "
      "pour ce "
      "qui s'y trouve maintenant : si les fichiers changent d'abord, elle n'a pas d'effet, et on vous le dit.\n"
      "{}{}{}{}{}",
      compared_english(news), compared_french(news), reasons(news), changed_files(news),
      moved_letters(news, ": docket rules compare"), other_changes(news), warnings_of(news));
  return {"", to, "docket: NOT LIVE YET, what you saved waits for your #take", text};
}

CaseBook::StaffLetter too_late_letter(const std::string& to) {
  return {"", to, "docket: not taken, the files have changed since",
          "Your #take was for files that have changed since that message, so it did nothing. What lies there now is "
          "looked at by itself: the newest message about it says what came of it.\n\n"
          "Votre #take visait des fichiers qui ont changé depuis ce message : il n'a rien fait. Ce qui s'y trouve "
          "maintenant est examiné tel quel : le message le plus récent à son sujet dit ce qu'il en est.\n"};
}

CaseBook::StaffLetter live_already_letter(const std::string& to) {
  return {"", to, "docket: live already",
          "What your #take was for is live already: somebody else took it.\n\n"
          "Ce que visait votre #take est déjà en vigueur : quelqu'un d'autre l'a accepté.\n"};
}

}  // namespace docket
