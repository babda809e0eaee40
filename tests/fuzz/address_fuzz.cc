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

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kLimit = 50;
  const auto list = docket::mime::parse_addresses(docket::mime::unfold(docket::fuzz::view(data, size)), kLimit);
  must(list.addresses.size() <= kLimit);
  for (const auto& address : list.addresses) {
    docket::fuzz::check_one_line(address.name);
    docket::fuzz::check_one_line(address.address);
    must(!address.address.empty());
  }
  // What a letter could be sent to is written, and read again as the same; the rest may be left out.
  auto addresses = list.addresses;
  std::erase_if(addresses, [](const Address& one) { return !docket::address_key(one.address); });
  const auto again = written_to(addresses).to;
  must(again.size() == addresses.size());
  for (std::size_t i = 0; i < again.size(); ++i) {
    must(docket::address_key(again[i].address) == docket::address_key(addresses[i].address));
  }
  const auto garbage = written_to(list.addresses).to;
  must(garbage.size() <= list.addresses.size() && garbage.size() >= again.size());
  return 0;
}
