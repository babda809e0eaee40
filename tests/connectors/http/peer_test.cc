// Whom a connection counts for.
#include "connectors/http/peer.h"

#include <doctest/doctest.h>

namespace docket::http {

TEST_CASE("peer: only what the nearest proxy wrote is believed") {
  struct Row {
    const char* header;
    const char* want;  ///< "": none
  };
  const Row rows[] = {
      {"198.51.100.7", "198.51.100.7"},
      {"10.0.0.1, 198.51.100.7", "198.51.100.7"},
      {"made up, 198.51.100.7 ", "198.51.100.7"},
      {"198.51.100.7:1234", "198.51.100.7"},
      {"2001:db8::7", "2001:db8::7"},
      {"[2001:db8::7]:1234", "2001:db8::7"},
      {"[2001:db8::7]", "2001:db8::7"},
      {"198.51.100.7, ", ""},
      {"198.51.100.7, unknown", ""},
      {"198.51.100.7, [", ""},
      {"", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.header);
    CHECK(last_hop(row.header).value_or("") == row.want);
  }
  CHECK_FALSE(last_hop(std::string("198.51.100.7\0x", 14)));
}

TEST_CASE("peer: an IPv6 customer has a whole /64") {
  CHECK(counted_as("198.51.100.7") == "198.51.100.7");
  CHECK(counted_as("::ffff:198.51.100.7") == "198.51.100.7");
  CHECK(counted_as("2001:db8:1:2:3:4:5:6") == "2001:db8:1:2::/64");
  CHECK(counted_as("2001:db8:1:2::1") == "2001:db8:1:2::/64");
  CHECK(counted_as("fe80::1%eth0") == "fe80::/64");
  CHECK(counted_as("") == "");
}

TEST_CASE("peer: programs of this machine") {
  CHECK(Peer{"127.0.0.5", {}}.is_local());
  CHECK(Peer{"::1", {}}.is_local());
  CHECK(Peer{"", 1000}.is_local());
  CHECK_FALSE(Peer{"198.51.100.7", {}}.is_local());
  CHECK_FALSE(Peer{"", {}}.is_local());
}

}  // namespace docket::http
