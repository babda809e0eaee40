// What the control socket answers: reading as in control/reading.h, and everything that changes something.
#pragma once

#include <functional>
#include <memory>
#include <mutex>

#include "config/clock.h"
#include "connectors/intake.h"
#include "daemon/casebook/book.h"
#include "daemon/casebook/reader.h"
#include "daemon/configuration.h"
#include "daemon/control/http_server.h"

namespace docket {

class ControlApi {
 public:
  struct Collaborators {
    CaseBook& book;
    Intake& intake;
    const Clock& clock;
    std::function<std::shared_ptr<const Configuration>()> configuration;
    std::function<Problems(const std::string& who)> reload;
    std::function<std::string()> status;  ///< JSON text
    std::function<void()> wake_outbox;
  };
  ControlApi(Collaborators collaborators, std::unique_ptr<BookReader> reader);

  /// From the HTTP server's handler threads.
  [[nodiscard]] HttpResponse answer(const HttpRequest& request);

 private:
  [[nodiscard]] HttpResponse read(const HttpRequest& request);
  [[nodiscard]] HttpResponse change(const HttpRequest& request);
  [[nodiscard]] HttpResponse change_case(const std::string& number, std::string_view action,
                                         const HttpRequest& request);
  [[nodiscard]] HttpResponse change_outbox(const std::string& id, std::string_view action, const HttpRequest& request);
  [[nodiscard]] HttpResponse change_quarantine(const std::string& id, std::string_view action,
                                               const HttpRequest& request);
  [[nodiscard]] HttpResponse inject(const HttpRequest& request);
  [[nodiscard]] HttpResponse take(Inbound inbound);
  [[nodiscard]] HttpResponse reload(const HttpRequest& request);

  Collaborators with_;
  std::mutex reader_mutex_;
  std::unique_ptr<BookReader> reader_;
};

/// A problem list as `docket check --json` prints it.
[[nodiscard]] std::string problems_json(const Problems& problems);

}  // namespace docket
