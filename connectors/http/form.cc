#include "connectors/http/form.h"

#include <algorithm>

#include "config/text.h"
#include "connectors/mime/parameters.h"

namespace docket {
const FormField* SentForm::find(std::string_view name) const {
  const auto found =
      std::find_if(fields.begin(), fields.end(), [&](const FormField& field) { return field.name == name; });
  return found == fields.end() ? nullptr : &*found;
}

std::string_view SentForm::value(std::string_view name) const {
  const auto* field = find(name);
  return field == nullptr ? std::string_view() : field->value;
}

std::optional<std::string> decode_percent(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i] == '+' ? ' ' : text[i];
      continue;
    }
    const int high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = high < 0 ? -1 : hex_value(text[i + 2]);
    if (low < 0) return std::nullopt;
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return out;
}

tl::expected<SentForm, std::string> parse_urlencoded(std::string_view body, const FormLimits& limits) {
  SentForm form;
  while (!body.empty()) {
    const auto pair = body.substr(0, body.find('&'));
    body.remove_prefix(std::min(body.size(), pair.size() + 1));
    if (pair.empty()) continue;
    if (form.fields.size() == limits.fields) return tl::unexpected<std::string>("too many fields");
    const auto equals = pair.find('=');
    auto name = decode_percent(pair.substr(0, equals));
    auto value = decode_percent(equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1));
    if (!name || !value) return tl::unexpected<std::string>("a % is followed by no two hexadecimal digits");
    if (name->size() > limits.name) return tl::unexpected<std::string>("a field's name is too long");
    form.decoded.push_back(*std::move(value));
    form.fields.push_back({*std::move(name), form.decoded.back(), std::nullopt, {}});
  }
  return form;
}

tl::expected<SentForm, std::string> parse_form(std::string_view body, std::string_view content_type,
                                               const FormLimits& limits) {
  const auto type = mime::parse_parametrised(content_type);
  if (type.value == "application/x-www-form-urlencoded") return parse_urlencoded(body, limits);
  if (type.value == "multipart/form-data") return parse_multipart(body, type.parameter("boundary"), limits);
  return tl::unexpected<std::string>("it is no form");
}

}  // namespace docket
