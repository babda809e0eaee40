#include "connectors/mime/bounce_report.h"

#include <algorithm>
#include <array>

#include "config/text.h"
#include "connectors/mime/address.h"
#include "connectors/mime/bounce_text.h"
#include "connectors/mime/header_lookup.h"

namespace docket {
namespace {

constexpr std::size_t kRecipients = 100;
constexpr std::size_t kReport = std::size_t{256} << 10U;

/// What is said of one recipient. Empty lines between two of them may be missing, or stand between all fields, so that
/// the fields themselves tell where the next begins.
struct Recipient {
  std::string original;
  std::string final;
  std::string action;
  std::string status;
  std::string diagnostic;

  [[nodiscard]] bool judged() const { return !action.empty() || !status.empty(); }
};

/// "rfc822; ana@Example.org" → "ana@example.org"; what is no mail address stays as written.
std::string address_of(std::string_view typed) {
  typed = trim(typed.substr(typed.find(';') + 1));
  const auto found = mime::parse_addresses(typed, 1).addresses;
  const bool mail = !found.empty() && found.front().address.find('@') != std::string::npos;
  return mail ? found.front().address : to_valid_utf8(typed);
}

/// The final recipient is who did not get it; a mailbox's name alone ("LOCAL; <ana>") tells less than the original.
std::string recipient_of(const Recipient& recipient) {
  auto final_address = address_of(recipient.final);
  if (final_address.find('@') != std::string::npos || recipient.original.empty()) return final_address;
  const auto original = address_of(recipient.original);
  return final_address.empty() || original.find('@') != std::string::npos ? original : final_address;
}

/// "5.1.1", also where blanks stand in it, or where only the server's own words have one.
std::string status_of(const Recipient& recipient) {
  if (auto status = find_status(recipient.status); !status.empty()) return status;
  std::string tight = recipient.status;
  std::erase_if(tight, [](char c) { return c == ' ' || c == '\t'; });
  if (auto status = find_status(tight); !status.empty()) return status;
  return find_status(recipient.diagnostic);
}

/// The five of RFC 3464 section 2.3.3 under the names that systems give them; a missing one follows from the status.
std::string action_of(const Recipient& recipient, std::string_view status) {
  const auto word = ascii_lower(first_word(recipient.action));
  const auto begins = [&](std::initializer_list<std::string_view> starts) {
    return std::any_of(starts.begin(), starts.end(), [&](auto start) { return word.starts_with(start); });
  };
  if (begins({"fail", "undeliver", "expired", "error"})) return "failed";
  if (begins({"delay", "defer"})) return "delayed";
  if (!word.empty() || status.empty()) return to_valid_utf8(word);
  if (status.starts_with('5') || status == "4.4.7") return "failed";  // 4.4.7: the time is over
  return status.starts_with('4') ? "delayed" : "delivered";
}

/// The report's worst news is what counts for a case.
int gravity(std::string_view action) {
  static constexpr std::array<std::string_view, 5> kActions{"expanded", "relayed", "delivered", "delayed", "failed"};
  const auto* const found = std::find(kActions.begin(), kActions.end(), action);
  return found == kActions.end() ? -1 : static_cast<int>(found - kActions.begin());
}

std::vector<Recipient> recipients_of(const ReportFields& fields) {
  std::vector<Recipient> recipients(1);
  for (const auto& [name, value] : fields) {
    const bool is_final = name == "final-recipient";
    if (is_final || name == "original-recipient") {
      const auto& before = is_final ? recipients.back().final : recipients.back().original;
      if (!before.empty() || recipients.back().judged()) recipients.emplace_back();
      (is_final ? recipients.back().final : recipients.back().original) = value;
    } else if (name == "action" && recipients.back().action.empty()) {
      recipients.back().action = value;
    } else if (name == "status" && recipients.back().status.empty()) {
      recipients.back().status = value;
    } else if (name == "diagnostic-code" && recipients.back().diagnostic.empty()) {
      recipients.back().diagnostic = value;
    }
  }
  return recipients;
}

}  // namespace

ReportFields report_fields(std::string_view content, bool first_group) {
  ReportFields fields;
  for (auto line : split(content.substr(0, kReport), '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    const auto colon = line.find(':');
    if (trim(line).empty()) {
      if (first_group && !fields.empty()) break;
    } else if ((line.front() == ' ' || line.front() == '\t') && !fields.empty()) {
      fields.back().second += ' ' + std::string(trim(line));
    } else if (colon != std::string_view::npos) {
      fields.emplace_back(ascii_lower(trim(line.substr(0, colon))), trim(line.substr(colon + 1)));
    }
  }
  return fields;
}

std::string_view report_value(const ReportFields& fields, std::string_view name) {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const auto& field) { return field.first == name; });
  return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

Bounce read_delivery_report(std::string_view content) {
  const auto fields = report_fields(content);
  Bounce bounce;
  if (const auto id = report_value(fields, "original-envelope-id"); !id.empty()) bounce.envelope_id = to_valid_utf8(id);
  int worst = -2;
  for (const auto& one : recipients_of(fields)) {
    const auto recipient = recipient_of(one);
    if (recipient.empty()) continue;
    const auto status = status_of(one);
    const auto action = action_of(one, status);
    if (gravity(action) > worst) {
      worst = gravity(action);
      bounce.action = action;
      bounce.status = status;
      bounce.recipients.clear();
    }
    if (gravity(action) == worst && bounce.recipients.size() < kRecipients) bounce.recipients.push_back(recipient);
  }
  return bounce;
}

bool is_delivery_report(std::string_view content) {
  const auto lower = ascii_lower(content.substr(0, kReport));
  constexpr std::string_view kField = "final-recipient:";
  return lower.starts_with(kField) || lower.find("\nfinal-recipient:") != std::string::npos;
}

// RFC 8098: "Disposition: manual-action/MDN-sent-manually; displayed".
Bounce read_receipt(std::string_view content) {
  const auto fields = report_fields(content);
  Bounce bounce;
  bounce.kind = Bounce::Kind::receipt;
  const auto final_recipient = report_value(fields, "final-recipient");
  const auto recipient =
      address_of(final_recipient.empty() ? report_value(fields, "original-recipient") : final_recipient);
  if (!recipient.empty()) bounce.recipients.push_back(recipient);
  const auto disposition = report_value(fields, "disposition");
  const auto type = first_word(disposition.substr(disposition.find(';') + 1));
  bounce.action = to_valid_utf8(ascii_lower(type.substr(0, type.find('/'))));
  bounce.original_message_id = find_message_id(report_value(fields, "original-message-id"));
  if (const auto id = report_value(fields, "original-envelope-id"); !id.empty()) bounce.envelope_id = to_valid_utf8(id);
  return bounce;
}

}  // namespace docket
