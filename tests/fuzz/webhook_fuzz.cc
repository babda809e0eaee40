// Bodies of webhooks: "FORMAT TYPE\nBODY". Whatever comes, a payload comes out that the rest of docket can live with.
#include <algorithm>
#include <string>

#include "config/digest.h"
#include "config/text.h"
#include "connectors/webhook/letter_object.h"
#include "connectors/webhook/payload.h"
#include "tests/fuzz/properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using docket::fuzz::must;
  const auto input = docket::fuzz::view(data, size);
  const auto line = input.substr(0, input.find('\n'));
  const auto body = input.substr(std::min(input.size(), line.size() + 1));
  const auto blank = std::min(line.find(' '), line.size());
  const auto media_type = line.substr(std::min(line.size(), blank + 1));
  const auto payload = docket::webhook::understand(body, line.substr(0, blank), media_type);
  for (const auto* text : {&payload.name, &payload.email, &payload.phone, &payload.subject, &payload.text,
                           &payload.language, &payload.location.address}) {
    must(docket::is_utf8(*text));
  }
  for (const auto& [label, value] : payload.lines) must(docket::is_utf8(label) && docket::is_utf8(value));
  for (const auto& to : payload.envelope.to) must(docket::is_utf8(to) && to.find_first_of("\r\n") == std::string::npos);
  for (const auto& file : payload.attachments) must(file.sha256 == docket::sha256_hex(file.content));
  must(payload.location.latitude.has_value() == payload.location.longitude.has_value());
  // Understood again, it is the same: what is stored is read more than once.
  must(docket::webhook::understand(body, line.substr(0, blank), media_type).message == payload.message);
  (void)docket::webhook::read_letter_object(body);
  return 0;
}
