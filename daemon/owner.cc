#include "daemon/owner.h"

#include <grp.h>
#include <sys/stat.h>
#include <unistd.h>

namespace docket {

bool become_owner_of(const std::filesystem::path& data) {
  if (geteuid() != 0) return true;
  struct stat info {};
  if (stat(data.c_str(), &info) != 0 || info.st_uid == 0) return true;
  return setgroups(0, nullptr) == 0 && setgid(info.st_gid) == 0 && setuid(info.st_uid) == 0;
}

}  // namespace docket
