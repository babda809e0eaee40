// Address lists: bounded, clean, and what we write of an address is read again as the same.
#include <vector>

#include "config/address.h"
#include "connectors/mime/address.h"
#include "connectors/mime/compose.h"
#include "connectors/mime/fields.h"
#include "connectors/read.h"
#include "tests/fuzz/properties.h"

namespace {

using docket::Address;
using docket::fuzz::must;

docket::Letter written_to(const std::vector<Address>& to) {
  docket::Draft draft;
  draft.from = {"Ward 2", "ward2@town.example"};
  draft.to = to;
  draft.subject = "x";
  draft.message_id = "<k1@town.example>";
  draft.text = "x\n";
  docket::Inbound inbound;
  inbound.octets = docket::compose(draft);
  docket::fuzz::check_wire(inbound.octets);
  return docket::read(inbound, {});
}

/// Quoting a local part makes no other mailbox of it (RFC 5322 section 3.4.1).
std::string bare(std::string address) {
  std::erase_if(address, [](char c) { return c == '"' || c == '\\'; });
  return address;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kLimit = 50;
  const auto list = docket::mime::parse_addresses(docket::mime::unfold(docket::fuzz::view(data, size)), kLimit);
  must(list.addresses.size() <= kLimit);
  for (const auto& address : list.addresses) {
    docket::fuzz::check_one_line(address.name);
    docket::fuzz::check_one_line(address.address);
    must(!address.address.empty());
    (void)docket::address_key(address.address);
  }
  // What is longer than an address can be (RFC 5321 section 4.5.3.1) may be left out the second time, quoted.
  auto addresses = list.addresses;
  std::erase_if(addresses, [](const Address& one) { return one.address.size() > 100; });
  const auto first = written_to(addresses).to;
  must(first.size() <= addresses.size());
  // Those that cannot be written are left out; all others stay, in order, and stay the second time.
  std::size_t next = 0;
  for (const auto& address : first) {
    while (next < addresses.size() && bare(addresses[next].address) != bare(address.address)) ++next;
    must(next++ < addresses.size());
  }
  const auto second = written_to(first).to;
  must(first.size() == second.size());
  for (std::size_t i = 0; i < first.size(); ++i) {
    must(first[i].address == second[i].address && first[i].name == second[i].name);
  }
  return 0;
}
