#include "connectors/open311/answer.h"

#include <libxml/parser.h>
#include <libxml/xmlwriter.h>

#include <map>
#include <memory>
#include <new>
#include <nlohmann/json.hpp>

#include "config/text.h"

namespace docket::open311 {
namespace {

using Json = nlohmann::ordered_json;

/// Of each array of GeoReport v2 the name of its items.
const std::string& item_name(const std::string& list) {
  static const std::map<std::string, std::string> kNames{{"services", "service"},
                                                         {"attributes", "attribute"},
                                                         {"values", "value"},
                                                         {"errors", "error"},
                                                         {"service_requests", "request"},
                                                         {"service_request_updates", "request_update"},
                                                         {"endpoints", "endpoint"},
                                                         {"formats", "format"}};
  static const std::string kOther = "item";
  const auto found = kNames.find(list);
  return found == kNames.end() ? kOther : found->second;
}

/// Characters outside of production [2] of XML 1.0 cannot be written at all, not even as references.
std::string for_xml(const std::string& text) {
  std::string result;
  const std::string valid = to_valid_utf8(text);
  result.reserve(valid.size());
  for (std::size_t i = 0; i < valid.size(); ++i) {
    const auto c = static_cast<unsigned char>(valid[i]);
    const bool noncharacter = valid.compare(i, 3, "\xEF\xBF\xBE") == 0 || valid.compare(i, 3, "\xEF\xBF\xBF") == 0;
    if (noncharacter) i += 2;
    const bool control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
    if (noncharacter || control) {
      result += "\xEF\xBF\xBD";
    } else {
      result += valid[i];
    }
  }
  return result;
}

/// libxml2's writer fails for want of memory only.
void must(int written) {
  if (written < 0) throw std::bad_alloc();
}

const xmlChar* xml_text(const std::string& text) { return reinterpret_cast<const xmlChar*>(text.c_str()); }

void write(xmlTextWriterPtr writer, const std::string& name, const Json& value) {
  must(xmlTextWriterStartElement(writer, xml_text(name)));
  if (value.is_object()) {
    for (const auto& [key, item] : value.items()) write(writer, key, item);
  } else if (value.is_array()) {
    for (const auto& item : value) write(writer, item_name(name), item);
  } else if (!value.is_null()) {
    must(xmlTextWriterWriteString(writer,
                                  xml_text(value.is_string() ? for_xml(value.get<std::string>()) : value.dump())));
  }
  must(xmlTextWriterEndElement(writer));
}

}  // namespace

std::optional<Resource> parse_resource(std::string_view path) {
  const auto dot = path.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const auto extension = path.substr(dot + 1);
  if (extension != "xml" && extension != "json") return std::nullopt;
  return Resource{std::string(path.substr(0, dot)), extension == "xml" ? Format::xml : Format::json};
}

std::string to_xml(const Json& value, const std::string& root) {
  static const bool kReady = (xmlInitParser(), true);  // from one thread, before any other uses the library
  (void)kReady;
  const std::unique_ptr<xmlBuffer, decltype(&xmlBufferFree)> buffer(xmlBufferCreate(), &xmlBufferFree);
  if (!buffer) throw std::bad_alloc();
  const std::unique_ptr<xmlTextWriter, decltype(&xmlFreeTextWriter)> writer(xmlNewTextWriterMemory(buffer.get(), 0),
                                                                            &xmlFreeTextWriter);
  if (!writer) throw std::bad_alloc();
  must(xmlTextWriterStartDocument(writer.get(), nullptr, "UTF-8", nullptr));
  write(writer.get(), root, value);
  must(xmlTextWriterEndDocument(writer.get()));
  must(xmlTextWriterFlush(writer.get()));
  return {reinterpret_cast<const char*>(xmlBufferContent(buffer.get())),
          static_cast<std::size_t>(xmlBufferLength(buffer.get()))};
}

HttpResponse answer(const Json& value, const std::string& root, Format format, int status) {
  if (format == Format::json) {
    return {status, "application/json; charset=utf-8", value.dump(-1, ' ', false, Json::error_handler_t::replace)};
  }
  return {status, "text/xml; charset=utf-8", to_xml(value, root)};
}

HttpResponse answer(const std::vector<Error>& errors, Format format) {
  auto list = Json::array();
  for (const auto& error : errors) list.push_back({{"code", error.status}, {"description", error.description}});
  return answer(list, "errors", format, errors.front().status);
}

}  // namespace docket::open311
