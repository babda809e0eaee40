// How fast letters leave a mailbox, beside a bare drain of it: imap_bench CORPUS [ROUNDS], a folder with maildir/cur.
//
// Each round, on a private Dovecot: a program that reads the answer to one UID FETCH to its end, and the IMAP source
// with an intake that answers at once; plain and over TLS, from connecting to the last letter. Prints medians and the
// median of each round's ratio; CPU time is of this process, Dovecot's is not in it.
#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <pwd.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iostream>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

#include "connectors/imap/source.h"
#include "connectors/oauth2/tokens.h"
#include "tests/dovecot.h"

namespace {

using namespace docket;  // NOLINT: a program of one file
namespace fs = std::filesystem;

void say(int, const std::string& line) { std::cerr << line << '\n'; }

/// Takes octets and forgets them.
class NoBook final : public Intake {
 public:
  tl::expected<std::vector<std::string>, Trouble> list(const std::string&, std::span<const std::string> keys) override {
    return std::vector<std::string>(keys.begin(), keys.end());
  }
  tl::expected<void, Trouble> pass_over(const std::string&, std::span<const std::string>) override { return {}; }
  tl::expected<void, Trouble> vanished(const std::string&, std::span<const std::string>) override { return {}; }
  std::future<tl::expected<Taken, Trouble>> take(Inbound inbound) override {
    octets += inbound.octets.size();
    ++letters;
    std::promise<tl::expected<Taken, Trouble>> ready;
    ready.set_value(Taken{inbound.delivery_key, "case", "EX-2026-000001-5"});
    return ready.get_future();
  }
  tl::expected<Time, Trouble> first_start(const std::string&) override { return Time{}; }
  void caught_up(const std::string&) override {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    changed_.notify_all();
  }
  void wait_until_caught_up() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return ended_; });
  }

  std::uint64_t octets = 0;  ///< by the source's thread, read when it has caught up
  std::size_t letters = 0;

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool ended_ = false;
};

struct Drained {
  std::size_t letters = 0;
  std::uint64_t octets = 0;
};

struct Server {
  const Dovecot& dovecot;
  std::string user;
};

Drained drain_by_source(const Server& server, bool tls, ImapSettings::After after) {
  ::setenv("DOCKET_BENCH_PASSWORD", "secret", 1);
  SystemClock clock;
  oauth2::Tokens tokens{{}, {}, clock, say};
  SourceSettings settings;
  settings.name = "bench";
  settings.take_since.kind = TakeSince::Kind::all;
  ImapSettings imap;
  imap.server = tls ? Endpoint{"imaps", "localhost", server.dovecot.imaps_port(), false, server.dovecot.certificate()}
                    : Endpoint{"imap", "127.0.0.1", server.dovecot.imap_port(), true, {}};
  imap.login.user = server.user;
  imap.login.password = {Secret::Kind::env, "DOCKET_BENCH_PASSWORD"};
  imap.after = after;
  settings.way = imap;
  NoBook intake;
  const auto source = imap::make_imap_source(settings, Mode::live, intake, clock, say, tokens);
  std::jthread thread([&source](std::stop_token stop) { source->run(std::move(stop)); });
  intake.wait_until_caught_up();
  return {intake.letters, intake.octets};
}

/// A socket, and TLS on it where asked for.
class Bare {
 public:
  Bare(std::uint16_t port, bool tls) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    const int on = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
      throw std::runtime_error("cannot connect to dovecot");
    }
    if (!tls) return;
    context_ = SSL_CTX_new(TLS_client_method());
    tls_ = SSL_new(context_);
    SSL_set_fd(tls_, socket_);
    if (SSL_connect(tls_) != 1) throw std::runtime_error("no TLS with dovecot");
  }
  ~Bare() {
    SSL_free(tls_);
    SSL_CTX_free(context_);
    ::close(socket_);
  }
  Bare(const Bare&) = delete;
  Bare& operator=(const Bare&) = delete;

  /// How many octets come up to the tagged OK.
  std::uint64_t command(const std::string& text) {
    const std::string line = "b1 " + text + "\r\n";
    const bool sent = tls_ != nullptr ? SSL_write(tls_, line.data(), static_cast<int>(line.size())) > 0
                                      : ::send(socket_, line.data(), line.size(), MSG_NOSIGNAL) > 0;
    if (!sent) throw std::runtime_error("dovecot takes nothing");
    std::uint64_t octets = 0;
    std::string end;  // the answer's last octets
    while (true) {
      const auto got = tls_ != nullptr ? SSL_read(tls_, buffer_.data(), static_cast<int>(buffer_.size()))
                                       : ::recv(socket_, buffer_.data(), buffer_.size(), 0);
      if (got <= 0) throw std::runtime_error("dovecot closed the connection");
      octets += static_cast<std::uint64_t>(got);
      constexpr std::size_t kEnd = 2000;
      const std::string_view piece(buffer_.data(), static_cast<std::size_t>(got));
      end.append(piece.substr(piece.size() - std::min(piece.size(), kEnd)));
      if (end.size() > kEnd) end.erase(0, end.size() - kEnd);
      if (end.ends_with("\r\n") && (end.starts_with("b1 ") || end.find("\r\nb1 OK") != std::string::npos))
        return octets;
    }
  }

 private:
  int socket_;
  SSL_CTX* context_ = nullptr;
  SSL* tls_ = nullptr;
  std::vector<char> buffer_ = std::vector<char>(std::size_t{256} << 10U);
};

