#include "rules/index.h"

#include <re2/filtered_re2.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "config/text.h"
#include "rules/compiled.h"
#include "rules/fold.h"
#include "rules/literals.h"
#include "rules/trigger.h"

namespace docket {
namespace {

constexpr std::size_t kBeginning = 3;  // octets; at least three letters stand before a *
constexpr int kShortestAtom = 3;       // shorter required texts of an expression are in nearly every letter

/// The texts that conditions look at together: one field, of headers and form lines one label.
struct Where {
  Field field;
  bool quoted;
  std::string label;
  std::set<Trigger::Kind> kinds{};  ///< of the keys that are looked for there
};

/// A rule that a key leads to when it was found at this place.
struct Filing {
  std::uint32_t place;
  std::uint32_t rule;
};
using Filings = std::vector<Filing>;

/// By the hash of a text: two texts of one hash make a candidate too many, never one too few.
struct Itself {
  std::size_t operator()(std::size_t hash) const { return hash; }
};
template <class Of>
using ByHash = std::unordered_map<std::size_t, Of, Itself>;

/// A word of any ending.
struct Beginning {
  std::string text;
  Filing filing;
};

/// Found in one letter so far.
class Candidates {
 public:
  explicit Candidates(std::vector<std::uint32_t> always) : rules_(std::move(always)) {}

  void add(const Filings& filings, std::uint32_t place) {
    for (const auto& filing : filings) {
      if (filing.place == place) rules_.push_back(filing.rule);
    }
  }
  void add(std::uint32_t rule) { rules_.push_back(rule); }
  [[nodiscard]] std::vector<std::uint32_t> take() && {
    std::sort(rules_.begin(), rules_.end());
    rules_.erase(std::unique(rules_.begin(), rules_.end()), rules_.end());
    return std::move(rules_);
  }

 private:
  std::vector<std::uint32_t> rules_;
};

}  // namespace

struct Index::Filed {
  explicit Filed(const std::vector<Rule>& rules);
  [[nodiscard]] std::vector<std::uint32_t> candidates(const LetterView& letter) const;

 private:
  void file(const Trigger& trigger, Filing filing);
  [[nodiscard]] std::vector<std::uint32_t> places_of(const Condition& condition);
  [[nodiscard]] std::uint32_t place_of(Field field, bool quoted, const std::string& label);
  [[nodiscard]] std::size_t literal(const std::string& text);
  void add_pattern(const std::string& source);
  void compile_patterns();
  void look_at(const FormedText& text, std::uint32_t place, Candidates& found) const;
  void look_for_beginnings(const std::string& words, std::uint32_t place, Candidates& found) const;
  void look_for_literals(std::string_view form, std::uint32_t place, Candidates& found) const;

 public:
  std::vector<std::uint32_t> always;

 private:
  std::vector<Where> places_;
  std::map<std::tuple<Field, bool, std::string>, std::uint32_t> place_numbers_;
  ByHash<Filings> wholes_;
  ByHash<Filings> words_;
  ByHash<std::vector<Beginning>> beginnings_;  ///< by their first octets
  std::unordered_map<std::string, std::size_t> literal_numbers_;
  std::vector<std::string> literal_texts_;
  std::vector<Filings> literal_filings_;  ///< by literal
  std::vector<int> atoms_;                ///< by literal: its number as a required text of expressions, or -1
  Literals literals_;
  std::unordered_map<std::string, std::size_t> pattern_numbers_;
  std::vector<Filings> pattern_filings_;  ///< by pattern
  re2::FilteredRE2 patterns_{kShortestAtom};
};

Index::Filed::Filed(const std::vector<Rule>& rules) {
  Popularity popularity;
  for (const auto& rule : rules) popularity.count(rule.when);
  for (std::uint32_t number = 0; number < rules.size(); ++number) {
    const auto triggers = popularity.rarest(rules[number].when);
    if (!triggers) {
      always.push_back(number);
      continue;
    }
    for (const auto& trigger : *triggers) {
      for (const auto place : places_of(*trigger.where)) file(trigger, {place, number});
    }
  }
  compile_patterns();
  literals_ = Literals(literal_texts_);
}

void Index::Filed::file(const Trigger& trigger, Filing filing) {
  places_[filing.place].kinds.insert(trigger.kind);
  switch (trigger.kind) {
    case Trigger::Kind::whole:
      wholes_[hash_of(trigger.text)].push_back(filing);
      break;
    case Trigger::Kind::word:
      words_[hash_of(trigger.text)].push_back(filing);
      break;
    case Trigger::Kind::beginning:
      beginnings_[hash_of(std::string_view(trigger.text).substr(0, kBeginning))].push_back({trigger.text, filing});
      break;
    case Trigger::Kind::literal:
      literal_filings_[literal(trigger.text)].push_back(filing);
      break;
    case Trigger::Kind::pattern: {
      const auto [number, is_new] = pattern_numbers_.try_emplace(trigger.text, pattern_filings_.size());
      if (is_new) add_pattern(trigger.text);
      pattern_filings_[number->second].push_back(filing);
      break;
    }
  }
}

/// `text` is the subject and the body: filed at both, neither is looked at twice.
std::vector<std::uint32_t> Index::Filed::places_of(const Condition& condition) {
  const auto field = condition.row->field->field;
  if (field != Field::text) return {place_of(field, condition.quoted, condition.label)};
  return {place_of(Field::subject, false, ""), place_of(Field::body, condition.quoted, "")};
}

std::uint32_t Index::Filed::place_of(Field field, bool quoted, const std::string& label) {
  const auto [place, is_new] =
      place_numbers_.try_emplace({field, quoted, label}, static_cast<std::uint32_t>(places_.size()));
  if (is_new) places_.push_back({field, quoted, label});
  return place->second;
}

std::size_t Index::Filed::literal(const std::string& text) {
  const auto [number, is_new] = literal_numbers_.try_emplace(text, literal_texts_.size());
  if (is_new) {
    literal_texts_.push_back(text);
    literal_filings_.emplace_back();
    atoms_.push_back(-1);
  }
  return number->second;
}

/// An expression that requires none of three octets, or has letters that RE2 may lower in another way than folding
/// does, may match any text.
void Index::Filed::add_pattern(const std::string& source) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(false);
  int number = 0;  // the same as ours: each was compiled before
  patterns_.Add(is_ascii_text(source) ? source : ".", options, &number);
  pattern_filings_.emplace_back();
}

