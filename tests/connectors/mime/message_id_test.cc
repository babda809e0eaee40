#include "connectors/mime/message_id.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace docket::mime {

TEST_CASE("message ids are found among what stands around them") {
  struct Case {
    std::string name;
    std::string text;
    std::vector<std::string> expected;
  };
  const std::vector<Case> cases{
      {"one", "<a@b>", {"<a@b>"}},
      {"several", "<a@b> <c@d>\t<e@f>", {"<a@b>", "<c@d>", "<e@f>"}},
      {"glued", "<a@b><c@d>", {"<a@b>", "<c@d>"}},
      {"each once", "<a@b> <c@d> <a@b>", {"<a@b>", "<c@d>"}},
      {"words around", "Your letter of Monday <a@b> (thanks)", {"<a@b>"}},
      {"folded inside", "<a@ b>", {"<a@b>"}},
      {"without an @", "<20261122.1>", {"<20261122.1>"}},
      {"without brackets", "a@b c@d word", {"<a@b>", "<c@d>"}},
      {"empty", "<>", {}},
      {"never closed", "<a@b> <c@d", {"<a@b>"}},
      {"nothing", "", {}},
      {"too long", "<" + std::string(2000, 'a') + "@b> <c@d>", {"<c@d>"}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(parse_message_ids(c.text, 100) == c.expected);
  }
  CHECK(parse_message_ids("<a@b> <c@d> <e@f>", 2).size() == 2);
}

}  // namespace docket::mime
