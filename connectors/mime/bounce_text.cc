#include "connectors/mime/bounce_text.h"

#include <algorithm>
#include <array>

#include "config/text.h"
#include "connectors/mime/address.h"
#include "connectors/mime/header_lookup.h"

namespace docket {
namespace {

constexpr std::size_t kLook = std::size_t{16} << 10U;  // of the text; what comes later is the returned letter
constexpr std::size_t kRecipients = 100;

constexpr std::array<std::string_view, 24> kSubjects{
    "undeliverable",
    "undelivered mail",
    "mail delivery failed",
    "mail delivery failure",
    "mail delivery system",
    "delivery status notification",
    "delivery notification",
    "delivery failure",
    "delivery has failed",
    "failure notice",
    "failed mail",
    "returned mail",
    "returned to sender",
    "mail system error",
    "message could not be delivered",
    "warning: message",
    "warning: could not send",
    "non remis",
    "non distribuable",
    "non délivré",
    "échec de la remise",
    "échec de remise",
    "Échec de la remise",
    "Échec de remise",
};

constexpr std::array<std::string_view, 16> kTexts{
    "this is the qmail-send program",
    "this message was created automatically by mail delivery software",
    "this is the mail system at host",
    "this is the postfix program at host",
    "could not be delivered to one or more",
    "i'm sorry to have to inform you",
    "the following addresses had permanent fatal errors",
    "did not reach some or all of the intended recipients",
    "delivery has failed to these recipients",
    "your message wasn't delivered to",
    "your message couldn't be delivered",
    "address not found",
    "la remise a échoué",
    "n'a pas pu être remis",
    "n’a pas pu être remis",
    "could not be delivered",
};

constexpr std::array<std::string_view, 7> kDelays{
    "has not yet been delivered",     "will continue to try", "will keep trying",          "will be retried",
    "this is a warning message only", "still being retried",  "has been delayed for over",
};

/// Where the returned letter or a server's transcript of it begins.
constexpr std::array<std::string_view, 9> kReturned{
    "--- below this line is a copy of the message",
    "------ this is a copy of",
    "------ this is a copy of the message",
    "----- original message",
    "original message headers",
    "----- unsent message",
    "----- message header follows",
    "en-têtes de message d'origine",
    "----- forwarded message",
};

template <std::size_t N>
bool contains_any(std::string_view text, const std::array<std::string_view, N>& phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](std::string_view phrase) { return text.find(phrase) != std::string_view::npos; });
}

bool starts_with_any(std::string_view text) {
  return std::any_of(kSubjects.begin(), kSubjects.end(), [&](auto start) { return text.starts_with(start); });
}

bool digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (at + count < text.size() && count < 4 && digit(text[at + count])) ++count;
  return count;
}

/// Octets of a status code that begins at `at`; 0 when none does.
std::size_t status_length(std::string_view text, std::size_t at) {
  if (std::string_view("245").find(text[at]) == std::string_view::npos || text.substr(at + 1, 1) != ".") return 0;
  const auto subject = digits_at(text, at + 2);
  const auto detail_at = at + 3 + subject;
  if (subject < 1 || subject > 3 || detail_at >= text.size() || text[detail_at - 1] != '.') return 0;
  const auto detail = digits_at(text, detail_at);
  if (detail < 1 || detail > 3) return 0;
  const auto end = detail_at + detail;
  const bool longer = end + 1 < text.size() && text[end] == '.' && digit(text[end + 1]);
  return longer ? 0 : end - at;
}

