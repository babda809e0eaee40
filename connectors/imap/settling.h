// Tells the server that letters are in the book (`after: flag` or `move`), and only then.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "connectors/imap/failure.h"
#include "connectors/imap/session.h"
#include "connectors/imap/surroundings.h"
#include "connectors/imap/uids.h"

namespace docket::imap {

class Settling {
 public:
  explicit Settling(const Surroundings& with) : with_(with) {}

  /// A look begins; `selected` is what the server said of the folder.
  void begin(const Selected& selected);
  /// Only failures of the connection are errors; a refusal becomes trouble and the letters stay as they are.
  [[nodiscard]] Result<void> settle(Session& session, std::span<const Uid> uids);
  /// Those of `candidates` (listed, in the book) that the server was not told of: a crash came between, or it did not
  /// do what it said.
  [[nodiscard]] Result<void> settle_leftovers(Session& session, const std::vector<Uid>& candidates);
  void forget_all() { settled_.clear(); }
  [[nodiscard]] std::string take_trouble() { return std::exchange(trouble_, {}); }

 private:
  [[nodiscard]] std::string obstacle() const;

  const Surroundings& with_;
  Selected selected_;
  UidBag settled_;  ///< the server said OK
  UidBag this_look_;
  std::string trouble_;
};

}  // namespace docket::imap
