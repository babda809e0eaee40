#include "tests/connectors/imap/fake_server.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace {

void send_all(int socket, std::string_view octets) {
  while (!octets.empty()) {
    const ssize_t sent = ::send(socket, octets.data(), octets.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;
    octets.remove_prefix(static_cast<std::size_t>(sent));
  }
}

void signal(int event) {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = ::write(event, &one, sizeof one);
}

void drain(int event) {
  std::uint64_t value = 0;
  [[maybe_unused]] const auto got = ::read(event, &value, sizeof value);
}

std::string replace_tag(std::string text, const std::string& tag) {
  for (std::size_t at = 0; (at = text.find("{tag}", at)) != std::string::npos;) text.replace(at, 5, tag);
  return text;
}

std::string word(const std::string& text, int index) {
  std::istringstream in(text);
  std::string out;
  for (int i = 0; i <= index; ++i) in >> out;
  return out;
}

/// The part between the last pair of quotes: a mailbox name.
std::string quoted(const std::string& text) {
  const std::size_t end = text.rfind('"');
  const std::size_t begin = text.rfind('"', end - 1);
  return text.substr(begin + 1, end - begin - 1);
}

}  // namespace

std::set<std::uint32_t> fake_uids(const std::string& set, const std::map<std::uint32_t, FakeMail>& mails) {
  std::set<std::uint32_t> uids;
  std::istringstream in(set);
  for (std::string run; std::getline(in, run, ',');) {
    const std::size_t colon = run.find(':');
    const auto first = static_cast<std::uint32_t>(std::stoul(run));
    const bool open = colon != std::string::npos && run[colon + 1] == '*';
    const auto last = colon == std::string::npos ? first
                      : open                     ? UINT32_MAX
                                                 : static_cast<std::uint32_t>(std::stoul(run.substr(colon + 1)));
    for (const auto& [uid, mail] : mails) {
      if (uid >= first && uid <= last) uids.insert(uid);
    }
    if (open && !mails.empty()) uids.insert(mails.rbegin()->first);
  }
  return uids;
}

FakeImap::FakeImap() {
  listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  ending_ = ::eventfd(0, EFD_CLOEXEC);
  news_ = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(listener_, 16) != 0 ||
      ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
    throw std::runtime_error("no loopback port for the fake IMAP server");
  }
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { serve(); });
}

FakeImap::~FakeImap() {
  signal(ending_);
  thread_.join();
  for (const int descriptor : {listener_, ending_, news_}) ::close(descriptor);
}

void FakeImap::with(const std::function<void(FakeImap&)>& change) {
  const std::lock_guard lock(mutex_);
  change(*this);
}

void FakeImap::deliver(const std::string& folder, std::uint32_t uid, FakeMail mail) {
  {
    const std::lock_guard lock(mutex_);
    folders[folder].mails[uid] = std::move(mail);
  }
  signal(news_);
}

std::vector<std::string> FakeImap::commands() const {
  const std::lock_guard lock(mutex_);
  return commands_;
}

int FakeImap::count(const std::string& beginning) const {
  const std::lock_guard lock(mutex_);
  int count = 0;
  for (const std::string& command : commands_) count += command.starts_with(beginning) ? 1 : 0;
  return count;
}

std::map<std::uint32_t, FakeMail> FakeImap::mails(const std::string& folder) const {
  const std::lock_guard lock(mutex_);
  const auto found = folders.find(folder);
  return found == folders.end() ? std::map<std::uint32_t, FakeMail>{} : found->second.mails;
}

void FakeImap::say(int socket, std::string_view octets) const {
  if (!drip) return send_all(socket, octets);
  const int one = 1;
  ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  for (std::size_t i = 0; i < octets.size(); ++i) {
    send_all(socket, octets.substr(i, 1));
    std::this_thread::sleep_for(*drip);
  }
}

