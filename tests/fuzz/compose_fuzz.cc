// compose on any values: CRLF only, no line over 998, as many header fields as there should be.
#include "config/text.h"
#include "connectors/mime/compose.h"
#include "tests/fuzz/properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto input = docket::fuzz::view(data, size);
  auto pieces = docket::split(input, '\x01');
  pieces.resize(8);
  docket::Draft draft;
  draft.from = {std::string(pieces[0]), "ward2@town.example"};
  draft.to = {{std::string(pieces[1]), std::string(pieces[2])}};
  draft.subject = "x" + std::string(pieces[3]);
  draft.message_id = "<k1@town.example>";
  draft.references = {std::string(pieces[4])};
  draft.extra = {{"X-Docket-Instance", "i" + std::string(pieces[5])}};
  draft.text = pieces[6];
  draft.attachments = {{std::string(pieces[7]), std::string(pieces[5]), std::string(input)}};
  const auto octets = docket::compose(draft);
  docket::fuzz::check_wire(octets);
  // Date, From, To, Subject, Message-ID, X-Docket-Instance, MIME-Version, Content-Type, and References when good.
  const auto fields = docket::fuzz::count_fields(octets);
  docket::fuzz::must(fields == 8 || fields == 9);
  return 0;
}
