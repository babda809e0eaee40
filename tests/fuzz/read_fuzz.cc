// Any octets are a letter: valid text, bounded, and the same twice.
#include <nlohmann/json.hpp>

#include "connectors/letter_json.h"
#include "connectors/read.h"
#include "tests/fuzz/properties.h"

namespace {

using docket::fuzz::must;

docket::ReadLimits small_limits() {
  docket::ReadLimits limits;
  limits.depth = 5;
  limits.parts = 20;
  limits.addresses = 10;
  limits.header_block = 4096;
  limits.header_field = 1024;
  limits.text = 4096;
  return limits;
}

void check(const docket::Letter& letter, const docket::ReadLimits& limits) {
  must(docket::is_utf8(docket::to_json(letter).dump()));  // dump throws on ill-formed strings
  must(letter.text.size() <= limits.text);
  must(letter.text.empty() == letter.new_text.empty());
  must(letter.text.find('\r') == std::string::npos);
  must(letter.attachments.size() <= static_cast<std::size_t>(limits.parts) + 1);
  for (const auto* list : {&letter.from, &letter.sender, &letter.reply_to, &letter.to, &letter.cc}) {
    must(list->size() <= limits.addresses);
  }
  docket::fuzz::check_gist(letter.gist);
  for (const auto& header : letter.headers) docket::fuzz::check_one_line(header.value);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  docket::Inbound inbound;
  inbound.octets = docket::fuzz::view(data, size);
  for (const auto& limits : {docket::ReadLimits{}, small_limits()}) {
    const auto letter = docket::read(inbound, {}, limits);
    check(letter, limits);
    must(docket::to_json(letter) == docket::to_json(docket::read(inbound, {}, limits)));
  }
  return 0;
}
