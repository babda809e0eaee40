// Starts tests/e2e/smtp_receiver.py for a test, and ends it by its pid.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace docket::testing {

/// A folder of its own, removed at the end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Runs a program to its end; its exit code.
int run_program(const std::vector<std::string>& words);

/// "cert.pem" and "key.pem" for localhost and 127.0.0.1 in `folder`.
void make_certificate(const std::filesystem::path& folder);

class Receiver {
 public:
  explicit Receiver(const std::vector<std::string>& options);
  ~Receiver();
  Receiver(const Receiver&) = delete;
  Receiver& operator=(const Receiver&) = delete;

  [[nodiscard]] std::uint16_t port() const { return port_; }
  /// The letters kept for an address, whole, in the order of arrival.
  [[nodiscard]] std::vector<std::string> kept(const std::string& address) const;
  /// The log, one JSON text a line.
  [[nodiscard]] std::string log() const;

 private:
  TemporaryFolder folder_;
  pid_t pid_ = -1;
  std::uint16_t port_ = 0;
};

[[nodiscard]] std::string read_file(const std::filesystem::path& file);

}  // namespace docket::testing
