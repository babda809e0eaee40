// Sockets that listen: made here, or given by systemd.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "config/listen.h"

namespace docket::http {

/// Of one owner; closes it.
class Socket {
 public:
  explicit Socket(int descriptor) : descriptor_(descriptor) {}
  Socket(Socket&& other) noexcept : descriptor_(other.release()) {}
  Socket& operator=(Socket&& other) noexcept;
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;
  ~Socket();
  [[nodiscard]] int get() const { return descriptor_; }
  [[nodiscard]] int release();

 private:
  int descriptor_;
};

/// Throws std::runtime_error with the reason. A Unix socket's file that nobody listens on any more is replaced; its
/// mode is 0600, 0660 with a `group`, 0666 when `for_all`.
[[nodiscard]] Socket listen_on(const Listen& where, const std::string& group, bool for_all);

/// Why listen_on() would throw; nullopt: it would listen. Nothing listens meanwhile, and no file is made.
[[nodiscard]] std::optional<std::string> would_not_listen(const Listen& where);

/// Throws unless it is a stream socket that listens; another process may have it too, so it is never shut down.
void check_given(int descriptor, const std::string& name);

[[nodiscard]] unsigned short port_of(int socket);  ///< 0 for a Unix socket

/// Socket activation (sd_listen_fds(3)): LISTEN_PID, LISTEN_FDS and LISTEN_FDNAMES, by name (FileDescriptorName= of the
/// socket unit). Empty when they are not for this process. Call it once, before threads: it takes the variables away.
[[nodiscard]] std::map<std::string, int> take_given_sockets();

}  // namespace docket::http