/// The texts that expressions require join the literals.
void Index::Filed::compile_patterns() {
  if (pattern_filings_.empty()) return;
  std::vector<std::string> atoms;
  patterns_.Compile(&atoms);
  for (std::size_t atom = 0; atom < atoms.size(); ++atom) atoms_[literal(atoms[atom])] = static_cast<int>(atom);
}

std::vector<std::uint32_t> Index::Filed::candidates(const LetterView& letter) const {
  Candidates found(always);
  for (std::uint32_t number = 0; number < places_.size(); ++number) {
    const auto& place = places_[number];
    for (const auto& text : letter.texts(place.field, place.quoted, place.label)) look_at(text, number, found);
  }
  return std::move(found).take();
}

void Index::Filed::look_at(const FormedText& text, std::uint32_t place, Candidates& found) const {
  const auto& kinds = places_[place].kinds;
  if (kinds.contains(Trigger::Kind::whole)) {
    const auto filings = wholes_.find(hash_of(text.key().empty() ? text.form(false) : text.key()));
    if (filings != wholes_.end()) found.add(filings->second, place);
  }
  if (kinds.contains(Trigger::Kind::word)) {
    for (const auto hash : text.word_set(false).hashes()) {
      if (const auto filings = words_.find(hash); filings != words_.end()) found.add(filings->second, place);
    }
  }
  if (kinds.contains(Trigger::Kind::beginning)) look_for_beginnings(text.words(false), place, found);
  if (kinds.contains(Trigger::Kind::literal) || kinds.contains(Trigger::Kind::pattern)) {
    look_for_literals(text.form(false), place, found);
  }
}

void Index::Filed::look_for_beginnings(const std::string& words, std::uint32_t place, Candidates& found) const {
  for (const auto word : split(words, ' ')) {
    if (word.size() < kBeginning) continue;
    const auto beginnings = beginnings_.find(hash_of(word.substr(0, kBeginning)));
    if (beginnings == beginnings_.end()) continue;
    for (const auto& beginning : beginnings->second) {
      if (beginning.filing.place == place && word.starts_with(beginning.text)) found.add(beginning.filing.rule);
    }
  }
}

/// In one pass those that rules look for and those that expressions require.
void Index::Filed::look_for_literals(std::string_view form, std::uint32_t place, Candidates& found) const {
  std::vector<bool> seen(literal_texts_.size());
  std::vector<int> atoms;
  literals_.search(form, [&](std::uint32_t number) {
    if (seen[number]) return;
    seen[number] = true;
    found.add(literal_filings_[number], place);
    if (atoms_[number] >= 0) atoms.push_back(atoms_[number]);
  });
  if (!places_[place].kinds.contains(Trigger::Kind::pattern)) return;
  std::vector<int> patterns;
  patterns_.AllPotentials(atoms, &patterns);
  for (const auto number : patterns) found.add(pattern_filings_[static_cast<std::size_t>(number)], place);
}

Index::Index(const std::vector<Rule>& rules) : filed_(std::make_unique<const Filed>(rules)) {}
Index::~Index() = default;

std::vector<std::uint32_t> Index::candidates(const LetterView& letter) const { return filed_->candidates(letter); }
std::size_t Index::always() const { return filed_->always.size(); }

}  // namespace docket
