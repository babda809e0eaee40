// Open311 GeoReport v2 on the public listener: what apps ask for, report, and see of what became of it. One object a
// source with `format: open311`; whoever routes requests hands over everything below the source's path.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "config/clock.h"
#include "connectors/http/server.h"
#include "connectors/open311/answer.h"
#include "daemon/casebook/reader.h"
#include "daemon/configuration.h"
#include "daemon/desk/taking.h"

namespace docket {

/// Thread-safe.
class Open311Api {
 public:
  struct Collaborators {
    Take take;
    const Clock& clock;
    std::function<std::shared_ptr<const Configuration>()> configuration;
  };
  /// `source` is the name of a source of format open311.
  Open311Api(Collaborators collaborators, std::string source, std::unique_ptr<BookReader> reader);

  /// From the HTTP server's handler threads, for every path at or below the source's. Of a POST that can be taken the
  /// answer comes after the commit; sent again within a minute, octet for octet with the same key, it is the same one.
  [[nodiscard]] HttpResponse answer(const HttpRequest& request);

 private:
  /// One request while it is answered.
  struct Call;

  [[nodiscard]] HttpResponse get(const Call& call);
  [[nodiscard]] HttpResponse requests(const Call& call, const std::string& number);
  [[nodiscard]] HttpResponse updates(const Call& call);
  [[nodiscard]] HttpResponse token(const Call& call, const std::string& token);
  [[nodiscard]] HttpResponse discovery(const Call& call);
  [[nodiscard]] HttpResponse post(const Call& call);
  [[nodiscard]] HttpResponse take(const Call& call, const open311::Arguments& arguments, std::size_t key);
  [[nodiscard]] HttpResponse taken(const Call& call, const Taken& taken, const std::string& language);
  [[nodiscard]] std::string delivery_key(const std::string& octets, std::size_t key, Time now);
  [[nodiscard]] Time changed(const std::string& version);

  Collaborators with_;
  std::string source_;
  std::mutex reader_mutex_;
  std::unique_ptr<BookReader> reader_;
  std::mutex mutex_;
  /// By hash: what came within the last minute, with the delivery key that it got.
  std::map<std::string, std::pair<Time, std::string>> recent_;
  std::pair<std::string, Time> version_;  ///< of the configuration, and since when it runs
};

}  // namespace docket
