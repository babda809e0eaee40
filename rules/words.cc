// Each rule as a sentence that anyone may read, in English or French.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>

#include "config/quantity.h"
#include "rules/compiled.h"

namespace docket {
namespace {

constexpr std::size_t kShownValues = 5;

/// One language's way to say it.
/// Nothing here looks at a letter: the same words stand in lists, on pages and in the history of rule sets. French is
/// spoken where the language is fr, English everywhere else.
class Speaker {
 public:
  Speaker(bool french, const RuleSet::Compiled& set, std::string language)
      : french_(french), set_(set), language_(std::move(language)) {}

  [[nodiscard]] std::string rule(const Rule& rule) const {
    std::vector<std::string> sentences{fmt::format("{} {}.", condition(rule.when, true), does(rule))};
    if (rule.valid.from || rule.valid.to) sentences.push_back(validity(rule.valid));
    if (!rule.because.empty()) {
      sentences.push_back(fmt::format("{} {}.", say("Why:", "Pourquoi :"), rule.because.in(language_, "")));
    }
    if (!rule.is_public) sentences.emplace_back(say("Not shown outside.", "N'est pas montrée à l'extérieur."));
    return fmt::format("{}", fmt::join(sentences, " "));
  }

 private:
  [[nodiscard]] const char* say(const char* en, const char* fr) const { return french_ ? fr : en; }
  [[nodiscard]] const char* say(const Plain& plain) const { return french_ ? plain.fr : plain.en; }
  [[nodiscard]] std::string quoted(const std::string& text) const {
    return french_ ? fmt::format("« {} »", text) : fmt::format("\"{}\"", text);
  }

  [[nodiscard]] std::string condition(const When& when, bool first) const {
    if (when.kind == When::Kind::always) return say("For every letter:", "Pour chaque lettre :");
    return fmt::format("{} {}{}", first ? say("When", "Quand") : "", part(when, false), say(":", " :"));
  }

  /// Brackets only around several parts inside another group: a sentence with one bracket too many is read twice.
  [[nodiscard]] std::string part(const When& when, bool inner) const {
    if (when.kind == When::Kind::condition) return leaf(when.condition);
    std::vector<std::string> parts;
    for (const auto& one : when.parts) parts.push_back(part(one, true));
    if (when.kind == When::Kind::none) {
      const auto joined = fmt::format("{}", fmt::join(parts, say(" or ", " ou ")));
      return fmt::format("{}({})", say("not ", "non "), joined);
    }
    const bool all = when.kind == When::Kind::all;
    const auto joined = fmt::format("{}", fmt::join(parts, all ? say(" and ", " et ") : say(" or ", " ou ")));
    return inner && parts.size() > 1 ? fmt::format("({})", joined) : joined;
  }

  [[nodiscard]] std::string leaf(const Condition& condition) const {
    const auto& row = *condition.row;
    if (row.field->field == Field::spam) return spam(condition);
    std::string text = say(row.field->noun);
    if (!condition.label.empty()) text += " " + quoted(condition.label);
    if (row.op == Operator::exists && !condition.groups.empty() && !condition.groups.front().values->empty()) {
      const bool there = condition.groups.front().values->front().flag;
      return text + " " + (there ? say(row.verb) : say("is not there", "n'existe pas"));
    }
    text += fmt::format(" {} {}", say(row.verb), values(condition));
    if (condition.exact) text += say(" exactly so", " exactement ainsi");
    if (condition.quoted) text += say(" (quoted text too)", " (texte cité compris)");
    return text;
  }

  [[nodiscard]] std::string spam(const Condition& condition) const {
    const bool marked = !condition.groups.empty() && !condition.groups.front().values->empty() &&
                        condition.groups.front().values->front().flag;
    return marked ? say("the letter is marked as spam", "la lettre porte une marque de pourriel")
                  : say("the letter is not marked as spam", "la lettre ne porte pas de marque de pourriel");
  }

  [[nodiscard]] std::string values(const Condition& condition) const {
    std::vector<std::string> shown;
    std::size_t left = 0;
    for (const auto& group : condition.groups) {
      if (!group.list.empty()) {
        shown.push_back(fmt::format("{} {} ({})", say("one of the list", "un élément de la liste"), quoted(group.list),
                                    group.values->size()));
        continue;
      }
      for (const auto& value : *group.values) {
        if (shown.size() < kShownValues) {
          shown.push_back(condition.row->takes == Takes::hours ? say("office hours", "heures de bureau")
                                                               : quoted(value.written));
        } else {
          ++left;
        }
      }
    }
    if (left > 0) shown.push_back(fmt::format("{} {}", left, say("more", "autres")));
    return fmt::format("{}", fmt::join(shown, say(" or ", " ou ")));
  }

