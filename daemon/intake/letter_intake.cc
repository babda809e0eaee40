#include "daemon/intake/letter_intake.h"

#include <fmt/format.h>

#include <condition_variable>
#include <deque>
#include <map>
#include <set>
#include <thread>

#include "config/digest.h"
#include "daemon/casebook/zstd.h"
#include "daemon/intake/prepare.h"

namespace docket {
namespace {

constexpr std::size_t kMostOctetsWaiting = std::size_t{64} << 20U;
constexpr std::size_t kMostPerCommit = 100;
constexpr int kMostAttempts = 3;
constexpr int kNotice = 5;
constexpr int kWarning = 4;

using Answer = tl::expected<Taken, Trouble>;

/// A letter on its way: taken, then prepared, then committed, in the order of `turn`.
struct Job {
  std::uint64_t turn = 0;
  std::size_t octets = 0;
  Inbound inbound;
  Recording recording;
  std::shared_ptr<const Configuration> configuration;
  std::promise<Answer> answer;
};

Answer answer_of(const tl::expected<Recorded, Trouble>& recorded) {
  if (!recorded) return tl::unexpected(recorded.error());
  return Taken{recorded->inbound, recorded->outcome, recorded->number};
}

/// The deciding rule with the condition that made it match, in the rule's own words; whom a condition on a person
/// names stays inside.
std::string reason_of(const Decision& decision, const Recorded& recorded) {
  for (const auto& rule : decision.trace) {
    if (rule.rule != recorded.decided_by || !rule.section.empty()) continue;
    for (const auto& condition : rule.conditions) {
      const bool names_a_person = condition.condition.starts_with("from") || condition.condition.starts_with("sender");
      if (condition.matched && !names_a_person) return recorded.decided_by + ": " + condition.condition;
    }
  }
  return recorded.decided_by;
}

/// One line a letter: what was decided and why; never content, never a secret.
std::string line_of(const Recording& recording, const Recorded& recorded) {
  const auto from = recording.inbound.source + "/" + recording.inbound.delivery_key;
  if (recorded.outcome == "ignored" || recorded.outcome == "quarantined") {
    return fmt::format("{} from {}: {}", recorded.outcome, from, recorded.reason);
  }
  // The same as a letter that has no case.
  if (recorded.number.empty()) return fmt::format("{} from {}, {}", recorded.outcome, from, recorded.acknowledgement);
  std::string offices;
  for (const auto& office : recorded.offices) offices += (offices.empty() ? "" : ", ") + office;
  return fmt::format("{} {} from {} → {} ({}), {}", recorded.outcome, recorded.number, from,
                     offices.empty() ? "review" : offices,
                     recorded.outcome == "case" ? reason_of(recording.decision, recorded) : recorded.reason,
                     recorded.acknowledgement.empty() ? "no ack" : recorded.acknowledgement);
}

}  // namespace

struct LetterIntake::State {
  Collaborators with;
  std::mutex mutex;
  std::condition_variable changed;
  std::deque<std::unique_ptr<Job>> waiting;                ///< to be prepared
  std::map<std::uint64_t, std::unique_ptr<Job>> prepared;  ///< to be committed, by turn
  std::uint64_t next_turn = 0;                             ///< of the next letter taken
  std::uint64_t commit_turn = 0;                           ///< of the next letter committed
  std::size_t octets = 0;                                  ///< in both queues
  bool stopping = false;
  using Keys = std::map<std::string, std::set<std::string>>;  ///< by source
  /// Listed before this start and not yet taken: after an unclean stop one of them may have been the cause.
  Keys suspects;
  /// Listed before this start and not again since: gone, once the source has offered all it has.
  Keys unlisted;
  std::mutex careful_mutex;  ///< careful reading is one letter at a time
  std::vector<std::thread> threads;

  explicit State(Collaborators collaborators) : with(std::move(collaborators)) {
    for (auto& delivery : with.book.waiting()) unlisted[delivery.source].insert(std::move(delivery.key));
    if (with.book.was_unclean()) suspects = unlisted;
  }