/// "<ana@example.org>:", "  ana@example.org", "ana@example.org (ana@example.org)".
std::string address_at_start(std::string_view line) {
  line = trim(line);
  const bool bracket = line.starts_with('<');
  if (bracket) line.remove_prefix(1);
  auto word = line.substr(0, line.find_first_of(bracket ? ">" : " \t,;<>()"));
  while (!word.empty() && (word.ends_with(':') || word.ends_with('.'))) word.remove_suffix(1);
  const auto at = word.find('@');
  const bool good = at != std::string_view::npos && at > 0 && at + 1 < word.size() && word.size() <= 320 &&
                    word.find('@', at + 1) == std::string_view::npos &&
                    word.find_first_of(" \t\"'/[=") == std::string_view::npos;
  const auto found = good ? mime::parse_addresses(word, 1).addresses : std::vector<Address>();
  return found.empty() ? std::string() : found.front().address;
}

void add_recipient(std::vector<std::string>& recipients, std::string address) {
  if (address.empty() || recipients.size() >= kRecipients) return;
  if (std::find(recipients.begin(), recipients.end(), address) == recipients.end()) {
    recipients.push_back(std::move(address));
  }
}

std::vector<std::string> failed_recipients(const Letter& letter, std::string_view told) {
  std::vector<std::string> recipients;
  for (const auto value : values_of(letter, "X-Failed-Recipients")) {
    for (const auto one : split(value, ',')) add_recipient(recipients, address_at_start(one));
  }
  if (!recipients.empty()) return recipients;
  for (const auto line : split(told, '\n')) add_recipient(recipients, address_at_start(line));
  return recipients;
}

/// The message id of the returned letter, quoted with or without marks below the report.
std::optional<std::string> quoted_message_id(std::string_view text) {
  const auto lower = ascii_lower(text);
  for (auto at = lower.find("message-id:"); at != std::string::npos; at = lower.find("message-id:", at + 1)) {
    const auto line = lower.rfind('\n', at) == std::string::npos ? 0 : lower.rfind('\n', at) + 1;
    if (lower.find_first_not_of(" \t>", line) == at) return find_message_id(text.substr(at, 1200));
  }
  return std::nullopt;
}

}  // namespace

bool is_from_mail_system(const Letter& letter) {
  const auto local = from_local_part(letter);
  return letter.null_sender || local == "mailer-daemon" || local == "postmaster" || local == "mail-daemon" ||
         local.starts_with("microsoftexchange") || !first_value(letter, "X-Failed-Recipients").empty();
}

std::string find_status(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at > 0 && (digit(text[at - 1]) || text[at - 1] == '.')) continue;
    if (const auto length = status_length(text, at); length > 0) return std::string(text.substr(at, length));
  }
  return {};
}

std::optional<std::string> find_message_id(std::string_view text) {
  const auto open = text.find('<');
  const auto close = text.find('>', std::min(open, text.size()));
  if (open == std::string_view::npos || close == std::string_view::npos) return std::nullopt;
  const auto id = text.substr(open, close + 1 - open);
  if (id.find_first_of(" \t\r\n") != std::string_view::npos || id.size() > 1000) return std::nullopt;
  return to_valid_utf8(id);
}

std::optional<Bounce> read_text_bounce(const Letter& letter) {
  if (!is_from_mail_system(letter)) return std::nullopt;
  const auto text = std::string_view(letter.text).substr(0, kLook);
  const auto lower = ascii_lower(text);
  const bool named = !first_value(letter, "X-Failed-Recipients").empty();
  if (!named && !starts_with_any(ascii_lower(trim(letter.subject))) && !contains_any(lower, kTexts))
    return std::nullopt;

  auto end = lower.size();
  for (const auto mark : kReturned) end = std::min(end, lower.find(mark));
  const auto told = text.substr(0, end);
  Bounce bounce;
  bounce.kind = Bounce::Kind::text;
  bounce.action = contains_any(std::string_view(lower).substr(0, end), kDelays) ? "delayed" : "failed";
  bounce.status = find_status(told);
  bounce.recipients = failed_recipients(letter, told);
  bounce.original_message_id = quoted_message_id(letter.text.substr(0, std::size_t{256} << 10U));
  return bounce;
}

}  // namespace docket
