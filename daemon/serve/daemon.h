// The running daemon: owns the book, the sources, the intake, the outbox and the control socket.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include <nlohmann/json_fwd.hpp>
#include <tl/expected.hpp>

#include "config/clock.h"
#include "connectors/http/server.h"
#include "daemon/serve/reload.h"

namespace docket {

class Daemon {
 public:
  /// Why it could not start, with the exit code of the command.
  struct Failure {
    int exit_code = 2;
    std::string text;
  };
  [[nodiscard]] static tl::expected<std::unique_ptr<Daemon>, Failure> start(const std::filesystem::path& folder,
                                                                            const Clock& clock);
  ~Daemon();
  Daemon(const Daemon&) = delete;
  Daemon& operator=(const Daemon&) = delete;

  /// Takes what lies on disk when it is good as a whole, else keeps what runs.
  [[nodiscard]] ReloadResult reload(const ReloadOrder& order);
  /// What falls due by the clock: alerts that nobody has accepted go out again; once a day, and after a reload, the
  /// clerk is told which rules on one person end within 30 days; what the clerk ordered by mail of saved files is done.
  /// To be called every few seconds.
  void tick();
  /// Everything for `docket status`: running, healthy, problems, sources.
  [[nodiscard]] nlohmann::json status();
  /// What systemd shows: one line.
  [[nodiscard]] std::string status_line();
  /// Drains: sources first, then intake, outbox, control; within about ten seconds.
  void stop();

 private:
  struct State;
  explicit Daemon(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace docket
