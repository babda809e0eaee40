#include "daemon/setup/place.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <system_error>

namespace docket::setup {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& what) {
  throw std::system_error(errno, std::generic_category(), "cannot write " + what);
}

class File {
 public:
  explicit File(const fs::path& path)
      : path_(path.string()),
        descriptor_(open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR)) {
    if (descriptor_ < 0) fail(path_);
  }
  ~File() { close(descriptor_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  void write_all(const std::string& text) {
    for (std::size_t done = 0; done < text.size();) {
      const auto written = write(descriptor_, text.data() + done, text.size() - done);
      if (written < 0 && errno != EINTR) fail(path_);
      if (written > 0) done += static_cast<std::size_t>(written);
    }
  }
  /// Rights last: until then it is its owner's alone.
  void finish(std::optional<unsigned> group, mode_t mode) {
    if (group && fchown(descriptor_, static_cast<uid_t>(-1), *group) != 0) fail(path_);
    if (fchmod(descriptor_, mode) != 0 || fsync(descriptor_) != 0) fail(path_);
  }

 private:
  std::string path_;
  int descriptor_;
};

mode_t current_umask() {
  const auto mask = umask(0);
  umask(mask);
  return mask;
}

mode_t mode_of(Belongs belongs, const Owners& owners) {
  if (belongs == Belongs::secret) return 0600;
  if (!owners.group) return static_cast<mode_t>(0666U & ~current_umask());
  return belongs == Belongs::clerk ? 0660 : 0640;
}

/// Folders of the clerk's files give their group to what is put there later.
void make_folder(const fs::path& folder, Belongs belongs, const Owners& owners) {
  if (mkdir(folder.c_str(), 0700) != 0) fail(folder.string());
  if (belongs == Belongs::secret) return;
  mode_t mode = static_cast<mode_t>(0777U & ~current_umask());
  if (owners.group) mode = belongs == Belongs::clerk ? 02770 : 0750;
  if (owners.group && chown(folder.c_str(), static_cast<uid_t>(-1), *owners.group) != 0) fail(folder.string());
  if (chmod(folder.c_str(), mode) != 0) fail(folder.string());
}

/// From here on a Ctrl-C waits until all is written, or nothing.
class SignalsWait {
 public:
  SignalsWait() {
    sigset_t held;
    sigemptyset(&held);
    for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) sigaddset(&held, number);
    pthread_sigmask(SIG_BLOCK, &held, &before_);
  }
  ~SignalsWait() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SignalsWait(const SignalsWait&) = delete;
  SignalsWait& operator=(const SignalsWait&) = delete;

 private:
  sigset_t before_{};
};

/// A new folder beside the places, on the same file system; gone at the end, whatever happened.
class Workplace {
 public:
  Workplace(const fs::path& target, const Owners& owners) : target_(target) {
    std::error_code failed;
    made_target_ = !fs::exists(target, failed);
    if (made_target_) {
      fs::create_directories(fs::absolute(target).parent_path());
      make_folder(target, Belongs::admin, owners);
    }
    folder_ = (target / ".init-XXXXXX").string();
    if (mkdtemp(folder_.data()) == nullptr) {
      const int reason = errno;
      if (made_target_) fs::remove(target, failed);
      errno = reason;
      fail(target.string());
    }
  }
  ~Workplace() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
    for (auto path = placed_.rbegin(); !kept_ && path != placed_.rend(); ++path) fs::remove(*path, ignored);
    if (made_target_ && !kept_) fs::remove(target_, ignored);
  }
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;

  [[nodiscard]] fs::path folder() const { return folder_; }
  /// A link, not a rename: it fails where something stands there by now.
  void put(const std::string& name) {
    const auto to = target_ / name;
    if (link((folder() / name).c_str(), to.c_str()) != 0) fail(to.string());
    placed_.push_back(to);
  }
  void make_below(const std::string& name, Belongs belongs, const Owners& owners) {
    std::error_code failed;
    const auto to = target_ / name;
    if (fs::is_directory(to, failed)) return;
    make_folder(to, belongs, owners);
    placed_.push_back(to);
  }
  void keep() { kept_ = true; }

 private:
  fs::path target_;
  std::string folder_;
  std::vector<fs::path> placed_;
  bool made_target_ = false;
  bool kept_ = false;
};

void write_beside(const Workplace& work, const DraftFile& file, const Owners& owners) {
  const auto path = work.folder() / file.name;
  fs::create_directories(path.parent_path());
  File out(path);
  out.write_all(file.text);
  out.finish(file.belongs == Belongs::secret ? std::nullopt : owners.group, mode_of(file.belongs, owners));
}

/// Where it is new: only the service looks into it.
void make_private(const fs::path& folder, const Owners& owners) {
  std::error_code failed;
  if (fs::is_directory(folder, failed)) return;
  fs::create_directories(folder.parent_path());
  if (mkdir(folder.c_str(), 0700) != 0) fail(folder.string());
  if (owners.user && chown(folder.c_str(), *owners.user, *owners.group) != 0) fail(folder.string());
}

std::string folder_name(const DraftFile& file) {
  const auto slash = file.name.find('/');
  return slash == std::string::npos ? "" : file.name.substr(0, slash);
}

void place_all(const fs::path& folder, const std::vector<DraftFile>& files, const Owners& owners) {
  Workplace work(folder, owners);
  for (const auto& file : files) write_beside(work, file, owners);
  for (const auto& file : files) {
    if (const auto name = folder_name(file); !name.empty()) work.make_below(name, file.belongs, owners);
    if (file.name != "docket.yaml") work.put(file.name);
  }
  // With docket.yaml the folder becomes a configuration.
  work.put("docket.yaml");
  work.keep();
}

}  // namespace

Owners owners_here() {
  Owners owners;
  const auto* user = geteuid() == 0 ? getpwnam("docket") : nullptr;
  if (user == nullptr) return owners;
  owners.user = user->pw_uid;
  owners.group = user->pw_gid;
  if (const auto* clerks = getgrnam("docket-clerks"); clerks != nullptr) {
    owners.group = clerks->gr_gid;
    owners.clerks = true;
  }
  return owners;
}

std::optional<fs::path> in_the_way(const fs::path& folder) {
  std::error_code failed;
  for (const auto* name : {"docket.yaml", "town.yaml"}) {
    if (fs::exists(fs::symlink_status(folder / name, failed))) return folder / name;
  }
  for (const auto* name : {"rules", "letters"}) {
    fs::directory_iterator entries(folder / name, failed);
    if (!failed && entries != fs::directory_iterator()) return entries->path();
  }
  return std::nullopt;
}

std::optional<std::string> store_refresh_token(const fs::path& file, const std::string& token, const Owners& owners) {
  try {
    make_private(file.parent_path().parent_path(), owners);
    make_private(file.parent_path(), owners);
    File out(file);
    out.write_all(token + "\n");
    out.finish(std::nullopt, 0600);
    if (owners.user && chown(file.c_str(), *owners.user, *owners.group) != 0) fail(file.string());
    return std::nullopt;
  } catch (const std::system_error& error) {
    return error.what();
  }
}

std::optional<std::string> place(const fs::path& folder, const std::vector<DraftFile>& files, const Owners& owners) {
  const SignalsWait wait;
  try {
    place_all(folder, files, owners);
    return std::nullopt;
  } catch (const std::system_error& error) {
    return error.what();
  }
}

}  // namespace docket::setup
