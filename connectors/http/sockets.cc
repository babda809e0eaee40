#include "connectors/http/sockets.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <grp.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "config/text.h"

namespace docket::http {
namespace {

constexpr int kFirstGiven = 3;  // SD_LISTEN_FDS_START

/// Of either family, as bind() and connect() take it.
struct Address {
  sockaddr_storage octets{};
  socklen_t size = 0;
  [[nodiscard]] const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&octets); }
};

template <class Sockaddr>
Address address_of(const Sockaddr& value) {
  Address address;
  std::memcpy(&address.octets, &value, sizeof value);
  address.size = sizeof value;
  return address;
}

std::string name_of(const Listen& where) {
  if (where.is_unix()) return where.socket.string();
  const bool six = where.address.find(':') != std::string::npos;
  return (six ? "[" + where.address + "]" : where.address) + ":" + std::to_string(where.port);
}

[[noreturn]] void fail(const Listen& where, int error) {
  throw std::runtime_error("cannot listen on " + name_of(where) + ": " + std::generic_category().message(error));
}

Address address_of(const Listen& where) {
  if (where.is_unix()) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const auto path = where.socket.string();
    if (path.size() >= sizeof address.sun_path) fail(where, ENAMETOOLONG);
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    return address_of(address);
  }
  sockaddr_in four{};
  four.sin_family = AF_INET;
  four.sin_port = htons(where.port);
  if (inet_pton(AF_INET, where.address.c_str(), &four.sin_addr) == 1) return address_of(four);
  sockaddr_in6 six{};
  six.sin6_family = AF_INET6;
  six.sin6_port = htons(where.port);
  if (inet_pton(AF_INET6, where.address.c_str(), &six.sin6_addr) != 1) fail(where, EINVAL);
  return address_of(six);
}

Socket open_stream(const Listen& where, int family) {
  Socket socket(::socket(family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  if (socket.get() < 0) fail(where, errno);
  return socket;
}

bool answers(int socket, const Address& address) {
  return connect(socket, address.get(), address.size) == 0 || errno == EAGAIN;
}

/// A socket file that nobody listens on any more is a left-over; one that answers is somebody's.
void make_room(const Listen& where, const Address& address) {
  std::error_code ignored;
  std::filesystem::create_directories(where.socket.parent_path(), ignored);
  const auto probe = open_stream(where, AF_UNIX);
  if (answers(probe.get(), address)) throw std::runtime_error("another program listens on " + where.socket.string());
  if (std::filesystem::is_socket(where.socket, ignored)) std::filesystem::remove(where.socket, ignored);
}

void give_to_group(const std::filesystem::path& path, const std::string& group) {
  std::array<char, 4096> buffer{};
  ::group entry{};
  ::group* found = nullptr;
  if (getgrnam_r(group.c_str(), &entry, buffer.data(), buffer.size(), &found) != 0 || found == nullptr) {
    throw std::runtime_error("the group " + group + " of operators does not exist");
  }
  struct stat info {};
  const bool theirs = stat(path.c_str(), &info) == 0 && info.st_gid == found->gr_gid;  // under systemd's Group=
  if ((!theirs && chown(path.c_str(), static_cast<uid_t>(-1), found->gr_gid) != 0) || chmod(path.c_str(), 0660) != 0) {
    throw std::runtime_error("cannot give " + path.string() + " to the group " + group);
  }
}

int number_in(const char* name) {
  const char* const text = std::getenv(name);
  if (text == nullptr) return 0;
  int value = 0;
  const auto* const end = text + std::strlen(text);
  const auto read = std::from_chars(text, end, value);
  return read.ec == std::errc() && read.ptr == end ? value : 0;
}

}  // namespace

Socket& Socket::operator=(Socket&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

Socket::~Socket() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

int Socket::release() { return std::exchange(descriptor_, -1); }

Socket listen_on(const Listen& where, const std::string& group, bool for_all) {
  const auto address = address_of(where);
  if (where.is_unix()) make_room(where, address);
  auto socket = open_stream(where, address.octets.ss_family);
  const int on = 1;
  if (!where.is_unix()) setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  const auto old_mask = umask(0177);  // 0600 from the first moment
  const int bound = bind(socket.get(), address.get(), address.size) == 0 ? 0 : errno;
  umask(old_mask);
  if (bound != 0 || listen(socket.get(), SOMAXCONN) != 0) fail(where, bound != 0 ? bound : errno);
  if (where.is_unix() && !group.empty()) give_to_group(where.socket, group);
  if (where.is_unix() && for_all && chmod(where.socket.c_str(), 0666) != 0) fail(where, errno);
  return socket;
}

std::optional<std::string> would_not_listen(const Listen& where) {
  try {
    const auto address = address_of(where);
    auto socket = open_stream(where, address.octets.ss_family);
    if (where.is_unix()) {
      if (answers(socket.get(), address)) return "another program listens on " + where.socket.string();
      return std::nullopt;
    }
    const int on = 1;
    setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(socket.get(), address.get(), address.size) != 0) fail(where, errno);
    return std::nullopt;
  } catch (const std::runtime_error& error) {
    return error.what();
  }
}

void check_given(int descriptor, const std::string& name) {
  int listens = 0;
  int type = 0;
  socklen_t size = sizeof(int);
  const bool known = getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) == 0 &&
                     getsockopt(descriptor, SOL_SOCKET, SO_TYPE, &type, &size) == 0;
  if (!known || listens == 0 || type != SOCK_STREAM) {
    throw std::runtime_error("the socket '" + name + "' that systemd gave is not one that listens for connections");
  }
  fcntl(descriptor, F_SETFL,
        fcntl(descriptor, F_GETFL) | O_NONBLOCK);  // systemd's own block unless NonBlocking= is set
}

unsigned short port_of(int socket) {
  sockaddr_storage octets{};
  socklen_t size = sizeof octets;
  if (getsockname(socket, reinterpret_cast<sockaddr*>(&octets), &size) != 0) return 0;
  sockaddr_in four{};
  std::memcpy(&four, &octets, sizeof four);  // the port of both families lies at the same place
  return octets.ss_family == AF_INET || octets.ss_family == AF_INET6 ? ntohs(four.sin_port) : std::uint16_t{0};
}

std::map<std::string, int> take_given_sockets() {
  std::map<std::string, int> given;
  const bool ours = number_in("LISTEN_PID") == getpid();
  const int count = ours ? number_in("LISTEN_FDS") : 0;
  const char* const listed = std::getenv("LISTEN_FDNAMES");
  const std::string names = listed == nullptr ? "" : listed;
  const auto parts = split(names, ':');
  for (int i = 0; i < count && i < 64; ++i) {
    const auto at = static_cast<std::size_t>(i);
    fcntl(kFirstGiven + i, F_SETFD, FD_CLOEXEC);
    const bool named = at < parts.size() && !parts[at].empty();
    given.emplace(named ? std::string(parts[at]) : "unknown", kFirstGiven + i);
  }
  for (const char* name : {"LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"}) unsetenv(name);
  return given;
}

}  // namespace docket::http
