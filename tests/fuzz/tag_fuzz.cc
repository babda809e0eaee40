// Case numbers in subjects, and tokens in ids and addresses: no text but ours names a case by token, and what is found
// is well formed.
#include "daemon/casebook/keys.h"
#include "daemon/casebook/number.h"
#include "tests/fuzz/properties.h"

namespace {

using docket::fuzz::must;

void check_number(const std::string& number) {
  must(docket::parse_case_number(number, "") == number && docket::parse_case_number("EX-" + number, "EX") == number);
  must(docket::find_case_numbers("Re: [EX-" + number + "] x", "EX") == std::vector<std::string>{number});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto keys = docket::Keys::make();  // new for each input: libFuzzer learns what inputs are compared with
  const auto input = docket::fuzz::view(data, size);
  if (const auto number = docket::parse_case_number(input, "EX")) check_number(*number);
  for (const auto& number : docket::find_case_numbers(input, "EX")) check_number(number);
  must(!keys.verify(input) && !keys.verify_in(input));
  // A token of ours with anything in front, behind or in the place of an octet of it.
  const auto token = keys.token("2026-000123-8", docket::Purpose::forward);
  const std::string text(input.substr(0, 200));
  if (const auto found = keys.verify_in(text + token)) must(found->case_number == "2026-000123-8");
  if (!input.empty()) {
    auto changed = token;
    char& octet = changed[data[0] % changed.size()];
    const auto before = docket::ascii_lower(changed);
    octet = static_cast<char>(data[size - 1]);
    must(docket::ascii_lower(changed) == before || !keys.verify(changed));
  }
  must(keys.verify_in("<" + token + ".nonce@town.example>").has_value());
  must(keys.verify_in("ward2+" + token + "@town.example").has_value());
  return 0;
}
