#include "rules/words/actions.h"

#include <fmt/format.h>

#include <array>

#include "config/office_words.h"
#include "config/quantity.h"
#include "rules/words/condition.h"
#include "rules/words/values.h"

namespace docket {
namespace {

constexpr std::array kPriorities = {
    Plain{"given low priority", "reçoivent une priorité basse"},
    Plain{"given normal priority", "reçoivent une priorité normale"},
    Plain{"given high priority", "reçoivent une priorité haute"},
    Plain{"marked urgent", "sont marquées urgentes"},
};

struct Unit {
  const char* one;
  const char* several;
};
constexpr std::array kFrenchUnits = {Unit{"minute", "minutes"}, Unit{"heure", "heures"},
                                     Unit{"heure ouvrable", "heures ouvrables"}, Unit{"jour", "jours"},
                                     Unit{"jour ouvrable", "jours ouvrables"}};

class Speaker {
 public:
  Speaker(const Actions& then, const std::map<std::string, Translated>& office_names, const std::string& language,
          bool reasons)
      : then_(then), office_names_(office_names), language_(language), french_(language == "fr"), reasons_(reasons) {}

  ActionWords words() {
    say_who();
    say_letters();
    say_also();
    return std::move(words_);
  }

 private:
  [[nodiscard]] const char* say(const Plain& plain) const { return plain.in(french_); }
  [[nodiscard]] std::string quoted(const std::string& text) const { return in_quotes(text, french_); }
  [[nodiscard]] const char* last() const { return say({" and ", " et "}); }

  struct Offices {
    std::string names;
    bool several = false;
  };

  /// By the names that residents know; the id only for an office that went since.
  [[nodiscard]] Offices offices(const std::vector<std::string>& ids) const {
    std::vector<std::string> names;
    bool several = ids.size() > 1;
    for (const auto& id : ids) {
      const auto found = office_names_.find(id);
      const auto& name = found == office_names_.end() ? id : found->second.in(language_, "");
      names.push_back(office_words(language_, name).in_text);
      several = several || (french_ && names.back().starts_with("les "));
    }
    return {enumerated(names, last()), several};
  }

  [[nodiscard]] std::string of_offices(const std::vector<std::string>& ids, const Plain& one,
                                       const Plain& several) const {
    const auto subject = offices(ids);
    return fmt::format("{} {}", subject.names, say(subject.several ? several : one));
  }

  /// The first thing that a reader asks: who gets the letters.
  void say_who() {
    if (then_.assign) {
      words_.who = of_offices({*then_.assign}, {"takes", "prend en charge"}, {"take", "prennent en charge"});
    } else if (then_.review) {
      words_.who = say({"a clerk decides where to send", "le greffe décide où envoyer"});
    } else if (!then_.copy.empty() && !then_.ignore) {
      words_.who =
          of_offices(then_.copy, {"gets a copy of", "reçoit une copie"}, {"get a copy of", "reçoivent une copie"});
      words_.of = true;
      copied_ = true;
    }
  }

  void letters(const Plain& plain, const std::string& what = {}) {
    words_.letters.push_back(say(plain) + (what.empty() ? "" : " " + what));
  }

  void say_letters() {
    if (then_.ignore) {
      letters({"kept without a case", "sont gardées sans dossier"},
              reasons_ ? fmt::format("({})", *then_.ignore) : std::string());
    }
    if (then_.template_name) letters({"answered with", "reçoivent la réponse"}, quoted(*then_.template_name));
    if (then_.priority) letters(kPriorities.at(static_cast<std::size_t>(*then_.priority)));
    if (then_.acknowledge_never) letters({"not acknowledged", "ne reçoivent pas d'accusé de réception"});
    if (then_.quote_never) letters({"never quoted", "ne sont jamais citées"});
    if (then_.channel) letters({"counted as", "comptent comme"}, quoted(*then_.channel));
    if (then_.label.empty()) return;
    std::vector<std::string> labels;
    for (const auto& label : then_.label) labels.push_back(quoted(label));
    letters(labels.size() > 1 ? Plain{"labelled", "portent les étiquettes"} : Plain{"labelled", "portent l'étiquette"},
            enumerated(labels, last()));
  }

  void also(const Plain& plain, const std::string& what = {}) {
    words_.also.push_back(say(plain) + (what.empty() ? "" : " " + what));
  }

  void say_also() {
    if (then_.review && reasons_) also({"the reason given is", "la raison indiquée est"}, quoted(*then_.review));
    if (!then_.copy.empty() && !copied_) {
      words_.also.push_back(
          of_offices(then_.copy, {"gets a copy", "en reçoit une copie"}, {"get a copy", "en reçoivent une copie"}));
    }
    if (!then_.alert.empty()) {
      words_.also.push_back(of_offices(then_.alert, {"is alerted at once", "reçoit une alerte immédiate"},
                                       {"are alerted at once", "reçoivent une alerte immédiate"}));
    }
    if (then_.urgent_notice) {
      also({"the resident first reads the notice", "la personne qui écrit lit d'abord l'avis"},
           quoted(*then_.urgent_notice));
    }
    if (then_.answer) {
      also({"the acknowledgement has the ready answer", "l'accusé de réception contient la réponse préparée"},
           quoted(*then_.answer));
    }
    if (then_.restrict_)
      also(
          {"no office but the assigned one gets a copy", "aucun bureau, sauf le bureau désigné, n'en reçoit de copie"});
    if (then_.resident_none) also({"nobody is answered", "personne ne reçoit de réponse"});
    if (then_.standard) say_standard(*then_.standard);
  }

  [[nodiscard]] std::string span(const Span& span) const {
    if (span.unit == Span::Unit::same_day) return say({"the same day", "le jour même"});
    if (!french_) return "within " + to_string(span);
    const auto& unit = kFrenchUnits.at(static_cast<std::size_t>(span.unit));
    return fmt::format("dans un délai de {} {}", span.count, span.count > 1 ? unit.several : unit.one);
  }

  void say_standard(const Standard& standard) {
    if (standard.first_response) {
      also({"the first answer is due", "la première réponse est due"}, span(*standard.first_response));
    }
    if (standard.resolve) {
      also({"the matter is to be settled", "l'affaire est à régler"}, span(*standard.resolve));
    }
    if (standard.statutory) {
      also({"this is what the law asks, and it never pauses", "c'est le délai de la loi, qui ne s'interrompt jamais"});
    }
  }

  const Actions& then_;
  const std::map<std::string, Translated>& office_names_;
  const std::string& language_;
  bool french_;
  bool reasons_;
  bool copied_ = false;
  ActionWords words_;
};

}  // namespace

ActionWords action_words(const Actions& actions, const std::map<std::string, Translated>& office_names,
                         const std::string& language, bool reasons) {
  return Speaker(actions, office_names, language, reasons).words();
}

}  // namespace docket