  /// By the names that residents know; the id only for an office that went since.
  [[nodiscard]] std::string offices(const std::vector<std::string>& ids) const {
    std::vector<std::string> names;
    for (const auto& id : ids) {
      const auto found = set_.office_names.find(id);
      names.push_back(found == set_.office_names.end() ? id : found->second.in(language_, ""));
    }
    return fmt::format("{}", fmt::join(names, ", "));
  }

  /// In the order in which a reader asks: where does it go, who else gets it, how fast, what is said to the resident.
  [[nodiscard]] std::string does(const Rule& rule) const {
    const auto& then = rule.then;
    std::vector<std::string> parts;
    const auto part = [&](const char* en, const char* fr, const std::string& what) {
      parts.push_back(what.empty() ? say(en, fr) : fmt::format("{} {}", say(en, fr), what));
    };
    if (then.assign) part("it goes to", "elle va à", offices({*then.assign}));
    if (then.review) part("a clerk decides where it goes:", "le greffe décide où elle va :", *then.review);
    if (then.ignore) part("it is kept without a case:", "elle est gardée sans dossier :", *then.ignore);
    if (!then.copy.empty()) part("a copy goes to", "une copie va à", offices(then.copy));
    if (!then.label.empty()) part("label", "étiquette", fmt::format("{}", fmt::join(then.label, ", ")));
    if (then.priority) part("priority", "priorité", priority(*then.priority));
    if (then.urgent_notice) part("the notice stands on top:", "l'avis est placé en haut :", *then.urgent_notice);
    if (then.answer) part("ready answer", "réponse préparée", *then.answer);
    if (then.template_name) part("acknowledgement", "accusé de réception", *then.template_name);
    if (then.standard) add_standard(*then.standard, parts);
    if (!then.alert.empty()) part("alerts at once", "alerte tout de suite", offices(then.alert));
    if (then.restrict_) part("only the assigned office gets it", "seul le bureau désigné la reçoit", "");
    if (then.quote_never) part("it is never quoted", "elle n'est jamais citée", "");
    if (then.acknowledge_never) part("no acknowledgement", "pas d'accusé de réception", "");
    if (then.resident_none) part("nobody is answered", "personne ne reçoit de réponse", "");
    if (then.channel) part("counts as", "compte comme", *then.channel);
    return fmt::format("{}", fmt::join(parts, "; "));
  }

  [[nodiscard]] std::string priority(Priority priority) const {
    static constexpr std::array kFrench{"basse", "normale", "haute", "urgente"};
    return french_ ? kFrench.at(static_cast<std::size_t>(priority)) : to_string(priority);
  }

  [[nodiscard]] std::string span(const Span& span) const {
    static constexpr std::array kFrench{"minute", "heure", "heure ouvrable", "jour", "jour ouvrable"};
    if (!french_) return to_string(span);
    if (span.unit == Span::Unit::same_day) return "le jour même";
    std::string unit = kFrench.at(static_cast<std::size_t>(span.unit));
    if (span.count > 1) {
      const auto space = unit.find(' ');
      if (space != std::string::npos) unit.insert(space, "s");
      unit += "s";
    }
    return fmt::format("{} {}", span.count, unit);
  }

  void add_standard(const Standard& standard, std::vector<std::string>& parts) const {
    if (standard.first_response) {
      parts.push_back(fmt::format("{} {}", say("first answer:", "première réponse :"), span(*standard.first_response)));
    }
    if (standard.resolution) {
      parts.push_back(fmt::format("{} {}", say("done:", "réglé :"), span(*standard.resolution)));
    }
  }

  [[nodiscard]] std::string validity(const Valid& valid) const {
    std::string text = say("Valid", "Valable");
    if (valid.from) text += fmt::format(" {} {}", say("from", "du"), iso_date(*valid.from));
    if (valid.to) text += fmt::format(" {} {}", say("to", "au"), iso_date(*valid.to));
    return text + ".";
  }

  bool french_;
  const RuleSet::Compiled& set_;
  std::string language_;
};

}  // namespace

std::vector<RuleWords> RuleSet::words(const std::string& language) const {
  const Speaker speaker(language == "fr", *compiled_, language);
  std::vector<RuleWords> words;
  for (const auto* section : {&compiled_->rules, &compiled_->acknowledge}) {
    for (const auto& rule : *section) {
      words.push_back({rule.name, short_file(rule.place.file), rule.place.line, rule.kind(), speaker.rule(rule)});
    }
  }
  return words;
}

}  // namespace docket
