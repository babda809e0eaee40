// Notices that a mailbox has news: Microsoft Graph, and Gmail through Pub/Sub. The letter itself is read by IMAP.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "config/digest.h"
#include "config/text.h"
#include "connectors/webhook/format.h"
#include "connectors/webhook/json.h"

namespace docket::webhook {
namespace {

constexpr std::size_t kLongestToken = 4096;

class Graph final : public Format {
 public:
  Judgement judge(const Call& call) override {
    // The token is the sender's word, so it goes back as plain text that no browser takes for anything else.
    if (const auto token = call.request.query.find("validationToken"); token != call.request.query.end()) {
      if (token->second.size() > kLongestToken) return refuse(400, "the validation token is too long");
      return Answered{{200, "text/plain; charset=utf-8", token->second, {{"X-Content-Type-Options", "nosniff"}}},
                      "Microsoft Graph checked this address for a subscription"};
    }
    const auto notice = parse_json(call.request.body);
    const auto& value = notice ? member(*notice, "value") : member(nullptr, "");
    if (!value.is_array() || value.empty()) return refuse(400, "no notice of Microsoft Graph");
    const bool known = call.open() || std::any_of(value.begin(), value.end(), [&](const auto& one) {
                         return any_secret_is(call, text_of(one, "clientState"));
                       });
    if (!known) return Unproven{"clientState is missing or does not fit"};
    return WakeUp{call.settings.wakes, {202, "application/json", "{}"}};
  }
};

/// Pub/Sub cannot sign with a shared secret; it keeps one in the address it pushes to.
class GmailPush final : public Format {
 public:
  Judgement judge(const Call& call) override {
    const auto token = call.request.query.find("token");
    if (!call.open() && (token == call.request.query.end() || !any_secret_is(call, token->second))) {
      return Unproven{"?token= is missing or does not fit"};
    }
    const auto notice = parse_json(call.request.body);
    if (!notice || !member(*notice, "message").is_object()) return refuse(400, "no message of Pub/Sub");
    return WakeUp{call.settings.wakes, {200, "application/json", "{}"}};
  }
};

/// Requests of Open311 come through its own paths (connectors/open311), so none is taken here.
class Open311 final : public Format {
 public:
  Judgement judge(const Call&) override { return refuse(404, "Open311 has its own paths", Tell::sender); }
};

}  // namespace

std::unique_ptr<Format> graph_format() { return std::make_unique<Graph>(); }
std::unique_ptr<Format> gmail_push_format() { return std::make_unique<GmailPush>(); }
std::unique_ptr<Format> open311_format() { return std::make_unique<Open311>(); }

}  // namespace docket::webhook
