#include "connectors/imap/settling.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace docket::imap {

void Settling::begin(const Selected& selected) {
  selected_ = selected;
  this_look_.clear();
}

std::string Settling::obstacle() const {
  if (selected_.read_only) return "the server opens the folder read-only: letters can be neither flagged nor moved";
  const auto& folders = with_.imap.folders;
  if (with_.imap.after == ImapSettings::After::move &&
      std::find(folders.begin(), folders.end(), with_.imap.move_to) != folders.end()) {
    return "after: move into a folder of this source is refused: its letters would be taken again";
  }
  if (with_.imap.after == ImapSettings::After::flag && !selected_.keeps_keywords) {
    return "after: flag is refused: the server keeps no keywords in this folder; use keep or move";
  }
  return {};
}

Result<void> Settling::settle(Session& session, std::span<const Uid> uids) {
  if (uids.empty() || with_.touches_nothing()) return {};
  trouble_ = obstacle();
  if (!trouble_.empty()) return {};
  auto done = with_.imap.after == ImapSettings::After::flag
                  ? session.add_flags(uids, with_.imap.seen ? "$Docket \\Seen" : "$Docket")
                  : session.move(uids, with_.imap.move_to);
  if (!done) {
    if (done.error().kind != Failure::Kind::refused) return done;
    trouble_ = fmt::format("letters are in the book but could not be {}: {}",
                           with_.imap.after == ImapSettings::After::flag ? "flagged" : "moved", done.error().text);
    return {};
  }
  settled_.add({uids.begin(), uids.end()});
  this_look_.add({uids.begin(), uids.end()});
  return {};
}

Result<void> Settling::settle_leftovers(Session& session, const std::vector<Uid>& candidates) {
  if (with_.touches_nothing()) return {};
  std::vector<Uid> left = this_look_.missing(candidates);
  if (with_.imap.after == ImapSettings::After::flag) {
    if (left.empty() || !selected_.keeps_keywords) return settle(session, left);
    const auto unflagged = session.search("UNKEYWORD $Docket");
    if (!unflagged) {
      if (unflagged.error().kind != Failure::Kind::refused) return tl::unexpected(unflagged.error());
      return {};
    }
    UidBag bag;
    bag.add(*unflagged);
    return settle(session, bag.common(left));
  }
  const std::size_t ignored = settled_.common(left).size();
  if (auto settled = settle(session, left); !settled) return settled;
  if (ignored > 0 && trouble_.empty()) {
    trouble_ = fmt::format("the server said that it moved {} letters, but they are still there", ignored);
  }
  return {};
}

}  // namespace docket::imap
