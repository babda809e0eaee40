#include "connectors/http/connections.h"

#include <algorithm>
#include <utility>

namespace docket::http {

void Connections::close(std::map<Id, Connection>::iterator at) {
  const auto close = std::move(at->second.close);
  all_.erase(at);  // first: whatever close() causes finds it gone
  close();
}

int Connections::of_peer(const std::string& peer) const {
  return static_cast<int>(
      std::count_if(all_.begin(), all_.end(), [&](const auto& entry) { return entry.second.peer == peer; }));
}

bool Connections::close_one_of(const std::string* peer, Id but) {
  auto chosen = all_.end();
  for (auto at = all_.begin(); at != all_.end(); ++at) {
    const auto& connection = at->second;
    if (at->first == but || connection.phase == Phase::handling) continue;
    if (peer != nullptr && connection.peer != *peer) continue;
    if (chosen == all_.end() || connection.phase < chosen->second.phase) chosen = at;
  }
  if (chosen == all_.end()) return false;
  close(chosen);
  return true;
}

Connections::Id Connections::enter(const std::string& peer, std::function<void()> close) {
  const bool peer_full = per_peer_ > 0 && !peer.empty() && of_peer(peer) >= per_peer_;
  if (peer_full && !close_one_of(&peer, 0)) return 0;
  if (std::cmp_greater_equal(all_.size(), most_) && !close_one_of(nullptr, 0)) return 0;
  all_.emplace(next_, Connection{peer, std::move(close)});
  return next_++;
}

bool Connections::count_as(Id id, const std::string& peer) {
  const auto at = all_.find(id);
  if (at == all_.end()) return false;
  const bool full = per_peer_ > 0 && !peer.empty() && of_peer(peer) >= per_peer_;
  if (full && !close_one_of(&peer, id)) return false;
  at->second.peer = peer;
  return true;
}

void Connections::set_phase(Id id, Phase phase) {
  if (const auto at = all_.find(id); at != all_.end()) at->second.phase = phase;
}

void Connections::leave(Id id) { all_.erase(id); }

bool Connections::close_one() { return close_one_of(nullptr, 0); }

void Connections::close_idle() {
  for (auto at = all_.begin(); at != all_.end();) {
    const auto here = at++;
    if (here->second.phase == Phase::leaving || here->second.phase == Phase::reading) close(here);
  }
}

}  // namespace docket::http
