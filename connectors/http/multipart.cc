// multipart/form-data (RFC 7578) over RFC 2046 section 5.1: CRLF line ends and a last delimiter, or it is refused.
#include <optional>

#include "config/text.h"
#include "connectors/http/form.h"
#include "connectors/mime/parameters.h"

namespace docket {
namespace {

constexpr std::size_t kBoundary = 70;  // RFC 2046 section 5.1.1
constexpr std::string_view kCrlf = "\r\n";

/// What browsers write for characters that would end the quoted text (HTML, "multipart/form-data encoding algorithm").
std::string undo_escapes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto code = text.substr(i, 3);
    const bool escaped = code == "%22" || code == "%0D" || code == "%0A";
    out += code == "%22" ? '"' : escaped ? ' ' : text[i];
    if (escaped) i += 2;
  }
  return out;
}

/// Reads the header of one part into `field`; false when it names no field of a form.
bool read_part_header(std::string_view block, FormField& field) {
  bool named = false;
  for (auto line : split(block, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) {
      if (!line.empty()) return false;
      continue;
    }
    const auto value = trim(line.substr(colon + 1));
    if (ascii_equal_nocase(line.substr(0, colon), "Content-Type")) field.type = value;
    if (!ascii_equal_nocase(line.substr(0, colon), "Content-Disposition")) continue;
    const auto disposition = mime::parse_parametrised(value);
    if (named || disposition.value != "form-data" || !disposition.parameters.contains("name")) return false;
    named = true;
    field.name = undo_escapes(disposition.parameter("name"));
    const auto file = disposition.parameters.find("filename");
    if (file != disposition.parameters.end()) field.file_name = undo_escapes(file->second);
    // Of a field where no file was chosen; an empty parameter is none elsewhere.
    if (!field.file_name && ascii_lower(value).ends_with("filename=\"\"")) field.file_name = "";
  }
  return named;
}

/// What follows a delimiter on its line: a next part, the end, or neither.
enum class After { part, end, broken };

After after_delimiter(std::string_view& rest) {
  if (rest.starts_with("--")) return After::end;
  const auto line = rest.substr(0, rest.find(kCrlf));
  if (line.size() == rest.size() || !trim(line).empty()) return After::broken;
  rest.remove_prefix(line.size() + kCrlf.size());
  return After::part;
}

}  // namespace

tl::expected<SentForm, std::string> parse_multipart(std::string_view body, std::string_view boundary,
                                                    const FormLimits& limits) {
  if (boundary.empty() || boundary.size() > kBoundary)
    return tl::unexpected<std::string>("the boundary is missing or too long");
  const std::string delimiter = "\r\n--" + std::string(boundary);
  std::string_view rest = body;
  if (rest.starts_with(std::string_view(delimiter).substr(kCrlf.size()))) {
    rest.remove_prefix(delimiter.size() - kCrlf.size());
  } else {
    const auto first = rest.find(delimiter);  // after a preamble
    if (first == std::string_view::npos) return tl::unexpected<std::string>("there is no part");
    rest.remove_prefix(first + delimiter.size());
  }
  SentForm form;
  for (;;) {
    const auto after = after_delimiter(rest);
    if (after == After::end) return form;
    if (after == After::broken) return tl::unexpected<std::string>("a delimiter does not end its line");
    if (form.fields.size() == limits.fields) return tl::unexpected<std::string>("too many parts");
    const auto header = rest.substr(0, limits.part_header + 4).find("\r\n\r\n");
    if (header == std::string_view::npos)
      return tl::unexpected<std::string>("a part's header is too long or does not end");
    FormField field;
    if (!read_part_header(rest.substr(0, header), field)) return tl::unexpected<std::string>("a part has no name");
    if (field.name.size() > limits.name) return tl::unexpected<std::string>("a part's name is too long");
    // The line end before the delimiter is part of it, so an empty value has that of the header's empty line.
    rest.remove_prefix(header + kCrlf.size());
    const auto end = rest.find(delimiter);
    if (end == std::string_view::npos) return tl::unexpected<std::string>("it breaks off within a part");
    if (end >= kCrlf.size()) field.value = rest.substr(kCrlf.size(), end - kCrlf.size());
    rest.remove_prefix(end + delimiter.size());
    form.fields.push_back(std::move(field));
  }
}

}  // namespace docket
