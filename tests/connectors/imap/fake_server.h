// An IMAP server in memory that can misbehave at any step. It answers as a plain RFC 9051 server would, unless a rule
// of the test has another answer for a command.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

struct FakeMail {
  std::string octets;
  std::string internal_date = "22-Nov-2026 10:00:00 +0000";
  std::set<std::string> flags;
  std::uint64_t announced_size = 0;  ///< RFC822.SIZE; 0: the true one
};

struct FakeFolder {
  std::uint32_t uid_validity = 7;
  std::map<std::uint32_t, FakeMail> mails;
  std::string permanent_flags = "\\Seen \\Deleted \\*";
  bool read_only = false;
};

/// What a rule answers: octets as they are, with {tag} replaced; then perhaps the end of the connection.
struct FakeReply {
  std::string octets;
  bool close = false;
};

class FakeImap {
 public:
  /// Sees every command (without its tag; upper case only where the client writes so) and DONE; nullopt: the usual
  /// answer.
  /// Called with the server's lock held: it may change `folders`.
  using Rule = std::function<std::optional<FakeReply>(const std::string& command, FakeImap& server)>;

  FakeImap();
  ~FakeImap();
  FakeImap(const FakeImap&) = delete;
  FakeImap& operator=(const FakeImap&) = delete;

  [[nodiscard]] std::uint16_t port() const { return port_; }
  /// Runs `change` with the lock held.
  void with(const std::function<void(FakeImap&)>& change);
  /// A new letter; told to whoever idles.
  void deliver(const std::string& folder, std::uint32_t uid, FakeMail mail);
  [[nodiscard]] std::vector<std::string> commands() const;
  [[nodiscard]] int count(const std::string& beginning) const;
  [[nodiscard]] int connections() const { return connections_; }
  [[nodiscard]] std::map<std::uint32_t, FakeMail> mails(const std::string& folder) const;

  // Under the lock.
  std::map<std::string, FakeFolder> folders{{"INBOX", {}}};
  std::string greeting = "* OK ready\r\n";
  std::string capabilities = "IMAP4rev1 AUTH=PLAIN SASL-IR IDLE MOVE UIDPLUS ESEARCH";
  Rule rule;
  std::string selected;
  std::optional<std::chrono::milliseconds> drip;  ///< one octet at a time, so far apart

  /// The usual answer to a FETCH of one letter.
  [[nodiscard]] static std::string fetch_line(std::uint32_t uid, const FakeMail& mail, const std::string& items);

 private:
  void serve();
  void say(int socket, std::string_view octets) const;
  void converse(int socket);
  bool answer(int socket, const std::string& line);
  std::string usual(const std::string& tag, const std::string& command);
  std::string open_folder(const std::string& tag, const std::string& command);
  std::string fetch(const std::string& tag, const std::string& command);
  std::string store(const std::string& tag, const std::string& command);
  std::string move(const std::string& tag, const std::string& command);
  std::string search(const std::string& tag, const std::string& command);

  mutable std::mutex mutex_;
  std::vector<std::string> commands_;
  std::atomic<int> connections_{0};
  int listener_ = -1;
  int ending_ = -1;  ///< eventfd
  int news_ = -1;    ///< eventfd: something for whoever idles
  std::string idle_tag_;
  std::uint16_t port_ = 0;
  std::thread thread_;
};

/// The UIDs of "1:3,7".
[[nodiscard]] std::set<std::uint32_t> fake_uids(const std::string& set, const std::map<std::uint32_t, FakeMail>& mails);
