#include "tests/dovecot.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <pwd.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace {

namespace fs = std::filesystem;

constexpr const char* kConfig = R"(protocols = imap
listen = 127.0.0.1
base_dir = {root}/run
state_dir = {root}/state
log_path = {root}/dovecot.log
ssl = yes
ssl_cert = <{root}/cert.pem
ssl_key = <{root}/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
mail_location = maildir:{root}/mail/%u
mail_max_userip_connections = 200
mail_fsync = never
{users}
passdb {{
  driver = static
  args = password=secret
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={root}/mail/%u allow_all_users=yes
}}
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Indesirables {{
    special_use = \Junk
  }}
}}
service imap-login {{
  chroot =
  service_count = 0
  process_min_avail = 1
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = {imaps}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
)";

sockaddr_in loopback(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(port);
  return address;
}

std::uint16_t free_port() {
  const int probe = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  const bool bound = ::bind(probe, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
                     ::getsockname(probe, reinterpret_cast<sockaddr*>(&address), &size) == 0;
  ::close(probe);
  if (!bound) throw std::runtime_error("no free loopback port");
  return ntohs(address.sin_port);
}

std::string find_dovecot() {
  for (const char* candidate : {"/usr/sbin/dovecot", "/usr/bin/dovecot", "/usr/local/sbin/dovecot"}) {
    if (::access(candidate, X_OK) == 0) return candidate;
  }
  throw std::runtime_error("dovecot is not installed: apt-get install dovecot-imapd");
}

/// A conversation with the server, as simple as a test needs it: every answer is read up to its tag.
class Talk {
 public:
  Talk(std::uint16_t port, const std::string& user) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const sockaddr_in address = loopback(port);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
      ::close(socket_);
      throw std::runtime_error("cannot connect to dovecot");
    }
    command("LOGIN " + user + " secret");
  }
  ~Talk() { ::close(socket_); }
  Talk(const Talk&) = delete;
  Talk& operator=(const Talk&) = delete;

  std::string command(const std::string& text) {
    send("t1 " + text + "\r\n");
    return read_until("t1 ");
  }

  void append(const std::string& folder, const std::string& octets, const std::string& date, const std::string& flags) {
    const std::string when = date.empty() ? "" : " \"" + date + '"';
    send(fmt::format("t1 APPEND \"{}\" ({}){} {{{}}}\r\n", folder, flags, when, octets.size()));
    read_until("+ ");
    send(octets + "\r\n");
    if (read_until("t1 ").find("t1 OK") == std::string::npos) throw std::runtime_error("dovecot refused a letter");
  }

 private:
  void send(std::string_view octets) const {
    while (!octets.empty()) {
      const ssize_t sent = ::send(socket_, octets.data(), octets.size(), MSG_NOSIGNAL);
      if (sent <= 0) throw std::runtime_error("dovecot closed the connection");
      octets.remove_prefix(static_cast<std::size_t>(sent));
    }
  }

  std::string read_until(const std::string& beginning_of_line) {
    std::string text;
    while (true) {
      const std::size_t at = text.starts_with(beginning_of_line) ? 0 : text.find("\n" + beginning_of_line);
      if (at != std::string::npos && text.ends_with("\r\n")) return text;
      std::array<char, 4096> piece{};
      const ssize_t got = ::recv(socket_, piece.data(), piece.size(), 0);
      if (got <= 0) throw std::runtime_error("dovecot closed the connection");
      text.append(piece.data(), static_cast<std::size_t>(got));
    }
  }

  int socket_;
};

std::string users_and_owner(const fs::path& mail, uid_t& uid, gid_t& gid) {
  const passwd* owner = ::getuid() == 0 ? ::getpwnam("nobody") : ::getpwuid(::getuid());
  if (owner == nullptr) throw std::runtime_error("no user for dovecot's mail");
  uid = owner->pw_uid;
  gid = owner->pw_gid;
  if (::getuid() == 0) {
    if (::chown(mail.c_str(), uid, gid) != 0) throw std::runtime_error("cannot give dovecot its mail folder");
    return {};
  }
  return fmt::format("default_internal_user = {0}\ndefault_login_user = {0}\ndefault_internal_group = {1}",
                     owner->pw_name, gid);
}

}  // namespace

