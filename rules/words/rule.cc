// Each rule as one sentence that anyone may read, in English or French.
// Nothing here looks at a letter: the same words stand in lists, on pages and in the history of rule sets. French is
// spoken where the language is fr, English everywhere else.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "config/office_words.h"
#include "config/quantity.h"
#include "config/text.h"
#include "rules/compiled.h"
#include "rules/words/actions.h"
#include "rules/words/clauses.h"

namespace docket {
namespace {

class Speaker {
 public:
  Speaker(const RuleSet::Compiled& set, const std::string& language, Audience audience)
      : set_(set), language_(language), french_(language_ == "fr"), clerk_(audience == Audience::clerk) {}

  /// `first`: no acknowledge rule stands before it, so that it sees every letter.
  [[nodiscard]] RuleWords words(const Rule& rule, bool first) const {
    const bool named = clerk_ || !rule.on_person;
    const auto text = named ? sentence(rule, first) : on_one_person(rule);
    return {named ? rule.name : "", short_file(rule.place.file), rule.place.line, rule.kind(), text};
  }

 private:
  /// The letters of one rule as the sentence has them.
  struct Letters {
    Clauses clauses;
    bool hidden = false;  ///< which letters is not told
    bool others = false;  ///< those that no rule before it took

    [[nodiscard]] bool all() const { return !hidden && clauses.which.empty(); }
    [[nodiscard]] bool every() const { return all() && !others && clauses.unless.empty(); }
  };

  [[nodiscard]] const char* say(const char* en, const char* fr) const { return french_ ? fr : en; }

  [[nodiscard]] std::string sentence(const Rule& rule, bool first) const {
    Letters letters;
    letters.hidden = !clerk_ && !rule.is_public;
    letters.others = rule.acknowledges && !first;
    if (!letters.hidden) letters.clauses = clauses_of(rule.when, {french_, rule.on_person});
    const auto does = action_words(rule.then, set_.office_names, language_, clerk_);
    auto clauses = does.also;
    const auto main = main_clause(does, letters, clauses);
    if (rule.valid.from || rule.valid.to) clauses.insert(clauses.begin(), validity(rule.valid));
    add_marks(rule, letters, clauses);
    clauses.insert(clauses.begin(), main);
    return at_start(fmt::format("{}.", fmt::join(clauses, french_ ? " ; " : "; ")));
  }

  /// The subject is the office where one takes the letters, else the letters themselves; only where nothing becomes of
  /// them, what else happens is the main clause. `clauses` lose or gain what it says or leaves.
  [[nodiscard]] std::string main_clause(const ActionWords& does, const Letters& letters,
                                        std::vector<std::string>& clauses) const {
    if (!does.who.empty()) {
      if (!does.letters.empty()) {
        clauses.insert(clauses.begin(), fmt::format("{} {}", they(letters), become(does, letters)));
      }
      const auto* const but = letters.clauses.either ? say(", but in no case if ", ", mais en aucun cas si ")
                                                     : say(", unless ", ", sauf si ");
      return fmt::format("{} {}{}", does.who, noun(letters, does.of && french_), exception(letters, but));
    }
    const auto* const unless = say(", unless ", ", sauf si ");
    if (!does.letters.empty()) {
      return fmt::format("{} {}{}", noun(letters, false), become(does, letters), exception(letters, unless));
    }
    const auto also = clauses.empty() ? say("nothing happens", "rien ne se passe") : clauses.front();
    if (!clauses.empty()) clauses.erase(clauses.begin());
    return fmt::format("{} {}{}, {}", say("for", "pour"), noun(letters, false), exception(letters, unless), also);
  }

  [[nodiscard]] static std::string exception(const Letters& letters, const char* word) {
    return letters.clauses.unless.empty() ? "" : word + letters.clauses.unless;
  }

  [[nodiscard]] const char* they(const Letters& letters) const {
    return letters.every() ? say("it", "elles") : say("they", "elles");
  }

  [[nodiscard]] std::string become(const ActionWords& does, const Letters& letters) const {
    const auto* const are = letters.every() ? "is " : "are ";
    return (french_ ? "" : are) + enumerated(does.letters, say(" and ", " et "));
  }

