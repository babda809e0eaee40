#include "rules/sketch.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "config/address.h"
#include "config/channels.h"
#include "config/quantity.h"
#include "config/text.h"
#include "rules/load_places.h"
#include "rules/values.h"

namespace docket {
namespace {

/// As connectors show addresses: the domain in lower-case Unicode, the local part as it was written.
std::string unicode_domain(std::string_view text) {
  std::string address(trim(text));
  const auto at = address.rfind('@');
  if (at == std::string::npos) return address;
  return address.substr(0, at + 1) + domain_key(address.substr(at + 1)).value_or(ascii_lower(address.substr(at + 1)));
}

/// "Ana Roy <ana@example.org>" or "ana@example.org".
/// Clerks' examples, not mail: no comments, no groups.
Address address_of(std::string_view text) {
  const auto open = text.rfind('<');
  if (open == std::string_view::npos || !trim(text).ends_with('>')) return {"", unicode_domain(text)};
  auto name = trim(text.substr(0, open));
  if (name.size() >= 2 && name.front() == '"' && name.back() == '"') name = name.substr(1, name.size() - 2);
  const auto inside = text.substr(open + 1);
  return {std::string(name), unicode_domain(inside.substr(0, inside.find('>')))};
}

std::vector<Address> addresses_of(const std::vector<std::string>& texts) {
  std::vector<Address> addresses;
  std::transform(texts.begin(), texts.end(), std::back_inserter(addresses), address_of);
  return addresses;
}

void read_headers(yaml::Map& map, Sketch& sketch) {
  const auto* node = map.find("header");
  if (node == nullptr || !map.reader().is_map(*node)) return;
  for (std::size_t i = 0; i < node->items.size(); ++i) {
    for (const auto& value : map.reader().texts(node->items[i])) sketch.headers.push_back({node->keys[i].text, value});
  }
}

/// A name alone is the usual case; the type matters only to rules that look at it.
void read_attachment(yaml::Reader& reader, const yaml::Node& node, Sketch& sketch) {
  SketchedAttachment attachment{"", "application/octet-stream", 0};
  if (node.is_map()) {
    yaml::Map map(reader, node);
    map.text("name", attachment.name);
    map.text("type", attachment.type);
    std::uint64_t size = 0;
    if (map.size("size", size)) attachment.size = size;
    map.finish();
  } else if (const auto name = reader.text(node)) {
    attachment.name = *name;
  }
  attachment.type = ascii_lower(attachment.type);
  sketch.attachments.push_back(std::move(attachment));
}

/// An example whose sender, language or channel cannot be would prove nothing, or the wrong thing.
void check_words(yaml::Map& map, const Sketch& sketch) {
  auto& reader = map.reader();
  for (const char* key : {"to", "cc", "recipient", "from"}) {
    const auto* node = map.node().find(key);
    if (node == nullptr || (std::string_view(key) == "from" && sketch.from.empty())) continue;
    const auto one = [&](const yaml::Node& item) {
      if (!item.is_scalar() || item.text.empty() || address_key(address_of(item.text).address)) return;
      reader.error(item, fmt::format("'{}' is not a mail address", item.text),
                   "write it as ana@people.example, or \"Ana Roy <ana@people.example>\"");
    };
    if (node->is_scalar()) one(*node);
    if (node->is_list()) std::for_each(node->items.begin(), node->items.end(), one);
  }
  Value number;
  if (const auto fault = sketch.phone.empty() ? std::nullopt : values::phone(sketch.phone, false, number)) {
    reader.error(*map.node().find("phone"), fault->text, fault->hint);
  }
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const bool language =
      sketch.language.size() == 2 && std::all_of(sketch.language.begin(), sketch.language.end(), letter);
  if (!sketch.language.empty() && !language) {
    reader.error(*map.node().find("language"), fmt::format("'{}' is no language", sketch.language),
                 "two letters such as en or fr");
  }
  if (std::find(kChannels.begin(), kChannels.end(), sketch.channel) == kChannels.end()) {
    reader.error(*map.node().find("channel"), fmt::format("'{}' is no channel", sketch.channel),
                 fmt::format("one of: {}", fmt::join(kChannels, ", ")));
  }
}

/// Local "2026-11-23 10:00" in the town's zone, or RFC 3339.
/// Without a calendar it only tells whether `at` is well-formed: when files are read there may be none.
std::optional<Time> moment(const std::string& at, const Calendar* calendar) {
  if (at.size() == 16 && (at[10] == ' ' || at[10] == 'T')) {
    const auto date = parse_date(at.substr(0, 10));
    const auto minute = parse_clock_time(at.substr(11));
    if (!date || !minute) return std::nullopt;
    return calendar != nullptr ? calendar->at(*date, *minute) : Time{};
  }
  // A day alone would be its midnight in Greenwich.
  return at.size() > 10 ? parse_rfc3339(at) : std::nullopt;
}

/// Any working moment: what a test without `at` is about does not depend on the time.
Time some_open_time(const Calendar& calendar) {
  // A fixed week, so that a test's outcome does not change with the day on which it runs.
  using namespace std::chrono_literals;
  const auto noon = calendar.at(2024y / std::chrono::January / 8, 12 * 60);
  return calendar.next_opening(noon).value_or(noon);
}

/// The signs that reading would find in these headers, as far as tests speak of acknowledgements.
void add_signs(const Header& header, Letter& letter) {
  const auto name = ascii_lower(header.name);
  const auto value = ascii_lower(header.value);
  const bool automatic = (name == "auto-submitted" && !value.starts_with("no")) || name == "x-autoreply";
  const bool list = name == "list-id" || name == "list-unsubscribe" ||
                    (name == "precedence" && (value == "bulk" || value == "list" || value == "junk"));
  if (automatic || list) letter.automatic.push_back({header.name, header.value, list});
  if (name == "return-path") {
    letter.return_path = address_of(header.value).address;
    letter.null_sender = letter.return_path->empty();
  }
}

/// Without a configuration every recipient would be ours; a sketch always has a town, so only its addresses are.
void add_people(const Sketch& sketch, const Town& town, Letter& letter) {
  letter.to = addresses_of(sketch.to);
  letter.cc = addresses_of(sketch.cc);
  if (!sketch.from.empty()) letter.from = {address_of(sketch.from)};
  for (const auto* list : {&sketch.recipient, &sketch.to, &sketch.cc}) {
    for (const auto& text : *list) {
      const auto address = address_key(address_of(text).address).value_or(text);
      const bool ours = list == &sketch.recipient || town.addresses.contains(address);
      const bool is_new =
          std::find(letter.recipients.begin(), letter.recipients.end(), address) == letter.recipients.end();
      if (ours && is_new) letter.recipients.push_back(address);
    }
  }
  if (letter.from.empty()) return;
  letter.resident = letter.from.front().address;
  letter.resident_name = sketch.sender_name.empty() ? letter.from.front().name : sketch.sender_name;
}

/// A form's letter is the resident's who stands in its one Reply-To.
void apply_forms(const Town& town, Letter& letter) {
  if (!letter.resident) return;
  const auto from = address_key(*letter.resident).value_or(*letter.resident);
  const auto at = from.rfind('@');
  const auto domain = at == std::string::npos ? from : from.substr(at);
  for (const auto& form : town.forms) {
    if (form.from != from && form.from != domain) continue;
    letter.form_label = form.label;
    letter.resident.reset();
    if (letter.reply_to.size() == 1) {
      letter.resident = letter.reply_to.front().address;
      letter.resident_name = letter.reply_to.front().name;
    }
    return;
  }
}

}  // namespace

Sketch read_sketch(yaml::Map& map) {
  Sketch sketch;
  map.texts("to", sketch.to);
  map.texts("cc", sketch.cc);
  map.texts("recipient", sketch.recipient);
  if (const auto* from = map.find("from")) {
    sketch.from = from->is_null() || from->text == "none" ? "" : map.reader().text(*from).value_or("");
  }
  for (const auto& [key, into] : {std::pair{"sender_name", &sketch.sender_name},
                                  {"phone", &sketch.phone},
                                  {"subject", &sketch.subject},
                                  {"text", &sketch.text},
                                  {"body", &sketch.text},
                                  {"quoted", &sketch.quoted},
                                  {"at", &sketch.at},
                                  {"language", &sketch.language},
                                  {"channel", &sketch.channel},
                                  {"source", &sketch.source}}) {
    map.text(key, *into);
  }
  if (const auto* body = map.node().find("body"); body != nullptr && map.node().find("text") != nullptr) {
    map.reader().error(*body, "'text' and 'body' are both what the person wrote", "keep one of them");
  }
  if (!sketch.at.empty() && !moment(sketch.at, nullptr)) {
    map.reader().error(*map.node().find("at"), fmt::format("'{}' is no moment", sketch.at),
                       "write \"2026-11-23 10:00\", in the town's time");
  }
  check_words(map, sketch);
  read_headers(map, sketch);
  if (const auto* location = map.find("location")) sketch.location = read_location(map.reader(), *location);
  if (const auto* attachments = map.find("attachment")) {
    if (!attachments->is_list()) read_attachment(map.reader(), *attachments, sketch);
    for (const auto& item : attachments->is_list() ? attachments->items : std::vector<yaml::Node>{}) {
      read_attachment(map.reader(), item, sketch);
    }
  }
  std::uint64_t size = 0;
  if (map.size("size", size)) sketch.size = size;
  map.boolean("spam", sketch.spam);
  if (const auto result = map.word("authenticated", {"unknown", "pass", "fail"})) {
    sketch.authenticated = static_cast<Authenticated>(*result);
  }
  return sketch;
}

Letter letter_of(const Sketch& sketch, const Town& town, const Calendar& calendar) {
  Letter letter;
  add_people(sketch, town, letter);
  // As connectors read it; only what is written into a rule file comes with signs between its digits.
  Value number;
  letter.phone = values::phone(sketch.phone, false, number) ? sketch.phone : number.form;
  letter.location = sketch.location;
  letter.subject = sketch.subject;
  letter.new_text = sketch.text;
  letter.text = sketch.quoted.empty() ? sketch.text : sketch.text + "\n" + sketch.quoted;
  letter.received = sketch.at.empty() ? some_open_time(calendar) : moment(sketch.at, &calendar);
  if (!sketch.language.empty()) letter.language = sketch.language;
  letter.channel = sketch.channel;
  letter.source = sketch.source;
  letter.headers = sketch.headers;
  for (const auto& header : sketch.headers) {
    add_signs(header, letter);
    if (ascii_equal_nocase(header.name, "Reply-To")) letter.reply_to.push_back(address_of(header.value));
  }
  apply_forms(town, letter);
  for (const auto& one : sketch.attachments) {
    Attachment attachment;
    if (!one.name.empty()) attachment.name = one.name;
    attachment.type = one.type;
    letter.attachments.push_back(std::move(attachment));
  }
  letter.spam = sketch.spam;
  letter.authenticated = sketch.authenticated;
  // A sketch has no octets; the sum of its texts keeps `over: 1 KiB` from surprising anybody.
  letter.size = sketch.size.value_or(sketch.subject.size() + letter.text.size());
  return letter;
}

}  // namespace docket
