#include "connectors/mime/people.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

#include "config/text.h"
#include "connectors/mime/address.h"
#include "connectors/mime/idn.h"

namespace docket::mime {
namespace {

const Form* form_of(const std::string& from, const std::vector<Form>& forms) {
  const auto address = comparable_address(from);
  const auto matches = [&](const Form& form) {
    const auto wanted = comparable_address(form.from);
    return wanted.starts_with('@') ? address.ends_with(wanted) && address.find('@') == address.size() - wanted.size()
                                   : address == wanted;
  };
  const auto found = std::find_if(forms.begin(), forms.end(), matches);
  return found == forms.end() ? nullptr : &*found;
}

std::vector<std::string> candidates(const Letter& letter, const Envelope& envelope) {
  std::vector<std::string> all;
  const auto add = [&](const std::vector<Address>& addresses) {
    for (const auto& address : addresses) all.push_back(address.address);
  };
  for (const auto& to : envelope.to) add(parse_addresses(to, 1).addresses);
  add(letter.to);
  add(letter.cc);
  for (const auto& header : letter.headers) {
    const bool delivered =
        ascii_equal_nocase(header.name, "Delivered-To") || ascii_equal_nocase(header.name, "X-Original-To");
    if (delivered) add(parse_addresses(header.value, 1).addresses);
  }
  return all;
}

/// "ward2+TOKEN@town.example" without its tag (RFC 5233); the address itself when it has none.
std::string without_tag(const std::string& address) {
  const auto at = address.rfind('@');
  const auto plus = address.find('+');
  if (at == std::string::npos || plus == std::string::npos || plus == 0 || plus > at) return address;
  return address.substr(0, plus) + address.substr(at);
}

/// One of ours by its comparable form; nullptr when it is none. Most of ours compare as they are written.
const std::string* find_own(const std::vector<std::string>& own, const std::string& key) {
  const auto same = [&](const std::string& address) {
    return compares_as_written(address) ? ascii_equal_nocase(address, key) : comparable_address(address) == key;
  };
  const auto found = std::find_if(own.begin(), own.end(), same);
  return found == own.end() ? nullptr : &*found;
}

}  // namespace

void read_resident(Letter& letter, const ReadContext& context) {
  const auto has_domain = [](const Address& a) { return a.address.find('@') != std::string::npos; };
  const auto from = std::find_if(letter.from.begin(), letter.from.end(), has_domain);
  if (from == letter.from.end()) return;
  const auto* const form = form_of(from->address, context.forms);
  const Address* writer = &*from;
  if (form != nullptr) {
    letter.form_label = form->label;
    if (letter.reply_to.size() != 1 || !has_domain(letter.reply_to.front())) return;
    writer = &letter.reply_to.front();
  }
  letter.resident = writer->address;
  letter.resident_name = writer->name;
}

void read_return_path(Letter& letter, const Envelope& envelope) {
  std::optional<std::string> raw = envelope.from;
  if (!raw) {
    const auto found = std::find_if(letter.headers.begin(), letter.headers.end(), [](const Header& header) {
      return ascii_equal_nocase(header.name, "Return-Path");
    });
    if (found == letter.headers.end()) return;
    raw = found->value;
  }
  const auto addresses = parse_addresses(*raw, 1).addresses;
  letter.return_path = addresses.empty() ? std::string{} : addresses.front().address;
  // Postfix hands the null sender to a pipe under this name.
  if (ascii_equal_nocase(*letter.return_path, "MAILER-DAEMON")) letter.return_path->clear();
  letter.null_sender = letter.return_path->empty();
}

void read_recipients(Letter& letter, const Envelope& envelope, const ReadContext& context) {
  const auto& own = context.own_addresses;
  std::unordered_set<std::string> seen;
  for (const auto& address : candidates(letter, envelope)) {
    const auto key = comparable_address(address);
    const auto* found = find_own(own, key);
    if (found == nullptr) {
      if (const auto untagged = without_tag(key); untagged != key) found = find_own(own, untagged);
    }
    if (found == nullptr && !own.empty()) continue;
    if (!seen.insert(found == nullptr ? key : comparable_address(*found)).second) continue;
    letter.recipients.push_back(found == nullptr ? address : *found);
  }
  if (letter.recipients.empty() && !context.source_address.empty()) {
    letter.recipients.push_back(context.source_address);
  }
}

}  // namespace docket::mime
