// A clerk saves files on a share: what lies there is checked, compared and taken, refused or held back, and the clerk
// is told by mail. Nobody is at a terminal.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "config/clock.h"
#include "daemon/casebook/book.h"
#include "daemon/serve/on_disk.h"
#include "daemon/serve/reload.h"
#include "daemon/serve/saved_letters.h"

namespace docket {

struct SavedResult {
  enum class Outcome {
    waiting,  ///< somebody still writes: ask again in a moment
    nothing,  ///< what runs lies there
    live,
    refused,
    held,  ///< waits for the clerk's #take
  } outcome = Outcome::waiting;
  bool told = false;  ///< the clerk, just now; else it was told before
  ReloadResult reload{};
};

/// As to_json(ReloadResult), and "outcome" (waiting | nothing | live | refused | held), "told".
[[nodiscard]] nlohmann::json to_json(const SavedResult& result, const Town& town);

/// look() and tend() by any thread.
class Saved {
 public:
  struct Collaborators {
    CaseBook& book;
    const Clock& clock;
    std::function<std::shared_ptr<const Configuration>()> configuration;
    std::function<OnDisk()> read;
    std::function<ReloadResult(const ReloadOrder&, const OnDisk&)> judge;
    std::function<void()> wake_outbox;
  };
  explicit Saved(Collaborators collaborators) : with_(std::move(collaborators)) {}

  /// After a save. Nothing is done before two looks, two seconds apart or more, have seen the same: files come one
  /// after the other, and half of one may be a good rule file. One letter for each distinct content and outcome.
  [[nodiscard]] SavedResult look();
  /// Every few seconds: carries out the clerk's #take, and looks again after a save, as whoever watches the folder may
  /// have missed what came while it asked.
  void tend();

 private:
  /// What of the running configuration outlives its end.
  struct Running {
    std::string version;
    std::string clerk;
    std::vector<FileChange> changes;  ///< what lies on disk against it
  };
  [[nodiscard]] Running running(const OnDisk& disk) const;
  [[nodiscard]] bool is_settled(const OnDisk& disk);
  [[nodiscard]] SavedResult answer(const OnDisk& disk);
  [[nodiscard]] SavedResult forget(const OnDisk& disk);
  /// `ordered`: the clerk's order that it carries out, else empty.
  [[nodiscard]] SavedResult judge(const OnDisk& disk, const Running& before, const ReloadOrder& order,
                                  const std::string& ordered);
  void take(const std::string& version);
  [[nodiscard]] SavedNews news(const SavedResult& result, const Running& before) const;
  bool tell(const CaseBook::SavedAnswer& answer, const std::vector<CaseBook::StaffLetter>& letters);

  Collaborators with_;
  std::mutex mutex_;
  std::string seen_;  ///< content_of the last look
  std::chrono::steady_clock::time_point since_{};
  bool again_ = false;
};

}  // namespace docket
