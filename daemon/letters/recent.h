// Letters that were recorded a moment ago, in memory: a forward that is made at once needs neither the book nor a
// second reading. Whatever is not here any more comes out of the book.
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "connectors/inbound.h"
#include "connectors/letter.h"

namespace docket {

/// An inbound as it is in the book, and the letter that was read out of it.
struct Original {
  Inbound inbound;
  Letter letter;
};

/// Thread-safe. Holds at most `most` octets, the newest letters.
class RecentLetters {
 public:
  static constexpr std::size_t kMost = std::size_t{16} << 20U;

  explicit RecentLetters(std::size_t most = kMost) : most_(most) {}

  /// `id`: of the inbound in the book.
  void keep(const std::string& id, Original original);
  /// Null: it is not here.
  [[nodiscard]] std::shared_ptr<const Original> find(const std::string& id) const;

 private:
  struct Kept {
    std::shared_ptr<const Original> original;
    std::size_t size = 0;
  };
  const std::size_t most_;
  mutable std::mutex mutex_;
  std::unordered_map<std::string, Kept> by_id_;
  std::deque<std::string> order_;  ///< ids, the oldest first
  std::size_t octets_ = 0;
};

}  // namespace docket
