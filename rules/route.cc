#include "rules/route.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "config/address.h"
#include "config/office_life.h"
#include "config/quantity.h"
#include "config/text.h"
#include "rules/compiled.h"
#include "rules/withheld.h"

namespace docket {
namespace {

constexpr std::string_view kDecides = "decides";   ///< Rule::kind()
constexpr const char* kUsual = "acknowledgement";  ///< also how the names of its variants begin

/// The office of one of our addresses; a tag (ward2+…@) is no part of it. nullptr when it is none of ours.
const std::string* office_of(const Town& town, const std::string& recipient) {
  auto key = address_key(recipient).value_or(ascii_lower(recipient));
  auto found = town.addresses.find(key);
  if (found == town.addresses.end()) {
    const auto plus = key.find('+');
    const auto at = key.rfind('@');
    if (plus == std::string::npos || at == std::string::npos || plus > at) return nullptr;
    found = town.addresses.find(key.erase(plus, at - plus));
  }
  return found == town.addresses.end() ? nullptr : &found->second;
}

std::string valid_words(const Valid& valid) {
  std::string words = "valid";
  if (valid.from) words += " from " + iso_date(*valid.from);
  if (valid.to) words += " to " + iso_date(*valid.to);
  return words;
}

/// The rules that match one letter, whatever is then made of them.
class Matching {
 public:
  Matching(const Letter& letter, const Judging& judging, Tracing tracing)
      : view_(letter, judging.town, judging.calendar, letter.channel),
        set_(judging.rules.compiled()),
        tracing_(tracing),
        today_(judging.calendar.local(view_.received()).date) {
    run();
  }

  /// Two ways to one answer: the quick one stops at the first condition that settles it, the traced one looks at all.
  bool matches(const Rule& rule, const LetterView& view, std::vector<RuleTrace>& traces) const {
    const bool valid = (!rule.valid.from || *rule.valid.from <= today_) && (!rule.valid.to || today_ <= *rule.valid.to);
    if (tracing_ != Tracing::all && !(valid && holds(rule.when, view))) return false;
    if (tracing_ == Tracing::none) return true;
    RuleTrace trace{rule.name,
                    short_file(rule.place.file),
                    rule.place.line,
                    false,
                    rule.kind(),
                    rule.acknowledges ? "acknowledge" : "",
                    {}};
    if (!valid) trace.conditions.push_back({valid_words(rule.valid), false, iso_date(today_)});
    trace.matched = holds(rule.when, view, trace.conditions) && valid;
    traces.push_back(std::move(trace));
    return traces.back().matched;
  }

  [[nodiscard]] const LetterView& view() const { return view_; }
  [[nodiscard]] const RuleSet::Compiled& set() const { return set_; }
  [[nodiscard]] Tracing tracing() const { return tracing_; }
  [[nodiscard]] std::chrono::year_month_day today() const { return today_; }
  [[nodiscard]] const std::vector<const Rule*>& rules() const { return rules_; }
  [[nodiscard]] const std::vector<RuleTrace>& traces() const { return traces_; }

 private:
  /// A full trace looks at every rule; else those that the index leaves out cannot match.
  void run() {
    if (tracing_ == Tracing::all) {
      for (const auto& rule : set_.rules) try_rule(rule);
    } else {
      for (const auto number : set_.index->candidates(view_)) try_rule(set_.rules[number]);
    }
  }

  void try_rule(const Rule& rule) {
    if (matches(rule, view_, traces_)) rules_.push_back(&rule);
  }

  LetterView view_;
  const RuleSet::Compiled& set_;
  Tracing tracing_;
  std::chrono::year_month_day today_;
  std::vector<const Rule*> rules_;  ///< in file order
  std::vector<RuleTrace> traces_;
};

/// One judgement of one letter: what the rules that match say together, and what that means.
class Judgement {
 public:
  explicit Judgement(const Matching& matching)
      : letter_(matching.view().letter()),
        town_(matching.view().town()),
        set_(matching.set()),
        matching_(matching),
        calendar_(matching.view().calendar()),
        today_(matching.today()) {
    decision_.rule_set = set_.version;
    decision_.language = letter_.language;
    decision_.channel = letter_.channel;
    // The label of the form that sent it is there from the start, as if a rule had added it.
    if (!letter_.form_label.empty()) labels_.insert(letter_.form_label);
  }

  /// The order matters in two places: the deciding rule is known before anything is added, since what the other
  /// deciding rules would add does not count; and the acknowledgement is chosen last, when the rest is final.
  Decision for_new_case() {
    take_matched(false);
    spam_unhandled_ = letter_.spam && !someone_speaks_of_spam();
    const Rule* decider = spam_unhandled_ ? nullptr : first_decider();
    for (const auto* rule : matched_) {
      if (!rule->then.decides() || rule == decider) add(*rule);
    }
    read_addresses();
    decide(decider);
    settle_copies();
    tell_stand_ins();
    choose_acknowledgement();
    return std::move(decision_);
  }

