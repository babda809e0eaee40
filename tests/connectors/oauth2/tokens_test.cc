// One token an account, asked for when it is due, by one thread at a time; trouble says what to do and hammers nobody.
#include "connectors/oauth2/tokens.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <condition_variable>
#include <future>
#include <thread>

#include "tests/connectors/oauth2/token_server.h"

using namespace docket;
using docket::oauth2::Failure;
using std::chrono::seconds;

namespace {

/// The token, or "later: …" / "refused: …".
std::string ask(oauth2::Tokens& tokens, const Login& login) {
  const auto token = tokens.token(login);
  if (token) return *token;
  return (token.error().kind == Failure::Kind::later ? "later: " : "refused: ") + token.error().text;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// Holds answers back until it is opened.
class Gate {
 public:
  void pass() {
    std::unique_lock lock(mutex_);
    ++waiting_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return open_; });
  }
  void open() {
    const std::lock_guard lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }
  bool await_somebody() {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, seconds(30), [this] { return waiting_ > 0; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int waiting_ = 0;
  bool open_ = false;
};

}  // namespace

TEST_SUITE("oauth2 tokens") {
  TEST_CASE("client credentials: the form is as RFC 6749 writes it, and the token serves 80% of its life") {
    TokenDesk desk;
    const auto tokens = desk.tokens();
    CHECK(ask(*tokens, desk.app) == "token-1");
    CHECK(desk.server.forms().front() ==
          "grant_type=client_credentials&client_id=the%20client&client_secret=client%26secret%3Dwith%2Bsigns&"
          "scope=mail%20https%3A%2F%2Fx.example%2F.default");
    desk.clock.pass(seconds(799));
    CHECK(ask(*tokens, desk.app) == "token-1");
    CHECK(desk.server.asked() == 1);
    desk.clock.pass(seconds(1));
    CHECK(ask(*tokens, desk.app) == "token-2");
    CHECK(desk.server.asked() == 2);
  }

  TEST_CASE("accounts that log in alike share a token; another user, scope or grant has one of its own") {
    TokenDesk desk;
    desk.put("r1");
    const auto tokens = desk.tokens();
    CHECK(ask(*tokens, desk.app) == "token-1");
    CHECK(ask(*tokens, desk.app) == "token-1");
    auto other = desk.app;
    other.user = "roads@town.example";
    CHECK(ask(*tokens, other) == "token-2");
    other = desk.app;
    other.oauth2->scope = "smtp";
    CHECK(ask(*tokens, other) == "token-3");
    CHECK(ask(*tokens, desk.person) == "token-4");
    CHECK(ask(*tokens, desk.app) == "token-1");
  }

  TEST_CASE("eight threads that log in at once ask one question") {
    TokenDesk desk;
    const auto gate = std::make_shared<Gate>();
    desk.server.answer([gate](const std::string&, int n) {
      gate->pass();
      return TokenServer::token("token-" + std::to_string(n));
    });
    const auto tokens = desk.tokens();
    std::vector<std::future<std::string>> answers;
    for (int i = 0; i < 8; ++i) {
      answers.push_back(std::async(std::launch::async, [&] { return ask(*tokens, desk.app); }));
    }
    CHECK(gate->await_somebody());
    gate->open();
    for (auto& answer : answers) CHECK(answer.get() == "token-1");
    CHECK(desk.server.asked() == 1);
  }

  TEST_CASE("while one asks for the next token, the others go on with the one that is still good") {
    TokenDesk desk;
    const auto tokens = desk.tokens();
    CHECK(ask(*tokens, desk.app) == "token-1");
    const auto gate = std::make_shared<Gate>();
    desk.server.answer([gate](const std::string&, int) {
      gate->pass();
      return TokenServer::token("token-2");
    });
    desk.clock.pass(seconds(900));
    auto next = std::async(std::launch::async, [&] { return ask(*tokens, desk.app); });
    CHECK(gate->await_somebody());
    CHECK(ask(*tokens, desk.app) == "token-1");
    gate->open();
    CHECK(next.get() == "token-2");
    CHECK(ask(*tokens, desk.app) == "token-2");
  }

  TEST_CASE("a token server that is ill costs nothing while a token is good, and is left alone between the tries") {
    TokenDesk desk;
    const auto tokens = desk.tokens();
    CHECK(ask(*tokens, desk.app) == "token-1");
    desk.server.answer([](const std::string&, int) { return HttpResponse{.status = 500, .body = "oops"}; });
    desk.clock.pass(seconds(900));
    for (int i = 0; i < 10; ++i) CHECK(ask(*tokens, desk.app) == "token-1");
    CHECK(desk.server.asked() == 2);
    CHECK(tokens->troubles().empty());  // nobody has to run
    desk.clock.pass(seconds(101));
    CHECK(ask(*tokens, desk.app) == "later: the token server is ill: HTTP 500");
    CHECK(desk.server.asked() == 3);
    for (int i = 0; i < 100; ++i) {  // ten minutes in steps of six seconds
      desk.clock.pass(seconds(6));
      CHECK(has(ask(*tokens, desk.app), "later: "));
    }
    CHECK(desk.server.asked() >= 5);
    CHECK(desk.server.asked() <= 15);
    desk.server.answer({});
    desk.clock.pass(std::chrono::minutes(5));
    CHECK(has(ask(*tokens, desk.app), "token-"));
    CHECK(has(log_lines(), "has a token again"));
  }

  TEST_CASE("a token server that does not answer in time, or is not there, is tried later") {
    TokenDesk desk;
    const auto gate = std::make_shared<Gate>();
    desk.server.answer([gate](const std::string&, int) {
      gate->pass();
      return TokenServer::token("too late");
    });
    oauth2::Pace pace;
    pace.answer = std::chrono::milliseconds(50);
    const auto tokens = desk.tokens(pace);
    CHECK(ask(*tokens, desk.app) == "later: the token server cannot be asked: Timeout was reached");
    gate->open();
    auto nobody = desk.app;
    nobody.oauth2->token_url = "http://127.0.0.1:1/token";
    CHECK(ask(*tokens, nobody) == "later: the token server cannot be asked: Couldn't connect to server");
  }

  TEST_CASE("an answer without end is no answer") {
    TokenDesk desk;
    desk.server.answer([](const std::string&, int) {
      return HttpResponse{.status = 200, .body = std::string(std::size_t{3} << 20U, ' ')};
    });
    CHECK(has(ask(*desk.tokens(), desk.app), "later: the token server cannot be asked"));
  }

  TEST_CASE("nobody follows a redirect with the secret") {
    TokenDesk desk;
    desk.server.answer([&desk](const std::string&, int) {
      return HttpResponse{.status = 307, .body = "", .headers = {{"Location", desk.server.url()}}};
    });
    CHECK(has(ask(*desk.tokens(), desk.app), "refused: the token server refuses: it sends us elsewhere"));
    CHECK(desk.server.asked() == 1);
  }

  TEST_CASE("a new refresh token is on the disk before the access token beside it is used, and outlives docket") {
    TokenDesk desk;
    desk.put("refresh-1");
    {
      const auto tokens = desk.tokens();
      desk.server.answer([&desk](const std::string&, int n) {
        return TokenServer::token("token-" + std::to_string(n),
                                  R"("expires_in":1000,"refresh_token":"refresh-)" + std::to_string(n + 1) + '"');
      });
      CHECK(ask(*tokens, desk.person) == "token-1");
      CHECK(has(desk.server.forms().front(), "grant_type=refresh_token&client_id=the%20client&client_secret="));
      CHECK(has(desk.server.forms().front(), "&refresh_token=refresh-1&"));
      CHECK(desk.stored() == "refresh-2\n");
    }
    struct stat file {};
    REQUIRE(::stat(desk.file().c_str(), &file) == 0);
    CHECK((file.st_mode & 0777U) == 0600U);
    const auto again = desk.tokens();
    CHECK(ask(*again, desk.person) == "token-2");
    CHECK(has(desk.server.forms().back(), "&refresh_token=refresh-2&"));
    CHECK(desk.stored() == "refresh-3\n");
  }

  TEST_CASE("what root makes beside the daemon stays the daemon's: the folder and the new refresh token") {
    if (::geteuid() != 0) return;  // nobody else can give files away
    constexpr uid_t kNobody = 65534;
    TokenDesk desk;
    REQUIRE(::chown(desk.place.path().c_str(), kNobody, kNobody) == 0);
    const auto tokens = desk.tokens();
    struct stat made {};
    REQUIRE(::stat(desk.folder().c_str(), &made) == 0);
    CHECK(made.st_uid == kNobody);
    desk.put("refresh-1");
    REQUIRE(::chown(desk.file().c_str(), kNobody, kNobody) == 0);
    desk.server.answer([](const std::string&, int) {
      return TokenServer::token("token", R"("expires_in":1000,"refresh_token":"refresh-2")");
    });
    CHECK(ask(*tokens, desk.person) == "token");
    CHECK(desk.stored() == "refresh-2\n");
    REQUIRE(::stat(desk.file().c_str(), &made) == 0);
    CHECK(made.st_uid == kNobody);
    CHECK((made.st_mode & 0777U) == 0600U);
  }

  TEST_CASE("a new refresh token that the disk refuses is said loudly, kept, and stored when there is room") {
    TokenDesk desk;
    desk.put("refresh-1");
    const auto blocked = desk.folder() / "council.refresh.new";
    std::filesystem::create_directories(blocked / "full");
    desk.server.answer([](const std::string&, int n) {
      return TokenServer::token("token-" + std::to_string(n),
                                n == 1 ? R"("expires_in":9,"refresh_token":"refresh-2")" : R"("expires_in":9)");
    });
    const auto tokens = desk.tokens();
    CHECK(ask(*tokens, desk.person) == "token-1");
    REQUIRE(tokens->troubles().size() == 1);
    CHECK(has(tokens->troubles().front(), "a new refresh token cannot be stored in " + desk.file().string()));
    desk.clock.pass(seconds(10));
    CHECK(ask(*tokens, desk.person) == "token-2");
    CHECK(has(desk.server.forms().back(), "&refresh_token=refresh-2&"));
    CHECK(desk.stored() == "refresh-1\n");
    std::filesystem::remove_all(blocked);
    desk.clock.pass(seconds(10));
    CHECK(ask(*tokens, desk.person) == "token-3");
    CHECK(desk.stored() == "refresh-2\n");
    CHECK(tokens->troubles().empty());
  }

  TEST_CASE("without a refresh token no server is asked, and the text names the file") {
    TokenDesk desk;
    const auto tokens = desk.tokens();
    struct stat folder {};
    REQUIRE(::stat(desk.folder().c_str(), &folder) == 0);  // made, so that the admin finds it
    CHECK((folder.st_mode & 0777U) == 0700U);
    const std::string wanted =
        "there is no refresh token: consent as the mailbox and put it into " + desk.file().string();
    CHECK(ask(*tokens, desk.person) == "refused: " + wanted);
    CHECK(tokens->troubles() == std::vector<std::string>{"no token for council, mail: " + wanted});
    CHECK(desk.server.asked() == 0);
    desk.put("refresh-1", "mail");  // either name will do: they log in alike
    CHECK(ask(*tokens, desk.person) == "token-1");
    CHECK(tokens->troubles().empty());
  }

  TEST_CASE("a refresh token that others may read is not used") {
    TokenDesk desk;
    desk.put("refresh-1");
    std::filesystem::permissions(desk.file(), std::filesystem::perms::others_read, std::filesystem::perm_options::add);
    CHECK(has(ask(*desk.tokens(), desk.person), "may be read or written by others"));
    CHECK(desk.server.asked() == 0);
  }

  TEST_CASE("of two files the newer one counts, and it is the one that is replaced") {
    TokenDesk desk;
    desk.put("old", "council");
    desk.put("new", "mail");
    std::filesystem::last_write_time(desk.file("council"), std::filesystem::file_time_type::clock::now() - seconds(60));
    desk.server.answer([](const std::string&, int) {
      return TokenServer::token("token", R"("expires_in":1000,"refresh_token":"next")");
    });
    const auto tokens = desk.tokens();
    CHECK(ask(*tokens, desk.person) == "token");
    CHECK(has(desk.server.forms().front(), "&refresh_token=new&"));
    CHECK(desk.stored("mail") == "next\n");
    CHECK(desk.stored("council") == "old\n");
  }

  TEST_CASE("a withdrawn consent needs a person: no hammering, and the new file counts at once") {
    TokenDesk desk;
    desk.put("refresh-1");
    desk.server.answer([](const std::string& form, int n) {
      return has(form, "refresh-1") ? TokenServer::refusal("invalid_grant", "Token has been expired or revoked.")
                                    : TokenServer::token("token-" + std::to_string(n));
    });
    const auto tokens = desk.tokens();
    for (int i = 0; i < 50; ++i) {
      CHECK(has(ask(*tokens, desk.person), "refused: the token server refuses: invalid_grant: Token has been expired"));
    }
    CHECK(desk.server.asked() == 1);
    REQUIRE(tokens->troubles().size() == 1);
    CHECK(has(tokens->troubles().front(), "no token for council, mail: "));
    CHECK(has(tokens->troubles().front(), "a person must consent again"));
    for (int i = 0; i < 24 * 60; ++i) {  // a day, looking every minute
      desk.clock.pass(seconds(60));
      CHECK(has(ask(*tokens, desk.person), "refused: "));
    }
    CHECK(desk.server.asked() <= 60);
    const int before = desk.server.asked();
    desk.put("refresh-after-consent");
    CHECK(ask(*tokens, desk.person) == "token-" + std::to_string(before + 1));
    CHECK(tokens->troubles().empty());
    CHECK(!has(log_lines(), "refresh-1"));
    CHECK(!has(log_lines(), "refresh-after"));
  }

  TEST_CASE("a token that a mail server refuses is exchanged once, then a minute must pass") {
    TokenDesk desk;
    const auto tokens = desk.tokens();
    CHECK(ask(*tokens, desk.app) == "token-1");
    CHECK(tokens->refused(desk.app, "token-1"));
    CHECK(tokens->refused(desk.app, "token-1"));  // another thread had it too
    CHECK(ask(*tokens, desk.app) == "token-2");
    CHECK(tokens->refused(desk.app, "token-1"));  // and a slow one: there is a newer one
    CHECK(!tokens->refused(desk.app, "token-2"));
    CHECK(ask(*tokens, desk.app) == "token-2");
    CHECK(desk.server.asked() == 2);
    desk.clock.pass(seconds(60));
    CHECK(tokens->refused(desk.app, "token-2"));
    CHECK(ask(*tokens, desk.app) == "token-3");
  }

  TEST_CASE("one account without a token keeps no other waiting") {
    TokenDesk desk;
    const auto gate = std::make_shared<Gate>();
    desk.server.answer([gate](const std::string& form, int) {
      if (has(form, "refresh_token")) gate->pass();
      return TokenServer::token("token");
    });
    desk.put("refresh-1");
    const auto tokens = desk.tokens();
    auto slow = std::async(std::launch::async, [&] { return ask(*tokens, desk.person); });
    CHECK(gate->await_somebody());
    CHECK(ask(*tokens, desk.app) == "token");
    gate->open();
    CHECK(slow.get() == "token");
  }

  TEST_CASE("at the end of docket every wait for a token ends") {
    TokenDesk desk;
    const auto gate = std::make_shared<Gate>();
    desk.server.answer([gate](const std::string&, int) {
      gate->pass();
      return TokenServer::token("token");
    });
    oauth2::Pace patient;
    patient.answer = std::chrono::minutes(10);
    const auto tokens = desk.tokens(patient);
    auto first = std::async(std::launch::async, [&] { return ask(*tokens, desk.app); });
    CHECK(gate->await_somebody());
    auto second = std::async(std::launch::async, [&] { return ask(*tokens, desk.app); });
    tokens->stop();
    CHECK(first.wait_for(seconds(10)) == std::future_status::ready);
    CHECK(second.wait_for(seconds(10)) == std::future_status::ready);
    gate->open();
    CHECK(has(first.get(), "later: "));
    CHECK(has(second.get(), "later: "));
    CHECK(ask(*tokens, desk.app) == "later: docket is ending");
  }

  TEST_CASE("no secret and no token is in a log or a failure, even when the token server repeats them") {
    TokenDesk desk;
    desk.put("refresh-token-of-the-town");
    desk.server.answer([](const std::string& form, int) { return TokenServer::refusal("invalid_grant", form); });
    const auto tokens = desk.tokens();
    const auto told = ask(*tokens, desk.person) + ask(*tokens, desk.app) + log_lines();
    CHECK(!has(told, "refresh-token-of"));
    CHECK(!has(told, "with%2Bsigns"));
    CHECK(!has(told, "with+signs"));
    CHECK(has(told, "(not shown)"));
  }
}
