#include "tests/bench/bare/smtp.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string_view>

#include "tests/bench/bare/socket.h"

namespace bare {
namespace {

constexpr std::string_view kMail = "MAIL FROM:<clerk@town.example>\r\n";
constexpr std::string_view kRecipient = "RCPT TO:<someone@example.org>\r\n";

}  // namespace

Ready made_ready(const std::string& octets) {
  auto made = std::make_shared<std::string>();
  made->reserve(octets.size() + 64);
  std::size_t from = 0;
  if (octets.starts_with('.')) made->push_back('.');
  for (auto at = octets.find("\r\n."); at != std::string::npos; at = octets.find("\r\n.", at + 3)) {
    made->append(octets, from, at + 3 - from).push_back('.');
    from = at + 3;
  }
  made->append(octets, from).append(octets.ends_with("\r\n") ? ".\r\n" : "\r\n.\r\n");
  return made;
}

Ready letter_of(std::size_t octets) {
  std::string text =
      "From: <clerk@town.example>\r\nTo: <someone@example.org>\r\nMessage-ID: <bare@town.example>\r\n\r\n";
  while (text.size() < octets) text += "A line of a letter that says nothing but is as long as others are.\r\n";
  return made_ready(text);
}

/// One connection and how far it is with its letter.
struct Sender::Line {
  enum class Stage { free, mail, recipient, data, octets };
  int socket = -1;
  Stage stage = Stage::free;
  Ready letter;
  std::string reply;
};

Sender::Sender(std::uint16_t port, int connections) : poll_(::epoll_create1(0)), woken_(::eventfd(0, EFD_NONBLOCK)) {
  epoll_event event{.events = EPOLLIN, .data = {.ptr = nullptr}};
  ::epoll_ctl(poll_, EPOLL_CTL_ADD, woken_, &event);
  std::vector<char> buffer(4096);
  for (int i = 0; i < connections; ++i) {
    auto line = std::make_unique<Line>();
    line->socket = connect_to(port);
    (void)receive_some(line->socket, buffer);
    send_all(line->socket, "HELO localhost\r\n");
    (void)receive_some(line->socket, buffer);
    event.data.ptr = line.get();
    ::epoll_ctl(poll_, EPOLL_CTL_ADD, line->socket, &event);
    lines_.push_back(std::move(line));
  }
}

Sender::~Sender() {
  for (const auto& line : lines_) close_socket(line->socket);
  ::close(woken_);
  ::close(poll_);
}

void Sender::wake() const {
  const std::uint64_t one = 1;
  (void)!::write(woken_, &one, sizeof one);
}

void Sender::begin_where_free(const std::function<Next()>& next) {
  for (const auto& line : lines_) {
    if (line->stage != Line::Stage::free || at_end_) continue;
    auto [letter, at_end] = next();
    at_end_ = at_end;
    if (!letter) return;
    line->letter = std::move(letter);
    line->stage = Line::Stage::mail;
    send_all(line->socket, kMail);
  }
}

void Sender::answered(Line& line) {
  using Stage = Line::Stage;
  if (line.reply.front() != (line.stage == Stage::data ? '3' : '2')) {
    throw std::runtime_error("refused: " + line.reply);
  }
  line.reply.clear();
  switch (line.stage) {
    case Stage::mail:
      line.stage = Stage::recipient;
      return send_all(line.socket, kRecipient);
    case Stage::recipient:
      line.stage = Stage::data;
      return send_all(line.socket, "DATA\r\n");
    case Stage::data:
      line.stage = Stage::octets;
      return send_all(line.socket, *line.letter);
    case Stage::octets:
    case Stage::free:
      ++sent_;
      line.stage = Stage::free;
  }
}

std::uint64_t Sender::run(const std::function<Next()>& next) {
  std::array<epoll_event, 16> events{};
  std::vector<char> buffer(4096);
  const auto busy = [this] {
    return std::any_of(lines_.begin(), lines_.end(), [](const auto& line) { return line->stage != Line::Stage::free; });
  };
  begin_where_free(next);
  while (!at_end_ || busy()) {
    const int count = ::epoll_wait(poll_, events.data(), static_cast<int>(events.size()), -1);
    for (int i = 0; i < count; ++i) {
      auto* line = static_cast<Line*>(events.at(static_cast<std::size_t>(i)).data.ptr);
      if (line == nullptr) {
        std::uint64_t wakes = 0;
        (void)!::read(woken_, &wakes, sizeof wakes);
        continue;
      }
      line->reply.append(buffer.data(), receive_some(line->socket, buffer));
      if (line->reply.ends_with('\n')) answered(*line);
    }
    begin_where_free(next);
  }
  return sent_;
}

}  // namespace bare
