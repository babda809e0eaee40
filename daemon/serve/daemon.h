// The running daemon: owns the book, the sources, the intake, the outbox and the control socket.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>
#include <tl/expected.hpp>

#include "config/clock.h"
#include "connectors/http/server.h"
#include "daemon/serve/acceptance.h"
#include "daemon/serve/reload.h"

namespace docket {

class Daemon {
 public:
  using Failure = StartFailure;

  [[nodiscard]] static tl::expected<std::unique_ptr<Daemon>, Failure> start(const std::filesystem::path& folder,
                                                                            const Clock& clock);
  ~Daemon();
  Daemon(const Daemon&) = delete;
  Daemon& operator=(const Daemon&) = delete;

  /// Takes what lies on disk when it is good as a whole, else keeps what runs.
  [[nodiscard]] ReloadResult reload(const ReloadOrder& order);
  /// From here on, every `pace` on a thread of its own, until stop(): what falls due by the clock (reminders, news,
  /// alarms), and what the clerk ordered by mail of saved files. On that thread too, when reload_soon() asks: `reload`.
  void start_rounds(std::chrono::milliseconds pace, std::function<void()> reload);
  void reload_soon();
  /// Everything for `docket status`: running, healthy, problems, sources.
  [[nodiscard]] nlohmann::json status();
  /// What systemd shows: one line, as of the last round.
  [[nodiscard]] std::string status_line();
  /// For the log when SIGUSR1 asks: threads, sources, queues, memory; waits for no disk.
  [[nodiscard]] std::vector<std::string> state_lines();
  /// The case book was found to be damaged while docket ran: whoever is paged was told; it must end.
  [[nodiscard]] std::optional<std::string> damage();
  /// Drains: sources first, then intake, outbox, control; within about ten seconds.
  void stop();

 private:
  void tick();
  struct State;
  explicit Daemon(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace docket
