#include "config/standard.h"

namespace docket {

Standard read_standard(yaml::Reader& reader, const yaml::Node& node) {
  Standard standard;
  yaml::Map map(reader, node);
  map.span("first_response", standard.first_response);
  map.span("resolve", standard.resolve);
  map.boolean("statutory", standard.statutory);
  // What 'resolve' was called before; an edit distance of three is too far for "did you mean".
  map.misplaced({"resolution"}, "unknown key '{}'", "it is called resolve");
  map.finish();
  if (standard.statutory && node.find("first_response") == nullptr && node.find("resolve") == nullptr) {
    reader.warning(*node.find("statutory"), "statutory, and nothing is promised",
                   "add first_response or resolve: the law's own period");
  }
  return standard;
}

}  // namespace docket