Dovecot::Dovecot() : binary_(find_dovecot()) {
  std::string name = (fs::temp_directory_path() / "dovecot-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder for dovecot");
  root_ = name;
  for (const char* certificate : {"cert", "other"}) {
    run({"openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "3650", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout",
         (root_ / (certificate == std::string("cert") ? "key.pem" : "other-key.pem")).string(), "-out",
         (root_ / (certificate + std::string(".pem"))).string()});
  }
  for (int attempt = 0; attempt < 5; ++attempt) {
    imap_port_ = free_port();
    imaps_port_ = free_port();
    configure();
    process_ = ::fork();
    if (process_ == 0) {
      const int null = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
      ::dup2(null, STDOUT_FILENO);
      ::dup2(null, STDERR_FILENO);
      const std::string config = (root_ / "dovecot.conf").string();
      ::execl(binary_.c_str(), binary_.c_str(), "-F", "-c", config.c_str(), nullptr);
      ::_exit(127);
    }
    if (answers()) return;
    end();
  }
  throw std::runtime_error("dovecot does not start: " + log());
}

Dovecot::~Dovecot() {
  end();
  std::error_code ignored;
  fs::remove_all(root_, ignored);
}

void Dovecot::end() {
  if (process_ <= 0) return;
  ::kill(process_, SIGTERM);
  ::waitpid(process_, nullptr, 0);
  process_ = -1;
}

void Dovecot::configure() const {
  fs::permissions(root_, fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec | fs::perms::others_read |
                             fs::perms::others_exec);
  fs::create_directories(root_ / "mail");
  uid_t uid = 0;
  gid_t gid = 0;
  const std::string users = users_and_owner(root_ / "mail", uid, gid);
  std::ofstream(root_ / "dovecot.conf") << fmt::format(
      fmt::runtime(kConfig), fmt::arg("root", root_.string()), fmt::arg("users", users), fmt::arg("uid", uid),
      fmt::arg("gid", gid), fmt::arg("imap", imap_port_), fmt::arg("imaps", imaps_port_));
}

void Dovecot::run(const std::vector<std::string>& command) const {
  const pid_t child = ::fork();
  if (child == 0) {
    const int null = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    ::dup2(null, STDOUT_FILENO);
    ::dup2(null, STDERR_FILENO);
    std::vector<char*> arguments;
    for (const std::string& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    ::execvp(arguments[0], arguments.data());
    ::_exit(127);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) throw std::runtime_error(command.front() + " failed");
}

bool Dovecot::answers() const {
  for (int i = 0; i < 200; ++i) {
    if (::waitpid(process_, nullptr, WNOHANG) != 0) return false;
    try {
      Talk(imap_port_, "probe").command("NOOP");
      return true;
    } catch (const std::runtime_error&) {
      std::this_thread::sleep_for(std::chrono::milliseconds{50});
    }
  }
  return false;
}

void Dovecot::make_folder(const std::string& user, const std::string& folder) const {
  Talk(imap_port_, user).command("CREATE \"" + folder + '"');
}

void Dovecot::deliver(const std::string& user, const std::string& octets, const std::string& folder,
                      const std::string& date, const std::string& flags) const {
  Talk talk(imap_port_, user);
  if (folder != "INBOX") talk.command("CREATE \"" + folder + '"');
  talk.append(folder, octets, date, flags);
}

std::map<std::uint32_t, std::set<std::string>> Dovecot::flags(const std::string& user,
                                                              const std::string& folder) const {
  Talk talk(imap_port_, user);
  talk.command("EXAMINE \"" + folder + '"');
  std::istringstream lines(talk.command("UID FETCH 1:* (UID FLAGS)"));
  std::map<std::uint32_t, std::set<std::string>> found;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t uid = line.find("UID ");
    const std::size_t open = line.find("FLAGS (");
    if (!line.starts_with("* ") || uid == std::string::npos || open == std::string::npos) continue;
    auto& flags = found[static_cast<std::uint32_t>(std::stoul(line.substr(uid + 4)))];
    std::istringstream words(line.substr(open + 7, line.find(')', open) - open - 7));
    for (std::string word; words >> word;) flags.insert(word);
    flags.erase("\\Recent");
  }
  return found;
}

void Dovecot::set_uid_validity(const std::string& user, std::uint32_t value, const std::string& folder) const {
  run({"doveadm", "-c", (root_ / "dovecot.conf").string(), "mailbox", "update", "-u", user, "--uid-validity",
       std::to_string(value), folder});
}

std::string Dovecot::log() const {
  std::ifstream file(root_ / "dovecot.log");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}