  /// The case has its office already. What acts at once is what must not wait: notices, restrictions, copies, labels.
  Decision for_addition() {
    take_matched(true);
    for (const auto* rule : matched_) add(*rule);
    read_addresses();
    settle_copies();
    tell_stand_ins();
    decision_.withheld = withheld(letter_, decision_, town_, acknowledge_never_, spam_unhandled_);
    decision_.acknowledge = !decision_.withheld;
    return std::move(decision_);
  }

 private:
  void take_matched(bool adding_only) {
    for (const auto* rule : matching_.rules()) {
      if (adding_only && rule->then.decides()) continue;
      matched_.push_back(rule);
      decision_.matched.push_back(rule->name);
    }
    for (const auto& trace : matching_.traces()) {
      if (!adding_only || trace.kind != kDecides) decision_.trace.push_back(trace);
    }
  }

  /// Rules stand in file and line order, so the first of the highest precedence is the one that decides.
  [[nodiscard]] const Rule* first_decider() const {
    const Rule* first = nullptr;
    for (const auto* rule : matched_) {
      if (rule->then.decides() && (first == nullptr || rule->precedence > first->precedence)) first = rule;
    }
    return first;
  }

  /// What a rule says besides deciding. Nothing here takes back what another rule has said: the order of rules cannot
  /// undo a restriction, a silence or a notice.
  void add(const Rule& rule) {
    const auto& then = rule.then;
    for (const auto& office : then.copy) copies_.push_back({office, rule.name, rule.because, ""});
    labels_.insert(then.label.begin(), then.label.end());
    if (then.priority) priority_ = std::max(priority_.value_or(*then.priority), *then.priority);
    if (then.urgent_notice) add_notice(*then.urgent_notice);
    if (!decision_.answer) decision_.answer = then.answer;
    if (!decision_.standard) decision_.standard = then.standard;
    if (!template_) template_ = then.template_name;
    for (const auto& asked : then.alert) {
      const auto office = acting(asked);
      if (!contains(decision_.alert, office)) decision_.alert.push_back(office);
    }
    decision_.restricted = decision_.restricted || then.restrict_;
    decision_.quote = decision_.quote && !then.quote_never;
    decision_.resident_none = decision_.resident_none || then.resident_none;
    acknowledge_never_ = acknowledge_never_ || then.acknowledge_never;
    if (then.channel && !channel_set_) decision_.channel = *then.channel;
    channel_set_ = channel_set_ || then.channel;
  }

  static bool contains(const std::vector<std::string>& list, const std::string& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
  }

  void add_notice(const std::string& name) {
    if (!contains(decision_.notices, name)) decision_.notices.push_back(name);
  }

  /// Who acts on the day of receipt for the office asked for; told where it is another one.
  std::string acting(const std::string& asked) {
    const auto found = acting_office(town_, asked, today_);
    if (found.why != StandsIn::nobody) {
      stands_in_.try_emplace(asked, StandIn{asked, found.office, found.why, found.until});
    }
    return found.office;
  }

  /// In the order of recipients, which the letter has in the order of its headers: the first address decides.
  void read_addresses() {
    for (const auto& recipient : letter_.recipients) {
      const auto* asked = office_of(town_, recipient);
      if (asked == nullptr) continue;
      const auto office = acting(*asked);
      written_to_.try_emplace(office, recipient);
      if (!contains(decision_.addressed, office)) decision_.addressed.push_back(office);
    }
  }

  void decide(const Rule* decider) {
    if (spam_unhandled_) {
      decision_.decided_by = "spam";
      decision_.review = "spam";
    } else if (decider != nullptr) {
      decision_.decided_by = decider->name;
      decision_.because = decider->because;
      if (decider->then.assign) decision_.assign = acting(*decider->then.assign);
      decision_.review = decider->then.review;
      if (decider->then.ignore) ignore(*decider);
    } else if (!decision_.addressed.empty()) {
      decision_.decided_by = "address";
      decision_.assign = decision_.addressed.front();
    } else {
      decision_.decided_by = "fallback";
      decision_.assign = acting(town_.fallback);
    }
    if (!decision_.assign) return;
    const auto written = written_to_.find(*decision_.assign);
    if (written != written_to_.end()) decision_.written_to = written->second;
  }

  /// Whether a matching rule that decides was written for spam: then the built-in review steps back. A rule that only
  /// adds (a label, say) is no answer to the question what becomes of spam.
  [[nodiscard]] bool someone_speaks_of_spam() const {
    return std::any_of(matched_.begin(), matched_.end(), [](const Rule* rule) {
      bool speaks = false;
      each_condition(rule->when, [&](const Condition& condition, bool below_none) {
        speaks = speaks || (!below_none && condition.row->field->field == Field::spam);
      });
      return speaks && rule->then.decides();
    });
  }