void FakeImap::serve() {
  while (true) {
    std::array<pollfd, 2> waits{{{listener_, POLLIN, 0}, {ending_, POLLIN, 0}}};
    ::poll(waits.data(), waits.size(), -1);
    if (waits[1].revents != 0) return;
    const int socket = ::accept(listener_, nullptr, nullptr);
    if (socket < 0) continue;
    ++connections_;
    converse(socket);
    ::close(socket);
  }
}

void FakeImap::converse(int socket) {
  {
    const std::lock_guard lock(mutex_);
    selected.clear();
    idle_tag_.clear();
    say(socket, greeting);
  }
  std::string buffer;
  while (true) {
    std::array<pollfd, 3> waits{{{socket, POLLIN, 0}, {ending_, POLLIN, 0}, {news_, POLLIN, 0}}};
    ::poll(waits.data(), waits.size(), -1);
    if (waits[1].revents != 0) return;
    if (waits[2].revents != 0) {
      drain(news_);
      const std::lock_guard lock(mutex_);
      if (!idle_tag_.empty()) say(socket, fmt::format("* {} EXISTS\r\n", folders[selected].mails.size()));
    }
    if (waits[0].revents == 0) continue;
    std::array<char, 4096> piece{};
    const ssize_t got = ::recv(socket, piece.data(), piece.size(), 0);
    if (got <= 0) return;
    buffer.append(piece.data(), static_cast<std::size_t>(got));
    for (std::size_t end = 0; (end = buffer.find("\r\n")) != std::string::npos;) {
      const std::string line = buffer.substr(0, end);
      buffer.erase(0, end + 2);
      if (!answer(socket, line)) return;
    }
  }
}

bool FakeImap::answer(int socket, const std::string& line) {
  const std::lock_guard lock(mutex_);
  const bool done = line == "DONE";
  const std::string tag = done ? std::exchange(idle_tag_, {}) : word(line, 0);
  const std::string command = done ? line : line.size() > tag.size() ? line.substr(tag.size() + 1) : "";
  commands_.push_back(command);
  if (rule) {
    if (const auto reply = rule(command, *this)) {
      say(socket, replace_tag(reply->octets, tag));
      return !reply->close;
    }
  }
  if (command == "LOGOUT") return false;
  say(socket, usual(tag, command));
  return true;
}

std::string FakeImap::usual(const std::string& tag, const std::string& command) {
  if (command == "CAPABILITY") return "* CAPABILITY " + capabilities + "\r\n" + tag + " OK done\r\n";
  if (command.starts_with("AUTHENTICATE") || command.starts_with("LOGIN")) return tag + " OK welcome\r\n";
  if (command.starts_with("SELECT") || command.starts_with("EXAMINE")) return open_folder(tag, command);
  if (command.starts_with("UID SEARCH")) return search(tag, command);
  if (command.starts_with("UID FETCH")) return fetch(tag, command);
  if (command.starts_with("UID STORE")) return store(tag, command);
  if (command.starts_with("UID MOVE") || command.starts_with("UID COPY")) return move(tag, command);
  if (command.starts_with("UID EXPUNGE")) {
    auto& mails = folders[selected].mails;
    for (const auto uid : fake_uids(word(command, 2), mails)) {
      if (mails[uid].flags.contains("\\Deleted")) mails.erase(uid);
    }
    return tag + " OK done\r\n";
  }
  if (command == "IDLE") {
    idle_tag_ = tag;
    // As real servers do: what came between two IDLEs is told at once.
    return fmt::format("+ idling\r\n* {} EXISTS\r\n", folders[selected].mails.size());
  }
  if (command == "DONE") return tag + " OK idle done\r\n";
  if (command == "NOOP") return fmt::format("* {} EXISTS\r\n{} OK done\r\n", folders[selected].mails.size(), tag);
  if (command.starts_with("LIST")) return tag + " OK done\r\n";
  return tag + " BAD what?\r\n";
}

