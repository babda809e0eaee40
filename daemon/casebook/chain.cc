#include "daemon/casebook/chain.h"

#include "config/digest.h"
#include "daemon/casebook/octet_fields.h"

namespace docket {

std::string chain_start() { return std::string(32, '\0'); }

std::string chain_hash(std::string_view previous, const ChainedEvent& event) {
  std::string octets(previous);
  append_field(octets, "docket-event-1");
  append_field(octets, std::to_string(event.sequence));
  append_field(octets, std::to_string(event.at));
  append_field(octets, event.who);
  append_field(octets, event.what);
  append_field(octets, event.number);
  append_field(octets, event.detail);
  append_field(octets, event.private_mac);
  return sha256(octets);
}

std::string private_mac(std::string_view salt, std::string_view part) {
  std::string octets;
  append_field(octets, "docket-private-1");
  append_field(octets, part);
  return hmac_sha256(salt, octets);
}

}  // namespace docket
