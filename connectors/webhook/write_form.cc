// docket's own form, /write: what a resident typed into it.
#include <algorithm>
#include <array>

#include "config/digest.h"
#include "config/text.h"
#include "connectors/mime/charset.h"
#include "connectors/mime/file_name.h"
#include "connectors/webhook/media_type.h"
#include "connectors/webhook/readings.h"

namespace docket::webhook {
namespace {

/// A field that no person sees; who fills it in is a program.
constexpr std::string_view kHoneypot = "website";

std::string* place_of(std::string_view name, Payload& payload) {
  const std::array<std::pair<std::string_view, std::string*>, 8> places{{{"form_id", &payload.form_id},
                                                                         {"name", &payload.name},
                                                                         {"email", &payload.email},
                                                                         {"phone", &payload.phone},
                                                                         {"subject", &payload.subject},
                                                                         {"text", &payload.text},
                                                                         {"language", &payload.language},
                                                                         {"location", &payload.location.address}}};
  const auto found = std::find_if(places.begin(), places.end(), [&](const auto& place) { return place.first == name; });
  return found == places.end() ? nullptr : found->second;
}

/// A browser sends a file without name and content where none was chosen.
void add_file(const FormField& field, Payload& payload) {
  if (field.value.empty() && trim(*field.file_name).empty()) return;
  Attachment file;
  file.name = mime::safe_file_name(to_valid_utf8(*field.file_name));
  file.type = media_type_or_octets(field.type);
  file.content = std::string(field.value);
  file.sha256 = sha256_hex(file.content);
  payload.attachments.push_back(std::move(file));
}

}  // namespace

Payload read_write_form(std::string_view body, std::string_view media_type) {
  Payload payload;
  payload.channel = "form";
  const auto form = read_form(body, media_type, payload);
  if (!form) return payload;
  for (const auto& field : form->fields) {
    auto value = mime::guess_utf8(field.value);
    if (field.file_name) {
      add_file(field, payload);
    } else if (field.name == kHoneypot) {
      if (!trim(value).empty()) payload.spam = true;
    } else if (field.name == "to") {
      if (!trim(value).empty()) payload.to.push_back(std::move(value));
    } else if (auto* place = place_of(field.name, payload); place != nullptr && place->empty()) {
      *place = std::move(value);
    } else if (!trim(value).empty()) {
      payload.lines.emplace_back(mime::guess_utf8(field.name), std::move(value));
    }
  }
  return payload;
}

}  // namespace docket::webhook
