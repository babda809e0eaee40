// A scripted SMTP server on a free port: a map of verb to reply, that can close, stall or babble at any step.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace docket::testing {

class FakeSmtp {
 public:
  /// Replies by verb (upper case), without line ends unless they hold one; "" is the greeting, "." the final dot.
  /// Besides text: "CLOSE" closes, "STALL" never answers, "TEXT;CLOSE" answers and closes.
  using Script = std::map<std::string, std::string>;

  /// One script a connection; the last serves all later ones. Verbs not named get a willing answer.
  explicit FakeSmtp(std::vector<Script> scripts);
  explicit FakeSmtp(Script script) : FakeSmtp(std::vector<Script>{std::move(script)}) {}
  ~FakeSmtp();
  FakeSmtp(const FakeSmtp&) = delete;
  FakeSmtp& operator=(const FakeSmtp&) = delete;

  [[nodiscard]] std::uint16_t port() const { return port_; }
  /// Command lines in the order they came, over all connections.
  [[nodiscard]] std::vector<std::string> lines() const;
  /// Lines that begin with `start`.
  [[nodiscard]] std::size_t count(const std::string& start) const;
  /// What came between DATA and the dot, as on the wire.
  [[nodiscard]] std::vector<std::string> messages() const;
  [[nodiscard]] int connections() const { return connections_; }
  /// Waits (at most five seconds) until a line with this start has come.
  bool wait_for(const std::string& start) const;

 private:
  void serve();
  void converse(int descriptor, const Script& script);
  bool answer(int descriptor, const Script& script, const std::string& verb);
  void stall(int descriptor) const;

  std::vector<Script> scripts_;
  int listener_ = -1;
  std::uint16_t port_ = 0;
  std::atomic<int> connections_{0};
  std::atomic<bool> stop_{false};
  mutable std::mutex mutex_;
  std::vector<std::string> lines_;
  std::vector<std::string> messages_;
  std::thread thread_;
};

}  // namespace docket::testing
