// Forms and query strings of strangers: "TYPE\nBODY".
#include <algorithm>
#include <string>

#include "connectors/http/form.h"
#include "tests/fuzz/properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using docket::fuzz::must;
  const auto input = docket::fuzz::view(data, size);
  const auto type = input.substr(0, input.find('\n'));
  const auto body = input.substr(std::min(input.size(), type.size() + 1));
  const auto check = [&](const auto& form) {
    if (!form) return must(!form.error().empty());
    must(form->fields.size() <= 1000);
    std::size_t total = 0;
    for (const auto& field : form->fields) {
      must(field.name.size() <= 1024);
      total += field.value.size();
    }
    must(total <= body.size());
  };
  check(docket::parse_form(body, type));
  check(docket::parse_urlencoded(body));
  check(docket::parse_multipart(body, "B"));
  if (const auto text = docket::decode_percent(body)) must(text->size() <= body.size());
  return 0;
}
