// When nothing goes out at all: the mail server refuses our account, or is not there.
#pragma once

#include <chrono>
#include <string>

namespace docket {

/// Back-off of the whole way out. One thread at a time.
class Pause {
 public:
  using Moment = std::chrono::steady_clock::time_point;

  /// They refuse us, or our quota is used up: one minute, doubling to thirty.
  void account_refused(const std::string& why, Moment now);
  /// The same, but it may be about one recipient: five seconds, doubling to thirty minutes only while recipients of
  /// other domains are refused too, so that greylisting stops the town's mail for moments.
  void recipient_refused(const std::string& domain, const std::string& why, Moment now);
  /// No server to ask: five seconds, doubling to five minutes.
  void unreachable(const std::string& why, Moment now);
  /// The server dealt with a letter: all is well again.
  void over() { *this = Pause(); }

  /// True until over(): once the time is up, one letter at a time may try.
  [[nodiscard]] bool on() const { return on_; }
  [[nodiscard]] bool account() const { return account_; }
  [[nodiscard]] Moment until() const { return until_; }
  /// Whose recipient was refused; empty when it is us for certain.
  [[nodiscard]] const std::string& domain() const { return domain_; }
  [[nodiscard]] const std::string& why() const { return why_; }

 private:
  void begin(const std::string& why, Moment now, std::chrono::seconds length);
  [[nodiscard]] std::chrono::seconds longer(std::chrono::seconds first, std::chrono::seconds longest) const;

  bool on_ = false;
  bool account_ = false;
  std::chrono::seconds length_{0};
  Moment until_{};
  std::string domain_;  ///< of the recipient refused; empty when it is us for certain
  std::string why_;
};

}  // namespace docket
