#include "connectors/webhook/fill.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "config/channels.h"
#include "config/digest.h"
#include "config/text.h"
#include "connectors/mime/address.h"
#include "connectors/mime/field.h"

namespace docket::webhook {
namespace {

std::vector<Address> addresses_in(const std::string& text) {
  return text.empty() ? std::vector<Address>{} : mime::parse_addresses(text, 1).addresses;
}

/// A word that is none of ours says only that it came through a program.
std::string channel_of(const std::string& word, const std::string& own) {
  const std::string lower = ascii_lower(word);
  if (lower.empty()) return own;
  return std::find(kChannels.begin(), kChannels.end(), lower) != kChannels.end() ? lower : "webhook";
}

/// LF line ends, no NUL, nothing beyond the limit.
std::string clean_text(std::string_view octets, const ReadLimits& limits, mime::Defects& defects) {
  std::string text = to_valid_utf8(octets.substr(0, limits.text));
  if (octets.size() > limits.text) defects.add("the text is too long, its end was not read");
  std::string lines;
  lines.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') lines += text[i];
    if (text[i] == '\r' && text.compare(i + 1, 1, "\n") != 0) lines += '\n';
  }
  return std::string(trim(lines));
}

/// Those who act read the text: where it is stands there too, unless the format has said it in its own words.
void add_place(Payload& payload) {
  const auto is_place = [](const auto& line) { return line.first == "Location" || line.first == "Address"; };
  if (std::any_of(payload.lines.begin(), payload.lines.end(), is_place)) return;
  const Location& place = payload.location;
  if (!place.address.empty()) payload.lines.emplace_back("Location", place.address);
  if (place.latitude && place.longitude) {
    payload.lines.emplace_back("Coordinates", fmt::format("{:.6f}, {:.6f}", *place.latitude, *place.longitude));
  }
}

}  // namespace

void fill(Letter& letter, Payload&& payload, const ReadLimits& limits, mime::Defects& defects) {
  letter.from = addresses_in(payload.email);
  const std::string name = one_line(payload.name);
  for (Address& from : letter.from) from.name = name;
  for (const std::string& to : payload.to) {
    for (Address& address : addresses_in(to)) letter.to.push_back(std::move(address));
  }
  letter.resident_name = name;
  letter.phone = one_line(payload.phone);
  letter.subject = one_line(payload.subject);
  letter.text = clean_text(payload.text, limits, defects);
  letter.new_text = letter.text;
  add_place(payload);
  for (const auto& [label, value] : payload.lines) {
    letter.text += (letter.text.empty() ? "" : "\n") + one_line(label) + ": " + one_line(value);
  }
  if (!payload.language.empty()) letter.language = ascii_lower(payload.language.substr(0, 2));
  letter.channel = channel_of(payload.channel, letter.channel);
  if (payload.written) letter.date = SenderDate{*payload.written, std::chrono::minutes{0}};
  letter.service = one_line(payload.service);
  letter.location = std::move(payload.location);
  letter.media = std::move(payload.media);
  letter.attachments = std::move(payload.attachments);
  for (std::string& defect : payload.defects) defects.add(std::move(defect));
  for (Attachment& file : letter.attachments) {
    if (file.sha256.empty()) file.sha256 = sha256_hex(file.content);
  }
}

}  // namespace docket::webhook
