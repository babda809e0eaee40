// Sends what the book has recorded, on threads of its own; decides nothing but when.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "config/clock.h"
#include "connectors/mail_sink.h"
#include "connectors/source.h"
#include "daemon/casebook/book.h"
#include "daemon/configuration.h"
#include "daemon/letters/recent.h"

namespace docket {

class Metrics;

/// Where the outbox gets the configuration of the moment.
using CurrentConfiguration = std::function<std::shared_ptr<const Configuration>()>;

class Outbox {
 public:
  struct Health {
    std::string trouble;   ///< why the account is paused, or the last connection's trouble; empty when none
    bool paused = false;   ///< they refuse our account, or one recipient's domain for a moment
    bool refused = false;  ///< our account for certain
    bool slowed = false;   ///< by limits.per_minute or per_day
    std::optional<Time> certificate_ends;
  };
  /// The references outlive the outbox. Starts no thread yet. `may_send`: whether what is sent can be noted; while it
  /// says no nothing is begun. Empty: always.
  Outbox(CaseBook& book, CurrentConfiguration configuration, const Clock& clock, LogLine log, oauth2::Tokens& tokens,
         const RecentLetters& recent, std::function<bool()> may_send = {}, Metrics* metrics = nullptr);
  ~Outbox();
  Outbox(const Outbox&) = delete;
  Outbox& operator=(const Outbox&) = delete;

  void start();
  /// New rows may wait: called after every commit that made some, and by retry.
  void wake();
  /// A commit begins that may make rows: they are handed out with it where a line is free.
  void expect();
  /// Finishes what is on the wire within `limit`, gives back the rest.
  void stop(std::chrono::seconds limit);
  [[nodiscard]] Health health() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace docket
