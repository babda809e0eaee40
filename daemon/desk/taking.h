// A letter that came by HTTP: handed to the intake, and known to be in the book before anyone is answered.
#pragma once

#include <chrono>
#include <functional>
#include <optional>

#include "config/clock.h"
#include "connectors/inbound.h"
#include "connectors/intake.h"
#include "connectors/source.h"

namespace docket {

/// nullopt: not durable for certain, to come again. From any thread.
using Take = std::function<std::optional<Taken>(Inbound inbound)>;

class Taking {
 public:
  struct Collaborators {
    Intake& intake;
    const Clock& clock;
    LogLine log;
    /// After an unclean stop: what comes is noted before it is read, so that one that ends the daemon is known.
    bool careful = false;
    /// How long a sender waits for its commit; then it is told to come again.
    std::chrono::milliseconds patience{9000};
  };
  explicit Taking(Collaborators collaborators);

  /// What is not known in time may be in the book all the same: it comes again and is then a repeat.
  [[nodiscard]] std::optional<Taken> operator()(Inbound inbound) const;

 private:
  Collaborators with_;
  Time careful_until_;
};

}  // namespace docket
