// /write: a letter through the town's own page, without script. It comes in through a source of format json.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "config/clock.h"
#include "connectors/http/server.h"
#include "daemon/configuration.h"
#include "daemon/desk/taking.h"

namespace docket {

class WriteForm {
 public:
  /// `source` and `clock` outlive it.
  WriteForm(const SourceSettings& source, const Clock& clock, Take take);

  /// GET shows the form, POST takes it. From the HTTP server's handler threads.
  [[nodiscard]] HttpResponse answer(const HttpRequest& request, const Configuration& configuration);
  [[nodiscard]] const SourceSettings& source() const { return source_; }

 private:
  /// Counts this letter too, when it may go.
  [[nodiscard]] bool may_write(const std::string& peer);
  [[nodiscard]] HttpResponse post(const HttpRequest& request, const std::string& language, const Town& town);

  const SourceSettings& source_;
  const Clock& clock_;
  Take take_;
  struct Count {
    std::chrono::steady_clock::time_point since;
    int letters = 0;
  };
  std::mutex mutex_;
  std::map<std::string, Count> counts_;  ///< by peer, of the last ten minutes
};

}  // namespace docket
