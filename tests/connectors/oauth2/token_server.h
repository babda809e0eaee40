// A token server on loopback whose answers a test writes; a clock that the test moves; a folder for refresh tokens.
#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <mutex>
#include <sstream>
#include <string>
#include <vector>

#include "connectors/http/server.h"
#include "connectors/oauth2/tokens.h"
#include "tests/connectors/fake_intake.h"
#include "tests/connectors/smtp/receiver.h"

class TokenServer {
 public:
  /// What the n-th question (from 1) is answered; on threads of the server.
  using Rule = std::function<docket::HttpResponse(const std::string& form, int n)>;

  TokenServer() {
    docket::HttpLimits limits;
    limits.handlers = 8;
    server_ = docket::HttpServer::on_tcp("127.0.0.1", 0, limits, [this](const docket::HttpRequest& request) {
      Rule rule;
      int n = 0;
      {
        const std::lock_guard lock(mutex_);
        forms_.push_back(request.body);
        n = static_cast<int>(forms_.size());
        rule = rule_;
      }
      return rule ? rule(request.body, n) : token("token-" + std::to_string(n));
    });
  }
  void answer(Rule rule) {
    const std::lock_guard lock(mutex_);
    rule_ = std::move(rule);
  }
  static docket::HttpResponse token(const std::string& access, const std::string& more = R"("expires_in":1000)") {
    return {.status = 200, .body = R"({"access_token":")" + access + R"(","token_type":"Bearer",)" + more + "}"};
  }
  static docket::HttpResponse refusal(const std::string& error, const std::string& words = "no", int status = 400) {
    return {.status = status, .body = R"({"error":")" + error + R"(","error_description":")" + words + R"("})"};
  }
  [[nodiscard]] std::vector<std::string> forms() const {
    const std::lock_guard lock(mutex_);
    return forms_;
  }
  [[nodiscard]] int asked() const { return static_cast<int>(forms().size()); }
  [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(server_->port()) + "/token"; }

 private:
  mutable std::mutex mutex_;
  Rule rule_;
  std::vector<std::string> forms_;
  std::unique_ptr<docket::HttpServer> server_;
};

class SetClock final : public docket::Clock {
 public:
  [[nodiscard]] docket::Time now() const override { return docket::Time{std::chrono::seconds{1'800'000'000}}; }
  [[nodiscard]] std::chrono::steady_clock::time_point steady() const override {
    return std::chrono::steady_clock::time_point{std::chrono::seconds{seconds_}};
  }
  void pass(std::chrono::seconds time) { seconds_ += time.count(); }

 private:
  std::atomic<std::int64_t> seconds_{100'000};
};

/// Two ways to log in, and everything that Tokens needs.
struct TokenDesk {
  TokenDesk() {
    forget_log_lines();
    ::setenv("DOCKET_TEST_CLIENT_SECRET", kSecret, 1);
    app.user = "council@town.example";
    app.oauth2 = docket::OAuth2{server.url(),
                                "the client",
                                {docket::Secret::Kind::env, "DOCKET_TEST_CLIENT_SECRET"},
                                "mail https://x.example/.default",
                                docket::OAuth2::Grant::client_credentials,
                                ""};
    person = app;
    person.oauth2->grant = docket::OAuth2::Grant::refresh_token;
  }
  [[nodiscard]] std::unique_ptr<docket::oauth2::Tokens> tokens(const docket::oauth2::Pace& pace = {}) {
    std::vector<docket::oauth2::Account> accounts{{"council", person}, {"mail", person}};
    return std::make_unique<docket::oauth2::Tokens>(folder(), std::move(accounts), clock, keep_log_line, pace);
  }
  [[nodiscard]] std::filesystem::path folder() const { return place.path() / "tokens"; }
  [[nodiscard]] std::filesystem::path file(const std::string& name = "council") const {
    return folder() / (name + ".refresh");
  }
  /// As an admin does it.
  void put(const std::string& refresh_token, const std::string& name = "council") const {
    std::filesystem::create_directories(folder());
    std::ofstream(file(name)) << refresh_token << '\n';
    std::filesystem::permissions(file(name), std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  }
  [[nodiscard]] std::string stored(const std::string& name = "council") const {
    std::ostringstream text;
    text << std::ifstream(file(name)).rdbuf();
    return text.str();
  }

  static constexpr const char* kSecret = "client&secret=with+signs";
  docket::testing::TemporaryFolder place;
  SetClock clock;
  TokenServer server;
  docket::Login app;     ///< client_credentials
  docket::Login person;  ///< refresh_token
};
