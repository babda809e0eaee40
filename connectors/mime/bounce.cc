#include "connectors/mime/bounce.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "config/text.h"
#include "connectors/mime/address.h"
#include "connectors/mime/bounce_text.h"
#include "connectors/mime/header_lookup.h"

namespace docket {
namespace {

constexpr std::size_t kRecipients = 100;
constexpr std::size_t kReport = std::size_t{256} << 10U;

using Group = std::vector<std::pair<std::string, std::string>>;

/// Groups of fields, unfolded, separated by empty lines (RFC 3464 section 2.1); names in lower case.
std::vector<Group> parse_groups(std::string_view content) {
  std::vector<Group> groups(1);
  for (auto line : split(content.substr(0, kReport), '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    const auto colon = line.find(':');
    if (trim(line).empty()) {
      if (!groups.back().empty()) groups.emplace_back();
    } else if ((line.front() == ' ' || line.front() == '\t') && !groups.back().empty()) {
      groups.back().back().second += ' ' + std::string(trim(line));
    } else if (colon != std::string_view::npos) {
      groups.back().emplace_back(ascii_lower(trim(line.substr(0, colon))), trim(line.substr(colon + 1)));
    }
  }
  return groups;
}

std::string_view value(const Group& group, std::string_view name) {
  const auto found = std::find_if(group.begin(), group.end(), [&](const auto& field) { return field.first == name; });
  return found == group.end() ? std::string_view() : std::string_view(found->second);
}

/// "rfc822; ana@Example.org" → "ana@example.org"; what is no mail address stays as written.
std::string address_of(std::string_view typed) {
  typed = trim(typed.substr(typed.find(';') + 1));
  const auto found = mime::parse_addresses(typed, 1).addresses;
  const bool mail = !found.empty() && found.front().address.find('@') != std::string::npos;
  return mail ? found.front().address : to_valid_utf8(typed);
}

std::string recipient_of(const Group& group) {
  const auto final_recipient = value(group, "final-recipient");
  return address_of(final_recipient.empty() ? value(group, "original-recipient") : final_recipient);
}

/// The report's worst news is what counts for a case.
int gravity(std::string_view action) {
  static constexpr std::array<std::string_view, 5> kActions{"expanded", "relayed", "delivered", "delayed", "failed"};
  const auto found = std::find(kActions.begin(), kActions.end(), action);
  return found == kActions.end() ? -1 : static_cast<int>(found - kActions.begin());
}

Bounce read_dsn(std::string_view content) {
  Bounce bounce;
  int worst = -2;
  for (const auto& group : parse_groups(content)) {
    if (const auto id = value(group, "original-envelope-id"); !id.empty()) bounce.envelope_id = to_valid_utf8(id);
    const auto recipient = recipient_of(group);
    if (recipient.empty()) continue;
    const auto action = ascii_lower(first_word(value(group, "action")));
    if (gravity(action) > worst) {
      worst = gravity(action);
      bounce.action = to_valid_utf8(action);
      bounce.status = find_status(value(group, "status"));
      bounce.recipients.clear();
    }
    if (gravity(action) == worst && bounce.recipients.size() < kRecipients) bounce.recipients.push_back(recipient);
  }
  return bounce;
}

/// RFC 8098: "Disposition: manual-action/MDN-sent-manually; displayed".
Bounce read_receipt(std::string_view content) {
  Bounce bounce;
  bounce.kind = Bounce::Kind::receipt;
  for (const auto& group : parse_groups(content)) {
    const auto disposition = value(group, "disposition");
    if (!disposition.empty()) {
      const auto type = disposition.substr(disposition.find(';') + 1);
      bounce.action = to_valid_utf8(ascii_lower(trim(type.substr(0, type.find('/')))));
    }
    if (const auto recipient = recipient_of(group); !recipient.empty()) bounce.recipients = {recipient};
    if (const auto id = value(group, "original-message-id"); !id.empty())
      bounce.original_message_id = find_message_id(id);
    if (const auto id = value(group, "original-envelope-id"); !id.empty()) bounce.envelope_id = to_valid_utf8(id);
  }
  return bounce;
}

const PartView* part_of(const std::vector<PartView>& parts, std::initializer_list<std::string_view> types) {
  const auto found = std::find_if(parts.begin(), parts.end(), [&](const PartView& part) {
    return std::find(types.begin(), types.end(), part.type) != types.end();
  });
  return found == parts.end() ? nullptr : &*found;
}

/// Of the letter that came back, whole or its header only.
std::optional<std::string> returned_message_id(const std::vector<PartView>& parts) {
  const auto* part = part_of(parts, {"message/rfc822", "text/rfc822-headers", "message/rfc822-headers",
                                     "message/global", "message/global-headers"});
  if (part == nullptr) return std::nullopt;
  for (const auto& group : parse_groups(part->content)) {
    if (group.empty()) continue;
    return find_message_id(value(group, "message-id"));
  }
  return std::nullopt;
}

/// Of multipart/report; "" for anything else.
std::string report_type(std::string_view content_type) {
  const auto type = ascii_lower(content_type);
  const auto at = type.find("report-type");
  if (at == std::string::npos) return {};
  const auto from = type.find_first_not_of(" \t=\"", at + 11);
  return from == std::string::npos ? std::string() : type.substr(from);
}

}  // namespace

std::optional<Bounce> read_bounce(const Letter& letter, const std::vector<PartView>& parts) {
  const auto content_type = first_value(letter, "Content-Type");
  const bool reports = ascii_equal_nocase(first_word(content_type), "multipart/report");
  const auto* receipt = part_of(parts, {"message/disposition-notification", "message/global-disposition-notification"});
  if (reports && (receipt != nullptr || report_type(content_type).starts_with("disposition-notification"))) {
    auto bounce = read_receipt(receipt != nullptr ? std::string_view(receipt->content) : std::string_view());
    if (!bounce.original_message_id) bounce.original_message_id = returned_message_id(parts);
    return bounce;
  }
  // A resident may attach a report that they got: only a machine's own letter is one.
  const auto* status = part_of(parts, {"message/delivery-status", "message/global-delivery-status"});
  std::optional<Bounce> bounce;
  if (status != nullptr && (reports || is_from_mail_system(letter))) {
    bounce = read_dsn(status->content);
  } else {
    bounce = read_text_bounce(letter);
  }
  if (!bounce) return std::nullopt;
  if (!bounce->original_message_id) bounce->original_message_id = returned_message_id(parts);
  return bounce;
}

}  // namespace docket
