#include "daemon/compare/comparison.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <nlohmann/json.hpp>
#include <thread>

#include "connectors/read.h"
#include "rules/decision_json.h"
#include "rules/difference.h"

namespace docket {
namespace {

using nlohmann::json;

/// One pass over the letters: each thread takes the next one until none is left.
class Pass {
 public:
  Pass(BookReader& book, const std::vector<JudgedLetter>& letters, const Configuration& before,
       const Configuration& after)
      : book_(book), letters_(letters), before_(before), after_(after), judged_(letters.size()) {}

  std::vector<ComparedLetter> run() {
    const auto cores = std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::jthread> threads;
    for (unsigned i = 1; i < cores; ++i) threads.emplace_back([this] { work(); });
    work();
    threads.clear();  // joins
    if (failed_) std::rethrow_exception(failed_);
    std::vector<ComparedLetter> compared;
    for (auto& one : judged_) {
      if (one) compared.push_back(std::move(*one));
    }
    return compared;
  }

 private:
  /// What a thread throws, a book that cannot be read above all, is thrown again to the caller when all have ended.
  void work() {
    try {
      for (auto at = next_++; at < letters_.size(); at = next_++) {
        if (const auto kept = kept_of(letters_[at])) judged_[at] = judge(letters_[at], kept->inbound);
      }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      failed_ = std::current_exception();
      next_ = letters_.size();
    }
  }

  /// A reader is for one thread at a time; what takes long, reading the mail, is done outside.
  std::optional<KeptInbound> kept_of(const JudgedLetter& letter) {
    const std::lock_guard lock(mutex_);
    return book_.inbound(letter.inbound);
  }

  [[nodiscard]] ComparedLetter judge(const JudgedLetter& which, const Inbound& inbound) const {
    const auto letter = read_again(inbound, before_);
    ComparedLetter compared{which, judge_again(which.outcome, letter, before_, Tracing::none), {}, {}};
    // What a letter is understood to be depends on the town: its addresses, its forms.
    const bool same_town = before_.files.town.text == after_.files.town.text;
    compared.after =
        judge_again(which.outcome, same_town ? letter : read_again(inbound, after_), after_, Tracing::none);
    compared.differs = differences(compared.before, compared.after);
    return compared;
  }

  BookReader& book_;
  const std::vector<JudgedLetter>& letters_;
  const Configuration& before_;
  const Configuration& after_;
  std::mutex mutex_;  ///< book_ and failed_
  std::exception_ptr failed_;
  std::atomic<std::size_t> next_ = 0;
  std::vector<std::optional<ComparedLetter>> judged_;
};

json summary(const Decision& decision, const Town& town) {
  auto value = to_json(decision);
  for (const auto* key : {"trace", "matched", "rule_set", "language"}) value.erase(key);
  value["because"] = decision.because.in(town.default_language, "");
  return value;
}

}  // namespace

Letter read_again(const Inbound& inbound, const Configuration& under) {
  return read(inbound, read_context(*under.settings, *under.town, inbound.source, ""));
}

Decision judge_again(const std::string& outcome, const Letter& letter, const Configuration& under, Tracing tracing) {
  return outcome == "addition" ? route_addition(letter, under.judging(), tracing)
                               : route(letter, under.judging(), tracing);
}

Comparison compare(BookReader& book, const std::vector<JudgedLetter>& letters, const Configuration& before,
                   const Configuration& after) {
  Comparison comparison;
  auto compared = Pass(book, letters, before, after).run();
  comparison.letters = compared.size();
  comparison.unreadable = letters.size() - compared.size();
  for (auto& one : compared) {
    if (one.letter.outcome != "addition") ++comparison.moves[{destination(one.before), destination(one.after)}];
    if (one.differs.empty()) continue;
    if (loses_addressed_office(one.before, one.after)) ++comparison.losing_addressed;
    if (newly_ignored(one.before, one.after)) ++comparison.newly_ignored;
    comparison.differing.push_back(std::move(one));
  }
  return comparison;
}

bool changes_many(const Comparison& comparison) { return comparison.differing.size() * 10 > comparison.letters; }

bool is_worth_asking(const Comparison& comparison) {
  return changes_many(comparison) || comparison.losing_addressed > 0 || comparison.newly_ignored > 0;
}

json to_json(const Comparison& comparison, const Town& town) {
  auto cases = json::array();
  for (const auto& one : comparison.differing) {
    cases.push_back({{"case", one.letter.number.empty() ? json() : json(one.letter.number)},
                     {"inbound", one.letter.inbound},
                     {"differs", one.differs},
                     {"before", summary(one.before, town)},
                     {"after", summary(one.after, town)}});
  }
  auto moves = json::array();
  for (const auto& [move, letters] : comparison.moves) {
    moves.push_back({{"before", move.first}, {"after", move.second}, {"letters", letters}});
  }
  return {{"letters", comparison.letters},
          {"differ", cases.size()},
          {"cases", std::move(cases)},
          {"moves", std::move(moves)},
          {"losing_addressed", comparison.losing_addressed},
          {"newly_ignored", comparison.newly_ignored},
          {"unreadable", comparison.unreadable}};
}

}  // namespace docket
