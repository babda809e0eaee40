#include "tests/connectors/smtp/fake_smtp.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace docket::testing {
namespace {

const FakeSmtp::Script kWilling{
    {"", "220 fake.test ESMTP"},    {"EHLO", "250-fake.test\r\n250-PIPELINING\r\n250 SIZE 1000000"},
    {"AUTH", "235 2.7.0 ok"},       {"MAIL", "250 2.1.0 ok"},
    {"RCPT", "250 2.1.5 ok"},       {"DATA", "354 go on"},
    {".", "250 2.0.0 kept"},        {"RSET", "250 2.0.0 ok"},
    {"QUIT", "221 2.0.0 bye;CLOSE"}};

std::string verb_of(const std::string& line) {
  std::string verb = line.substr(0, line.find_first_of(" :"));
  std::transform(verb.begin(), verb.end(), verb.begin(), [](unsigned char c) { return static_cast<char>(toupper(c)); });
  return verb;
}

/// Octets up to and without `mark`; false at the end of the connection.
bool read_until(int descriptor, std::string& buffer, const std::string& mark, std::string& taken) {
  while (true) {
    if (const auto at = buffer.find(mark); at != std::string::npos) {
      taken = buffer.substr(0, at);
      buffer.erase(0, at + mark.size());
      return true;
    }
    std::array<char, 65536> octets{};
    const auto count = ::recv(descriptor, octets.data(), octets.size(), 0);
    if (count <= 0) return false;
    buffer.append(octets.data(), static_cast<std::size_t>(count));
  }
}

}  // namespace

FakeSmtp::FakeSmtp(std::vector<Script> scripts) : scripts_(std::move(scripts)) {
  listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  ::bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address);
  ::listen(listener_, 16);
  socklen_t size = sizeof address;
  ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { serve(); });
}

FakeSmtp::~FakeSmtp() {
  stop_ = true;
  ::shutdown(listener_, SHUT_RDWR);
  thread_.join();
  ::close(listener_);
}

void FakeSmtp::serve() {
  std::vector<std::thread> conversations;
  std::vector<int> descriptors;
  while (!stop_) {
    const int descriptor = ::accept(listener_, nullptr, nullptr);
    if (descriptor < 0) break;
    const auto number = static_cast<std::size_t>(connections_++);
    descriptors.push_back(descriptor);
    conversations.emplace_back(
        [this, descriptor, number] { converse(descriptor, scripts_[std::min(number, scripts_.size() - 1)]); });
  }
  for (const int descriptor : descriptors) ::shutdown(descriptor, SHUT_RDWR);
  for (auto& conversation : conversations) conversation.join();
  for (const int descriptor : descriptors) ::close(descriptor);
}

void FakeSmtp::converse(int descriptor, const Script& script) {
  std::string buffer;
  std::string line;
  if (!answer(descriptor, script, "")) return;
  while (read_until(descriptor, buffer, "\r\n", line)) {
    {
      const std::lock_guard lock(mutex_);
      lines_.push_back(line);
    }
    const std::string verb = verb_of(line);
    if (!answer(descriptor, script, verb)) return;
    const auto found = script.find(verb);
    const bool data = verb == "DATA" && (found == script.end() || found->second.starts_with("354"));
    if (!data) continue;
    buffer.insert(0, "\r\n");
    std::string message;
    if (!read_until(descriptor, buffer, "\r\n.\r\n", message)) return;
    {
      const std::lock_guard lock(mutex_);
      messages_.push_back(message.empty() ? "" : message.substr(2) + "\r\n");
      lines_.emplace_back(".");
    }
    if (!answer(descriptor, script, ".")) return;
  }
  ::shutdown(descriptor, SHUT_RDWR);
}

bool FakeSmtp::answer(int descriptor, const Script& script, const std::string& verb) {
  const auto own = script.find(verb);
  const auto usual = kWilling.find(verb);
  std::string reply = own != script.end() ? own->second : usual != kWilling.end() ? usual->second : "500 5.5.2 what?";
  if (reply == "STALL") {
    stall(descriptor);
    return false;
  }
  const bool closes = reply == "CLOSE" || reply.ends_with(";CLOSE");
  reply = reply == "CLOSE" ? "" : closes ? reply.substr(0, reply.size() - 6) : reply;
  if (!reply.empty()) {
    reply += "\r\n";
    ::send(descriptor, reply.data(), reply.size(), MSG_NOSIGNAL);
  }
  if (closes) ::shutdown(descriptor, SHUT_RDWR);
  return !closes;
}

void FakeSmtp::stall(int descriptor) const {
  pollfd watched{.fd = descriptor, .events = POLLRDHUP, .revents = 0};
  while (!stop_ && ::poll(&watched, 1, 20) <= 0) {
  }
}

std::vector<std::string> FakeSmtp::lines() const {
  const std::lock_guard lock(mutex_);
  return lines_;
}

std::size_t FakeSmtp::count(const std::string& start) const {
  const auto all = lines();
  return static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [&](const std::string& line) { return line.starts_with(start); }));
}

std::vector<std::string> FakeSmtp::messages() const {
  const std::lock_guard lock(mutex_);
  return messages_;
}

bool FakeSmtp::wait_for(const std::string& start) const {
  for (int i = 0; i < 500; ++i) {
    if (count(start) > 0) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

}  // namespace docket::testing