  /// Reading never throws but for memory; then the letter stays at its source and is offered again.
  [[nodiscard]] Recording prepared_recording(Inbound inbound, const Configuration& configuration) const {
    return prepare(std::move(inbound), configuration, with.book.keys().instance());
  }

  void prepare_letters() {
    std::unique_lock lock(mutex);
    while (true) {
      changed.wait(lock, [&] { return stopping || !waiting.empty(); });
      if (waiting.empty()) return;
      auto job = std::move(waiting.front());
      waiting.pop_front();
      lock.unlock();
      try {
        job->recording = prepared_recording(std::move(job->inbound), *job->configuration);
      } catch (const std::exception& error) {
        job->recording.town = nullptr;  // says "not prepared" to the writer
        with.log(kWarning, fmt::format("a letter could not be prepared and is offered again: {}", error.what()));
      }
      lock.lock();
      prepared.emplace(job->turn, std::move(job));
      changed.notify_all();
    }
  }

  /// The letters whose turn it is, at most one group, without waiting for more.
  std::vector<std::unique_ptr<Job>> next_group() {
    std::vector<std::unique_ptr<Job>> group;
    for (auto at = prepared.find(commit_turn); at != prepared.end() && group.size() < kMostPerCommit;
         at = prepared.find(commit_turn)) {
      group.push_back(std::move(at->second));
      prepared.erase(at);
      ++commit_turn;
    }
    return group;
  }

  void commit_letters() {
    std::unique_lock lock(mutex);
    while (true) {
      changed.wait(lock, [&] { return prepared.count(commit_turn) > 0 || (stopping && commit_turn == next_turn); });
      auto group = next_group();
      if (group.empty()) return;
      lock.unlock();
      commit(group);
      lock.lock();
      for (const auto& job : group) octets -= job->octets;
      changed.notify_all();
    }
  }

  void commit(std::vector<std::unique_ptr<Job>>& group) {
    std::vector<Recording> recordings;
    std::vector<Job*> jobs;
    for (const auto& job : group) {
      if (job->recording.town == nullptr) {
        job->answer.set_value(tl::unexpected(Trouble{Trouble::Kind::transient, "the letter could not be prepared"}));
        continue;
      }
      recordings.push_back(std::move(job->recording));
      jobs.push_back(job.get());
    }
    if (jobs.empty()) return;
    const auto results = record(recordings, *jobs.back()->configuration->calendar);
    for (std::size_t i = 0; i < jobs.size(); ++i) jobs[i]->answer.set_value(answer_of(results[i]));
  }

  std::vector<tl::expected<Recorded, Trouble>> record(std::span<const Recording> recordings, const Calendar& calendar) {
    auto results = with.book.record(recordings, calendar);
    bool any = false;
    for (std::size_t i = 0; i < results.size(); ++i) {
      if (results[i]) {
        any = true;
        if (!results[i]->repeat) with.log(kNotice, line_of(recordings[i], *results[i]));
      } else {
        with.log(kWarning, fmt::format("not recorded, offered again: {}", results[i].error().text));
      }
    }
    if (any) with.wake_outbox();
    return results;
  }

  bool is_suspect(const Inbound& inbound) {
    const std::lock_guard lock(mutex);
    const auto of = suspects.find(inbound.source);
    return of != suspects.end() && of->second.count(inbound.delivery_key) > 0;
  }

