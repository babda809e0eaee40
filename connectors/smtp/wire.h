// One SMTP connection: libcurl does TCP, EHLO, TLS and login (CURLOPT_CONNECT_ONLY), then octets go and replies come,
// every wait bounded and ended by an Interrupt. libcurl's own SMTP is left alone: it cannot wait for the answer to the
// final dot on two connections at once, and takes up connections again that are out of step or not encrypted.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "config/clock.h"
#include "config/settings.h"
#include "connectors/server_link.h"
#include "connectors/smtp/reply.h"

namespace docket::smtp {

using Deadline = std::chrono::steady_clock::time_point;

/// How long each step may take (RFC 5321 section 4.5.3.2; the final dot's ten minutes as they stand there).
struct Timeouts {
  std::chrono::milliseconds connect{30'000};  ///< TCP
  std::chrono::milliseconds login{60'000};    ///< TCP, greeting, TLS and login together
  std::chrono::milliseconds command{300'000};
  std::chrono::milliseconds body{180'000};  ///< without any progress
  std::chrono::milliseconds dot{600'000};
  std::chrono::milliseconds quit{1'000};
  std::chrono::milliseconds idle{30'000};  ///< a connection unused for longer is asked (RSET) before it is trusted
};

/// Raised once, from any thread: every wait that watches it ends, now and later.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;
  void raise();
  [[nodiscard]] bool raised() const { return raised_; }
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
  std::atomic<bool> raised_{false};
};

/// Why a connection is of no use any more.
struct WireError {
  enum class Kind {
    closed,
    timeout,
    interrupted,
    malformed,
    refused_login,
    refused_token  ///< the same, where another token may be taken; never seen outside Wire
  } kind = Kind::closed;
  std::string text;
};

/// Where to, as whom, how patiently.
struct Calling {
  const SmtpSettings& settings;
  const std::string& helo;  ///< how we greet
  const Timeouts& timeouts;
  oauth2::Tokens& tokens;
};

class Wire {
 public:
  /// Encrypted and verified except where `server.tls_none`; logged in where a user is named. A token that the server
  /// refuses is exchanged once. The clock and the interrupt outlive the wire.
  [[nodiscard]] static tl::expected<std::unique_ptr<Wire>, WireError> connect(const Calling& calling,
                                                                              const Clock& clock,
                                                                              const Interrupt& interrupt);
  ~Wire();
  Wire(const Wire&) = delete;
  Wire& operator=(const Wire&) = delete;

  /// All of `octets`, in as few writes as the system takes. `stalled` is the longest time without progress. A server
  /// that speaks meanwhile ends it early: false, and reply() has what it said.
  [[nodiscard]] tl::expected<bool, WireError> send(std::string_view octets, std::chrono::milliseconds stalled);
  [[nodiscard]] tl::expected<Reply, WireError> reply(std::chrono::milliseconds within);
  [[nodiscard]] std::optional<Time> certificate_ends() const;

 private:
  struct Handle;
  [[nodiscard]] static tl::expected<std::unique_ptr<Handle>, WireError> log_in(const Calling& calling,
                                                                               const Proof& proof,
                                                                               const Interrupt& interrupt);
  Wire(std::unique_ptr<Handle> handle, const Clock& clock, const Interrupt& interrupt);
  /// False when the server has closed; nothing to read yet is true.
  [[nodiscard]] tl::expected<bool, WireError> receive();
  [[nodiscard]] tl::expected<short, WireError> wait(short events, Deadline deadline) const;

  std::unique_ptr<Handle> handle_;
  const Clock& clock_;
  const Interrupt& interrupt_;
  ReplyReader reader_;
};

}  // namespace docket::smtp
