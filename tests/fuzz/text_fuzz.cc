// From a letter's text to its gist on any octets: the writer's own words are some of the lines, and the gist is safe.
#include "connectors/mime/flowed.h"
#include "connectors/mime/gist.h"
#include "connectors/mime/language.h"
#include "connectors/mime/quoting.h"
#include "tests/fuzz/properties.h"

namespace {

using docket::fuzz::must;

/// Nothing is invented: every line of `own` is one of the letter's, in its order.
void check_lines(std::string_view own, std::string_view text) {
  if (docket::trim(own).empty()) return;
  std::size_t at = 0;
  for (const auto line : docket::split(own, '\n')) {
    const auto found = text.find(line, at);
    must(found != std::string_view::npos);
    at = found + line.size();
  }
}

void check_own_words(std::string_view text) {
  const auto signed_words = docket::signed_text(text);
  must(docket::is_utf8(signed_words));
  check_lines(signed_words, text);
  const auto own = docket::new_text(text);
  must(docket::is_utf8(own) && own.empty() == text.empty());
  check_lines(own, text);
  if (docket::trim(own).empty()) return;
  docket::fuzz::check_gist(docket::gist(own));
  (void)docket::detect_language(own.substr(0, own.find('\n')), own);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = docket::to_valid_utf8(docket::fuzz::view(data, size));
  check_own_words(text);
  for (const bool delsp : {false, true}) {
    const auto flowed = docket::unflow(text, delsp);
    must(docket::is_utf8(flowed));
    check_own_words(flowed);
  }
  docket::fuzz::check_gist(docket::gist(text));
  return 0;
}
