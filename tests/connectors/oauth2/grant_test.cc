// What a token server's answer means, whatever it is.
#include "connectors/oauth2/grant.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <vector>

using namespace docket;
using namespace docket::oauth2;

namespace {

/// "token for 3600 s, then refresh" or "later: …" / "refused: …"
std::string describe(const tl::expected<Given, Failure>& answer) {
  if (answer) {
    const auto next = answer->refresh_token.empty() ? "" : ", then " + answer->refresh_token;
    return fmt::format("{} for {} s{}", answer->access_token, answer->life.count(), next);
  }
  return (answer.error().kind == Failure::Kind::later ? "later: " : "refused: ") + answer.error().text;
}

}  // namespace

TEST_SUITE("oauth2 grant") {
  TEST_CASE("every answer of a token server is a token, a wait, or something for a person to do") {
    struct Row {
      const char* name;
      long status;
      std::string body;
      std::string expected;
    };
    const std::string ill = "later: the token server is ill: ";
    const std::string no = "refused: the token server refuses: ";
    const std::string consent = "; a person must consent again and put the new refresh token into its file";
    const std::string look = "; look at the application's permissions, consent and client_id at the provider";
    for (const Row& row : std::vector<Row>{
             {"plain", 200, R"({"access_token":"a","token_type":"Bearer","expires_in":3599})", "a for 3599 s"},
             {"new refresh token", 200, R"({"access_token":"a","expires_in":60,"refresh_token":"r2"})",
              "a for 60 s, then r2"},
             {"the same refresh token", 200, R"({"access_token":"a","expires_in":60,"refresh_token":"r1"})",
              "a for 60 s"},
             {"no life told", 200, R"({"access_token":"a"})", "a for 3600 s"},
             {"life as text", 200, R"({"access_token":"a","expires_in":"120"})", "a for 120 s"},
             {"life of nothing", 200, R"({"access_token":"a","expires_in":0})", "a for 3600 s"},
             {"negative life", 200, R"({"access_token":"a","expires_in":-5})", "a for 3600 s"},
             {"endless life", 200, R"({"access_token":"a","expires_in":1e300})", "a for 86400 s"},
             {"life is a list", 200, R"({"access_token":"a","expires_in":[1]})", "a for 3600 s"},
             {"token with a line break", 200, R"({"access_token":"a\r\nA2 NOOP"})",
              "later: the token server's answer holds no access token"},
             {"no token", 200, "{}", "later: the token server's answer holds no access token"},
             {"a page", 200, "<html>Welcome to our hotel</html>",
              "later: the token server's answer holds no access token"},
             {"nothing", 200, "", "later: the token server's answer holds no access token"},
             {"another kind", 200, R"({"access_token":"a","token_type":"mac"})",
              "refused: the token server gives no bearer token; is token_url right?"},
             {"consent withdrawn", 400, R"({"error":"invalid_grant","error_description":"Token has been revoked."})",
              no + "invalid_grant: Token has been revoked." + consent},
             {"Microsoft wants a person", 400, R"({"error":"interaction_required"})",
              no + "interaction_required" + consent},
             {"secret expired", 401, R"({"error":"invalid_client","error_description":"AADSTS7000222: expired"})",
              no + "invalid_client: AADSTS7000222: expired; client_id or client_secret is wrong, or the secret has "
                   "expired"},
             {"grant not allowed", 400, R"({"error":"unauthorized_client"})", no + "unauthorized_client" + look},
             {"wrong scope", 400, R"({"error":"invalid_scope"})",
              no + "invalid_scope; the scope in docket.yaml is not one of this application's"},
             {"wrong address", 404, "not here", no + "HTTP 404; is token_url right?"},
             {"elsewhere", 302, "", no + "it sends us elsewhere, where docket does not go; is token_url right?"},
             {"ill", 500, "oops", ill + "HTTP 500"},
             {"busy", 429, R"({"error":"too_many"})", ill + "too_many"},
             {"ill and says so", 400, R"({"error":"temporarily_unavailable"})", ill + "temporarily_unavailable"},
             {"control characters", 400, R"({"error":"invalid_scope","error_description":"a\n<3>b\u001b[1m"})",
              no + "invalid_scope: a?<3>b?[1m; the scope in docket.yaml is not one of this application's"},
             {"the secret comes back", 400, R"({"error":"odd","error_description":"secret client-secret-0001 is bad"})",
              no + "(not shown)" + look},
             {"in base64 too", 400, R"({"error":"odd","error_description":"eGNsaWVudC1zZWNyZXQtMDAwMQ=="})",
              no + "(not shown)" + look},
         }) {
      CAPTURE(row.name);
      CHECK(describe(read_answer(row.status, row.body, {"client-secret-0001", "r1"})) == row.expected);
    }
  }

  TEST_CASE("who has no refresh token is not told to put one anywhere") {
    const auto answer = read_answer(400, R"({"error":"invalid_grant"})", {"client-secret-0001", ""});
    CHECK(describe(answer).find("refresh token") == std::string::npos);
  }
}
