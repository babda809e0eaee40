#include "connectors/mime/bounce_text.h"

#include <algorithm>

#include "config/text.h"
#include "connectors/mime/address.h"
#include "connectors/mime/bounce_words.h"
#include "connectors/mime/header_lookup.h"
#include "connectors/mime/lower.h"

namespace docket {
namespace {

constexpr std::size_t kLook = std::size_t{16} << 10U;  // of the text; what comes later is the returned letter
constexpr std::size_t kRecipients = 100;

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

/// "<ana@example.org>:", "  ana@example.org", "ana@example.org (ana@example.org)", "* 'ana@example.org'".
std::string address_at_start(std::string_view line) {
  line = trim(line);
  line.remove_prefix(std::min(line.find_first_not_of("*->\"' \t"), line.size()));
  const bool bracket = line.starts_with('<');
  if (bracket) line.remove_prefix(1);
  auto word = line.substr(0, line.find_first_of(bracket ? ">" : " \t,;<>()\"'"));
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

/// Those whose letter came back, and whom a report names for questions: neither is a failed recipient.
bool is_bystander(const Letter& letter, const std::string& address) {
  const auto same = [&](const Address& own) { return ascii_equal_nocase(own.address, address); };
  const auto lower = ascii_lower(address);
  return std::any_of(letter.to.begin(), letter.to.end(), same) || lower.starts_with("postmaster@") ||
         lower.starts_with("mailer-daemon@") || lower.starts_with("abuse@");
}

/// "Unknown user: ana@example.org", "Failed to deliver to 'ana@example.org'": in the first line that names anybody.
void add_named(std::vector<std::string>& recipients, const Letter& letter, std::string_view told) {
  constexpr std::string_view kAround = " \t\r,;:<>()[]'\"";
  for (const auto line : split(told, '\n')) {
    for (auto at = line.find('@'); at != std::string_view::npos; at = line.find('@', at + 1)) {
      const auto before = line.find_last_of(kAround, at);
      const auto from = before == std::string_view::npos ? 0 : before + 1;
      auto address = address_at_start(line.substr(from, line.find_first_of(kAround, at) - from));
      if (!is_bystander(letter, address)) add_recipient(recipients, std::move(address));
    }
    if (!recipients.empty()) return;
  }
}

/// As the header names them; else the lines that begin with an address; else whoever is named in a sentence.
std::vector<std::string> failed_recipients(const Letter& letter, std::string_view told) {
  std::vector<std::string> recipients;
  for (const auto value : values_of(letter, "X-Failed-Recipients")) {
    for (const auto one : split(value, ',')) add_recipient(recipients, address_at_start(one));
  }
  if (!recipients.empty()) return recipients;
  std::vector<std::string> bystanders;
  for (const auto line : split(told, '\n')) {
    auto address = address_at_start(line);
    add_recipient(is_bystander(letter, address) ? bystanders : recipients, std::move(address));
  }
  if (recipients.empty()) add_named(recipients, letter, told);
  return recipients.empty() ? bystanders : recipients;
}

/// A server's refusal, "550 5.1.1 …" or "(#5.1.1)", tells more than a number elsewhere, which may be a version.
std::string find_failure_status(std::string_view text) {
  std::string first;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at > 0 && (digit(text[at - 1]) || text[at - 1] == '.')) continue;
    const auto length = status_length(text, at);
    if (length == 0 || text[at] == '2') continue;
    const auto before = text.substr(at < 4 ? 0 : at - 4, std::min<std::size_t>(at, 4));
    const bool coded = before.size() == 4 && (before[0] == '4' || before[0] == '5') && digit(before[1]) &&
                       digit(before[2]) && (before[3] == ' ' || before[3] == '-');
    if (coded || before.ends_with('#')) return std::string(text.substr(at, length));
    if (first.empty()) first = text.substr(at, length);
  }
  return first;
}

/// As phrases are written: in lower case, with straight apostrophes.
std::string comparable(std::string_view text) {
  auto lower = mime::lower(to_valid_utf8(text));
  for (auto at = lower.find("\xE2\x80\x99"); at != std::string::npos; at = lower.find("\xE2\x80\x99", at)) {
    lower.replace(at, 3, "'");
  }
  return lower;
}

/// Up to the line that says where the returned letter begins.
std::string_view before_returned(std::string_view text) {
  std::size_t end = 0;
  for (const auto line : split(text, '\n')) {
    if (bounce_words::heads_returned_letter(comparable(line.substr(0, 200)))) break;
    end += line.size() + 1;
  }
  return text.substr(0, end);
}

/// Without what a gateway put in front, "[EXTERNAL] ".
bool says_undelivered_subject(std::string_view subject) {
  subject = trim(subject.substr(0, 200));
  if (subject.starts_with('[')) subject = trim(subject.substr(std::min(subject.find(']') + 1, subject.size())));
  return bounce_words::begins_subject(comparable(subject));
}

}  // namespace

std::optional<std::string> quoted_message_id(std::string_view text) {
  const auto lower = ascii_lower(text);
  for (auto at = lower.find("message-id:"); at != std::string::npos; at = lower.find("message-id:", at + 1)) {
    const auto line = lower.rfind('\n', at) == std::string::npos ? 0 : lower.rfind('\n', at) + 1;
    if (lower.find_first_not_of(" \t>", line) == at) return find_message_id(text.substr(at, 1200));
  }
  return std::nullopt;
}

bool is_from_mail_system(const Letter& letter) {
  const auto local = from_local_part(letter);
  if (letter.null_sender || letter.from.empty() || local == "mailer-daemon" || local == "mailerdaemon" ||
      local == "postmaster" || local == "mail-daemon" || local == "mdaemon" || local.starts_with("microsoftexchange") ||
      !first_value(letter, "X-Failed-Recipients").empty() ||
      bounce_words::names_daemon(mime::lower(letter.from.front().name))) {
    return true;
  }
  return ascii_lower(first_value(letter, "Auto-Submitted")).starts_with("auto-") &&
         says_undelivered_subject(letter.subject);
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
  const bool named = !first_value(letter, "X-Failed-Recipients").empty();
  if (!named && !says_undelivered_subject(letter.subject) &&
      !bounce_words::says_undelivered(comparable(letter.subject + '\n' + std::string(text)))) {
    return std::nullopt;
  }
  const auto told = before_returned(text);
  Bounce bounce;
  bounce.kind = Bounce::Kind::text;
  const bool delayed =
      bounce_words::says_delayed(comparable(told)) || bounce_words::says_delayed(comparable(letter.subject));
  bounce.action = delayed ? "delayed" : "failed";
  bounce.status = find_failure_status(told);
  bounce.recipients = failed_recipients(letter, told);
  bounce.original_message_id = quoted_message_id(letter.text.substr(0, std::size_t{256} << 10U));
  return bounce;
}

}  // namespace docket
