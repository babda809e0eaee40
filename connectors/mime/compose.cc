#include "connectors/mime/compose.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <initializer_list>
#include <string_view>

#include <fmt/format.h>

#include "config/digest.h"
#include "config/text.h"
#include "connectors/mime/alabel.h"
#include "connectors/mime/encode.h"
#include "connectors/mime/field.h"

namespace docket {
namespace {

constexpr std::size_t kLongestLine = 998;  // RFC 5322 section 2.1.1
constexpr std::size_t kReferences = 20;
constexpr std::size_t kFileName = 150;

bool atext(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

bool is_dot_atom(std::string_view text) {
  const auto allowed = [](char c) { return atext(c) || c == '.' || static_cast<unsigned char>(c) >= 0x80; };
  return !text.empty() && std::all_of(text.begin(), text.end(), allowed) && text.front() != '.' && text.back() != '.' &&
         text.find("..") == std::string_view::npos;
}

bool needs_utf8(const Address& address) {
  return !is_ascii_text(address.address.substr(0, address.address.rfind('@')));
}

/// The address between its angle brackets; nullopt when nothing may be written for it. A local part that is not ASCII
/// has no other form (RFC 6531), so it stays only in a letter that needs SMTPUTF8 anyway.
std::optional<std::string> addr_spec(const std::string& address, bool utf8) {
  const auto at = address.rfind('@');
  if (at == std::string::npos || at == 0 || at > 256 || address != one_line(address)) return std::nullopt;
  auto local = address.substr(0, at);
  const auto domain = ascii_domain(std::string_view(address).substr(at + 1));
  if (!domain || (!utf8 && !is_ascii_text(local))) return std::nullopt;
  if (!is_dot_atom(local)) {
    if (local.size() > 1 && local.front() == '"' && local.back() == '"') local = local.substr(1, local.size() - 2);
    std::string quoted = "\"";
    for (std::size_t i = 0; i < local.size(); ++i) {
      if (local[i] == '\\' && i + 1 < local.size()) ++i;
      if (local[i] == '"' || local[i] == '\\') quoted += '\\';
      quoted += local[i];
    }
    local = quoted + '"';
  }
  return local + '@' + *domain;
}

std::string address_field(std::string_view name, const std::vector<Address>& addresses, bool utf8) {
  FieldWriter field(name, utf8);
  bool any = false;
  for (const auto& address : addresses) {
    const auto spec = addr_spec(address.address, utf8);
    if (!spec) continue;
    if (any) field.glue(",");
    any = true;
    field.phrase(address.name);
    field.token(one_line(address.name).empty() ? *spec : '<' + *spec + '>');
  }
  return any ? std::move(field).finish() : std::string();
}

bool is_message_id(std::string_view id) {
  return id.size() > 2 && id.size() <= 900 && id.starts_with('<') && id.ends_with('>') && is_visible_ascii(id) &&
         id.substr(1, id.size() - 2).find_first_of("<>") == std::string_view::npos;
}

/// Ids in their order; of a long list the first and the last ones (RFC 5537 section 3.4.4 trims alike).
std::string id_field(std::string_view name, const std::vector<std::string>& ids) {
  std::vector<std::string_view> good;
  std::copy_if(ids.begin(), ids.end(), std::back_inserter(good), is_message_id);
  if (good.size() > kReferences) {
    good.erase(good.begin() + 1, good.end() - static_cast<std::ptrdiff_t>(kReferences - 1));
  }
  FieldWriter field(name);
  for (const auto id : good) field.token(id);
  return good.empty() ? std::string() : std::move(field).finish();
}

std::string text_field(std::string_view name, std::string_view value) {
  if (one_line(value).empty()) return {};
  FieldWriter field(name);
  field.text(value);
  return std::move(field).finish();
}

std::string date_field(Time date, std::chrono::minutes offset) {
  static constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto local = std::chrono::floor<std::chrono::seconds>(date + offset);
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::year_month_day ymd(day);
  const std::chrono::hh_mm_ss time(local - day);
  const auto minutes = std::abs(offset.count());
  return fmt::format("Date: {}, {:02} {} {:04} {:02}:{:02}:{:02} {}{:02}{:02}\r\n",
                     kDays[std::chrono::weekday(day).c_encoding()], static_cast<unsigned>(ymd.day()),
                     kMonths[static_cast<unsigned>(ymd.month()) - 1], static_cast<int>(ymd.year()),
                     time.hours().count(), time.minutes().count(), time.seconds().count(),
                     offset.count() < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

bool is_dropped(char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F; }

/// LF line ends, no control characters but tabs, a line break at the end.
std::string clean_text(std::string_view text) {
  std::string out;
  const auto valid = to_valid_utf8(text);
  out.reserve(valid.size() + 1);
  for (std::string_view rest = valid; !rest.empty();) {
    const auto* const end = std::find_if(rest.begin(), rest.end(), is_dropped);
    const auto kept = static_cast<std::size_t>(end - rest.begin());
    out += rest.substr(0, kept);
    rest.remove_prefix(kept);
    if (rest.empty()) break;
    if (rest.front() == '\r' && !rest.starts_with("\r\n")) out += '\n';
    rest.remove_prefix(1);
  }
  if (!out.ends_with('\n')) out += '\n';
  return out;
}

/// Header fields and body of one part, the empty line between.
struct Part {
  std::string head;
  std::string body;
  bool plain = false;  ///< the body is not encoded: a boundary could stand in it
};

Part text_part(std::string_view draft_text) {
  const auto text = clean_text(draft_text);
  const std::string type = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: ";
  if (smtp_safe(text)) return {type + "7bit\r\n", with_crlf(text), true};
  auto quoted = quoted_printable(text);
  if (quoted.size() <= text.size() / 3 * 4 + 400) return {type + "quoted-printable\r\n", std::move(quoted)};
  return {type + "base64\r\n", base64_lines(with_crlf(text))};
}

bool is_type(std::string_view type) {
  const auto parts = split(type, '/');
  return parts.size() == 2 && type.size() <= 127 && std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
           return !part.empty() && std::all_of(part.begin(), part.end(), [](char c) {
             return atext(c) ? std::string_view("{}%`'*|~=?").find(c) == std::string_view::npos : c == '.';
           });
         });
}

/// Without directories, and short enough for every file system; the ending stays.
std::string file_name(std::string_view name) {
  auto clean = one_line(name);
  std::replace_if(
      clean.begin(), clean.end(), [](char c) { return c == '/' || c == '\\' || c == ':'; }, '_');
  const auto count = count_characters(clean);
  if (count > kFileName) {
    const auto ending = first_characters(clean, count - 20).size();
    clean = std::string(first_characters(clean, kFileName - 20)) + clean.substr(ending);
  }
  return clean.find_first_not_of(". ") == std::string::npos ? "attachment" : clean;
}

Part attachment_part(const DraftAttachment& attachment) {
  auto type = ascii_lower(attachment.type);
  const bool letter = type == "message/rfc822" && smtp_safe(attachment.content);
  // Other message and multipart types may not be base64 (RFC 2046 section 5), and ours is.
  if (!letter && (!is_type(type) || type.starts_with("message/") || type.starts_with("multipart/"))) {
    type = "application/octet-stream";
  }
  FieldWriter content_type("Content-Type");
  content_type.token(type);
  if (type.starts_with("text/") && is_utf8(attachment.content)) content_type.parameter("charset", "utf-8");
  FieldWriter disposition("Content-Disposition");
  disposition.token("attachment");
  disposition.parameter("filename", file_name(attachment.name));
  Part part{std::move(content_type).finish() + std::move(disposition).finish(), {}, letter};
  part.head += letter ? "Content-Transfer-Encoding: 7bit\r\n" : "Content-Transfer-Encoding: base64\r\n";
  part.body = letter ? with_crlf(attachment.content) : base64_lines(attachment.content);
  return part;
}

/// A line that no part holds: "=_" cannot come out of an encoder, and parts that are not encoded are searched.
std::string choose_boundary(const std::string& message_id, const std::vector<Part>& parts) {
  for (int attempt = 0;; ++attempt) {
    auto boundary = "=_docket_" + sha256_hex(fmt::format("{} {}", attempt, message_id)).substr(0, 24);
    const auto holds = [&](const Part& part) { return part.plain && part.body.find(boundary) != std::string::npos; };
    if (std::none_of(parts.begin(), parts.end(), holds)) return boundary;
  }
}

void append(std::string& out, std::initializer_list<std::string_view> pieces) {
  for (const auto piece : pieces) out += piece;
}

/// Adds the fields of MIME and the body.
void append_body(std::string& out, const Draft& draft) {
  std::vector<Part> parts{text_part(draft.text)};
  if (draft.attachments.empty()) return append(out, {parts[0].head, "\r\n", parts[0].body});
  for (const auto& attachment : draft.attachments) parts.push_back(attachment_part(attachment));
  const auto boundary = choose_boundary(draft.message_id, parts);
  append(out, {"Content-Type: multipart/mixed; boundary=\"", boundary, "\"\r\n\r\n"});
  for (auto& part : parts) {
    append(out, {"--", boundary, "\r\n", part.head, "\r\n", part.body, "\r\n"});
    part.body.clear();
    part.body.shrink_to_fit();
  }
  append(out, {"--", boundary, "--\r\n"});
}

bool is_field_name(std::string_view name) {
  return !name.empty() && name.size() <= 60 && is_visible_ascii(name) && name.find(':') == std::string_view::npos;
}

}  // namespace

std::string compose(const Draft& draft) {
  const bool utf8 = needs_utf8(draft.from) || std::any_of(draft.to.begin(), draft.to.end(), needs_utf8);
  std::string out = date_field(draft.date, draft.offset);
  out += address_field("From", {draft.from}, utf8);
  const auto to = address_field("To", draft.to, utf8);
  out += to.empty() ? "To: undisclosed-recipients:;\r\n" : to;
  out += address_field("Reply-To", draft.reply_to, utf8);
  out += text_field("Subject", draft.subject);
  out += id_field("Message-ID", {draft.message_id});
  out += id_field("In-Reply-To", draft.in_reply_to);
  out += id_field("References", draft.references);
  for (const auto& header : draft.extra) {
    if (is_field_name(header.name)) out += text_field(header.name, header.value);
  }
  out += text_field("Content-Language", draft.content_language);
  out += "MIME-Version: 1.0\r\n";
  append_body(out, draft);
  return out;
}

bool smtp_safe(std::string_view octets) {
  if (!is_ascii_text(octets) || octets.find('\0') != std::string_view::npos) return false;
  while (!octets.empty()) {
    const auto end = std::min(octets.find('\n'), octets.size());
    const auto line = octets.substr(0, end);
    // A carriage return stands at the end of a line, before its line feed, or nowhere.
    const auto cr = line.find('\r');
    if (cr != std::string_view::npos && (cr + 1 != end || end == octets.size())) return false;
    if (std::min(cr, end) > kLongestLine) return false;
    octets.remove_prefix(std::min(end + 1, octets.size()));
  }
  return true;
}

}  // namespace docket
