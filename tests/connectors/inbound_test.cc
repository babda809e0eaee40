#include "connectors/inbound.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace docket;

TEST_CASE("the header block of a letter keeps its empty line, only shrinks, and is bounded") {
  struct Row {
    const char* name;
    std::string octets;
    std::string block;
  };
  for (const Row& row : std::vector<Row>{
           {"CRLF", "A: 1\r\nB: 2\r\n\r\nbody\r\n\r\nmore", "A: 1\r\nB: 2\r\n\r\n"},
           {"LF", "A: 1\n\nbody\r\n\r\nmore", "A: 1\n\n"},
           {"an LF letter with CRLF in its body", "A: 1\n\nb\r\n\r\n", "A: 1\n\n"},
           {"both kinds of line ends", "A: 1\n\r\nbody", "A: 1\n\r\n"},
           {"CR CR LF", "A: 1\r\r\n\r\r\nbody", "A: 1\r\r\n\r\r\n"},
           {"a folded field", "A: 1\r\n 2\r\n\r\nbody", "A: 1\r\n 2\r\n\r\n"},
           {"empty lines in front", "\r\n\nA: 1\r\n\r\nbody", "\r\n\nA: 1\r\n\r\n"},
           {"no empty line", "A: 1\r\nB: 2", "A: 1\r\nB: 2"},
           {"an empty line at the very end", "A: 1\r\n\r\n", "A: 1\r\n\r\n"},
           {"only line ends", "\r\n\r\n\r\n", "\r\n\r\n\r\n"},
           {"nothing", "", ""},
       }) {
    CAPTURE(row.name);
    CHECK(header_block(row.octets) == row.block);
  }
  const std::string endless(std::size_t{3} << 20U, 'x');
  CHECK(header_block(endless).size() == std::size_t{1} << 20U);
  CHECK(header_block(std::string(std::size_t{3} << 20U, '\r') + "\n\n").size() == std::size_t{1} << 20U);
}
