#include "connectors/letter_json.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "config/text.h"

namespace docket {
namespace {

using Json = nlohmann::ordered_json;

template <typename Value>
Json or_null(const std::optional<Value>& value) {
  return value ? Json(*value) : Json();
}

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

/// RFC 3339 with the sender's own offset.
Json date_json(const std::optional<SenderDate>& date) {
  if (!date) return nullptr;
  auto text = rfc3339(date->utc + date->offset);
  text.pop_back();  // its Z
  const auto minutes = date->offset.count();
  return fmt::format("{}{}{:02}:{:02}", text, minutes < 0 ? '-' : '+', std::abs(minutes) / 60, std::abs(minutes) % 60);
}

Json addresses_json(const std::vector<Address>& addresses) {
  Json list = Json::array();
  for (const auto& address : addresses) list.push_back({{"name", address.name}, {"address", address.address}});
  return list;
}

Json attachments_json(const std::vector<Attachment>& attachments) {
  Json list = Json::array();
  for (const auto& attachment : attachments) {
    list.push_back({{"name", or_null(attachment.name)},
                    {"type", attachment.type},
                    {"size", attachment.content.size()},
                    {"sha256", attachment.sha256},
                    {"inline", attachment.is_inline}});
  }
  return list;
}

Json automatic_json(const std::vector<AutomaticSign>& signs) {
  Json list = Json::array();
  for (const auto& sign : signs) list.push_back({{"sign", sign.sign}, {"value", sign.value}});
  return list;
}

const char* kind_name(Bounce::Kind kind) {
  switch (kind) {
    case Bounce::Kind::dsn:
      return "dsn";
    case Bounce::Kind::text:
      return "text";
    case Bounce::Kind::receipt:
      return "receipt";
  }
  return "dsn";
}

Json bounce_json(const std::optional<Bounce>& bounce) {
  if (!bounce) return nullptr;
  return {{"kind", kind_name(bounce->kind)},
          {"action", text_or_null(bounce->action)},
          {"status", text_or_null(bounce->status)},
          {"recipients", bounce->recipients},
          {"original_message_id", or_null(bounce->original_message_id)},
          {"envelope_id", or_null(bounce->envelope_id)}};
}

Json location_json(const Location& location) {
  if (location.empty()) return nullptr;
  return {{"address", text_or_null(location.address)},
          {"address_id", text_or_null(location.address_id)},
          {"latitude", or_null(location.latitude)},
          {"longitude", or_null(location.longitude)}};
}

const char* authenticated_name(Authenticated authenticated) {
  switch (authenticated) {
    case Authenticated::pass:
      return "pass";
    case Authenticated::fail:
      return "fail";
    case Authenticated::unknown:
      break;
  }
  return "unknown";
}

}  // namespace

nlohmann::ordered_json to_json(const Letter& letter) {
  return {{"message_id", or_null(letter.message_id)},
          {"in_reply_to", letter.in_reply_to},
          {"references", letter.references},
          {"from", addresses_json(letter.from)},
          {"sender", addresses_json(letter.sender)},
          {"reply_to", addresses_json(letter.reply_to)},
          {"to", addresses_json(letter.to)},
          {"cc", addresses_json(letter.cc)},
          {"recipients", letter.recipients},
          {"resident", or_null(letter.resident)},
          {"date", date_json(letter.date)},
          {"received", letter.received ? Json(rfc3339(*letter.received)) : Json()},
          {"subject", letter.subject},
          {"text", letter.text},
          {"html", letter.html},
          {"new_text", letter.new_text},
          {"gist", letter.gist},
          {"language", or_null(letter.language)},
          {"attachments", attachments_json(letter.attachments)},
          {"automatic", automatic_json(letter.automatic)},
          {"bounce", bounce_json(letter.bounce)},
          {"authenticated", authenticated_name(letter.authenticated)},
          {"spam", letter.spam},
          {"sha256", letter.sha256},
          {"letter_key", letter.letter_key},
          {"size", letter.size},
          {"defects", letter.defects},
          {"phone", text_or_null(letter.phone)},
          {"location", location_json(letter.location)},
          {"media", letter.media}};
}

}  // namespace docket
