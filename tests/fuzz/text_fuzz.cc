// From markup to gist on any octets: valid UTF-8, bounded, and no link or long number in the gist.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "config/text.h"
#include "connectors/mime/authentication_results.h"
#include "connectors/mime/flowed.h"
#include "connectors/mime/gist.h"
#include "connectors/mime/html.h"
#include "connectors/mime/quoting.h"
#include "connectors/mime/tag_stripper.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

void check_gist(std::string_view text) {
  const auto line = docket::gist(text);
  check(docket::is_utf8(line));
  check(docket::count_characters(line) <= 200);
  check(line.find_first_of("\r\n@<>") == std::string::npos);
  check(line.find("://") == std::string::npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const auto plain = docket::html_to_text(input, 10000);
  check(docket::is_utf8(plain.text));
  check(plain.text.size() <= 10000);
  const auto valid = docket::to_valid_utf8(input);
  check(docket::is_utf8(docket::strip_tags(valid, 10000).text));
  check(docket::new_text(valid).empty() == valid.empty());
  check_gist(plain.text);
  check_gist(docket::new_text(docket::unflow(valid, false)));
  (void)docket::parse_authentication_results(input);
  return 0;
}
