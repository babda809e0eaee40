#include "connectors/dns.h"

#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <netdb.h>
#include <resolv.h>

#include <algorithm>
#include <array>
#include <optional>

#include "config/listen.h"
#include "config/text.h"
#include "connectors/mime/alabel.h"

namespace docket {
namespace {

constexpr std::uint16_t kDnsPort = 53;

/// "_dmarc.ville.example": the labels with an underscore stand before the domain that may be an IDN.
std::optional<std::string> wire_name(const std::string& name) {
  std::size_t domain = 0;
  while (domain < name.size() && name[domain] == '_') {
    const auto dot = name.find('.', domain);
    if (dot == std::string::npos) return std::nullopt;
    domain = dot + 1;
  }
  if (is_ascii_text(name)) return name;
  const auto encoded = ascii_domain(std::string_view(name).substr(domain));
  return encoded ? std::optional(name.substr(0, domain) + *encoded) : std::nullopt;
}

int type_number(DnsType type) {
  switch (type) {
    case DnsType::mx:
      return ns_t_mx;
    case DnsType::srv:
      return ns_t_srv;
    case DnsType::txt:
      break;
  }
  return ns_t_txt;
}

/// One record's data in its message; every read stays inside it.
class Data {
 public:
  Data(const ns_msg& message, const ns_rr& record)
      : message_(message), at_(ns_rr_rdata(record)), end_(ns_rr_rdata(record) + ns_rr_rdlen(record)) {}

  std::optional<std::uint16_t> number() {
    if (end_ - at_ < 2) return std::nullopt;
    const auto value = static_cast<std::uint16_t>(ns_get16(at_));
    at_ += 2;
    return value;
  }

  std::optional<std::string> host() {
    std::array<char, NS_MAXDNAME> name{};
    if (dn_expand(ns_msg_base(message_), ns_msg_end(message_), at_, name.data(), name.size()) < 0) return std::nullopt;
    return std::string(name.data());
  }

  /// The strings of a TXT record are one text (RFC 7208 section 3.3).
  std::optional<std::string> text() {
    std::string all;
    while (at_ < end_) {
      const std::size_t length = *at_++;
      if (static_cast<std::size_t>(end_ - at_) < length) return std::nullopt;
      all.append(reinterpret_cast<const char*>(at_), length);  // NOLINT: octets are octets
      at_ += length;
    }
    return to_valid_utf8(all);
  }

 private:
  const ns_msg& message_;
  const unsigned char* at_;
  const unsigned char* end_;
};

std::optional<DnsRecord> read_record(const ns_msg& message, const ns_rr& raw, DnsType type) {
  Data data(message, raw);
  DnsRecord record;
  if (type != DnsType::txt) {
    const auto preference = data.number();
    if (!preference) return std::nullopt;
    record.preference = *preference;
  }
  if (type == DnsType::srv) {
    const auto weight = data.number();
    const auto port = data.number();
    if (!weight || !port) return std::nullopt;
    record.weight = *weight;
    record.port = *port;
  }
  auto text = type == DnsType::txt ? data.text() : data.host();
  if (!text) return std::nullopt;
  record.text = std::move(*text);
  return record;
}

class SystemResolver final : public Resolver {
 public:
  explicit SystemResolver(std::chrono::seconds patience) {
    ready_ = res_ninit(&state_) == 0;
    state_.retrans = static_cast<int>(std::max(patience.count(), std::chrono::seconds::rep{1}));
    state_.retry = 1;
  }
  ~SystemResolver() override { res_nclose(&state_); }
  SystemResolver(const SystemResolver&) = delete;
  SystemResolver& operator=(const SystemResolver&) = delete;

  /// Only this server.
  void ask_only(const in_addr& address, std::uint16_t port) {
    state_.nscount = 1;
    state_.nsaddr_list[0] = {};
    state_.nsaddr_list[0].sin_family = AF_INET;
    state_.nsaddr_list[0].sin_port = htons(port);
    state_.nsaddr_list[0].sin_addr = address;
  }

  DnsAnswer look_up(const std::string& name, DnsType type) override {
    constexpr std::size_t kLongest = std::size_t{64} << 10U;
    const auto asked = wire_name(name);
    if (!ready_ || !asked) return {asked ? DnsAnswer::Kind::unanswered : DnsAnswer::Kind::no_name, {}};
    std::vector<unsigned char> octets(kLongest);
    const int length =
        res_nquery(&state_, asked->c_str(), ns_c_in, type_number(type), octets.data(), static_cast<int>(octets.size()));
    if (length < 0) return {failure(), {}};
    ns_msg message{};
    const int usable = std::min(length, static_cast<int>(octets.size()));
    if (ns_initparse(octets.data(), usable, &message) != 0) return {};
    return read_answers(message, type);
  }

 private:
  [[nodiscard]] DnsAnswer::Kind failure() const {
    if (state_.res_h_errno == HOST_NOT_FOUND) return DnsAnswer::Kind::no_name;
    return state_.res_h_errno == NO_DATA ? DnsAnswer::Kind::none : DnsAnswer::Kind::unanswered;
  }

  static DnsAnswer read_answers(ns_msg& message, DnsType type) {
    DnsAnswer answer;
    for (int i = 0; i < ns_msg_count(message, ns_s_an); ++i) {
      ns_rr raw{};
      if (ns_parserr(&message, ns_s_an, i, &raw) != 0) return {};
      if (ns_rr_type(raw) != type_number(type)) continue;  // an alias on the way
      if (auto record = read_record(message, raw, type)) answer.records.push_back(std::move(*record));
    }
    answer.kind = answer.records.empty() ? DnsAnswer::Kind::none : DnsAnswer::Kind::found;
    std::stable_sort(answer.records.begin(), answer.records.end(),
                     [](const DnsRecord& a, const DnsRecord& b) { return a.preference < b.preference; });
    return answer;
  }

  struct __res_state state_ {};  // NOLINT(bugprone-reserved-identifier): its name in <resolv.h>
  bool ready_ = false;
};

}  // namespace

tl::expected<std::unique_ptr<Resolver>, std::string> make_resolver(const std::string& server,
                                                                   std::chrono::seconds patience) {
  auto resolver = std::make_unique<SystemResolver>(patience);
  if (server.empty()) return resolver;
  const bool with_port = server.find(':') != std::string::npos;
  const auto place = parse_listen(with_port ? server : server + ':' + std::to_string(kDnsPort));
  in_addr address{};
  if (!place || place->is_unix() || inet_pton(AF_INET, place->address.c_str(), &address) != 1) {
    return tl::unexpected("'" + server + "' is no DNS server: an IPv4 address, perhaps with a port, is expected");
  }
  resolver->ask_only(address, place->port);
  return resolver;
}

}  // namespace docket
