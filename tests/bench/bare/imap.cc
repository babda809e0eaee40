#include "tests/bench/bare/imap.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "tests/bench/bare/socket.h"

namespace bare {
namespace {

constexpr std::size_t kBuffer = std::size_t{1} << 20U;
constexpr std::size_t kLongestLine = 4096;
constexpr std::string_view kFetch = "t UID FETCH 1:* (UID BODY.PEEK[])\r\n";

/// "… {123}\r\n": how many octets follow; 0 when none do.
std::size_t announced(std::string_view line) {
  const auto open = line.rfind('{');
  std::size_t count = 0;
  if (open != std::string_view::npos && line.ends_with("}\r\n")) {
    std::from_chars(line.data() + open + 1, line.data() + line.size(), count);
  }
  return count;
}

}  // namespace

Mailbox::Mailbox(std::uint16_t port, const std::string& user, const std::string& password, const std::string& ca)
    : socket_(connect_to(port)), buffer_(kBuffer) {
  if (!ca.empty()) {
    context_ = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_verify(context_, SSL_VERIFY_PEER, nullptr);
    if (SSL_CTX_load_verify_file(context_, ca.c_str()) != 1) throw std::runtime_error("no certificate: " + ca);
    tls_ = SSL_new(context_);
    SSL_set_fd(tls_, socket_);
    if (SSL_connect(tls_) != 1) throw std::runtime_error("no TLS");
  }
  (void)receive();  // the greeting
  ask("t LOGIN " + user + " " + password + "\r\n");
  ask("t SELECT INBOX\r\n");
}

Mailbox::~Mailbox() {
  SSL_free(tls_);
  SSL_CTX_free(context_);
  close_socket(socket_);
}

void Mailbox::send(std::string_view text) {
  if (tls_ == nullptr) {
    send_all(socket_, text);
  } else if (SSL_write(tls_, text.data(), static_cast<int>(text.size())) <= 0) {
    throw std::runtime_error("TLS broke off");
  }
}

std::size_t Mailbox::receive() {
  if (tls_ == nullptr) return receive_some(socket_, buffer_);
  const int count = SSL_read(tls_, buffer_.data(), static_cast<int>(buffer_.size()));
  if (count <= 0) throw std::runtime_error("TLS broke off");
  return static_cast<std::size_t>(count);
}

void Mailbox::ask(std::string_view command) {
  send(command);
  read_to_tagged();
}

/// Looks at nothing but the last line of what has come.
std::uint64_t Mailbox::read_to_tagged() {
  std::uint64_t total = 0;
  std::string tail;
  while (true) {
    const auto count = receive();
    total += count;
    const auto from = count > kLongestLine ? count - kLongestLine : 0;
    tail.append(buffer_.data() + from, count - from);
    if (tail.size() > kLongestLine) tail.erase(0, tail.size() - kLongestLine);
    if (!tail.ends_with("\r\n")) continue;
    const auto before = tail.rfind("\r\n", tail.size() - 3);
    const auto last = std::string_view(tail).substr(before == std::string::npos ? 0 : before + 2);
    if (!last.starts_with("t ")) continue;
    if (!last.starts_with("t OK")) throw std::runtime_error("the server says " + std::string(last));
    return total;
  }
}

std::uint64_t Mailbox::drain() {
  send(kFetch);
  return read_to_tagged();
}

void Mailbox::fill() { unread_ = {buffer_.data(), receive()}; }

std::string Mailbox::line() {
  std::string text;
  while (!text.ends_with("\r\n")) {
    if (unread_.empty()) fill();
    const auto end = unread_.find('\n');
    const auto count = end == std::string_view::npos ? unread_.size() : end + 1;
    text.append(unread_.substr(0, count));
    unread_.remove_prefix(count);
  }
  return text;
}

std::string Mailbox::octets(std::size_t count) {
  std::string text;
  text.reserve(count);
  while (text.size() < count) {
    if (unread_.empty()) fill();
    const auto some = std::min(count - text.size(), unread_.size());
    text.append(unread_.substr(0, some));
    unread_.remove_prefix(some);
  }
  return text;
}

void Mailbox::fetch(const std::function<void(std::string)>& letter) {
  send(kFetch);
  while (true) {
    const auto text = line();
    if (text.starts_with("t OK")) return;
    if (text.starts_with("t ")) throw std::runtime_error("the server says " + text);
    if (const auto count = announced(text); count > 0) letter(octets(count));
  }
}

}  // namespace bare
