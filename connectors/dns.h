// Questions to the DNS that setting up and looking over ask (RFC 1035): where mail of a domain goes, what it publishes.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <tl/expected.hpp>

namespace docket {

enum class DnsType { mx, srv, txt };

struct DnsRecord {
  std::string text;        ///< mx, srv: the host, without its last dot ("" for the root); txt: all its strings joined
  int preference = 0;      ///< mx; the priority of srv
  int weight = 0;          ///< srv
  std::uint16_t port = 0;  ///< srv
};

struct DnsAnswer {
  enum class Kind {
    found,
    none,       ///< the name is there, records of this type are not
    no_name,    ///< NXDOMAIN
    unanswered  ///< no server, no answer in time, or a failure of theirs
  } kind = Kind::unanswered;
  std::vector<DnsRecord> records;  ///< by preference, where they have one
};

/// Used by one thread at a time. Throws nothing.
class Resolver {
 public:
  virtual ~Resolver() = default;
  Resolver() = default;
  Resolver(const Resolver&) = delete;
  Resolver& operator=(const Resolver&) = delete;
  /// `name`: as people write it; an IDN is encoded here.
  [[nodiscard]] virtual DnsAnswer look_up(const std::string& name, DnsType type) = 0;
};

/// Asks the servers of resolv.conf, or this one ("192.0.2.1", "192.0.2.1:5353"), over UDP and TCP, each at most
/// `patience` (whole seconds) long. The error says that `server` is none.
[[nodiscard]] tl::expected<std::unique_ptr<Resolver>, std::string> make_resolver(
    const std::string& server = {}, std::chrono::seconds patience = std::chrono::seconds{2});

}  // namespace docket
