// compose on any values: CRLF only, no line over 998, as many header fields as there should be.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "config/text.h"
#include "connectors/mime/compose.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

void check_wire(std::string_view octets) {
  std::size_t column = 0;
  for (std::size_t i = 0; i < octets.size(); ++i) {
    const char c = octets[i];
    check(c != '\0');
    if (c == '\n') check(i > 0 && octets[i - 1] == '\r');
    if (c == '\r') check(i + 1 < octets.size() && octets[i + 1] == '\n');
    column = c == '\r' || c == '\n' ? 0 : column + 1;
    check(column <= 998);
  }
}

std::size_t count_fields(std::string_view octets) {
  std::size_t fields = 0;
  for (const auto line : docket::split(octets.substr(0, octets.find("\r\n\r\n")), '\n')) {
    if (!line.starts_with(' ')) ++fields;
  }
  return fields;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
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
  check_wire(octets);
  // Date, From, To, Subject, Message-ID, X-Docket-Instance, MIME-Version, Content-Type, and References when good.
  const auto fields = count_fields(octets);
  check(fields == 8 || fields == 9);
  return 0;
}
