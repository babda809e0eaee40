// Who is connected and what for, so that a full house closes the one that has waited longest without having asked
// anything. For one thread; knows nothing of sockets.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <string>

namespace docket::http {

class Connections {
 public:
  using Id = std::uint64_t;
  /// In this order they are closed first: who has its answer, who has not asked yet, who does not read its answer.
  /// While a handler works for it a connection stays.
  enum class Phase { leaving, reading, answering, handling };

  using Clock = std::chrono::steady_clock;

  /// `per_peer` 0: any number. `grace`: for so long nobody gives way to others than its own peer's, so that in a rush
  /// everyone has the time to ask; who comes meanwhile waits in the kernel's queue.
  Connections(int most, int per_peer, Clock::duration grace) : most_(most), per_peer_(per_peer), grace_(grace) {}

  /// One more may enter now, or after close_one().
  [[nodiscard]] bool has_room(Clock::time_point now) const;

  /// Closes another where the house or the peer's part of it is full; 0 when none could be: turn it away.
  /// `peer` empty: not counted by peer. `close` is called at most once, from within these functions.
  [[nodiscard]] Id enter(const std::string& peer, Clock::time_point now, std::function<void()> close);
  /// From now on it counts as `peer`'s. False: the peer has its part and none of it can be closed.
  [[nodiscard]] bool count_as(Id id, const std::string& peer);
  void set_phase(Id id, Phase phase);
  void leave(Id id);  ///< also of one that was closed
  /// The next to be closed of all; false when there is none.
  bool close_one(Clock::time_point now);
  /// Who has been reading its answer longest, but not `id`; one more answer needs its memory.
  void close_reader_but(Id id);
  /// At the end: everyone who has not asked yet, or has its answer.
  void close_idle();
  [[nodiscard]] std::size_t size() const { return all_.size(); }

 private:
  struct Connection {
    std::string peer;
    std::function<void()> close;
    Clock::time_point since{};
    Phase phase = Phase::reading;
  };
  using All = std::map<Id, Connection>;
  /// Whom to close first of those for whom `may` holds; end() when there is none.
  [[nodiscard]] All::const_iterator first_to_go(const std::function<bool(Id, const Connection&)>& may) const;
  [[nodiscard]] All::const_iterator longest_here(Clock::time_point now) const;
  bool close_one_of(const std::string& peer, Id but);
  [[nodiscard]] int of_peer(const std::string& peer) const;
  void close(All::const_iterator at);

  int most_;
  int per_peer_;
  Clock::duration grace_;
  Id next_ = 1;
  All all_;  ///< in the order they came, so the first has waited longest
};

}  // namespace docket::http
