// A set of UIDs as a sorted row: four octets a letter, whatever the size of the mailbox.
#pragma once

#include <algorithm>
#include <iterator>
#include <vector>

#include "connectors/imap/words.h"

namespace docket::imap {

class UidBag {
 public:
  [[nodiscard]] bool contains(Uid uid) const { return std::binary_search(uids_.begin(), uids_.end(), uid); }
  [[nodiscard]] std::size_t size() const { return uids_.size(); }

  void add(std::vector<Uid> uids) {
    std::sort(uids.begin(), uids.end());
    std::vector<Uid> all;
    all.reserve(uids_.size() + uids.size());
    std::set_union(uids_.begin(), uids_.end(), uids.begin(), uids.end(), std::back_inserter(all));
    uids_ = std::move(all);
  }
  void keep_only(const std::vector<Uid>& sorted) { uids_ = common(sorted); }
  void clear() { uids_.clear(); }

  /// Those of `sorted` that are in the bag, and those that are not.
  [[nodiscard]] std::vector<Uid> common(const std::vector<Uid>& sorted) const {
    std::vector<Uid> out;
    std::set_intersection(sorted.begin(), sorted.end(), uids_.begin(), uids_.end(), std::back_inserter(out));
    return out;
  }
  [[nodiscard]] std::vector<Uid> missing(const std::vector<Uid>& sorted) const {
    std::vector<Uid> out;
    std::set_difference(sorted.begin(), sorted.end(), uids_.begin(), uids_.end(), std::back_inserter(out));
    return out;
  }

 private:
  std::vector<Uid> uids_;
};

}  // namespace docket::imap
