#include "connectors/imap/taking.h"

#include <algorithm>
#include <exception>
#include <iterator>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "config/failpoint.h"
#include "config/heartbeat.h"

namespace docket::imap {

struct Taking::Batch {
  Batch(const Place& place_, std::span<const Listed> letters) : place(place_) {
    for (const Listed& letter : letters) wanted.emplace(letter.uid, &letter);
  }

  const Place& place;
  std::map<Uid, const Listed*> wanted;
  std::set<Uid> answered;

  [[nodiscard]] std::optional<Uid> first_unanswered() const {
    for (const auto& [uid, letter] : wanted) {
      if (!answered.contains(uid)) return uid;
    }
    return std::nullopt;
  }
};

void Taking::expect(std::span<const Listed> letters) {
  for (const Listed& letter : letters) open_.try_emplace(letter.uid);
}

std::vector<Uid> Taking::open() const {
  std::vector<Uid> uids;
  uids.reserve(open_.size());
  for (const auto& [uid, strikes] : open_) uids.push_back(uid);
  return uids;
}

void Taking::forget(std::span<const Uid> uids) {
  for (const Uid uid : uids) open_.erase(uid);
}

Result<void> Taking::take(Session& session, const Place& place, std::vector<Listed> letters, const OnTaken& on_taken) {
  // One letter that cannot be had must not stand in the way of the others: those with strikes come last and alone.
  const auto suspects = std::stable_partition(letters.begin(), letters.end(), [this](const Listed& letter) {
    const auto found = open_.find(letter.uid);
    return found == open_.end() || !found->second.any();
  });
  for (auto first = letters.begin(); first != suspects;) {
    std::uint64_t octets = 0;
    auto last = first;
    while (last != suspects && static_cast<std::size_t>(last - first) < with_.pace.batch) {
      octets += std::min(last->size, with_.settings.max_size);
      if (last != first && octets > with_.pace.batch_octets) break;
      ++last;
    }
    if (auto taken = take_batch(session, place, {first, last}, on_taken); !taken) return taken;
    first = last;
  }
  if (suspects == letters.end()) return {};
  if (auto told = finish(session, Then::settle, on_taken); !told) return told;
  for (auto letter = suspects; letter != letters.end(); ++letter) {
    const std::string reason = beyond_hope(letter->uid);
    auto taken = reason.empty() ? take_batch(session, place, {letter, 1}, on_taken)
                                : give_up(session, place, *letter, reason, on_taken);
    if (!taken) return taken;
  }
  return {};
}

bool Taking::fit_into_one_batch(std::span<const Listed> letters) const {
  std::uint64_t octets = 0;
  for (const Listed& letter : letters) {
    if (letter.size > with_.settings.max_size) return false;
    octets += letter.size;
  }
  return letters.size() <= with_.pace.batch && octets <= with_.pace.batch_octets;
}

Result<void> Taking::take_listing(Session& session, const Place& place, std::span<const Listed> letters,
                                  const std::function<Result<std::vector<Uid>>()>& listing, const OnTaken& on_taken) {
  Batch batch(place, letters);
  Result<void> listed;
  const auto list = [&] {
    const auto open = listing();
    if (!open) listed = tl::unexpected(open.error());
    std::erase_if(batch.wanted,
                  [&](const auto& one) { return !open || !std::binary_search(open->begin(), open->end(), one.first); });
    for (const auto& [uid, letter] : batch.wanted) expect({letter, 1});
  };
  auto taken = take_batch(session, batch, list, on_taken);
  return taken ? listed : taken;
}

Result<void> Taking::take_batch(Session& session, const Place& place, std::span<const Listed> letters,
                                const OnTaken& on_taken) {
  Batch batch(place, letters);
  return take_batch(session, batch, {}, on_taken);
}

Result<void> Taking::take_batch(Session& session, Batch& batch, const Session::Meanwhile& meanwhile,
                                const OnTaken& on_taken) {
  const std::size_t before = on_the_way_.size();
  auto fetched = fetch(session, batch, meanwhile);
  strike(batch, fetched);
  if (!fetched && fetched.error().kind != Failure::Kind::refused) return fetched;
  if (auto told = hear(session, before, Then::settle, on_taken); !told) return told;
  if (!fetched) trouble_ = "a fetch was refused: " + fetched.error().text;
  return {};
}

Result<void> Taking::hear(Session& session, std::size_t count, Then then, const OnTaken& on_taken) {
  if (count == 0) return {};
  const auto end = on_the_way_.begin() + static_cast<std::ptrdiff_t>(count);
  std::vector<OnTheWay> letters(std::make_move_iterator(on_the_way_.begin()), std::make_move_iterator(end));
  on_the_way_.erase(on_the_way_.begin(), end);
  const auto taken = outcomes(session, std::move(letters));
  forget(taken);
  if (auto told = on_taken(taken, session.stop_requested() ? Then::later : then); !told) return told;
  if (session.stop_requested()) return fail(Failure::Kind::stopped, "asked to stop");
  return {};
}

Result<void> Taking::fetch(Session& session, Batch& batch, const Session::Meanwhile& meanwhile) {
  std::vector<Uid> whole;
  std::vector<Uid> large;
  std::uint64_t octets = 0;
  bool dated = true;  // a date costs the server time: where the listing told it, it is not asked for again
  for (const auto& [uid, letter] : batch.wanted) {
    dated = dated && letter->received;
    (letter->size > with_.settings.max_size ? large : whole).push_back(uid);
    if (letter->size <= with_.settings.max_size) octets += letter->size;
  }
  const auto on_fetched = [this, &batch](Fetched fetched) { offer(batch, std::move(fetched)); };
  const std::string items = dated ? "(UID BODY.PEEK[]" : "(UID INTERNALDATE BODY.PEEK[]";
  auto fetched = session.fetch(whole, items + ")", octets, on_fetched, meanwhile);
  if (!fetched && fetched.error().kind != Failure::Kind::refused) return fetched;
  // The announced size may be an estimate: one octet more than we take tells whether the letter is too large.
  const auto partly = fmt::format("{}<0.{}>)", items, with_.settings.max_size + 1);
  auto begun = session.fetch(large, partly, large.size() * with_.settings.max_size, on_fetched);
  return fetched ? begun : fetched;
}

void Taking::offer(Batch& batch, Fetched fetched) {
  // Servers tell flags of other letters in between, or the same letter twice: only what was asked for counts, once.
  if (!fetched.uid) return;
  const auto wanted = batch.wanted.find(*fetched.uid);
  if (wanted == batch.wanted.end() || batch.answered.contains(*fetched.uid)) return;
  const Listed& letter = *wanted->second;
  if (!fetched.body || fetched.body->size == 0) return;
  Inbound inbound = this->inbound(batch.place, letter, fetched.internal_date);
  inbound.octets = std::move(fetched.body->octets);
  if (fetched.body->size > with_.settings.max_size) {
    inbound.oversize = std::max(letter.size, fetched.body->size);
    inbound.octets.resize(header_block(inbound.octets).size());
  }
  batch.answered.insert(letter.uid);
  failpoint("read-literal");
  on_the_way_.push_back({letter.uid, with_.intake.take(std::move(inbound))});
}

Inbound Taking::inbound(const Place& place, const Listed& letter, std::optional<Time> received) const {
  Inbound inbound;
  inbound.source = with_.settings.name;
  inbound.delivery_key = place.key(letter.uid);
  inbound.received = received ? *received : letter.received.value_or(with_.clock.now());
  inbound.junk_folder = place.junk;
  inbound.before_start = inbound.received < place.first_start;
  return inbound;
}

void Taking::strike(const Batch& batch, const Result<void>& fetched) {
  const auto blamed = [&]() -> std::optional<Uid> {
    if (fetched.error().uid && batch.wanted.contains(*fetched.error().uid)) return fetched.error().uid;
    return fetched.error().kind == Failure::Kind::lost ? std::nullopt : batch.first_unanswered();
  };
  if (fetched) {
    for (const auto& [uid, letter] : batch.wanted) {
      if (!batch.answered.contains(uid)) ++open_[uid].empty;
    }
  } else if (fetched.error().kind != Failure::Kind::stopped) {
    const auto uid = blamed();
    if (!uid || batch.answered.contains(*uid)) return;
    Strikes& strikes = open_[*uid];
    if (fetched.error().kind == Failure::Kind::refused) ++strikes.refused;
    if (fetched.error().kind == Failure::Kind::malformed) ++strikes.malformed;
    if (fetched.error().kind == Failure::Kind::lost) ++strikes.lost;
  }
}

std::string Taking::beyond_hope(Uid uid) const {
  const auto found = open_.find(uid);
  if (found == open_.end()) return {};
  const Strikes& strikes = found->second;
  if (strikes.malformed >= with_.pace.looks) return "the server's answer for this letter is broken";
  if (strikes.empty >= with_.pace.looks) return "the server lists this letter but does not give it out";
  if (strikes.refused >= with_.pace.losses) return "the server refuses to give this letter out";
  if (strikes.lost >= with_.pace.losses) return "the connection breaks whenever this letter is fetched";
  return {};
}

Result<void> Taking::give_up(Session& session, const Place& place, const Listed& letter, const std::string& reason,
                             const OnTaken& on_taken) {
  const auto still_there = session.search("UID " + std::to_string(letter.uid));
  if (!still_there) return tl::unexpected(still_there.error());
  // Gone: the next full look no longer lists it and says so.
  if (std::find(still_there->begin(), still_there->end(), letter.uid) == still_there->end()) return {};
  Inbound inbound = this->inbound(place, letter, std::nullopt);
  inbound.unreadable = reason;
  std::vector<OnTheWay> on_the_way;
  on_the_way.push_back({letter.uid, with_.intake.take(std::move(inbound))});
  const auto taken = outcomes(session, std::move(on_the_way));
  forget(taken);
  if (!taken.empty()) {
    with_.log(4, fmt::format("source {}: letter {}/{} quarantined: {}", with_.settings.name, place.uid_validity,
                             letter.uid, reason));
  }
  return on_taken(taken, Then::leave);
}

std::vector<Uid> Taking::outcomes(Session& session, std::vector<OnTheWay> on_the_way) {
  std::vector<Uid> taken;
  taken.reserve(on_the_way.size());
  const Heartbeat::Waiting waiting("the intake");
  for (OnTheWay& letter : on_the_way) {
    while (letter.outcome.wait_for(std::chrono::milliseconds{100}) == std::future_status::timeout) {
      if (!session.stop_requested()) continue;
      if (!drained_) drained_ = with_.clock.steady() + with_.pace.drain;
      // Left on their way: the book knows what became of them when docket starts again.
      if (with_.clock.steady() >= *drained_) return taken;
    }
    try {
      const auto outcome = letter.outcome.get();
      if (outcome) {
        taken.push_back(letter.uid);
      } else {
        trouble_ = outcome.error().text;
      }
    } catch (const std::exception&) {
      trouble_ = "the intake gave no answer";
    }
  }
  return taken;
}

}  // namespace docket::imap
