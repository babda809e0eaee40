// Tokens nobody else can make, and the file that holds what they are made with.
#include <sys/stat.h>

#include <fstream>

#include "config/digest.h"
#include "daemon/casebook/keys.h"
#include "tests/daemon/casebook/fixture.h"

namespace docket::casebook_test {
namespace {

TEST_SUITE_BEGIN("casebook keys");

Keys reloaded(const Folder& folder, const std::string& text) {
  std::ofstream(folder.path() / "keys") << text;
  ::chmod((folder.path() / "keys").c_str(), 0600);
  auto loaded = Keys::load(folder.path() / "keys");
  REQUIRE_MESSAGE(loaded.has_value(), (loaded ? "" : loaded.error()));
  return *loaded;
}

const std::string kOld = "key k1 " + std::string(64, 'a') + "\n";
const std::string kNew = "key k2 " + std::string(64, 'b') + "\n";
const std::string kHead = "docket keys 1\ninstance abc\n";

TEST_CASE("a token is verified wherever it stands") {
  const Keys keys = Keys::make();
  const std::string token = keys.token("2026-000001-5", Purpose::acknowledgement);
  CHECK(token.rfind("k1.2026-000001-5.a.", 0) == 0);
  const std::string id = keys.message_id("2026-000001-5", Purpose::forward, "o-abc", "town.example");
  CHECK(id.find("@town.example>") != std::string::npos);
  REQUIRE(keys.verify_in(id));
  CHECK(keys.verify_in(id)->case_number == "2026-000001-5");
  CHECK(keys.verify_in(id)->purpose == Purpose::forward);
  CHECK(keys.verify_in("ward2+" + token + "@town.example"));
  CHECK(keys.verify_in("bounce+" + ascii_lower(token) + "@TOWN.EXAMPLE"));
  std::string shouted = token;
  for (char& c : shouted) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  CHECK(keys.verify(shouted));
}

TEST_CASE("a token with one thing changed is none") {
  const Keys keys = Keys::make();
  const std::string token = keys.token("2026-000001-5", Purpose::acknowledgement);
  std::string other_case = token;
  other_case.replace(3, 13, "2026-000002-8");
  std::string other_purpose = token;
  other_purpose[17] = 'f';
  std::string other_mac = token;
  other_mac.back() = other_mac.back() == 'a' ? 'b' : 'a';
  for (const std::string& wrong : {other_case, other_purpose, other_mac, token + "x", token.substr(0, 30),
                                   std::string(), std::string("..."), std::string(5000, '.'), "k9" + token.substr(2)}) {
    CAPTURE(wrong.substr(0, 80));
    CHECK_FALSE(keys.verify(wrong));
    CHECK_FALSE(keys.verify_in("<" + wrong + ".n@town.example>"));
  }
  CHECK_FALSE(Keys::make().verify(token));
}

TEST_CASE("the newest key signs, every key verifies, and counters keep the oldest") {
  const Folder folder;
  const Keys before = reloaded(folder, kHead + kOld);
  const std::string old_token = before.token("2026-000001-5", Purpose::bounce);
  const Keys after = reloaded(folder, kHead + kOld + kNew);
  CHECK(after.verify(old_token));
  CHECK(after.token("2026-000001-5", Purpose::bounce).rfind("k2.", 0) == 0);
  CHECK(after.keyed_hash("ana@example.org") == before.keyed_hash("ana@example.org"));
  CHECK_FALSE(before.verify(after.token("2026-000001-5", Purpose::bounce)));
}

TEST_CASE("a token stays what it is: the vector of SCHEMA.md") {
  const Folder folder;
  const Keys keys = reloaded(folder, kHead + kOld);
  CHECK(keys.token("2026-000001-5", Purpose::acknowledgement) == "k1.2026-000001-5.a.rlxtt5fmmtknnlj345dgxu6wpq");
}

TEST_CASE("keys survive saving, and only their owner may read them") {
  const Folder folder;
  const auto file = folder.path() / "keys";
  const Keys keys = Keys::make();
  REQUIRE(keys.save(file));
  const auto loaded = Keys::load(file);
  REQUIRE(loaded);
  CHECK(loaded->instance() == keys.instance());
  CHECK(loaded->token("2026-000001-5", Purpose::status) == keys.token("2026-000001-5", Purpose::status));
  struct stat status {};
  REQUIRE(::stat(file.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  ::chmod(file.c_str(), 0644);
  const auto open_to_all = Keys::load(file);
  REQUIRE_FALSE(open_to_all);
  CHECK(open_to_all.error().find("chmod 600") != std::string::npos);
}

TEST_CASE("a damaged keys file is refused without showing what is in it") {
  const Folder folder;
  const auto file = folder.path() / "keys";
  for (const std::string& text :
       {std::string(), std::string("docket keys 2\n"), kHead, kHead + "key k1 zz\n", kHead + kOld + "other line\n"}) {
    CAPTURE(text);
    std::ofstream(file) << text;
    ::chmod(file.c_str(), 0600);
    const auto loaded = Keys::load(file);
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().find("aaaa") == std::string::npos);
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace docket::casebook_test
