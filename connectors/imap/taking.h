// Letters from the server to the intake: in batches, one FETCH in flight, suspects last and alone. While a batch is
// fetched, the one before it is read and committed.
#pragma once

#include <chrono>
#include <functional>
#include <future>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "connectors/imap/failure.h"
#include "connectors/imap/session.h"
#include "connectors/imap/surroundings.h"

namespace docket::imap {

class Taking {
 public:
  /// What is to follow for letters that have an outcome in the book.
  enum class Then {
    settle,  ///< tell the server
    later,   ///< the connection is gone: tell it at a later look
    leave    ///< the book knows of them but does not hold them: the server's copy stays as it is
  };
  using OnTaken = std::function<Result<void>(const std::vector<Uid>& taken, Then then)>;

  explicit Taking(const Surroundings& with) : with_(with) {}

  /// These are listed and have no outcome yet.
  void expect(std::span<const Listed> letters);
  /// A look begins: what a broken one left on its way, the book is asked about.
  void begin() {
    on_the_way_.clear();
    drained_.reset();
  }
  /// Fetches and offers them; `on_taken` is called once a batch, after its last commit, when the next one is fetched.
  [[nodiscard]] Result<void> take(Session& session, const Place& place, std::vector<Listed> letters,
                                  const OnTaken& on_taken);
  /// The same with letters that fit into one batch, asked for before `listing` has the book note them: it answers which
  /// of them have no outcome yet. None is offered before.
  [[nodiscard]] Result<void> take_listing(Session& session, const Place& place, std::span<const Listed> letters,
                                          const std::function<Result<std::vector<Uid>>()>& listing,
                                          const OnTaken& on_taken);
  [[nodiscard]] bool fit_into_one_batch(std::span<const Listed> letters) const;
  /// Waits for the commits of those still on their way. Before a look ends, also in failure.
  [[nodiscard]] Result<void> finish(Session& session, Then then, const OnTaken& on_taken) {
    return hear(session, on_the_way_.size(), then, on_taken);
  }
  /// Those expected and not yet taken, ascending.
  [[nodiscard]] std::vector<Uid> open() const;
  void forget(std::span<const Uid> uids);
  void forget_all() { open_.clear(); }
  /// What went wrong with single letters since the last call, in words for an admin.
  [[nodiscard]] std::string take_trouble() { return std::exchange(trouble_, {}); }

 private:
  /// How often the server failed to give a letter.
  struct Strikes {
    int empty = 0;
    int refused = 0;
    int malformed = 0;
    int lost = 0;
    [[nodiscard]] bool any() const { return empty + refused + malformed + lost > 0; }
  };
  struct OnTheWay {
    Uid uid = 0;
    std::future<tl::expected<Taken, Trouble>> outcome;
  };
  struct Batch;

  Result<void> take_batch(Session& session, const Place& place, std::span<const Listed> letters,
                          const OnTaken& on_taken);
  Result<void> take_batch(Session& session, Batch& batch, const Session::Meanwhile& meanwhile, const OnTaken& on_taken);
  Result<void> fetch(Session& session, Batch& batch, const Session::Meanwhile& meanwhile);
  void offer(Batch& batch, Fetched fetched);
  void strike(const Batch& batch, const Result<void>& fetched);
  /// What became of the first so many that are on their way.
  Result<void> hear(Session& session, std::size_t count, Then then, const OnTaken& on_taken);
  Result<void> give_up(Session& session, const Place& place, const Listed& letter, const std::string& reason,
                       const OnTaken& on_taken);
  [[nodiscard]] std::vector<Uid> outcomes(Session& session, std::vector<OnTheWay> on_the_way);
  [[nodiscard]] std::string beyond_hope(Uid uid) const;
  [[nodiscard]] Inbound inbound(const Place& place, const Listed& letter, std::optional<Time> received) const;

  const Surroundings& with_;
  std::map<Uid, Strikes> open_;
  std::vector<OnTheWay> on_the_way_;
  std::optional<std::chrono::steady_clock::time_point> drained_;  ///< until when a stop waits for commits
  std::string trouble_;
};

}  // namespace docket::imap
