// The one door through which every source hands over letters. Declared here, built in daemon/intake.
#pragma once

#include <future>
#include <span>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "config/clock.h"
#include "config/problem.h"
#include "connectors/inbound.h"

namespace docket {

/// What became of an inbound; in the book before anyone is told.
struct Taken {
  std::string inbound;                 ///< its id in the book
  std::string outcome;                 ///< case | addition | duplicate | quarantined | ignored
  std::string number;                  ///< the case's, where there is one
  std::vector<std::string> offices{};  ///< assigned first, then copies; of a repeat too
  std::string acknowledgement{};       ///< "ack fr", or "ack withheld: list"; of a repeat what the first got
  bool repeat = false;                 ///< the delivery was in the book already: nothing was written
};

/// Thread-safe; called from the sources' threads.
class Intake {
 public:
  virtual ~Intake() = default;
  Intake() = default;
  Intake(const Intake&) = delete;
  Intake& operator=(const Intake&) = delete;

  /// Counts these delivery keys as seen (each once for ever) and answers those of them that have no outcome yet
  /// and are not passed over, in the order given; what had vanished and is listed again is among them.
  [[nodiscard]] virtual tl::expected<std::vector<std::string>, Trouble> list(const std::string& source,
                                                                             std::span<const std::string> keys) = 0;
  /// Listed, but not to be taken: received before the first start.
  [[nodiscard]] virtual tl::expected<void, Trouble> pass_over(const std::string& source,
                                                              std::span<const std::string> keys) = 0;
  /// Listed, but gone from the source before it could be taken.
  [[nodiscard]] virtual tl::expected<void, Trouble> vanished(const std::string& source,
                                                             std::span<const std::string> keys) = 0;
  /// Blocks while the queue (bounded in octets) is full. The future is ready after the commit, never before; an
  /// error means: not durable for certain, offer it again later.
  [[nodiscard]] virtual std::future<tl::expected<Taken, Trouble>> take(Inbound inbound) = 0;
  /// When docket first started with this source (whole seconds); set at the first call.
  [[nodiscard]] virtual tl::expected<Time, Trouble> first_start(const std::string& source) = 0;
  /// The source has listed all it has and offered what is wanted of it. What it listed before this start and not
  /// again has vanished; after an unclean stop, careful reading ends for it.
  virtual void caught_up(const std::string& source) = 0;
};

}  // namespace docket
