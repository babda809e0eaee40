#include "connectors/mime/flowed.h"

#include <doctest/doctest.h>

#include <string>

namespace docket {
namespace {

TEST_CASE("flowed: lines that a mail program folded are joined (RFC 3676)") {
  const struct {
    std::string name;
    std::string text;
    bool delsp;
    std::string joined;
  } cases[] = {
      {"two lines", "There is a \nhole.\n", false, "There is a hole.\n"},
      {"DelSp", "There is a  \nho \nle.\n", true, "There is a hole.\n"},
      {"fixed lines", "Maple Street\nExample\n", false, "Maple Street\nExample\n"},
      {"stuffed space", " indented\n  twice\n", false, "indented\n twice\n"},
      {"stuffed From and quote mark", " From here\n > not quoted\n", false, "From here\n> not quoted\n"},
      {"quotation", "> There is \n> a hole.\n", false, "> There is a hole.\n"},
      {"quotations of two depths", "> a \n>> b \n>> c\n", false, "> a\n>> b c\n"},
      {"quotation then answer", "> a \nb\n", false, "> a\nb\n"},
      {"signature line", "Bye \n-- \nAna\n", false, "Bye\n-- \nAna\n"},
      {"signature line in a quotation", "> x\n> -- \n> Ana\n", false, "> x\n> -- \n> Ana\n"},
      {"empty lines", "a\n\n \nb", false, "a\n\n\nb"},
      {"space only line flows", "a\n  \nb\n", false, "a\n b\n"},
      {"nothing follows", "a ", false, "a "},
      {"empty", "", false, ""},
      {"one line break", "\n", false, "\n"},
      {"accents with DelSp", "é \nté\n", true, "été\n"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(unflow(c.text, c.delsp) == c.joined);
  }
}

TEST_CASE("flowed: many flowing lines cost linear time") {
  std::string text;
  for (int i = 0; i < 300000; ++i) text += "word \n";
  CHECK(unflow(text, false).size() == 300000 * 5 + 1);
}

}  // namespace
}  // namespace docket
