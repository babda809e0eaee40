#include "daemon/outbox/outcome_words.h"

#include "config/text.h"

namespace docket {

std::string without_addresses(const std::string& reply) {
  std::string text;
  for (const auto word : split(reply, ' ')) {
    if (!text.empty()) text += ' ';
    text += word.find('@') == std::string_view::npos ? word : std::string_view("…");
  }
  return text;
}

std::string words(SendResult::Kind kind) {
  switch (kind) {
    case SendResult::Kind::sent:
      return "sent";
    case SendResult::Kind::deferred:
      return "deferred";
    case SendResult::Kind::failed:
      return "failed";
    case SendResult::Kind::size_refused:
      return "refused for its size";
    case SendResult::Kind::account_refused:
      return "deferred, our account is refused";
    case SendResult::Kind::uncertain:
      return "uncertain";
  }
  return "";
}

std::string_view counted_as(SendResult::Kind kind) {
  switch (kind) {
    case SendResult::Kind::sent:
      return "sent";
    case SendResult::Kind::uncertain:
      return "uncertain";
    case SendResult::Kind::failed:
    case SendResult::Kind::size_refused:
      return "failed";
    case SendResult::Kind::deferred:
    case SendResult::Kind::account_refused:
      break;
  }
  return "deferred";
}

}  // namespace docket