  /// "letters whose …", "des lettres dont …"; `of`: what French makes of "de" before it.
  [[nodiscard]] std::string noun(const Letters& letters, bool of) const {
    if (letters.hidden) return french_ ? (of ? "de certaines lettres" : "certaines lettres") : "certain letters";
    if (letters.every()) return french_ ? (of ? "de toutes les lettres" : "toutes les lettres") : "every letter";
    if (letters.all()) {
      if (letters.others)
        return say("all other letters", of ? "de toutes les autres lettres" : "toutes les autres lettres");
      return say("all letters", of ? "de toutes les lettres" : "toutes les lettres");
    }
    const auto* const letter = letters.others ? say("other letters", of ? "des autres lettres" : "les autres lettres")
                                              : say("letters", of ? "des lettres" : "les lettres");
    return fmt::format("{} {}", letter, letters.clauses.which);
  }

  [[nodiscard]] std::string validity(const Valid& valid) const {
    std::string text = say("this holds", "cela vaut");
    if (valid.from && valid.to) {
      return fmt::format("{} {} {} {} {}", text, say("from", "du"), iso_date(*valid.from), say("until", "au"),
                         iso_date(*valid.to));
    }
    if (valid.from) {
      return fmt::format("{} {} {}{}", text, say("from", "à partir du"), iso_date(*valid.from), say(" on", ""));
    }
    return fmt::format("{} {} {}", text, say("until", "jusqu'au"), iso_date(*valid.to));
  }

  /// What is not told, and to whom.
  void add_marks(const Rule& rule, const Letters& letters, std::vector<std::string>& clauses) const {
    if (rule.on_person) {
      clauses.emplace_back(say("the rule names one person, who is not shown here",
                               "la règle vise une personne, qui n'est pas nommée ici"));
    }
    if (letters.hidden) {
      clauses.emplace_back(say("how they are recognised is not published", "les critères ne sont pas publiés"));
    } else if (!rule.is_public) {
      clauses.emplace_back(say("the public reads what this rule does, not how it recognises letters",
                               "le public lit ce que fait cette règle, non ses critères"));
    }
  }

  /// All that is told outside: that there is such a rule, of what kind, and when it ends.
  [[nodiscard]] std::string on_one_person(const Rule& rule) const {
    const auto& then = rule.then;
    const auto* const reason =
        then.ignore   ? say("the letters are kept without a case", "les lettres sont gardées sans dossier")
        : then.review ? say("a clerk decides where the letters go", "le greffe décide où vont les lettres")
        : then.assign
            ? say("it decides which office takes the letters", "elle désigne le bureau qui prend en charge les lettres")
            : say("it changes how the letters are handled", "elle change le traitement des lettres");
    std::vector<std::string> clauses{say("one rule names one person", "une règle vise une personne"), reason};
    if (rule.valid.from || rule.valid.to) clauses.push_back(validity(rule.valid));
    return at_start(fmt::format("{}.", fmt::join(clauses, french_ ? " ; " : "; ")));
  }

  const RuleSet::Compiled& set_;
  const std::string& language_;
  bool french_;
  bool clerk_;
};

/// Calls visit(rule, first) for each rule in the order of lists.
template <class Visit>
void each_rule(const RuleSet::Compiled& set, Visit visit) {
  for (const auto& rule : set.rules) visit(rule, true);
  for (const auto& rule : set.acknowledge) visit(rule, &rule == &set.acknowledge.front());
}

}  // namespace

std::vector<RuleWords> RuleSet::words(const std::string& language, Audience audience) const {
  const Speaker speaker(*compiled_, language, audience);
  std::vector<RuleWords> words;
  each_rule(*compiled_, [&](const Rule& rule, bool first) { words.push_back(speaker.words(rule, first)); });
  return words;
}

std::optional<RuleWords> RuleSet::words_of(const std::string& rule, const std::string& language,
                                           Audience audience) const {
  const Speaker speaker(*compiled_, language, audience);
  std::optional<RuleWords> words;
  each_rule(*compiled_, [&](const Rule& candidate, bool first) {
    if (candidate.name == rule) words = speaker.words(candidate, first);
  });
  return words;
}

}  // namespace docket
