// Cases that Open311 requests opened, as anyone may see them: no person, no words of one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "config/clock.h"
#include "connectors/letter.h"

namespace docket {

struct ServiceRequest {
  std::string number;  ///< full
  std::string status;  ///< new | review | open | waiting | closed
  std::optional<std::string> office;
  std::string service;  ///< code
  Time requested{};
  Time updated{};
  std::optional<Time> closed;
  std::optional<Time> due;
  Location location;
  std::string media_url;
};

/// All parts must hold.
struct ServiceRequestFilter {
  std::vector<std::string> services;  ///< codes: only these
  std::vector<std::string> numbers;   ///< any spelling; not empty: only these, whatever the times
  Time since{};                       ///< requested (an update: made) then or later
  Time until{};                       ///< or before, with this moment
  std::optional<bool> closed;
  int limit = 1000;
  int offset = 0;
};

struct ServiceRequestUpdate {
  std::string id;  ///< stable: of its event's hash
  std::string number;
  std::string service;
  bool closed = false;  ///< else opened again
  Time at{};
};

}  // namespace docket
