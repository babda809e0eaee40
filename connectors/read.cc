#include "connectors/read.h"

#include <algorithm>
#include <array>
#include <exception>
#include <new>
#include <utility>

#include "config/digest.h"
#include "config/failpoint.h"
#include "config/text.h"
#include "connectors/mime/address.h"
#include "connectors/mime/authentication.h"
#include "connectors/mime/automatic.h"
#include "connectors/mime/bounce.h"
#include "connectors/mime/calendar.h"
#include "connectors/mime/contents.h"
#include "connectors/mime/date.h"
#include "connectors/mime/field.h"
#include "connectors/mime/gist.h"
#include "connectors/mime/language.h"
#include "connectors/mime/letter_key.h"
#include "connectors/mime/message_id.h"
#include "connectors/mime/people.h"
#include "connectors/mime/prepare.h"
#include "connectors/mime/quoting.h"
#include "connectors/mime/spam.h"
#include "connectors/mime/strip.h"
#include "connectors/mime/tree.h"
#include "connectors/mime/words.h"
#include "connectors/open311/payload.h"
#include "connectors/phone.h"
#include "connectors/webhook/fill.h"
#include "connectors/webhook/payload.h"

namespace docket {
namespace {

using mime::Defects;
using mime::Fields;

/// One step of reading: what fails in it is a defect, and the steps after it go on.
template <typename Step>
void attempt(Defects& defects, const char* what, Step step) {
  try {
    step();
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    defects.add(std::string(what) + " could not be read");
  }
}

/// Fields of mail systems hold no encoded-words (RFC 2047 section 5), but repeat what strangers said: decoding a
/// sender's address in Authentication-Results would let it write "; dmarc=pass" there.
bool is_trace(std::string_view name) {
  static constexpr std::array<std::string_view, 4> kTrace{"Authentication-Results", "Received", "Received-SPF",
                                                          "Return-Path"};
  return std::any_of(kTrace.begin(), kTrace.end(), [&](auto trace) { return ascii_equal_nocase(name, trace); });
}

std::vector<Header> decode_headers(const Fields& fields, Defects& defects) {
  std::vector<Header> headers;
  headers.reserve(fields.list.size());
  for (const auto& field : fields.list) {
    std::string unknown;
    auto value = mime::unfold(field.value);
    if (is_trace(field.name)) {
      value = one_line(value);
    } else if (!mime::is_plain(value)) {
      value = mime::decode_words(value, &unknown);
    }
    headers.push_back({std::string(field.name), std::move(value)});
    if (unknown.empty()) continue;
    defects.add("unknown charset " + mime::shown(unknown) + " in " + mime::shown(field.name));
  }
  return headers;
}

/// All fields of that name together: RFC 5322 allows one, senders write several.
std::vector<Address> read_addresses(const Fields& fields, const std::string& name, const ReadLimits& limits,
                                    Defects& defects) {
  std::vector<Address> addresses;
  for (const auto& field : fields.list) {
    if (!ascii_equal_nocase(field.name, name)) continue;
    auto list = mime::parse_addresses(mime::unfold(field.value), limits.addresses - addresses.size());
    if (list.cut) defects.add("more than " + std::to_string(limits.addresses) + " addresses in " + name);
    std::move(list.addresses.begin(), list.addresses.end(), std::back_inserter(addresses));
  }
  return addresses;
}

void read_identity(Letter& letter, const Fields& fields, const ReadLimits& limits, Defects& defects) {
  const auto ids = mime::parse_message_ids(fields.value("Message-ID"), 1);
  if (!ids.empty()) letter.message_id = ids.front();
  letter.in_reply_to = mime::parse_message_ids(fields.value("In-Reply-To"), limits.addresses);
  letter.references = mime::parse_message_ids(fields.value("References"), limits.addresses);
  const auto date = fields.value("Date");
  letter.date = mime::parse_date(date);
  if (!letter.date && !date.empty()) defects.add("the Date cannot be understood");
  letter.subject = std::string(trim(mime::decode_words(fields.value("Subject"))));
}

void read_people(Letter& letter, const Fields& fields, const ReadLimits& limits, Defects& defects) {
  letter.from = read_addresses(fields, "From", limits, defects);
  letter.sender = read_addresses(fields, "Sender", limits, defects);
  letter.reply_to = read_addresses(fields, "Reply-To", limits, defects);
  letter.to = read_addresses(fields, "To", limits, defects);
  letter.cc = read_addresses(fields, "Cc", limits, defects);
  if (letter.from.empty()) defects.add("no address in From");
}

bool is_own(const Letter& letter, const std::string& instance) {
  return !instance.empty() && std::any_of(letter.headers.begin(), letter.headers.end(), [&](const Header& header) {
    return ascii_equal_nocase(header.name, "X-Docket-Instance") && header.value == instance;
  });
}

void count_received(Letter& letter) {
  letter.received_lines =
      static_cast<int>(std::count_if(letter.headers.begin(), letter.headers.end(),
                                     [](const Header& header) { return ascii_equal_nocase(header.name, "Received"); }));
}

/// What the octets say by themselves.
std::vector<PartView> read_structure(Letter& letter, std::string_view octets, const ReadLimits& limits,
                                     Defects& defects) {
  std::vector<PartView> leaves;
  std::string repaired;
  const auto text = mime::prepare(octets, repaired, limits, defects);
  std::vector<mime::Entity> entities;
  attempt(defects, "the structure", [&] { entities = mime::parse_tree(text, limits, defects); });
  if (entities.empty()) return leaves;
  const auto& fields = entities.front().fields;
  if (fields.list.empty()) defects.add("no header");
  attempt(defects, "the header", [&] { letter.headers = decode_headers(fields, defects); });
  attempt(defects, "the addresses", [&] { read_people(letter, fields, limits, defects); });
  attempt(defects, "the header's ids and date", [&] { read_identity(letter, fields, limits, defects); });
  attempt(defects, "the content", [&] {
    auto contents = mime::read_contents(entities, limits, defects);
    letter.text = std::move(contents.text);
    letter.html = contents.html;
    letter.attachments = std::move(contents.attachments);
    leaves = std::move(contents.leaves);
  });
  return leaves;
}

/// What it means, in the order in which one depends on another.
void read_meaning(Letter& letter, const Inbound& inbound, const ReadContext& context,
                  const std::vector<PartView>& leaves, const ReadLimits& limits, Defects& defects) {
  attempt(defects, "the resident", [&] { mime::read_resident(letter, context); });
  attempt(defects, "the return path", [&] { mime::read_return_path(letter, inbound.envelope); });
  attempt(defects, "the recipients", [&] { mime::read_recipients(letter, inbound.envelope, context); });
  letter.own = is_own(letter, context.instance);
  count_received(letter);
  attempt(defects, "the banners", [&] { strip_banners(letter, context.strip); });
  attempt(defects, "the new text", [&] { letter.new_text = new_text(letter.text); });
  if (letter.new_text.empty()) letter.new_text = letter.text;
  attempt(defects, "the gist", [&] { letter.gist = gist(letter.new_text); });
  if (limits.steps.language) {
    attempt(defects, "the language", [&] { letter.language = detect_language(letter.subject, letter.new_text); });
  }
  attempt(defects, "the calendar", [&] { letter.calendar_method = calendar_method(leaves); });
  attempt(defects, "the automatic signs", [&] { letter.automatic = automatic_signs(letter, context.own_lists); });
  attempt(defects, "the bounce", [&] { letter.bounce = read_bounce(letter, leaves); });
  attempt(defects, "the authentication", [&] {
    const auto found = authentication(letter, context.trusted_authserv_ids);
    letter.authenticated = found.verdict;
    letter.authentication_judged = found.judged;
  });
  attempt(defects, "the spam verdict", [&] { letter.spam = spam_verdict(letter, inbound.junk_folder); });
  letter.letter_key = letter.sha256;
  if (limits.steps.hashes) attempt(defects, "the key", [&] { letter.letter_key = letter_key(letter); });
}

/// What came by a form, a text message or a call is new as a whole: it quotes no one.
void read_own_words(Letter& letter, const Inbound& inbound, const ReadContext& context, Defects& defects) {
  attempt(defects, "the resident", [&] { mime::read_resident(letter, context); });
  attempt(defects, "the telephone number", [&] {
    if (auto number = normalised(letter.phone, context.region)) letter.phone = std::move(*number);
  });
  attempt(defects, "the recipients", [&] { mime::read_recipients(letter, inbound.envelope, context); });
  attempt(defects, "the banners", [&] { strip_banners(letter, context.strip); });
  attempt(defects, "the gist", [&] { letter.gist = gist(letter.new_text); });
  if (!letter.language) {
    attempt(defects, "the language", [&] { letter.language = detect_language(letter.subject, letter.new_text); });
  }
  letter.new_text = letter.text;
  // Without a time of writing two that are alike may be two letters: only the same delivery is the same.
  letter.letter_key = sha256_hex(inbound.delivery_key + " " + letter.sha256);
  if (letter.date) attempt(defects, "the key", [&] { letter.letter_key = letter_key(letter); });
  // An Open311 request has neither time nor id: what may be a repeat its source knows, and says with the delivery key.
  if (inbound.format == "open311") letter.letter_key = sha256_hex("open311 " + inbound.delivery_key);
}

/// The provider judged the letter when it took it from its sender; its verdict came over a signed connection.
void take_verdicts(Letter& letter, const webhook::Payload& payload) {
  if (payload.spam) letter.spam = letter.spam || *payload.spam;
  if (!payload.authenticated) return;
  letter.authenticated = *payload.authenticated;
  letter.authentication_configured = true;
  letter.authentication_judged = true;
}

/// Only a town can name what an Open311 request asks for.
webhook::Payload understand(const Inbound& inbound, const ReadContext& context) {
  if (inbound.format == "open311") return open311::understand(inbound.octets, context.services, context.language);
  return webhook::understand(inbound.octets, inbound.format, inbound.media_type);
}

void read_payload(Letter& letter, const Inbound& inbound, const ReadContext& context, const ReadLimits& limits,
                  Defects& defects) {
  webhook::Payload payload;
  attempt(defects, "the payload", [&] { payload = understand(inbound, context); });
  if (payload.message) {
    for (auto& defect : payload.defects) defects.add(std::move(defect));
    const auto leaves = read_structure(letter, *payload.message, limits, defects);
    read_meaning(letter, inbound, context, leaves, limits, defects);
    take_verdicts(letter, payload);
    return;
  }
  take_verdicts(letter, payload);
  attempt(defects, "the payload", [&] { webhook::fill(letter, std::move(payload), limits, defects); });
  read_own_words(letter, inbound, context, defects);
}

/// What must not be read is one file, so that a person can still have it.
void keep_unread(Letter& letter, const Inbound& inbound, Defects& defects) {
  defects.add("not read: " + *inbound.unreadable);
  Attachment whole;
  whole.name = "letter.eml";
  whole.type = "application/octet-stream";
  whole.content = inbound.octets;
  whole.sha256 = letter.sha256;
  letter.attachments.push_back(std::move(whole));
  letter.letter_key = letter.sha256;
}

}  // namespace

ReadContext read_context(const Settings& settings, const Town& town, const std::string& source,
                         const std::string& instance) {
  ReadContext context;
  for (const auto& [address, office] : town.addresses) context.own_addresses.push_back(address);
  const auto add = [](auto& all, const auto& more) { all.insert(all.end(), more.begin(), more.end()); };
  for (const auto& from : settings.sources) {
    // A file came through no source: any of them could have brought it.
    if (!source.empty() && from.name != source) continue;
    if (!source.empty() || settings.sources.size() == 1) context.source_address = from.address;
    add(context.own_lists, from.own_lists);
    add(context.strip.subject, from.strip.subject);
    add(context.strip.text, from.strip.text);
    const auto* const webhook = std::get_if<WebhookSettings>(&from.way);
    if (webhook != nullptr && webhook->format == "open311") context.services = town.services;
  }
  context.forms = town.forms;
  context.trusted_authserv_ids = settings.trusted_authserv_ids;
  context.instance = instance;
  context.region = region_of(town.time_zone);
  context.language = town.default_language;
  return context;
}

Letter read(const Inbound& inbound, const ReadContext& context, const ReadLimits& limits) {
  Letter letter;
  Defects defects;
  letter.source = inbound.source;
  letter.channel = inbound.channel;
  letter.size = inbound.oversize.value_or(inbound.octets.size());
  if (limits.steps.hashes) letter.sha256 = sha256_hex(inbound.octets);
  if (inbound.received != Time{}) letter.received = inbound.received;
  letter.authentication_configured = !context.trusted_authserv_ids.empty();
  if (inbound.unreadable && !inbound.octets.empty()) {
    keep_unread(letter, inbound, defects);
    letter.defects = defects.take();
    return letter;
  }
  failpoint("reading", inbound.octets);
  if (inbound.oversize) defects.add("too large, only its header was read");
  if (inbound.format.empty()) {
    const auto leaves = read_structure(letter, inbound.octets, limits, defects);
    read_meaning(letter, inbound, context, leaves, limits, defects);
  } else {
    read_payload(letter, inbound, context, limits, defects);
  }
  letter.defects = defects.take();
  return letter;
}

}  // namespace docket
