// Answers that judge stored letters again, the same from the running daemon and from a command without one.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "config/clock.h"
#include "connectors/http/server.h"
#include "daemon/casebook/reader.h"
#include "daemon/configuration.h"

namespace docket {

/// The set that was last compared, since a comparison comes in several requests and building a large set takes long.
class OtherSet {
 public:
  /// Builds `files`, unless it is the one at hand; nullptr with the problems when it cannot be used.
  [[nodiscard]] std::shared_ptr<const Configuration> get(std::shared_ptr<const Settings> settings, TownFiles files,
                                                         Time now, Problems& problems);

 private:
  std::mutex mutex_;
  std::shared_ptr<const Configuration> last_;
};

/// POST /compare?since=TIME&after=INBOUND&limit=N with another set as body (daemon/casebook/files_json.h): the next
/// letters through both sets. to_json(Comparison), and "total" (without `after`: how many there are in all) and "next"
/// (the last inbound, or null when none is left). 409 with the problems when the set cannot be used.
[[nodiscard]] HttpResponse answer_comparing(const HttpRequest& request, BookReader& book, const Configuration& running,
                                            OtherSet& other, Time now);

/// GET /cases/N/explain?full=1: BookReader::case_explain, every rule of the version that decided, not only those that
/// matched, each with its plain words ("words"); computed again from the stored octets and the stored set.
[[nodiscard]] HttpResponse answer_full_explanation(const std::string& number, BookReader& book,
                                                   const Configuration& running, Time now);

}  // namespace docket
