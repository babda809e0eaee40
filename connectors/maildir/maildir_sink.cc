#include "connectors/maildir/maildir_sink.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <system_error>

#include "config/heartbeat.h"
#include "connectors/smtp/reply.h"

namespace docket {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return number_; }

 private:
  int number_;
};

[[noreturn]] void fail(const std::string& what) { throw std::system_error(errno, std::generic_category(), what); }

void write_all(int descriptor, std::string_view octets) {
  while (!octets.empty()) {
    const auto count = ::write(descriptor, octets.data(), octets.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) fail("cannot write the letter");
    octets.remove_prefix(static_cast<std::size_t>(count));
  }
}

void write_synced(const std::filesystem::path& file, const std::string& top, const std::string& octets) {
  const Descriptor out(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0640));
  if (out.get() < 0) fail("cannot make a file in tmp/ of the Maildir");
  write_all(out.get(), top);
  write_all(out.get(), octets);
  if (::fsync(out.get()) != 0) fail("cannot sync the letter");
}

void sync_folder(const std::filesystem::path& folder) {
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (opened.get() < 0 || ::fsync(opened.get()) != 0) fail("cannot sync new/ of the Maildir");
}

void make_folders(const std::filesystem::path& folder) {
  for (const auto* part : {"tmp", "new", "cur"}) std::filesystem::create_directories(folder / part);
}

}  // namespace

MaildirSink::MaildirSink(std::filesystem::path folder, const Clock& clock)
    : folder_(std::move(folder)), clock_(clock) {}

/// SECONDS.M…P…Q….HOST, unique over processes and threads (cr.yp.to/proto/maildir.html).
std::string MaildirSink::unique_name() const {
  static std::atomic<unsigned> counter{0};
  std::array<char, HOST_NAME_MAX + 1> host{};
  if (::gethostname(host.data(), HOST_NAME_MAX) != 0) host = {'h'};
  const auto micros = clock_.now().time_since_epoch().count();
  std::string name = std::to_string(micros / 1'000'000) + ".M" + std::to_string(micros % 1'000'000) + "P" +
                     std::to_string(::getpid()) + "Q" + std::to_string(++counter) + ".";
  for (const char* c = host.data(); *c != '\0'; ++c) name += *c == '/' || *c == ':' ? '_' : *c;
  return name;
}

SendResult MaildirSink::send(const OutgoingMail& mail) {
  using Kind = SendResult::Kind;
  if (!is_sendable_address(mail.to)) return {.kind = Kind::failed, .reply = "not an address that mail can be sent to"};
  if (!mail.mail_from.empty() && !is_sendable_address(mail.mail_from)) {
    return {.kind = Kind::failed, .reply = "the sender's address cannot stand in an envelope"};
  }
  bool renamed = false;
  const Heartbeat::Waiting waiting("disk");
  try {
    make_folders(folder_);
    const auto name = unique_name();
    const auto temporary = folder_ / "tmp" / name;
    try {
      write_synced(temporary, "Return-Path: <" + mail.mail_from + ">\r\nDelivered-To: " + mail.to + "\r\n",
                   mail.octets);
      std::filesystem::rename(temporary, folder_ / "new" / name);
    } catch (...) {
      std::error_code ignored;  // a leftover in tmp/ harms nobody
      std::filesystem::remove(temporary, ignored);
      throw;
    }
    renamed = true;
    sync_folder(folder_ / "new");
    return {.kind = Kind::sent, .reply = name};
  } catch (const std::exception& error) {
    // Once it lies in new/, somebody may have it, even where the name is not durable yet.
    return {.kind = renamed ? Kind::uncertain : Kind::deferred,
            .reply = smtp::clean_text(error.what()),
            .unreachable = !renamed};
  }
}

}  // namespace docket
