// Which town, rules and templates run: what lies on disk when it is good as a whole, else what was accepted last.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "config/clock.h"
#include "daemon/casebook/book.h"
#include "daemon/configuration.h"
#include "daemon/metrics.h"
#include "daemon/serve/on_disk.h"
#include "daemon/serve/reload.h"

namespace docket {

/// Why docket could not start, with the exit code of the command.
struct StartFailure {
  int exit_code = 2;
  std::string text;
};

/// Why something is refused, a line each; warnings are no reason.
[[nodiscard]] std::string reasons_of(const Problems& problems);

/// After start() any thread.
class Acceptance {
 public:
  struct Collaborators {
    std::filesystem::path folder;
    std::string settings_text;  ///< docket.yaml as it was read
    std::shared_ptr<const Settings> settings;
    CaseBook& book;
    const Clock& clock;
    Metrics& metrics;
    std::function<void()> changed;  ///< another one runs, by judge()
  };
  explicit Acceptance(Collaborators collaborators) : with_(std::move(collaborators)) {}

  /// What lies on disk when it is good; else, or when it waits for the clerk's word, the last accepted, loudly; else
  /// there is nothing to run.
  [[nodiscard]] std::optional<StartFailure> start();
  [[nodiscard]] std::shared_ptr<const Configuration> current() const { return running_.get(); }
  [[nodiscard]] OnDisk on_disk() const { return read_disk(with_.folder, with_.settings_text); }
  /// Takes it as the order says when it is good as a whole, else keeps what runs.
  [[nodiscard]] ReloadResult judge(const ReloadOrder& order, const OnDisk& disk);

 private:
  [[nodiscard]] std::shared_ptr<const Configuration> last_accepted() const;
  [[nodiscard]] bool is_held(const Configuration& next) const;
  [[nodiscard]] std::shared_ptr<const Configuration> build(OnDisk disk, Problems& problems) const;
  [[nodiscard]] std::shared_ptr<const Configuration> build_town(TownFiles files, Problems& problems) const;
  [[nodiscard]] bool keeps_offices(const Configuration& next, Problems& problems) const;
  void accept(const std::shared_ptr<const Configuration>& next, const std::string& who);

  const Collaborators with_;
  RunningConfiguration running_;
  std::mutex judging_;
};

}  // namespace docket
