// Letters on their way in: read and judged on every core, each under a time limit, handed on in the order in which
// they were taken.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "connectors/intake.h"
#include "connectors/source.h"
#include "daemon/casebook/recording.h"
#include "daemon/configuration.h"

namespace docket {

/// One letter. What stands above `recording` is set by whoever adds it, the rest by the readers.
struct ReadingJob {
  Inbound inbound;  ///< moved into the recording
  std::shared_ptr<const Configuration> configuration;
  bool careful = false;  ///< its attempt is in the book
  std::promise<tl::expected<Taken, Trouble>> answer;
  Recording recording;
  std::string unread;  ///< why there is no recording; empty when there is
  std::string source;
  std::string key;
  std::size_t size = 0;
};

class Readers {
 public:
  using Job = std::shared_ptr<ReadingJob>;
  using Prepare = std::function<Recording(Inbound, const Configuration&)>;

  /// A letter that takes longer is given up, with the thread that reads it: nothing ends a thread from outside.
  /// `prepare` is called from every reader and outlives the readers that were given up.
  Readers(Prepare prepare, std::chrono::milliseconds longest, LogLine log);
  /// After stop(), and after next_group() has answered that all are out: it is what gives slow letters up.
  ~Readers();
  Readers(const Readers&) = delete;
  Readers& operator=(const Readers&) = delete;

  /// Waits while too many octets are on their way. False when stopping: the job is as it was.
  [[nodiscard]] bool add(const Job& job);
  /// The letters whose turn it is, at most one group; waits for the first and for no more than are there. Empty after
  /// stop(), when all are out.
  [[nodiscard]] std::vector<Job> next_group();
  /// They are committed, or will be offered again: there is room for others.
  void done(const std::vector<Job>& group);
  void stop();
  /// Letters added and not handed on yet.
  [[nodiscard]] std::size_t on_the_way() const;

 private:
  struct State;  // lives as long as the slowest reader
  std::shared_ptr<State> state_;
};

}  // namespace docket
