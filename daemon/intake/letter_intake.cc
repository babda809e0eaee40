#include "daemon/intake/letter_intake.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <utility>

#include "config/heartbeat.h"
#include "config/log_fields.h"
#include "daemon/casebook/room.h"
#include "daemon/intake/prepare.h"
#include "daemon/intake/readers.h"
#include "daemon/metrics.h"

namespace docket {
namespace {

constexpr std::chrono::seconds kLongestTurn{30};
constexpr int kMostAttempts = 3;
constexpr int kNotice = 5;
constexpr int kWarning = 4;

using Answer = tl::expected<Taken, Trouble>;

Answer answer_of(const tl::expected<Recorded, Trouble>& recorded) {
  if (!recorded) return tl::unexpected(recorded.error());
  return Taken{recorded->inbound, recorded->outcome,         recorded->number,
               recorded->offices, recorded->acknowledgement, recorded->repeat};
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

std::string fields_of(const Recording& recording, const Recorded& recorded) {
  std::string fields = log_field("source", recording.inbound.source) + log_field("inbound", recorded.inbound) +
                       log_field("outcome", recorded.outcome);
  if (!recorded.number.empty()) fields += log_field("case", recorded.number);
  if (!recorded.offices.empty()) fields += log_field("office", recorded.offices.front());
  return fields;
}

std::string words_of(const Recording& recording, const Recorded& recorded) {
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

/// One line a letter: what was decided and why; never content, never a secret.
std::string line_of(const Recording& recording, const Recorded& recorded) {
  return words_of(recording, recorded) + fields_of(recording, recorded);
}

}  // namespace

struct LetterIntake::State {
  Collaborators with;
  std::string instance;
  Readers readers;
  std::mutex mutex;
  using Keys = std::map<std::string, std::set<std::string>>;  ///< by source
  /// To be read alone, their attempt noted before: listed before an unclean stop, or given up while being read.
  Keys suspects;
  /// Listed before this start and not again since: gone, once the source has offered all it has.
  Keys unlisted;
  std::mutex careful_mutex;  ///< careful reading is one letter at a time
  std::thread committing;

  explicit State(Collaborators collaborators)
      : with(std::move(collaborators)),
        instance(with.book.keys().instance()),
        readers(with.prepare ? with.prepare : usual_way(), with.longest_reading, with.log) {
    for (auto& delivery : with.book.waiting()) unlisted[delivery.source].insert(std::move(delivery.key));
    if (with.book.was_unclean()) suspects = unlisted;
  }

  [[nodiscard]] Readers::Prepare usual_way() const {
    return [name = instance, &clock = with.clock, metrics = with.metrics](Inbound inbound,
                                                                          const Configuration& configuration) {
      const auto began = clock.steady();
      auto recording = prepare(std::move(inbound), configuration, name, clock.now());
      if (metrics != nullptr) metrics->read(clock.steady() - began);
      return recording;
    };
  }

  void commit_letters() {
    Heartbeat beat("intake", kLongestTurn);
    while (true) {
      beat.turn();
      const auto group = readers.next_group();
      if (group.empty()) return;
      try {
        commit(group);
      } catch (const std::exception& error) {  // no memory: what has no answer yet is offered again
        with.log(kWarning, fmt::format("letters could not be committed: {}", error.what()));
        for (const auto& job : group) refuse(*job, error.what());
      }
      readers.done(group);
    }
  }

  static void refuse(ReadingJob& job, const char* why) {
    try {
      job.answer.set_value(tl::unexpected(Trouble{Trouble::Kind::unknown, why}));
    } catch (const std::future_error&) {  // it was answered
    }
  }

  using Results = std::vector<tl::expected<Recorded, Trouble>>;

  void commit(const std::vector<Readers::Job>& group) {
    if (const auto full = no_room()) {  // what was taken before the disk filled may be more than fits
      for (const auto& job : group) job->answer.set_value(tl::unexpected(*full));
      return;
    }
    std::vector<Recording> recordings;
    std::vector<ReadingJob*> jobs;
    for (const auto& job : group) {
      if (!job->unread.empty()) {
        could_not_be_read(*job);
        continue;
      }
      recordings.push_back(std::move(job->recording));
      jobs.push_back(job.get());
    }
    if (jobs.empty()) return;
    if (with.expect_rows) with.expect_rows();
    const auto results = with.book.record(recordings, *jobs.back()->configuration->calendar);
    for (std::size_t i = 0; i < jobs.size(); ++i) jobs[i]->answer.set_value(answer_of(results[i]));
    if (with.recent != nullptr) keep_recent(recordings, results);
    tell_all(recordings, results);
  }

  /// Moves octets and letters out of the recordings.
  void keep_recent(std::span<Recording> recordings, const Results& results) const {
    for (std::size_t i = 0; i < results.size(); ++i) {
      if (!results[i] || results[i]->offices.empty() || results[i]->repeat) continue;
      Inbound& inbound = recordings[i].inbound;
      std::string octets = std::exchange(inbound.octets, {});
      Original original{inbound, std::move(recordings[i].letter)};
      original.inbound.octets = std::move(octets);
      with.recent->keep(results[i]->inbound, std::move(original));
    }
  }

  /// It stays at its source, which offers it again; then it is read carefully.
  void could_not_be_read(ReadingJob& job) {
    with.log(kWarning, fmt::format("{}/{}: {}; it is offered again", job.source, job.key, job.unread) +
                           log_field("source", job.source));
    if (!job.careful) {
      if (const auto begun = with.book.begin_attempt(job.source, job.key); !begun)
        with.log(kWarning, begun.error().text);
      const std::lock_guard lock(mutex);
      suspects[job.source].insert(job.key);
    }
    job.answer.set_value(tl::unexpected(Trouble{Trouble::Kind::transient, job.unread}));
  }

  /// After the answers: whoever waits for one does not wait for the log.
  void tell_all(std::span<const Recording> recordings, const Results& results) {
    if (std::any_of(results.begin(), results.end(), [](const auto& result) { return result.has_value(); })) {
      with.wake_outbox();
    }
    for (std::size_t i = 0; i < results.size(); ++i) {
      if (!results[i]) {
        with.log(kWarning, fmt::format("not recorded, offered again: {}", results[i].error().text));
      } else if (!results[i]->repeat) {
        tell(recordings[i], *results[i]);
      }
    }
    if (with.metrics != nullptr) with.metrics->group(recordings.size());
  }

  /// Asked before a source fetches anything, before a letter is on its way, and before it is committed.
  [[nodiscard]] std::optional<Trouble> no_room() const {
    if (!with.has_room || with.has_room()) return std::nullopt;
    return Trouble{Trouble::Kind::transient, kNoRoomForLetters};
  }

  void tell(const Recording& recording, const Recorded& recorded) const {
    with.log(kNotice, line_of(recording, recorded));
    if (with.metrics == nullptr) return;
    with.metrics->letter(recording.inbound.source, recorded.outcome);
    const bool withheld = recorded.acknowledgement.starts_with("ack withheld");
    if (recorded.outcome != "case" || recorded.acknowledgement.empty() || withheld) return;
    with.metrics->acknowledgement_queued(with.clock.now() - recording.inbound.received);
  }

  bool is_suspect(const Inbound& inbound) {
    if (inbound.careful) return true;
    const std::lock_guard lock(mutex);
    const auto of = suspects.find(inbound.source);
    return of != suspects.end() && of->second.count(inbound.delivery_key) > 0;
  }

  [[nodiscard]] Readers::Job new_job(Inbound inbound) const {
    auto job = std::make_shared<ReadingJob>();
    job->inbound = std::move(inbound);
    job->configuration = with.configuration();
    return job;
  }

  std::future<Answer> add(const Readers::Job& job) {
    auto future = job->answer.get_future();
    if (!readers.add(job)) {
      job->answer.set_value(tl::unexpected(Trouble{Trouble::Kind::transient, "docket is stopping"}));
    }
    return future;
  }

  /// The attempt is in the book before the letter is read, so that one which ends the process, or is never read to its
  /// end, is put aside after three.
  Answer take_carefully(Inbound inbound) {
    const Heartbeat::Waiting waiting("the intake");
    const std::lock_guard one_at_a_time(careful_mutex);
    const std::string source = inbound.source;
    const std::string key = inbound.delivery_key;
    const auto attempts = with.book.begin_attempt(source, key);
    if (!attempts) return tl::unexpected(attempts.error());
    const bool poison = *attempts >= kMostAttempts;
    if (poison) with.book.forget_attempt(source, key);  // it is not read
    const auto job = new_job(std::move(inbound));
    job->careful = true;
    auto answer = poison ? put_aside(std::move(*job)) : add(job).get();
    if (answer) {
      const std::lock_guard lock(mutex);
      suspects[source].erase(key);
    } else if (job->unread.empty()) {
      // It was read and judged: that the book could not take it (a full disk, say) is not the letter's doing.
      with.book.forget_attempt(source, key);
    }
    return answer;
  }

  /// Whatever is in the octets is not looked at again.
  Answer put_aside(ReadingJob job) {
    job.inbound.unreadable = "reading it failed three times: docket ended, or it took too long";
    const Recording recording = prepare(std::move(job.inbound), *job.configuration, instance, with.clock.now());
    const auto results = with.book.record({&recording, 1}, *job.configuration->calendar);
    tell_all({&recording, 1}, results);
    return answer_of(results.front());
  }
};

LetterIntake::LetterIntake(Collaborators collaborators) : state_(std::make_unique<State>(std::move(collaborators))) {
  state_->committing = std::thread([this] { state_->commit_letters(); });
}

LetterIntake::~LetterIntake() { stop(); }

std::size_t LetterIntake::on_the_way() const { return state_->readers.on_the_way(); }

void LetterIntake::stop() {
  state_->readers.stop();
  if (state_->committing.joinable()) state_->committing.join();
}

tl::expected<std::vector<std::string>, Trouble> LetterIntake::list(const std::string& source,
                                                                   std::span<const std::string> keys) {
  if (const auto full = state_->no_room()) return tl::unexpected(*full);
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
  const auto full = state_->no_room();
  if (!full && !state_->is_suspect(inbound)) return state_->add(state_->new_job(std::move(inbound)));
  std::promise<Answer> ready;
  ready.set_value(full ? tl::unexpected(*full) : state_->take_carefully(std::move(inbound)));
  return ready.get_future();
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
