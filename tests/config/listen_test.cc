// Where a listener listens: numbers only, so that nothing is looked up or guessed.
#include "config/listen.h"

#include <doctest/doctest.h>

namespace docket {
namespace {

std::string described(std::string_view text) {
  const auto listen = parse_listen(text);
  if (!listen) return "! " + listen.error();
  if (listen->is_unix()) return "socket " + listen->socket.string();
  return listen->address + " port " + std::to_string(listen->port) + (listen->is_loopback() ? " loopback" : "");
}

}  // namespace

TEST_CASE("listen: addresses, sockets and what is neither") {
  struct Row {
    std::string text;
    std::string want;
  };
  const Row rows[] = {
      {"127.0.0.1:8311", "127.0.0.1 port 8311 loopback"},
      {"127.1.2.3:1", "127.1.2.3 port 1 loopback"},
      {"0.0.0.0:65535", "0.0.0.0 port 65535"},
      {"[::1]:8311", "::1 port 8311 loopback"},
      {"[2001:db8::1]:443", "2001:db8::1 port 443"},
      {"unix:/run/docket/public.sock", "socket /run/docket/public.sock"},
      {"unix:run/public.sock", "! expected a whole path after unix:"},
      {"unix:/run/", "! expected a whole path after unix:"},
      {"unix:", "! expected a whole path after unix:"},
      {"unix:/" + std::string(107, 'a'), "! the path is longer than 107 octets, the most for a socket"},
      {"127.0.0.1", "! expected an address and a port"},
      {":8311", "! expected an address and a port"},
      {"127.0.0.1:", "! expected an address and a port"},
      {"127.0.0.1:0", "! expected an address and a port"},
      {"127.0.0.1:65536", "! expected an address and a port"},
      {"127.0.0.1:+1", "! expected an address and a port"},
      {"localhost:8311", "! expected an address of this machine as a number"},
      {"::1:8311", "! expected an address of this machine as a number"},
      {"[127.0.0.1]:8311", "! expected an address of this machine as a number"},
      {"*:8311", "! expected an address of this machine as a number"},
      {std::string("127.0.0.1\0x:8311", 16), "! expected an address of this machine as a number"},
      {std::string("unix:/run/a\0b", 13), "! expected a whole path after unix:"},
      {"", "! expected an address and a port"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(described(row.text) == row.want);
  }
}

}  // namespace docket
