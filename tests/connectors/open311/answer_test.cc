// One value, two formats.
#include "connectors/open311/answer.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

namespace docket::open311 {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

TEST_CASE("open311: lists, objects, nulls, booleans and numbers in XML and in JSON") {
  const Json value = Json::array({{{"service_request_id", "EX-2026-000123-8"},
                                   {"lat", 45.5},
                                   {"metadata", true},
                                   {"account_id", nullptr},
                                   {"keywords", ""}}});
  const auto xml = answer(value, "service_requests", Format::xml);
  CHECK(xml.status == 200);
  CHECK(xml.type == "text/xml; charset=utf-8");
  CHECK(xml.body ==
        std::string(kHead) +
            "<service_requests><request><service_request_id>EX-2026-000123-8</service_request_id><lat>45.5</lat>"
            "<metadata>true</metadata><account_id/><keywords></keywords></request></service_requests>\n");
  const auto json = answer(value, "service_requests", Format::json);
  CHECK(json.type == "application/json; charset=utf-8");
  CHECK(json.body ==
        R"([{"service_request_id":"EX-2026-000123-8","lat":45.5,"metadata":true,"account_id":null,"keywords":""}])");
}

TEST_CASE("open311: every list names its items as the standard does") {
  const Json value{{"service_code", "a"},
                   {"attributes", {{{"code", "c"}, {"values", {{{"key", "k"}, {"name", "n"}}}}}}}};
  CHECK(to_xml(value, "service_definition") ==
        std::string(kHead) +
            "<service_definition><service_code>a</service_code><attributes><attribute><code>c</code>"
            "<values><value><key>k</key><name>n</name></value></values></attribute></attributes>"
            "</service_definition>\n");
  CHECK(to_xml(Json{{"formats", {"text/xml", "application/json"}}}, "endpoint") ==
        std::string(kHead) +
            "<endpoint><formats><format>text/xml</format><format>application/json</format></formats></endpoint>\n");
  CHECK(to_xml(Json::array(), "service_requests") == std::string(kHead) + "<service_requests/>\n");
}

TEST_CASE("open311: text cannot leave its element") {
  const Json value{{"a", "<b>&\"'</a>\x01\x0B\xEF\xBF\xBE é\r\n]]>"}};
  CHECK(to_xml(value, "x") == std::string(kHead) +
                                  "<x><a>&lt;b&gt;&amp;&quot;'&lt;/a&gt;\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD é&#13;\n"
                                  "]]&gt;</a></x>\n");
  CHECK(to_xml(Json{{"a", "\xff"}}, "x") == std::string(kHead) + "<x><a>\xEF\xBF\xBD</a></x>\n");
  CHECK(answer(Json{{"a", "\xff\""}}, "x", Format::json).body == "{\"a\":\"\xEF\xBF\xBD\\\"\"}");
}

TEST_CASE("open311: errors carry their status in the body too") {
  const auto json = answer({{404, "there is no service '<x>'"}, {400, "no"}}, Format::json);
  CHECK(json.status == 404);
  CHECK(json.body == R"([{"code":404,"description":"there is no service '<x>'"},{"code":400,"description":"no"}])");
  const auto xml = answer(std::vector<Error>{{403, "api_key was not provided"}}, Format::xml);
  CHECK(xml.status == 403);
  CHECK(xml.body == std::string(kHead) +
                        "<errors><error><code>403</code><description>api_key was not provided</description></error>"
                        "</errors>\n");
}

TEST_CASE("open311: the format is the path's extension") {
  CHECK(parse_resource("services.xml")->name == "services");
  CHECK(parse_resource("services.json")->format == Format::json);
  CHECK(parse_resource("requests/EX-2026-000123-8.json")->name == "requests/EX-2026-000123-8");
  CHECK(parse_resource("services/pole.no.xml")->name == "services/pole.no");
  CHECK_FALSE(parse_resource("services").has_value());
  CHECK_FALSE(parse_resource("services.XML").has_value());
  CHECK_FALSE(parse_resource("services.yaml").has_value());
}

}  // namespace
}  // namespace docket::open311