  /// After an unclean stop: the attempt is in the book before the letter is read, so that a letter which ends the
  /// process three times is put aside.
  Answer take_carefully(Inbound inbound) {
    const std::lock_guard one_at_a_time(careful_mutex);
    const auto attempts = with.book.begin_attempt(inbound.source, inbound.delivery_key);
    if (!attempts) return tl::unexpected(attempts.error());
    const auto configuration = with.configuration();
    if (*attempts >= kMostAttempts) {
      Inbound bare = inbound;
      bare.octets.clear();  // whatever is in them is not looked at again
      auto recording = prepared_recording(std::move(bare), *configuration);
      recording.letter.sha256 = sha256_hex(inbound.octets);
      recording.letter.size = inbound.octets.size();
      recording.compressed = compress(inbound.octets);
      recording.inbound = std::move(inbound);
      recording.quarantine = "reading it ended the daemon three times";
      return answer_of(record({&recording, 1}, *configuration->calendar).front());
    }
    const auto recording = prepared_recording(std::move(inbound), *configuration);
    auto answer = answer_of(record({&recording, 1}, *configuration->calendar).front());
    // It was read and judged: that the book could not take it (a full disk, say) is not the letter's doing.
    if (!answer) with.book.forget_attempt(recording.inbound.source, recording.inbound.delivery_key);
    const std::lock_guard lock(mutex);
    if (answer) suspects[recording.inbound.source].erase(recording.inbound.delivery_key);
    return answer;
  }
};

LetterIntake::LetterIntake(Collaborators collaborators) : state_(std::make_unique<State>(std::move(collaborators))) {
  const auto readers = std::max(1U, std::thread::hardware_concurrency());
  for (unsigned i = 0; i < readers; ++i) state_->threads.emplace_back([this] { state_->prepare_letters(); });
  state_->threads.emplace_back([this] { state_->commit_letters(); });
}

LetterIntake::~LetterIntake() { stop(); }

void LetterIntake::stop() {
  {
    const std::lock_guard lock(state_->mutex);
    state_->stopping = true;
  }
  state_->changed.notify_all();
  for (auto& thread : state_->threads) {
    if (thread.joinable()) thread.join();
  }
}

tl::expected<std::vector<std::string>, Trouble> LetterIntake::list(const std::string& source,
                                                                   std::span<const std::string> keys) {
  auto wanted = state_->with.book.list(source, keys);
  const std::lock_guard lock(state_->mutex);
  const auto unlisted = state_->unlisted.find(source);
  if (unlisted == state_->unlisted.end()) return wanted;
  for (const auto& key : keys) unlisted->second.erase(key);
  return wanted;
}

tl::expected<void, Trouble> LetterIntake::pass_over(const std::string& source, std::span<const std::string> keys) {
  return state_->with.book.mark(source, keys, "before_start");
}

tl::expected<void, Trouble> LetterIntake::vanished(const std::string& source, std::span<const std::string> keys) {
  return state_->with.book.mark(source, keys, "vanished");
}

std::future<tl::expected<Taken, Trouble>> LetterIntake::take(Inbound inbound) {
  if (state_->is_suspect(inbound)) {
    std::promise<Answer> ready;
    ready.set_value(state_->take_carefully(std::move(inbound)));
    return ready.get_future();
  }
  auto job = std::make_unique<Job>();
  job->octets = inbound.octets.size() + sizeof(Job);
  job->inbound = std::move(inbound);
  job->configuration = state_->with.configuration();
  auto future = job->answer.get_future();
  std::unique_lock lock(state_->mutex);
  state_->changed.wait(lock, [&] { return state_->stopping || state_->octets < kMostOctetsWaiting; });
  if (state_->stopping) {
    job->answer.set_value(tl::unexpected(Trouble{Trouble::Kind::transient, "docket is stopping"}));
    return future;
  }
  state_->octets += job->octets;
  job->turn = state_->next_turn++;
  state_->waiting.push_back(std::move(job));
  state_->changed.notify_all();
  return future;
}

tl::expected<Time, Trouble> LetterIntake::first_start(const std::string& source) {
  return state_->with.book.first_start(source);
}

void LetterIntake::caught_up(const std::string& source) {
  std::vector<std::string> gone;
  {
    const std::lock_guard lock(state_->mutex);
    state_->suspects.erase(source);
    for (const auto& key : state_->unlisted[source]) gone.push_back(key);
    state_->unlisted.erase(source);
  }
  if (gone.empty()) return;
  if (const auto marked = vanished(source, gone); !marked) state_->with.log(kWarning, marked.error().text);
}

}  // namespace docket
