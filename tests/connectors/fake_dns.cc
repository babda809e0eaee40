#include "tests/connectors/fake_dns.h"

#include <arpa/nameser.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace docket::testing {
namespace {

std::string two(int value) { return {static_cast<char>(value >> 8), static_cast<char>(value & 0xFF)}; }

std::string wire(const std::string& name) {
  std::string octets;
  for (std::size_t begin = 0; begin < name.size();) {
    const auto dot = std::min(name.find('.', begin), name.size());
    octets += static_cast<char>(dot - begin);
    octets += name.substr(begin, dot - begin);
    begin = dot + 1;
  }
  return octets + '\0';
}

}  // namespace

FakeDns::FakeDns() : socket_(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  auto* const any = reinterpret_cast<sockaddr*>(&address);  // NOLINT: what the system calls want
  if (::bind(socket_, any, length) != 0 || ::getsockname(socket_, any, &length) != 0) {
    throw std::runtime_error("no free port for the DNS server of a test");
  }
  port_ = ntohs(address.sin_port);
  thread_ = std::jthread([this] { serve(); });
}

FakeDns::~FakeDns() {
  ::shutdown(socket_, SHUT_RDWR);  // ends the receiving
  thread_.join();
  ::close(socket_);
}

void FakeDns::mx(const std::string& name, int preference, const std::string& host) {
  const std::lock_guard lock(mutex_);
  records_.emplace(std::pair{name, ns_t_mx}, two(preference) + wire(host));
}

void FakeDns::txt(const std::string& name, const std::vector<std::string>& strings) {
  std::string data;
  for (const auto& one : strings) data += static_cast<char>(one.size()) + one;
  const std::lock_guard lock(mutex_);
  records_.emplace(std::pair{name, ns_t_txt}, data);
}

void FakeDns::srv(const std::string& name, int priority, int weight, int port, const std::string& host) {
  const std::lock_guard lock(mutex_);
  records_.emplace(std::pair{name, ns_t_srv}, two(priority) + two(weight) + two(port) + wire(host));
}

void FakeDns::octets(const std::string& name, const std::string& answer) {
  const std::lock_guard lock(mutex_);
  octets_[name] = answer;
}

void FakeDns::serve() {
  std::array<char, 1024> buffer{};
  while (true) {
    sockaddr_in from{};
    socklen_t length = sizeof from;
    auto* const any = reinterpret_cast<sockaddr*>(&from);  // NOLINT: what the system calls want
    const auto count = ::recvfrom(socket_, buffer.data(), buffer.size(), 0, any, &length);
    if (count <= 0) return;
    const auto reply = answer(std::string(buffer.data(), static_cast<std::size_t>(count)));
    if (!reply.empty()) (void)::sendto(socket_, reply.data(), reply.size(), 0, any, length);
  }
}

std::string FakeDns::answer(const std::string& question) {
  constexpr std::size_t kHeader = 12;
  std::string name;
  std::size_t at = kHeader;
  while (at < question.size() && question[at] != '\0') {
    const auto length = static_cast<std::size_t>(question[at]);
    name += (name.empty() ? "" : ".") + question.substr(at + 1, length);
    at += length + 1;
  }
  if (at + 5 > question.size()) return {};
  const int type = (static_cast<unsigned char>(question[at + 1]) << 8) | static_cast<unsigned char>(question[at + 2]);
  const std::lock_guard lock(mutex_);
  if (const auto raw = octets_.find(name); raw != octets_.end()) return question.substr(0, 2) + raw->second.substr(2);
  const auto [first, last] = records_.equal_range({name, type});
  std::string answers;
  int count = 0;
  for (auto one = first; one != last; ++one, ++count) {
    answers += std::string("\xc0\x0c", 2) + two(type) + two(ns_c_in) + two(0) + two(60) +
               two(static_cast<int>(one->second.size())) + one->second;
  }
  bool known = false;
  for (const auto& [key, data] : records_) known = known || key.first == name;
  const int flags = known ? 0x8180 : 0x8183;  // NXDOMAIN
  return question.substr(0, 2) + two(flags) + two(1) + two(count) + two(0) + two(0) +
         question.substr(kHeader, at + 5 - kHeader) + answers;
}

}  // namespace docket::testing
