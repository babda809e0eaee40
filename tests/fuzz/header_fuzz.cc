// Header text: encoded words, parameters, file names and message ids on any octets give one clean line each.
#include "connectors/mime/charset.h"
#include "connectors/mime/encode.h"
#include "connectors/mime/fields.h"
#include "connectors/mime/file_name.h"
#include "connectors/mime/message_id.h"
#include "connectors/mime/parameters.h"
#include "connectors/mime/transfer.h"
#include "connectors/mime/words.h"
#include "tests/fuzz/properties.h"

using docket::fuzz::must;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace mime = docket::mime;
  const auto input = docket::fuzz::view(data, size);
  const auto value = mime::unfold(input);
  must(value.find_first_of(std::string_view("\n\0", 2)) == std::string::npos);
  std::string unknown;
  const auto text = mime::decode_words(value, &unknown);
  docket::fuzz::check_one_line(text);
  docket::fuzz::check_one_line(mime::clean_text(value));
  must(text.size() <= 16 * value.size());
  const auto parsed = mime::parse_parametrised(value);
  for (const auto& [name, parameter] : parsed.parameters) must(!name.empty() && docket::is_utf8(parameter));
  if (const auto name = mime::safe_file_name(parsed.parameter("filename"))) {
    docket::fuzz::check_one_line(*name);
    must(!name->empty() && name->size() <= 255 && name->find_first_of("/\\") == std::string::npos);
    must(mime::safe_file_name(*name) == name);  // safe is safe
  }
  for (const auto& id : mime::parse_message_ids(value, 50)) {
    must(id.size() <= 998 && id.front() == '<' && id.back() == '>');
    must(id.find_first_of(" \t\r\n") == std::string::npos);
  }
  // What we encode is what is read again.
  must(mime::decode_quoted_printable(docket::quoted_printable(docket::to_valid_utf8(input))).octets.size() >=
       docket::to_valid_utf8(input).size());
  must(mime::decode_base64(docket::base64_lines(input)).octets == input);
  for (const char* charset : {"utf-7", "iso-2022-jp", "hz-gb-2312", "utf-16", "gb18030", "iso-8859-16"}) {
    const auto converted = mime::to_utf8(input, charset);
    must(converted && docket::is_utf8(*converted));
  }
  return 0;
}
