#include "connectors/http/connections.h"

#include <algorithm>
#include <utility>

namespace docket::http {

void Connections::close(All::const_iterator at) {
  const auto close = at->second.close;
  all_.erase(at);  // first: whatever close() causes finds it gone
  close();
}

int Connections::of_peer(const std::string& peer) const {
  return static_cast<int>(
      std::count_if(all_.begin(), all_.end(), [&](const auto& entry) { return entry.second.peer == peer; }));
}

Connections::All::const_iterator Connections::first_to_go(const std::function<bool(Id, const Connection&)>& may) const {
  auto chosen = all_.end();
  for (auto at = all_.begin(); at != all_.end(); ++at) {
    const auto& connection = at->second;
    if (connection.phase == Phase::handling || !may(at->first, connection)) continue;
    if (chosen == all_.end() || connection.phase < chosen->second.phase) chosen = at;
  }
  return chosen;
}

Connections::All::const_iterator Connections::longest_here(Clock::time_point now) const {
  return first_to_go([&](Id, const Connection& connection) { return connection.since + grace_ <= now; });
}

bool Connections::close_one_of(const std::string& peer, Id but) {
  const auto chosen = first_to_go([&](Id id, const Connection& other) { return id != but && other.peer == peer; });
  if (chosen == all_.end()) return false;
  close(chosen);
  return true;
}

bool Connections::has_room(Clock::time_point now) const {
  return std::cmp_less(all_.size(), most_) || longest_here(now) != all_.end();
}

Connections::Id Connections::enter(const std::string& peer, Clock::time_point now, std::function<void()> close) {
  const bool peer_full = per_peer_ > 0 && !peer.empty() && of_peer(peer) >= per_peer_;
  if (peer_full && !close_one_of(peer, 0)) return 0;
  if (std::cmp_greater_equal(all_.size(), most_) && !close_one(now)) return 0;
  all_.emplace(next_, Connection{peer, std::move(close), now});
  return next_++;
}

bool Connections::count_as(Id id, const std::string& peer) {
  const auto at = all_.find(id);
  if (at == all_.end()) return false;
  const bool full = per_peer_ > 0 && !peer.empty() && of_peer(peer) >= per_peer_;
  if (full && !close_one_of(peer, id)) return false;
  at->second.peer = peer;
  return true;
}

void Connections::set_phase(Id id, Phase phase) {
  if (const auto at = all_.find(id); at != all_.end()) at->second.phase = phase;
}

void Connections::leave(Id id) { all_.erase(id); }

bool Connections::close_one(Clock::time_point now) {
  const auto chosen = longest_here(now);
  if (chosen == all_.end()) return false;
  close(chosen);
  return true;
}

void Connections::close_reader_but(Id id) {
  const auto chosen =
      first_to_go([&](Id other, const Connection& reader) { return other != id && reader.phase == Phase::answering; });
  if (chosen != all_.end()) close(chosen);
}

void Connections::close_idle() {
  for (auto at = all_.begin(); at != all_.end();) {
    const auto here = at++;
    if (here->second.phase == Phase::leaving || here->second.phase == Phase::reading) close(here);
  }
}

}  // namespace docket::http
