// Who is connected and what for, so that a full house closes the one that has waited longest without having asked
// anything. For one thread; knows nothing of sockets.
#pragma once

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

  /// `per_peer` 0: any number.
  Connections(int most, int per_peer) : most_(most), per_peer_(per_peer) {}

  /// Closes another where the house or the peer's part of it is full; nullopt-like 0 when none could be: turn it away.
  /// `peer` empty: not counted by peer. `close` is called at most once, from within these functions.
  [[nodiscard]] Id enter(const std::string& peer, std::function<void()> close);
  /// From now on it counts as `peer`'s. False: the peer has its part and none of it can be closed.
  [[nodiscard]] bool count_as(Id id, const std::string& peer);
  void set_phase(Id id, Phase phase);
  void leave(Id id);  ///< also of one that was closed
  /// The next to be closed of all; false when there is none.
  bool close_one();
  /// At the end: everyone who has not asked yet, or has its answer.
  void close_idle();
  [[nodiscard]] std::size_t size() const { return all_.size(); }

 private:
  struct Connection {
    std::string peer;
    std::function<void()> close;
    Phase phase = Phase::reading;
  };
  bool close_one_of(const std::string* peer, Id but);
  [[nodiscard]] int of_peer(const std::string& peer) const;
  void close(std::map<Id, Connection>::iterator at);

  int most_;
  int per_peer_;
  Id next_ = 1;
  std::map<Id, Connection> all_;  ///< in the order they came, so the first has waited longest
};

}  // namespace docket::http