std::string FakeImap::open_folder(const std::string& tag, const std::string& command) {
  const std::string name = quoted(command);
  const auto found = folders.find(name);
  if (found == folders.end()) return tag + " NO [NONEXISTENT] no such folder\r\n";
  selected = name;
  const FakeFolder& folder = found->second;
  const bool read_only = folder.read_only || command.starts_with("EXAMINE");
  return fmt::format(
      "* {} EXISTS\r\n* OK [PERMANENTFLAGS ({})] flags\r\n* OK [UIDVALIDITY {}] valid\r\n{} OK [{}] opened\r\n",
      folder.mails.size(), folder.permanent_flags, folder.uid_validity, tag, read_only ? "READ-ONLY" : "READ-WRITE");
}

std::string FakeImap::search(const std::string& tag, const std::string& command) {
  const auto& mails = folders[selected].mails;
  std::set<std::uint32_t> uids;
  if (const std::size_t at = command.find(" UID ", 5); at != std::string::npos) {
    uids = fake_uids(command.substr(at + 5), mails);
  } else {
    for (const auto& [uid, mail] : mails) {
      if (command.find("UNKEYWORD") == std::string::npos || !mail.flags.contains("$Docket")) uids.insert(uid);
    }
  }
  std::string list;
  for (const auto uid : uids) list += (list.empty() ? "" : ",") + std::to_string(uid);
  if (command.find("RETURN") != std::string::npos) {
    return fmt::format("* ESEARCH (TAG \"{}\") UID{}{}\r\n{} OK done\r\n", tag, list.empty() ? "" : " ALL ", list, tag);
  }
  std::string spaced = list;
  for (char& c : spaced) c = c == ',' ? ' ' : c;
  return fmt::format("* SEARCH {}\r\n{} OK done\r\n", spaced, tag);
}

std::string FakeImap::fetch_line(std::uint32_t uid, const FakeMail& mail, const std::string& items) {
  std::string line = fmt::format("* {} FETCH (UID {}", uid, uid);
  if (items.find("INTERNALDATE") != std::string::npos) line += " INTERNALDATE \"" + mail.internal_date + '"';
  if (items.find("RFC822.SIZE") != std::string::npos) {
    line += fmt::format(" RFC822.SIZE {}", mail.announced_size != 0 ? mail.announced_size : mail.octets.size());
  }
  if (const auto begun = items.find("BODY.PEEK[]<0."); begun != std::string::npos) {
    const std::string content = mail.octets.substr(0, std::stoul(items.substr(begun + 14)));
    line += fmt::format(" BODY[]<0> {{{}}}\r\n{}", content.size(), content);
  } else if (items.find("BODY.PEEK[]") != std::string::npos) {
    line += fmt::format(" BODY[] {{{}}}\r\n{}", mail.octets.size(), mail.octets);
  }
  return line + ")\r\n";
}

std::string FakeImap::fetch(const std::string& tag, const std::string& command) {
  const auto& mails = folders[selected].mails;
  std::string out;
  for (const auto uid : fake_uids(word(command, 2), mails)) {
    const auto mail = mails.find(uid);
    if (mail != mails.end()) out += fetch_line(uid, mail->second, command);
  }
  return out + tag + " OK fetched\r\n";
}

std::string FakeImap::store(const std::string& tag, const std::string& command) {
  auto& mails = folders[selected].mails;
  std::istringstream flags(command.substr(command.find('(') + 1, command.find(')') - command.find('(') - 1));
  for (std::string flag; flags >> flag;) {
    for (const auto uid : fake_uids(word(command, 2), mails)) mails[uid].flags.insert(flag);
  }
  return tag + " OK stored\r\n";
}

std::string FakeImap::move(const std::string& tag, const std::string& command) {
  const std::string target = quoted(command);
  if (!folders.contains(target)) return tag + " NO [TRYCREATE] no such folder\r\n";
  auto& from = folders[selected].mails;
  auto& to = folders[target].mails;
  for (const auto uid : fake_uids(word(command, 2), from)) {
    to[to.empty() ? 1 : to.rbegin()->first + 1] = from[uid];
    if (command.starts_with("UID MOVE")) from.erase(uid);
  }
  return tag + " OK moved\r\n";
}
