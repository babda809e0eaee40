// HTML to text: valid, bounded, without control characters, by both ways, and the same twice.
#include "connectors/mime/html.h"
#include "connectors/mime/tag_stripper.h"
#include "tests/fuzz/properties.h"

namespace {

using docket::fuzz::must;

void check(const docket::PlainText& plain, std::size_t limit) {
  must(docket::is_utf8(plain.text) && plain.text.size() <= limit);
  must(plain.text.find_first_of(std::string_view("\r\0", 2)) == std::string::npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto input = docket::fuzz::view(data, size);
  const auto markup = docket::to_valid_utf8(input);
  for (const std::size_t limit : {std::size_t{100}, std::size_t{100000}}) {
    check(docket::html_to_text(input, limit), limit);
    check(docket::html_to_text(markup, limit), limit);
    check(docket::strip_tags(markup, limit), limit);
  }
  must(docket::html_to_text(markup, 1000).text == docket::html_to_text(markup, 1000).text);
  (void)docket::declared_charset(input);
  return 0;
}
