// What the public listener answers: webhooks by the paths that docket.yaml gives them, the town's own form, and the
// questions that letters ask by link.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "config/clock.h"
#include "connectors/http/server.h"
#include "connectors/source.h"
#include "connectors/webhook/webhook.h"
#include "daemon/casebook/book.h"
#include "daemon/configuration.h"
#include "daemon/desk/open311.h"
#include "daemon/desk/settled_page.h"
#include "daemon/desk/taking.h"
#include "daemon/desk/write_form.h"

namespace docket {

class PublicSite {
 public:
  struct Collaborators {
    Take take;
    const Clock& clock;
    std::function<std::shared_ptr<const Configuration>()> configuration;
    LogLine log;
    std::function<void(const std::string& source)> wake;  ///< an IMAP source, by name; of no name all of them
    CaseBook& book;                                       ///< where answers to questions are kept
    std::function<void()> wake_outbox;
  };
  /// `settings` outlive it. Throws std::runtime_error when the book cannot be read.
  PublicSite(Collaborators collaborators, const Settings& settings, webhook::Fetch fetch);

  /// From the HTTP server's handler threads.
  [[nodiscard]] HttpResponse answer(const HttpRequest& request);
  /// The largest body that is read for a path: a source's max_size, little for any other.
  [[nodiscard]] std::size_t largest_body(const std::string& path) const;

  /// How many requests were refused for their signature within the last hour, by source; at most a thousand each.
  [[nodiscard]] std::map<std::string, int> refused_lately() const;

 private:
  struct Way {
    std::unique_ptr<webhook::Webhook> webhook;
    std::deque<Time> refused;  ///< oldest first
  };
  void add_open311(const std::string& source, const std::string& path, const Settings& settings);
  [[nodiscard]] Open311Api* open311_of(const std::string& path);
  [[nodiscard]] HttpResponse receive(Way& way, const HttpRequest& request);
  [[nodiscard]] HttpResponse settled(const HttpRequest& request);
  [[nodiscard]] HttpResponse refuse(Way& way, const webhook::Answered& answered);

  Collaborators with_;
  mutable std::mutex mutex_;  ///< of the ways' refusals
  std::map<std::string, Way> ways_;
  std::map<std::string, std::unique_ptr<Open311Api>> open311_;  ///< by the path that all of theirs begin with
  std::unique_ptr<WriteForm> write_;                            ///< where a source of format json is
  std::unique_ptr<SettledPage> settled_;  ///< where desk.public_url says what its links begin with
};

}  // namespace docket