  /// Nothing urgent is ever ignored, even where the urgent rule lost against the ignoring one.
  void ignore(const Rule& decider) {
    for (const auto* rule : matched_) {
      if (rule->then.urgent_notice) add_notice(*rule->then.urgent_notice);
    }
    if (decision_.notices.empty()) {
      decision_.outcome = Decision::Outcome::ignored;
      decision_.ignored = decider.then.ignore;
    } else {
      decision_.review = fmt::format("urgent, though '{}' would ignore it ({})", decider.name, *decider.then.ignore);
    }
  }

  /// Every office whose address was written to gets the letter, unless a rule restricts it or nobody gets it.
  void settle_copies() {
    decision_.labels.assign(labels_.begin(), labels_.end());
    decision_.priority = priority_.value_or(Priority::normal);
    // Restricting takes copies away from everybody, addressed or not, and the acknowledgement says so.
    if (decision_.restricted || decision_.outcome == Decision::Outcome::ignored) return;
    std::map<std::string, Copy> by_office;
    // The address comes first: "because you wrote to ward2@" is a better reason to a resident than a rule's.
    for (const auto& office : decision_.addressed) by_office[office] = {office, "", {}, written_to_.at(office)};
    for (auto& copy : copies_) {
      copy.office = acting(copy.office);
      by_office.try_emplace(copy.office, copy);
    }
    if (decision_.assign) by_office.erase(*decision_.assign);
    for (auto& [office, copy] : by_office) decision_.copies.push_back(std::move(copy));
  }

  void tell_stand_ins() {
    for (auto& [asked, stand_in] : stands_in_) decision_.stands_in.push_back(std::move(stand_in));
  }

  /// The acknowledge section sees the finished decision: a channel that a rule has set.
  const Rule* first_acknowledging() {
    std::optional<LetterView> finished;
    if (decision_.channel != letter_.channel) finished.emplace(letter_, town_, calendar_, decision_.channel);
    const Rule* first = nullptr;
    for (const auto& rule : set_.acknowledge) {
      if (first != nullptr && matching_.tracing() != Tracing::all) break;
      const auto& view = finished ? *finished : matching_.view();
      if (matching_.matches(rule, view, decision_.trace) && first == nullptr) first = &rule;
    }
    return first;
  }

  /// Where only the usual words were chosen, an invitation and a colleague's letter get their own, if the town has
  /// such. Nothing urgent does: its notice stands above the usual letter.
  [[nodiscard]] std::string special_words(const std::string& chosen) const {
    if (!chosen.starts_with(kUsual) || !decision_.notices.empty()) return chosen;
    const auto known = [&](const char* name) { return set_.templates.count(name) > 0; };
    if (letter_.calendar_method == "REQUEST" && known("invitation")) return "invitation";
    const bool staff = letter_.resident && town_.is_staff(*letter_.resident);
    return staff && known("staff") ? "staff" : chosen;
  }

  void choose_acknowledgement() {
    if (const Rule* first = first_acknowledging()) {
      acknowledge_never_ = acknowledge_never_ || first->then.acknowledge_never;
      if (!template_) template_ = first->then.template_name;
      if (!decision_.answer) decision_.answer = first->then.answer;
    }
    decision_.template_name = special_words(template_.value_or(kUsual));
    decision_.withheld = withheld(letter_, decision_, town_, acknowledge_never_, spam_unhandled_);
    decision_.acknowledge = !decision_.withheld;
  }

  const Letter& letter_;
  const Town& town_;
  const RuleSet::Compiled& set_;
  const Matching& matching_;
  const Calendar& calendar_;
  std::chrono::year_month_day today_;
  Decision decision_;
  std::vector<const Rule*> matched_;  ///< in file order
  std::vector<Copy> copies_;          ///< of rules, in file order
  std::set<std::string> labels_;
  std::optional<Priority> priority_;
  std::optional<std::string> template_;
  std::map<std::string, std::string> written_to_;  ///< acting office → the first address that it was written to by
  std::map<std::string, StandIn> stands_in_;       ///< by the office asked for
  bool acknowledge_never_ = false;
  bool channel_set_ = false;
  bool spam_unhandled_ = false;
};

}  // namespace

Decision route(const Letter& letter, const Judging& judging, Tracing tracing) {
  return Judgement(Matching(letter, judging, tracing)).for_new_case();
}

Decision route_addition(const Letter& letter, const Judging& judging, Tracing tracing) {
  return Judgement(Matching(letter, judging, tracing)).for_addition();
}

BothDecisions route_both(const Letter& letter, const Judging& judging) {
  const Matching matching(letter, judging, Tracing::matched_only);
  return {Judgement(matching).for_new_case(), Judgement(matching).for_addition()};
}

}  // namespace docket
