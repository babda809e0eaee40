// Strict framing: whatever two servers could read in two ways is refused.
#include "connectors/http/framing.h"

#include <doctest/doctest.h>

namespace docket::http {
namespace {

/// "whole N", "more" or the status; the octets come `step` at a time.
std::string scanned(const std::string& octets, std::size_t step, std::size_t limit = 200) {
  HeadScan scan(limit);
  for (std::size_t size = std::min(step, octets.size());; size = std::min(size + step, octets.size())) {
    const auto found = scan.look(std::string_view(octets).substr(0, size));
    if (!found) return std::to_string(found.error().status);
    if (*found) return "whole " + std::to_string(**found);
    if (size == octets.size()) return "more";
  }
}

std::string framed(const Head& head) {
  const auto framing = framing_of(head);
  if (!framing) return std::to_string(framing.error().status);
  std::string text = framing->chunked ? "chunked" : std::to_string(framing->length);
  if (framing->waits) text += " waits";
  return text;
}

using Fields = std::vector<std::pair<std::string, std::string>>;

Head head(Fields fields, std::string target = "/a", unsigned version = 11) {
  return {"POST", std::move(target), version, std::move(fields)};
}

}  // namespace

TEST_CASE("framing: a head's octets, however they are cut") {
  struct Row {
    const char* name;
    std::string octets;
    std::string want;
  };
  const Row rows[] = {
      {"whole", "GET / HTTP/1.1\r\nHost: x\r\n\r\nrest", "whole 27"},
      {"not yet", "GET / HTTP/1.1\r\nHost: x\r\n", "more"},
      {"nothing", "", "more"},
      {"no field", "GET / HTTP/1.0\r\n\r\n", "whole 18"},
      {"octets over ASCII and a tab", "GET / HTTP/1.1\r\nX: \xC3\xA9\tb\r\n\r\n", "whole 27"},
      {"bare LF", "GET / HTTP/1.1\nHost: x\n\n", "400"},
      {"bare LF at the end", "GET / HTTP/1.1\r\nHost: x\n\r\n", "400"},
      {"bare CR", "GET / HTTP/1.1\rHost: x\r\n\r\n", "400"},
      {"CR CR LF", "GET / HTTP/1.1\r\r\n\r\n", "400"},
      {"NUL", std::string("GET / HTTP/1.1\r\nX: \0\r\n\r\n", 24), "400"},
      {"DEL", "GET / HTTP/1.1\r\nX: \x7F\r\n\r\n", "400"},
      {"vertical tab", "GET / HTTP/1.1\r\nX:\v\r\n\r\n", "400"},
      {"folded with a blank", "GET / HTTP/1.1\r\nX: a\r\n b\r\n\r\n", "400"},
      {"folded with a tab", "GET / HTTP/1.1\r\nX: a\r\n\tb\r\n\r\n", "400"},
      {"blank line first", "\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n", "400"},
      {"TLS", "\x16\x03\x01\x02", "400"},
      {"endless line", "GET /" + std::string(300, 'a'), "431"},
      {"one octet more than the limit", "GET / HTTP/1.1\r\nX: " + std::string(178, 'a') + "\r\n\r\n", "431"},
      {"up to the limit", "GET / HTTP/1.1\r\nX: " + std::string(177, 'a') + "\r\n\r\n", "whole 200"},
  };
  for (const auto& row : rows) {
    for (const std::size_t step : {std::size_t{1}, std::size_t{2}, std::size_t{7}, std::size_t{1000}}) {
      CAPTURE(row.name);
      CAPTURE(step);
      CHECK(scanned(row.octets, step) == row.want);
    }
  }
}

TEST_CASE("framing: a hundred fields and no more") {
  const auto with = [](int fields) {
    std::string octets = "GET / HTTP/1.1\r\n";
    for (int i = 0; i < fields; ++i) octets += "a:\r\n";
    return scanned(octets + "\r\n", 1000, 16384);
  };
  CHECK(with(100).starts_with("whole"));
  CHECK(with(103) == "431");
  CHECK(with(4000) == "431");
}

TEST_CASE("framing: where the body ends, or why nobody can say") {
  struct Row {
    const char* name;
    Head head;
    std::string want;
  };
  const Row rows[] = {
      {"no body", head({{"host", "x"}}), "0"},
      {"length", head({{"host", "x"}, {"content-length", "17"}}), "17"},
      {"length zero, with zeros", head({{"host", "x"}, {"content-length", "000"}}), "0"},
      {"chunked", head({{"host", "x"}, {"transfer-encoding", "Chunked"}}), "chunked"},
      {"waits", head({{"host", "x"}, {"content-length", "1"}, {"expect", "100-Continue"}}), "1 waits"},
      {"waits for nothing", head({{"host", "x"}, {"expect", "100-continue"}}), "0"},
      {"expects something else", head({{"host", "x"}, {"expect", "200-ok"}}), "417"},
      {"expects, but is 1.0", head({{"host", "x"}, {"content-length", "1"}, {"expect", "x"}}, "/", 10), "1"},
      {"host with a port", head({{"host", "[::1]:80"}}), "0"},
      {"no host", head({}), "400"},
      {"two hosts", head({{"host", "x"}, {"host", "x"}}), "400"},
      {"empty host", head({{"host", ""}}), "400"},
      {"host list", head({{"host", "x, y"}}), "400"},
      {"host with a path", head({{"host", "x/y"}}), "400"},
      {"host with a user", head({{"host", "u@x"}}), "400"},
      {"same length twice", head({{"host", "x"}, {"content-length", "1"}, {"content-length", "1"}}), "400"},
      {"length list", head({{"host", "x"}, {"content-length", "1, 1"}}), "400"},
      {"negative", head({{"host", "x"}, {"content-length", "-1"}}), "400"},
      {"plus", head({{"host", "x"}, {"content-length", "+1"}}), "400"},
      {"hexadecimal", head({{"host", "x"}, {"content-length", "0x10"}}), "400"},
      {"empty length", head({{"host", "x"}, {"content-length", ""}}), "400"},
      {"more than a number holds", head({{"host", "x"}, {"content-length", "18446744073709551617"}}), "400"},
      {"both", head({{"host", "x"}, {"content-length", "1"}, {"transfer-encoding", "chunked"}}), "400"},
      {"unknown coding", head({{"host", "x"}, {"transfer-encoding", "xchunked"}}), "400"},
      {"two codings", head({{"host", "x"}, {"transfer-encoding", "gzip, chunked"}}), "400"},
      {"identity", head({{"host", "x"}, {"transfer-encoding", "identity"}}), "400"},
      {"chunked twice", head({{"host", "x"}, {"transfer-encoding", "chunked"}, {"transfer-encoding", "chunked"}}),
       "400"},
      {"empty coding", head({{"host", "x"}, {"transfer-encoding", ""}}), "400"},
      {"chunked in 1.0", head({{"host", "x"}, {"transfer-encoding", "chunked"}}, "/", 10), "400"},
      {"two types", head({{"host", "x"}, {"content-type", "a/b"}, {"content-type", "a/b"}}), "400"},
      {"packed", head({{"host", "x"}, {"content-encoding", "gzip"}}), "415"},
      {"absolute form", head({{"host", "x"}}, "http://x/a"), "400"},
      {"asterisk", head({{"host", "x"}}, "*"), "400"},
      {"authority", head({{"host", "x"}}, "x:443"), "400"},
      {"target over ASCII", head({{"host", "x"}}, "/\xC3\xA9"), "400"},
      {"later version", head({{"host", "x"}}, "/", 20), "505"},
      {"earlier version", head({{"host", "x"}}, "/", 9), "505"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(framed(row.head) == row.want);
  }
}

TEST_CASE("framing: fields that come several times are joined") {
  const auto headers =
      headers_of(head({{"host", "x"}, {"x-forwarded-for", "1.2.3.4"}, {"x-forwarded-for", "5.6.7.8"}}));
  CHECK(headers.at("x-forwarded-for") == "1.2.3.4, 5.6.7.8");
}

}  // namespace docket::http
