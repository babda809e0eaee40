#include "connectors/webhook/format.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "config/digest.h"
#include "config/text.h"
#include "connectors/webhook/signature.h"

namespace docket::webhook {
namespace {

constexpr std::chrono::minutes kAhead{5};
constexpr std::size_t kDigits = 11;  // until the year 5138

}  // namespace

std::string_view Call::header(const std::string& name) const { return trim(request.header(name)); }

HttpResponse Format::answer(const Taken&, const std::string&) const { return {200, "application/json", "{}"}; }

std::string json_text(const std::string& key, const std::string& text) {
  return nlohmann::json{{key, text}}.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Answered refuse(int status, const std::string& why, Tell tell) {
  return {{status, "application/json", json_text("error", why)}, tell == Tell::admin ? why : std::string()};
}

std::optional<Time> unix_seconds(std::string_view text) {
  if (text.empty() || text.size() > kDigits || text.find_first_not_of("0123456789") != std::string_view::npos) {
    return std::nullopt;
  }
  std::int64_t seconds = 0;
  std::from_chars(text.data(), text.data() + text.size(), seconds);
  return Time(std::chrono::seconds(seconds));
}

bool fresh(const Call& call, Time signed_at, std::chrono::seconds usual) {
  return signed_at >= call.now - call.settings.max_age.value_or(usual) && signed_at <= call.now + kAhead;
}

bool any_secret_is(const Call& call, std::string_view text) {
  bool found = false;
  for (const auto& secret : call.secrets) found = equal_constant_time(secret, text) || found;
  return found;
}

bool basic_matches(const Call& call) {
  const auto header = call.header("authorization");
  if (!ascii_equal_nocase(header.substr(0, 6), "Basic ")) return false;
  const auto words = strict_base64(trim(header.substr(6)));
  return words && words->find(':') != std::string::npos && any_secret_is(call, *words);
}

}  // namespace docket::webhook
