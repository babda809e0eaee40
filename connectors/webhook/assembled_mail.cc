#include "connectors/webhook/assembled_mail.h"

#include <algorithm>
#include <array>

#include "config/digest.h"
#include "config/text.h"
#include "connectors/inbound.h"
#include "connectors/mime/encode.h"
#include "connectors/mime/field.h"
#include "connectors/mime/fields.h"
#include "connectors/mime/words.h"
#include "connectors/webhook/media_type.h"

namespace docket::webhook {
namespace {

bool is_field_name(std::string_view name) {
  return !name.empty() && name.size() <= 200 && is_visible_ascii(name) && name.find(':') == std::string_view::npos;
}

bool describes_body(std::string_view name) {
  static constexpr std::array<std::string_view, 3> kNames{"MIME-Version", "Content-Length", "Lines"};
  return ascii_equal_nocase(name.substr(0, 8), "Content-") ||
         std::any_of(kNames.begin(), kNames.end(), [&](auto known) { return ascii_equal_nocase(known, name); });
}

std::string text_part(std::string_view type, std::string_view text) {
  return "Content-Type: " + std::string(type) + "; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
         base64_lines(text);
}

std::string file_part(const MailFile& file) {
  // A message may not be base64 (RFC 2046 section 5.2.1), so it stands there as it is.
  const auto named = media_type_or_octets(file.type);
  const bool letter = named == "message/rfc822";
  const bool composite = !letter && (named.starts_with("message/") || named.starts_with("multipart/"));
  FieldWriter type("Content-Type");
  type.token(composite ? "application/octet-stream" : named);
  FieldWriter disposition("Content-Disposition");
  disposition.token(file.content_id.empty() ? "attachment" : "inline");
  // Without a name a text would be taken for a part of the letter's own.
  disposition.parameter("filename", file.name.empty() ? "attachment" : to_valid_utf8(file.name));
  std::string part = std::move(type).finish() + std::move(disposition).finish();
  if (!file.content_id.empty()) part += "Content-ID: <" + one_line(file.content_id) + ">\r\n";
  part += letter ? "Content-Transfer-Encoding: 8bit\r\n\r\n" : "Content-Transfer-Encoding: base64\r\n\r\n";
  return part + (letter ? file.content : base64_lines(file.content));
}

/// Made of the content, so that nobody can have written it into the content.
std::string multipart(std::string_view type, const std::vector<std::string>& parts) {
  std::string digests;
  for (const auto& part : parts) digests += sha256(part);
  const auto boundary = "=_" + sha256_hex(digests).substr(0, 40);
  std::string out = "Content-Type: multipart/" + std::string(type) + "; boundary=\"" + boundary + "\"\r\n\r\n";
  for (const auto& part : parts) {
    out += "--" + boundary + "\r\n";
    out += part;
    out += "\r\n";
  }
  return out + "--" + boundary + "--\r\n";
}

std::string body(const ParsedMail& mail) {
  std::vector<std::string> texts;
  if (!mail.text.empty() || mail.html.empty()) texts.push_back(text_part("text/plain", mail.text));
  if (!mail.html.empty()) texts.push_back(text_part("text/html", mail.html));
  auto words = texts.size() == 1 ? texts[0] : multipart("alternative", texts);
  if (mail.files.empty()) return words;
  std::vector<std::string> parts{std::move(words)};
  std::transform(mail.files.begin(), mail.files.end(), std::back_inserter(parts), file_part);
  return multipart("mixed", parts);
}

}  // namespace

std::string_view ParsedMail::field(std::string_view name) const {
  const auto found = std::find_if(header.begin(), header.end(),
                                  [&](const auto& field) { return ascii_equal_nocase(field.first, name); });
  return found == header.end() ? std::string_view() : found->second;
}

void ParsedMail::add_missing(std::string_view name, std::string_view value) {
  if (field(name).empty() && !value.empty()) header.emplace_back(name, value);
}

std::string assemble(const ParsedMail& mail) {
  std::string out;
  for (const auto& [name, value] : mail.header) {
    if (!is_field_name(name) || describes_body(name)) continue;
    out += name + ": " + one_line(mime::clean_text(value)) + "\r\n";
  }
  return out + "MIME-Version: 1.0\r\n" + body(mail);
}

std::string mailbox(std::string_view name, std::string_view address) {
  if (trim(name).empty()) return std::string(address);
  std::string quoted = "\"";
  for (const char c : name) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "\" <" + std::string(address) + ">";
}

std::string envelope_address(std::string_view text) {
  text = trim(text);
  if (text.starts_with('<') && text.ends_with('>')) text = text.substr(1, text.size() - 2);
  return one_line(text);
}

std::vector<std::pair<std::string, std::string>> header_of(std::string_view message) {
  std::vector<std::pair<std::string, std::string>> header;
  mime::Defects defects;
  for (const auto& field : mime::read_fields(header_block(message), {}, "the header", defects).list) {
    header.emplace_back(field.name, mime::unfold(field.value));
  }
  return header;
}

}  // namespace docket::webhook
