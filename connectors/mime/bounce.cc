#include "connectors/mime/bounce.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

#include "config/text.h"
#include "connectors/mime/bounce_report.h"
#include "connectors/mime/bounce_text.h"
#include "connectors/mime/header_lookup.h"

namespace docket {
namespace {

template <typename Is>
const PartView* first_part(const std::vector<PartView>& parts, Is is) {
  const auto found = std::find_if(parts.begin(), parts.end(), is);
  return found == parts.end() ? nullptr : &*found;
}

const PartView* part_of(const std::vector<PartView>& parts, std::initializer_list<std::string_view> types) {
  return first_part(
      parts, [&](const PartView& part) { return std::find(types.begin(), types.end(), part.type) != types.end(); });
}

/// The fields of a report, in their own part or, from some systems, in a part of plain text.
const PartView* delivery_report(const std::vector<PartView>& parts) {
  const auto* part = part_of(parts, {"message/delivery-status", "message/global-delivery-status"});
  if (part != nullptr) return part;
  return first_part(
      parts, [](const PartView& one) { return one.type.starts_with("text/") && is_delivery_report(one.content); });
}

/// Of the letter that came back, whole or its header only; from some systems as plain text.
std::optional<std::string> returned_message_id(const std::vector<PartView>& parts) {
  const auto* part = part_of(parts, {"message/rfc822", "text/rfc822-headers", "message/rfc822-headers",
                                     "message/global", "message/global-headers"});
  if (part != nullptr) return find_message_id(report_value(report_fields(part->content, true), "message-id"));
  for (const auto& text : parts) {
    if (text.type != "text/plain") continue;
    if (auto id = quoted_message_id(text.content)) return id;
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
  // A resident may attach a report that they got: only a machine's own letter is one.
  const bool machine = reports || is_from_mail_system(letter);
  const auto* receipt = part_of(parts, {"message/disposition-notification", "message/global-disposition-notification"});
  std::optional<Bounce> bounce;
  if (machine && receipt != nullptr) {
    bounce = read_receipt(receipt->content);
  } else if (reports && report_type(content_type).starts_with("disposition-notification")) {
    bounce = read_receipt({});
  } else if (const auto* report = machine ? delivery_report(parts) : nullptr) {
    bounce = read_delivery_report(report->content);
  } else {
    bounce = read_text_bounce(letter);
  }
  if (bounce && !bounce->original_message_id) bounce->original_message_id = returned_message_id(parts);
  return bounce;
}

}  // namespace docket
