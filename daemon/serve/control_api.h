// What the control socket answers: reading as in control/reading.h, and everything that changes something.
#pragma once

#include <functional>
#include <memory>
#include <mutex>

#include "config/clock.h"
#include "connectors/http/server.h"
#include "connectors/intake.h"
#include "daemon/casebook/book.h"
#include "daemon/casebook/reader.h"
#include "daemon/compare/answers.h"
#include "daemon/configuration.h"
#include "daemon/serve/reload.h"
#include "daemon/serve/saved.h"

namespace docket {

class ControlApi {
 public:
  struct Collaborators {
    CaseBook& book;
    Intake& intake;
    const Clock& clock;
    std::function<std::shared_ptr<const Configuration>()> configuration;
    std::function<ReloadResult(const ReloadOrder&)> reload;
    std::function<SavedResult()> saved;
    std::function<std::string()> status;   ///< JSON text
    std::function<std::string()> metrics;  ///< Prometheus' text
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
  [[nodiscard]] HttpResponse change_time(const std::string& number, std::string_view action, const HttpRequest& request,
                                         const TownNow& now);
  [[nodiscard]] HttpResponse split_case(const std::string& number, const HttpRequest& request);
  [[nodiscard]] HttpResponse change_outbox(const std::string& id, std::string_view action, const HttpRequest& request);
  [[nodiscard]] HttpResponse judge_recurring(const std::string& id, std::string_view action,
                                             const HttpRequest& request);
  [[nodiscard]] HttpResponse change_quarantine(const std::string& id, std::string_view action,
                                               const HttpRequest& request);
  [[nodiscard]] HttpResponse assign_quarantined(const std::string& id, const HttpRequest& request);
  [[nodiscard]] HttpResponse inject(const HttpRequest& request);
  [[nodiscard]] HttpResponse take(Inbound inbound);
  [[nodiscard]] HttpResponse opened(const HttpRequest& request);
  [[nodiscard]] HttpResponse backed_up(const HttpRequest& request);
  [[nodiscard]] HttpResponse reload(const HttpRequest& request);
  /// From the book through a connection of their own: they take long.
  [[nodiscard]] HttpResponse compare(const HttpRequest& request);
  [[nodiscard]] HttpResponse assign_again(const HttpRequest& request);
  [[nodiscard]] HttpResponse report(const HttpRequest& request, const Configuration& configuration);
  [[nodiscard]] HttpResponse explain_fully(const std::string& number);

  Collaborators with_;
  std::mutex reader_mutex_;
  std::unique_ptr<BookReader> reader_;
  OtherSet other_set_;
};

}  // namespace docket
