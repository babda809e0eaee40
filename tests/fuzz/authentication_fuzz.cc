// Authentication-Results and the verdict: nothing but a field of a trusted server, above its own Received, is believed.
#include "connectors/mime/authentication_results.h"
#include "connectors/read.h"
#include "tests/fuzz/properties.h"

namespace {

using docket::fuzz::must;

docket::Letter letter(std::string octets) {
  docket::ReadContext context;
  context.trusted_authserv_ids = {"mx.town.example"};
  docket::Inbound inbound;
  inbound.octets = std::move(octets);
  return docket::read(inbound, context);
}

constexpr std::string_view kRest = "Received: from a by mx.town.example; x\nFrom: ana@example.org\n";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto input = docket::fuzz::view(data, size);
  if (const auto parsed = docket::parse_authentication_results(input)) {
    for (const auto& method : parsed->methods) must(!method.method.empty() && !method.result.empty());
    must(parsed->authserv_id == docket::ascii_lower(parsed->authserv_id));
  }
  (void)docket::without_comments(input);
  // Whatever a stranger writes below the trusted server's line proves nothing.
  const auto forged = letter(std::string(kRest) + "Authentication-Results: mx.town.example; " + std::string(input) +
                             "\nAuthentication-Results: " + std::string(input) + "\n\nx");
  must(forged.authenticated == docket::Authenticated::unknown);
  // Nor does another server's field above it, which no comment or quoting turns into the trusted one's.
  auto value = std::string(input);
  for (char& c : value) c = c == '\n' || c == '\r' ? ' ' : c;
  const auto other =
      letter("Authentication-Results: mx.elsewhere.example; " + value + "\n" + std::string(kRest) + "\nx");
  must(other.authenticated == docket::Authenticated::unknown);
  return 0;
}
