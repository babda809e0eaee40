// The HTTP side of a webhook source: who sent it, is it of the format, and what to answer so that the sender does the
// right thing (shared by all formats: nothing is answered with 2xx before the commit; a repeat gets the first answer).
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include <tl/expected.hpp>

#include "config/clock.h"
#include "config/settings.h"
#include "connectors/http/server.h"
#include "connectors/inbound.h"
#include "connectors/intake.h"

namespace docket::webhook {

/// To be taken by the intake; only then answered, with Webhook::answer.
struct Delivery {
  Inbound inbound;
};

/// Answered at once; nothing is stored.
struct Answered {
  HttpResponse response;
  std::string log;             ///< one line for the admin, without content or secrets; empty: nothing to say
  bool bad_signature = false;  ///< counted, and told to the admin
};

/// A mailbox has news: the response when its reader was woken.
struct WakeUp {
  std::vector<std::string> sources;  ///< names of IMAP sources; empty: all
  HttpResponse response;
};

using Received = std::variant<Delivery, Answered, WakeUp>;

/// One webhook source. Thread-safe.
class Webhook {
 public:
  virtual ~Webhook() = default;
  Webhook() = default;
  Webhook(const Webhook&) = delete;
  Webhook& operator=(const Webhook&) = delete;

  /// `now` is also the time of receipt.
  [[nodiscard]] virtual Received receive(const HttpRequest& request, Time now) = 0;
  /// After the commit. `words`: a short text for the sender where the channel carries one back (a text message's
  /// reply), else empty. The same for a repeat.
  [[nodiscard]] virtual HttpResponse answer(const Taken& taken, const std::string& words) const = 0;
  [[nodiscard]] virtual const SourceSettings& settings() const = 0;
};

/// A GET over https, for what SNS asks to be fetched: the body, or why not.
using Fetch = std::function<tl::expected<std::string, std::string>(const std::string& url)>;

/// `settings` is a webhook's and outlives it. `public_url` is desk.public_url: what senders sign. Secrets are read
/// when they are needed, so that a rotated file is found; throws nothing.
[[nodiscard]] std::unique_ptr<Webhook> make_webhook(const SourceSettings& settings, const std::string& public_url,
                                                    Fetch fetch);

/// Of every format: temporary trouble, so that the sender comes again.
[[nodiscard]] HttpResponse busy();

}  // namespace docket::webhook
