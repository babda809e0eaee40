// Secrets are read from where they lie; what goes wrong names the place, never the content.
#include "config/secret.h"

#include <doctest/doctest.h>

#include <unistd.h>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace docket {
namespace {

namespace fs = std::filesystem;

struct Folder {
  fs::path path = fs::temp_directory_path() / ("docket-secret-" + std::to_string(getpid()));
  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::string file(const std::string& name, const std::string& text) const {
    std::ofstream(path / name, std::ios::binary) << text;
    fs::permissions(path / name, fs::perms::owner_read | fs::perms::owner_write);
    return (path / name).string();
  }
};

TEST_CASE("a secret comes without its line end, whatever wrote it") {
  const Folder folder;
  CHECK(read_secret({Secret::Kind::file, folder.file("lf", "s3cret\n")}).value() == "s3cret");
  CHECK(read_secret({Secret::Kind::file, folder.file("crlf", "s3cret\r\n")}).value() == "s3cret");
  CHECK(read_secret({Secret::Kind::file, folder.file("none", " s3 cret ")}).value() == " s3 cret ");
  CHECK(read_secret({Secret::Kind::file, folder.file("two", "a\n\n")}).value() == "a\n");
}

TEST_CASE("credentials of systemd and the environment") {
  const Folder folder;
  (void)folder.file("council-imap", "s3cret\n");
  unsetenv("CREDENTIALS_DIRECTORY");
  CHECK(read_secret({Secret::Kind::credential, "council-imap"}).error() ==
        "credential 'council-imap' is not there: systemd gave no credentials");
  setenv("CREDENTIALS_DIRECTORY", folder.path.c_str(), 1);
  CHECK(read_secret({Secret::Kind::credential, "council-imap"}).value() == "s3cret");
  CHECK(read_secret({Secret::Kind::credential, "other"}).error() == "credential 'other' is not there");
  // LoadCredential=secrets:FOLDER, as docket.service has it: a file dropped there goes by its own name.
  (void)folder.file("secrets_mail-out", "dropped\n");
  CHECK(read_secret({Secret::Kind::credential, "mail-out"}).value() == "dropped");
  (void)folder.file("secrets_council-imap", "older\n");
  CHECK(read_secret({Secret::Kind::credential, "council-imap"}).value() == "s3cret");
  unsetenv("CREDENTIALS_DIRECTORY");
  setenv("DOCKET_TEST_SECRET", "s3cret", 1);
  CHECK(read_secret({Secret::Kind::env, "DOCKET_TEST_SECRET"}).value() == "s3cret");
  unsetenv("DOCKET_TEST_SECRET");
  CHECK(read_secret({Secret::Kind::env, "DOCKET_TEST_SECRET"}).error() ==
        "environment variable DOCKET_TEST_SECRET is not set");
}

TEST_CASE("a file that others may read or write is none") {
  const Folder folder;
  const std::string path = folder.file("shared", "s3cret");
  const auto with = [&](fs::perms more) {
    fs::permissions(path, fs::perms::owner_read | more);
    return read_secret({Secret::Kind::file, path});
  };
  CHECK(with(fs::perms::group_read).value() == "s3cret");
  CHECK(with(fs::perms::others_read).error() ==
        "file " + path + " may be read or written by others: chmod o-rw " + path);
  CHECK_FALSE(with(fs::perms::others_write));
}

TEST_CASE("what is no secret is refused in words, without the content") {
  const Folder folder;
  const auto error = [&](const std::string& path) { return read_secret({Secret::Kind::file, path}).error(); };
  CHECK(error(folder.file("empty", "\n")).ends_with("is empty"));
  CHECK(error(folder.file("nul", std::string("a\0b", 3))).ends_with("holds a NUL character"));
  CHECK(error(folder.file("large", std::string(65537, 'x'))).ends_with("is larger than 64 KiB"));
  CHECK(error(folder.path.string()).ends_with("is not a regular file"));
  CHECK(error((folder.path / "missing").string()).ends_with("is not there"));
  CHECK(read_secret({}).error() == "no secret is named");
}

}  // namespace
}  // namespace docket
