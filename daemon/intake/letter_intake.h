// The intake of the daemon: letters in, read and judged on every core, committed in groups by one thread.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "config/clock.h"
#include "connectors/intake.h"
#include "connectors/source.h"
#include "daemon/casebook/book.h"
#include "daemon/configuration.h"
#include "daemon/letters/recent.h"

namespace docket {

class Metrics;

class LetterIntake final : public Intake {
 public:
  struct Collaborators {
    CaseBook& book;
    std::function<std::shared_ptr<const Configuration>()> configuration;
    LogLine log;
    std::function<void()> wake_outbox;  ///< after each commit that may have made outbox rows
    const Clock& clock;
    /// How long one letter may be read; the others wait no longer than that.
    std::chrono::milliseconds longest_reading{8000};
    /// Reads and judges; empty: daemon/intake/prepare.h.
    std::function<Recording(Inbound, const Configuration&)> prepare{};
    /// Whether there is room for letters on the disk; without it nothing is listed or taken. Empty: always.
    std::function<bool()> has_room{};
    RecentLetters* recent = nullptr;  ///< gets what may go on to an office
    Metrics* metrics = nullptr;
    std::function<void()> expect_rows{};  ///< before each commit that may make outbox rows
  };
  explicit LetterIntake(Collaborators collaborators);
  ~LetterIntake() override;
  LetterIntake(const LetterIntake&) = delete;
  LetterIntake& operator=(const LetterIntake&) = delete;

  /// Letters that are being read, or wait for it or for their commit.
  [[nodiscard]] std::size_t on_the_way() const;
  /// Commits what was taken, then ends the threads; a take() after it answers Trouble.
  void stop();

  [[nodiscard]] tl::expected<std::vector<std::string>, Trouble> list(const std::string& source,
                                                                     std::span<const std::string> keys) override;
  [[nodiscard]] tl::expected<void, Trouble> pass_over(const std::string& source,
                                                      std::span<const std::string> keys) override;
  [[nodiscard]] tl::expected<void, Trouble> vanished(const std::string& source,
                                                     std::span<const std::string> keys) override;
  [[nodiscard]] std::future<tl::expected<Taken, Trouble>> take(Inbound inbound) override;
  [[nodiscard]] tl::expected<Time, Trouble> first_start(const std::string& source) override;
  void caught_up(const std::string& source) override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace docket
