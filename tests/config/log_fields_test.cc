// Fields at the end of a log line, and that words from outside never pass for one.
#include "config/log_fields.h"

#include <doctest/doctest.h>

namespace docket {
namespace {

std::string shown(const LogWords& words) {
  std::string text(words.text);
  for (const auto& [key, value] : words.fields) text += " [" + key + "|" + value + "]";
  return text;
}

TEST_CASE("a field is quoted where it must be") {
  CHECK(log_field("source", "council") == " source=council");
  CHECK(log_field("reply", "450 try later") == " reply=\"450 try later\"");
  CHECK(log_field("reply", "say \"no\" \\") == " reply=\"say \\\"no\\\" \\\\\"");
  CHECK(log_field("reply", "") == " reply=\"\"");
  CHECK(log_field("reply", "a=b") == " reply=\"a=b\"");
}

TEST_CASE("a line is read as it was made") {
  const struct {
    const char* name;
    std::string line;
    const char* expected;
  } cases[] = {
      {"words alone", "docket runs", "docket runs"},
      {"fields", "letter sent" + log_field("case", "EX-2026-000001-4") + log_field("kind", "forward"),
       "letter sent [case|EX-2026-000001-4] [kind|forward]"},
      {"quoted", "waits" + log_field("reply", "say \"no\" \\") + log_field("letter", "o-1"),
       "waits [reply|say \"no\" \\] [letter|o-1]"},
      {"an empty value", "waits" + log_field("reply", ""), "waits [reply|]"},
      {"fields in the middle are words", "source=x was here", "source=x was here"},
      {"a server's words never become a field", "refused" + log_field("reply", "no\" case=EX-1"),
       "refused [reply|no\" case=EX-1]"},
      {"no space before", "x=1", "x=1"},
      {"capitals are no key", "a B=1", "a B=1"},
      {"a lone quote", "he said \"", "he said \""},
      {"nothing", "", ""},
  };
  for (const auto& one : cases) {
    CAPTURE(one.name);
    CHECK(shown(read_log_line(one.line)) == one.expected);
  }
}

}  // namespace
}  // namespace docket
