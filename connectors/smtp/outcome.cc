#include "connectors/smtp/outcome.h"

#include <algorithm>
#include <array>

namespace docket::smtp {
namespace {

/// Codes by which providers say: not you, or not so much (Exchange Online, Gmail).
bool refuses_account(const Reply& reply, Stage stage) {
  static constexpr std::array<std::string_view, 5> kCodes{"5.2.252", "5.7.60", "4.3.2", "5.2.0", "5.1.90"};
  static constexpr std::array<int, 4> kLoginCodes{530, 534, 535, 538};
  if (std::find(kLoginCodes.begin(), kLoginCodes.end(), reply.code) != kLoginCodes.end()) return true;
  if (std::find(kCodes.begin(), kCodes.end(), reply.enhanced) != kCodes.end()) return true;
  if (reply.enhanced.starts_with("4.7.")) return true;
  return stage == Stage::mail && reply.enhanced == "5.7.1";
}

}  // namespace

SendResult outcome_of(const Reply& reply, Stage stage) {
  using Kind = SendResult::Kind;
  const auto result = [&](Kind kind) { return SendResult{.kind = kind, .reply = reply.text()}; };
  if (reply.transient() || reply.permanent()) {
    if (refuses_account(reply, stage)) {
      auto refused = result(Kind::account_refused);
      refused.one_recipient = reply.enhanced.starts_with("4.7.") && stage != Stage::login && stage != Stage::mail;
      return refused;
    }
  }
  if (reply.permanent() && reply.code != 503 && stage != Stage::login) {
    const bool size = reply.code == 552 || reply.enhanced == "5.3.4";
    return result(size ? Kind::size_refused : Kind::failed);
  }
  if (reply.transient() || stage != Stage::dot) return result(Kind::deferred);
  return result(Kind::uncertain);
}

}  // namespace docket::smtp