Drained drain_bare(const Server& server, bool tls) {
  Bare bare(tls ? server.dovecot.imaps_port() : server.dovecot.imap_port(), tls);
  bare.command("LOGIN " + server.user + " secret");
  bare.command("EXAMINE INBOX");
  return {0, bare.command("UID FETCH 1:* BODY.PEEK[]")};
}

/// The corpus as Dovecot would have delivered it: hard links, and the names keep their sizes.
void fill(const Server& server, const fs::path& corpus) {
  const fs::path maildir = server.dovecot.certificate().parent_path() / "mail" / server.user;
  for (const char* part : {"cur", "new", "tmp"}) fs::create_directories(maildir / part);
  for (const auto& entry : fs::directory_iterator(corpus / "maildir" / "cur")) {
    std::error_code apart;  // another file system
    fs::create_hard_link(entry.path(), maildir / "cur" / entry.path().filename(), apart);
    if (apart) fs::copy_file(entry.path(), maildir / "cur" / entry.path().filename());
  }
  const passwd* owner = ::getuid() == 0 ? ::getpwnam("nobody") : nullptr;
  if (owner == nullptr) return;
  std::vector<fs::path> all{maildir};
  for (const auto& entry : fs::recursive_directory_iterator(maildir)) all.push_back(entry.path());
  for (const auto& path : all) {
    if (::chown(path.c_str(), owner->pw_uid, owner->pw_gid) != 0)
      throw std::runtime_error("cannot chown " + path.string());
  }
}

struct Cost {
  double wall = 0;  ///< seconds
  double cpu = 0;   ///< of this process
};

Cost cost_of(const std::function<void()>& work) {
  const auto cpu = [] {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](timeval time) {
      return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
  };
  const double before = cpu();
  const auto began = std::chrono::steady_clock::now();
  work();
  return {std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count(), cpu() - before};
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values.at(values.size() / 2);
}

struct Way {
  const char* name;
  bool tls;
  std::vector<Cost> bare{};
  std::vector<Cost> source{};
};

void print(const Way& way, double letters) {
  std::vector<double> ratios;
  std::vector<double> bare;
  std::vector<double> source;
  std::vector<double> cpu;
  std::vector<double> bare_cpu;
  for (std::size_t i = 0; i < way.bare.size(); ++i) {
    ratios.push_back(way.bare[i].wall / way.source[i].wall);
    bare.push_back(letters / way.bare[i].wall);
    source.push_back(letters / way.source[i].wall);
    cpu.push_back(way.source[i].cpu / letters * 1e6);
    bare_cpu.push_back(way.bare[i].cpu / letters * 1e6);
  }
  std::cout << fmt::format("{:6} bare {:7.0f} letters/s, source {:7.0f}, ratio {:.2f} ({:.2f} to {:.2f})", way.name,
                           median(bare), median(source), median(ratios),
                           *std::min_element(ratios.begin(), ratios.end()),
                           *std::max_element(ratios.begin(), ratios.end()));
  // While others use the machine, the fastest rounds tell more than the median.
  const double best_bare = *std::max_element(bare.begin(), bare.end());
  const double best_source = *std::max_element(source.begin(), source.end());
  std::cout << fmt::format("; fastest {:.0f} and {:.0f}, ratio {:.2f}; CPU {:.1f} us a letter, bare {:.1f}\n",
                           best_bare, best_source, best_source / best_bare, median(cpu), median(bare_cpu));
}

}  // namespace

int main(int count, char** arguments) try {
  if (count < 2) throw std::runtime_error("imap_bench CORPUS [ROUNDS]");
  const int rounds = count > 2 ? std::atoi(arguments[2]) : 7;
  const Dovecot dovecot;
  const Server server{dovecot, "bench"};
  fill(server, arguments[1]);
  std::size_t letters = 0;
  std::array<Way, 2> ways{{{"plain", false}, {"imaps", true}}};
  for (int round = -1; round < rounds; ++round) {  // the first makes Dovecot's index
    for (Way& way : ways) {
      const Cost bare = cost_of([&] { drain_bare(server, way.tls); });
      const Cost source =
          cost_of([&] { letters = drain_by_source(server, way.tls, ImapSettings::After::keep).letters; });
      if (round < 0) continue;
      way.bare.push_back(bare);
      way.source.push_back(source);
    }
  }
  for (const Way& way : ways) print(way, static_cast<double>(letters));
  const Cost flagging = cost_of([&] { drain_by_source(server, false, ImapSettings::After::flag); });
  std::cout << fmt::format("plain, each letter flagged for the first time: {:.0f} letters/s\n",
                           static_cast<double>(letters) / flagging.wall);
  return 0;
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
