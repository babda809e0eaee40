// The least an IMAP client can be: log in, select, one FETCH of everything.
#pragma once

#include <openssl/ssl.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace bare {

/// A mailbox on this machine; throws std::runtime_error when the server does not do as it should.
class Mailbox {
 public:
  /// TLS where `ca` names the server's certificate.
  Mailbox(std::uint16_t port, const std::string& user, const std::string& password, const std::string& ca);
  ~Mailbox();
  Mailbox(const Mailbox&) = delete;
  Mailbox& operator=(const Mailbox&) = delete;

  /// Reads the answer to UID FETCH 1:* to its tagged OK and looks at nothing else; how many octets came.
  std::uint64_t drain();
  /// The same, each letter handed out.
  void fetch(const std::function<void(std::string)>& letter);

 private:
  void send(std::string_view text);
  [[nodiscard]] std::size_t receive();  ///< into buffer_
  void ask(std::string_view command);
  std::uint64_t read_to_tagged();
  void fill();
  [[nodiscard]] std::string line();
  [[nodiscard]] std::string octets(std::size_t count);

  int socket_ = -1;
  SSL_CTX* context_ = nullptr;
  SSL* tls_ = nullptr;
  std::vector<char> buffer_;
  std::string_view unread_;
};

}  // namespace bare
