// One folder of a mailbox: what of it is known, and a look at it: list, pass over, take, settle.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "connectors/imap/failure.h"
#include "connectors/imap/session.h"
#include "connectors/imap/settling.h"
#include "connectors/imap/surroundings.h"
#include "connectors/imap/taking.h"
#include "connectors/imap/uids.h"

namespace docket::imap {

/// `full` compares all UIDs with all known ones (late lower UIDs are found); `news` asks only for higher ones.
enum class Look { full, news };

struct Looked {
  bool listed = true;    ///< the server let us look
  bool complete = true;  ///< everything the folder holds has an outcome
  std::string trouble;   ///< what an admin should know although the look went on
};

class Folder {
 public:
  /// `with` outlives the folder.
  Folder(const Surroundings& with, std::string name);

  /// Opens the folder and does all there is to do. A failure leaves the rest for the next look.
  [[nodiscard]] Result<Looked> look(Session& session, Look look, Time first_start);
  [[nodiscard]] const std::string& name() const { return place_.folder; }

 private:
  Result<void> open(Session& session, Look look, Time first_start);
  Result<std::vector<Uid>> search(Session& session, Look look);
  Result<std::vector<Uid>> find_news(Session& session);
  Result<void> tell_vanished(const std::vector<Uid>& listed);
  Result<void> take_all(Session& session, std::span<const Uid> fresh);
  Result<void> take(Session& session, std::span<const Uid> fresh, const Taking::OnTaken& on_taken);
  Result<void> take_described(Session& session, std::span<const Uid> fresh, const std::vector<Listed>& letters,
                              const Taking::OnTaken& on_taken);
  [[nodiscard]] std::vector<Listed> news_of(std::span<const Uid> uids) const;
  Result<void> note_taken(Session& session, const std::vector<Uid>& taken, Taking::Then then);
  Result<std::vector<Uid>> without_outcome(std::span<const Uid> uids);
  Result<std::vector<Listed>> describe(Session& session, const std::vector<Uid>& uids);
  Result<void> note_done(Session& session, const std::vector<Uid>& uids);
  Result<std::vector<Listed>> pass_over(std::vector<Listed> letters);
  [[nodiscard]] Time taken_from() const;

  const Surroundings& with_;
  Place place_;
  bool junk_known_ = false;
  Uid highest_ = 0;             ///< highest UID ever listed
  std::map<Uid, Listed> news_;  ///< described in this look already
  UidBag done_;                 ///< have an outcome in the book
  UidBag untouched_;  ///< of these: passed over as too old, or not held by the book; the server's copy stays as it is
  Taking taking_;
  Settling settling_;
};

}  // namespace docket::imap
