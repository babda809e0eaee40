#include "connectors/imap/folder.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "config/text.h"

namespace docket::imap {

namespace {

constexpr const char* kDescription = "(UID RFC822.SIZE INTERNALDATE)";

void note_description(Listed& letter, const Fetched& fetched) {
  if (fetched.size) letter.size = *fetched.size;
  if (fetched.internal_date) letter.received = fetched.internal_date;
}

/// Both ascending.
std::vector<Uid> without(std::span<const Uid> uids, std::span<const Uid> others) {
  std::vector<Uid> left;
  std::set_difference(uids.begin(), uids.end(), others.begin(), others.end(), std::back_inserter(left));
  return left;
}

std::string canonical(std::string name) { return ascii_equal_nocase(name, "INBOX") ? "INBOX" : std::move(name); }

tl::unexpected<Failure> intake_failure(const Trouble& trouble) {
  return fail(Failure::Kind::intake, "the book takes nothing: " + trouble.text);
}

}  // namespace

Folder::Folder(const Surroundings& with, std::string name) : with_(with), taking_(with), settling_(with) {
  place_.folder = canonical(std::move(name));
}

Result<Looked> Folder::look(Session& session, Look look, Time first_start) {
  if (auto opened = open(session, look, first_start); !opened) return tl::unexpected(opened.error());
  const auto listed = search(session, look);
  if (!listed) return tl::unexpected(listed.error());
  if (look == Look::full) {
    if (auto told = tell_vanished(*listed); !told) return tl::unexpected(told.error());
    done_.keep_only(*listed);
    untouched_.keep_only(*listed);
  }
  const std::vector<Uid> fresh = done_.missing(*listed);
  if (auto taken = take_all(session, fresh); !taken) return tl::unexpected(taken.error());
  if (!listed->empty()) highest_ = std::max(highest_, listed->back());
  if (look == Look::full) {
    const auto settled = settling_.settle_leftovers(session, untouched_.missing(done_.common(*listed)));
    if (!settled) return tl::unexpected(settled.error());
  }
  Looked looked{true, taking_.open().empty(), taking_.take_trouble()};
  std::string unsettled = settling_.take_trouble();
  if (looked.trouble.empty()) looked.trouble = std::move(unsettled);
  if (looked.trouble.empty() && !looked.complete) looked.trouble = "letters that the server lists could not be had yet";
  return looked;
}

Result<void> Folder::open(Session& session, Look look, Time first_start) {
  taking_.begin();
  news_.clear();
  // RFC 9051 section 2.3.1.1: UIDs stay as they are while the folder is open.
  if (look == Look::news && session.has_open(place_.folder)) return {};
  const auto selected = session.select(place_.folder, with_.touches_nothing());
  if (!selected) return tl::unexpected(selected.error());
  if (place_.uid_validity != selected->uid_validity) {
    if (place_.uid_validity != 0) {
      with_.log(5, fmt::format("source {}: UIDVALIDITY changed from {} to {}: all letters are looked at again",
                               with_.settings.name, place_.uid_validity, selected->uid_validity));
      if (auto told = tell_vanished({}); !told) return told;
    }
    place_.uid_validity = selected->uid_validity;
    highest_ = 0;
    done_.clear();
    untouched_.clear();
    taking_.forget_all();
    settling_.forget_all();
  }
  place_.first_start = first_start;
  settling_.begin(*selected);
  if (!junk_known_) {
    const auto junk = session.is_junk(place_.folder);
    if (!junk) return tl::unexpected(junk.error());
    place_.junk = *junk;
    junk_known_ = true;
  }
  return {};
}

Result<std::vector<Uid>> Folder::search(Session& session, Look look) {
  if (look == Look::full) {
    auto listed = session.search("ALL");
    if (listed && listed->empty() && session.exists() > 0) {
      return fail(Failure::Kind::malformed, "the server says that letters exist but lists none");
    }
    return listed;
  }
  if (auto found = find_news(session); found || found.error().kind != Failure::Kind::refused) return found;
  auto listed = session.search(fmt::format("UID {}:*", highest_ + 1));
  // "n:*" always names the last letter, even when it is below n (RFC 9051 section 9, seq-range).
  if (listed) std::erase_if(*listed, [this](Uid uid) { return uid <= highest_; });
  return listed;
}

/// With their sizes and dates at once.
Result<std::vector<Uid>> Folder::find_news(Session& session) {
  const auto found = session.fetch_from(highest_ + 1, kDescription, [&](const Fetched& fetched) {
    if (!fetched.uid || *fetched.uid <= highest_) return;
    Listed& letter = news_[*fetched.uid];
    letter.uid = *fetched.uid;
    note_description(letter, fetched);
  });
  if (!found) return tl::unexpected(found.error());
  std::vector<Uid> uids;
  for (const auto& [uid, letter] : news_) uids.push_back(uid);
  return uids;
}

Result<void> Folder::tell_vanished(const std::vector<Uid>& listed) {
  const std::vector<Uid> gone = without(taking_.open(), listed);
  if (gone.empty()) return {};
  std::vector<std::string> keys;
  keys.reserve(gone.size());
  for (const Uid uid : gone) keys.push_back(place_.key(uid));
  if (auto told = with_.intake.vanished(with_.settings.name, keys); !told) return intake_failure(told.error());
  taking_.forget(gone);
  return {};
}

Result<void> Folder::take_all(Session& session, std::span<const Uid> fresh) {
  const Taking::OnTaken on_taken = [&](const std::vector<Uid>& uids, Taking::Then then) {
    return note_taken(session, uids, then);
  };
  Result<void> taken;
  for (std::size_t first = 0; taken && first < fresh.size(); first += with_.pace.list) {
    taken = take(session, fresh.subspan(first, std::min(with_.pace.list, fresh.size() - first)), on_taken);
  }
  using Kind = Failure::Kind;
  const bool connected = taken || taken.error().kind == Kind::refused || taken.error().kind == Kind::intake;
  auto finished = taking_.finish(session, connected ? Taking::Then::settle : Taking::Then::later, on_taken);
  return taken ? finished : taken;
}

Result<void> Folder::note_taken(Session& session, const std::vector<Uid>& taken, Taking::Then then) {
  done_.add(taken);
  if (then == Taking::Then::leave) untouched_.add(taken);
  return then == Taking::Then::settle ? settling_.settle(session, taken) : Result<void>{};
}

/// Those of `uids` that came just now, when all of them did and nothing else is known of any.
std::vector<Listed> Folder::news_of(std::span<const Uid> uids) const {
  std::vector<Listed> letters;
  for (const Uid uid : uids) {
    const auto found = news_.find(uid);
    const bool old = found == news_.end() || !found->second.received || *found->second.received < taken_from();
    if (old) return {};
    letters.push_back(found->second);
  }
  return letters;
}

/// The server sends them while the book notes that they are there: neither waits for the other.
Result<void> Folder::take_described(Session& session, std::span<const Uid> fresh, const std::vector<Listed>& letters,
                                    const Taking::OnTaken& on_taken) {
  std::vector<Uid> open;
  const auto listing = [&]() -> Result<std::vector<Uid>> {
    auto found = without_outcome(fresh);
    if (found) open = *found;
    return found;
  };
  if (auto taken = taking_.take_listing(session, place_, letters, listing, on_taken); !taken) return taken;
  done_.add(without(fresh, open));  // none of them is too old: news_of()
  return {};
}

Result<void> Folder::take(Session& session, std::span<const Uid> fresh, const Taking::OnTaken& on_taken) {
  if (const auto letters = news_of(fresh); !letters.empty() && taking_.fit_into_one_batch(letters)) {
    return take_described(session, fresh, letters, on_taken);
  }
  const auto open = without_outcome(fresh);
  if (!open) return tl::unexpected(open.error());
  if (auto noted = note_done(session, without(fresh, *open)); !noted) return noted;

  auto letters = describe(session, *open);
  if (!letters) return tl::unexpected(letters.error());
  taking_.expect(*letters);
  auto wanted = pass_over(std::move(*letters));
  if (!wanted) return tl::unexpected(wanted.error());
  return taking_.take(session, place_, std::move(*wanted), on_taken);
}

Result<std::vector<Uid>> Folder::without_outcome(std::span<const Uid> uids) {
  std::vector<std::string> keys;
  std::unordered_map<std::string, Uid> uid_of;
  for (const Uid uid : uids) uid_of.emplace(keys.emplace_back(place_.key(uid)), uid);
  const auto open = with_.intake.list(with_.settings.name, keys);
  if (!open) return intake_failure(open.error());
  std::vector<Uid> out;
  for (const std::string& key : *open) {
    if (const auto found = uid_of.find(key); found != uid_of.end()) out.push_back(found->second);
  }
  std::sort(out.begin(), out.end());
  return out;
}

Result<std::vector<Listed>> Folder::describe(Session& session, const std::vector<Uid>& uids) {
  std::map<Uid, Listed> letters;
  for (const Uid uid : uids) letters[uid].uid = uid;
  constexpr std::uint64_t kLine = 100;
  const auto done = session.fetch(uids, kDescription, uids.size() * kLine, [&](const Fetched& fetched) {
    const auto found = fetched.uid ? letters.find(*fetched.uid) : letters.end();
    if (found != letters.end()) note_description(found->second, fetched);
  });
  // Refused: the letters are fetched all the same, and what cannot be had shows there.
  if (!done && done.error().kind != Failure::Kind::refused) return tl::unexpected(done.error());
  std::vector<Listed> out;
  out.reserve(letters.size());
  for (auto& [uid, letter] : letters) out.push_back(letter);
  return out;
}

Time Folder::taken_from() const {
  switch (with_.settings.take_since.kind) {
    case TakeSince::Kind::start:
      return place_.first_start;
    case TakeSince::Kind::date:
      return with_.settings.take_since.date;
    case TakeSince::Kind::all:
      break;
  }
  return Time::min();
}

/// Letters that had an outcome before this run: which of them were only passed over and must never be touched?
Result<void> Folder::note_done(Session& session, const std::vector<Uid>& uids) {
  if (uids.empty()) return {};
  if (!with_.touches_nothing() && with_.settings.take_since.kind != TakeSince::Kind::all) {
    const auto letters = describe(session, uids);
    if (!letters) return tl::unexpected(letters.error());
    std::vector<Uid> old;
    for (const Listed& letter : *letters) {
      if (!letter.received || *letter.received < taken_from()) old.push_back(letter.uid);
    }
    untouched_.add(std::move(old));
  }
  done_.add(uids);
  return {};
}

Result<std::vector<Listed>> Folder::pass_over(std::vector<Listed> letters) {
  const auto old = std::stable_partition(letters.begin(), letters.end(), [this](const Listed& letter) {
    return !letter.received || *letter.received >= taken_from();
  });
  if (old == letters.end()) return letters;
  std::vector<std::string> keys;
  std::vector<Uid> uids;
  for (auto letter = old; letter != letters.end(); ++letter) {
    keys.push_back(place_.key(letter->uid));
    uids.push_back(letter->uid);
  }
  const auto passed = with_.intake.pass_over(with_.settings.name, keys);
  if (!passed) return intake_failure(passed.error());
  taking_.forget(uids);
  done_.add(uids);
  untouched_.add(std::move(uids));
  letters.erase(old, letters.end());
  return letters;
}

}  // namespace docket::imap
