// `webhook:` sources of docket.yaml: what each format may and must say.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "config/load.h"
#include "config/settings.h"
#include "tests/config/problems.h"

namespace docket {
namespace {

struct Loaded {
  std::optional<Settings> settings;
  std::string problems;
};

/// A source `w` in line 4 beside the mailbox `council`; `webhook` begins in column 31.
Loaded load(const std::string& webhook, const std::string& url = "public_url: https://letters.town.test") {
  Problems problems;
  Loaded result;
  result.settings = load_settings(
      {"docket.yaml", "version: 1\ndata: data\nsources:\n  - {name: w, webhook: {path: /h, " + webhook +
                          "}}\n  - {name: council, imap: {url: imaps://m.test, user: c, password: {env: P}}}\n"
                          "  - {name: drop, maildir: {path: in}}\n"
                          "control: c.sock\nmail: {maildir: {path: out}, domain: town.test}\n"
                          "desk: {public: \"127.0.0.1:8311\", " +
                          url + "}\n"},
      "/srv/town", problems);
  // Whether webhooks and the desk are built is another test's matter.
  std::erase_if(problems, [](const Problem& problem) { return problem.text.find("not built") != std::string::npos; });
  result.problems = describe(problems);
  return result;
}

const std::string kTopic = "topics: [\"arn:aws:sns:ca-central-1:123456789012:mail\"]";

TEST_CASE("webhook sources: what is refused, where and in which words") {
  struct Case {
    std::string name, webhook, expected;
  };
  const std::vector<Case> cases{
      {"plain", "format: github, secrets: [{env: A}]", ""},
      {"503 while commissioning", "format: github, secrets: [{env: A}], on_bad_signature: 503", ""},
      {"another status", "format: github, secrets: [{env: A}], on_bad_signature: 200", "4:90: '200' is not known here"},
      {"ses", "format: ses, " + kTopic, ""},
      {"ses with all", "format: ses, certificate: sns.pem, max_age: 2h, " + kTopic, ""},
      {"ses without topics", "format: ses", "4:24: 'topics' is missing here"},
      {"a topic's name alone", "format: ses, topics: mail", "4:56: a topic is given by its whole ARN"},
      {"topics elsewhere", "format: json, secrets: [{env: A}], " + kTopic, "4:70: 'topics' belongs to format ses only"},
      {"a certificate elsewhere", "format: json, secrets: [{env: A}], certificate: a.pem",
       "4:70: 'certificate' belongs to format ses only"},
      {"wakes", "format: graph, secrets: [{env: A}], wakes: council", ""},
      {"wakes no one", "format: graph, secrets: [{env: A}], wakes: [councl]", "4:78: no IMAP source is named 'councl'"},
      {"wakes a Maildir", "format: gmail-push, secrets: [{env: A}], wakes: drop",
       "4:83: no IMAP source is named 'drop'"},
      {"wakes elsewhere", "format: json, secrets: [{env: A}], wakes: council",
       "4:70: 'wakes' belongs to the formats graph and gmail-push only"},
      {"age", "format: mailgun, secrets: [{env: A}], max_age: 9h", ""},
      {"age in nothing", "format: mailgun, secrets: [{env: A}], max_age: 9", "4:82: '9' is not a length of time"},
      {"age of a month", "format: mailgun, secrets: [{env: A}], max_age: 30d", "4:82: a week is the most"},
      {"age where nothing is dated", "format: github, secrets: [{env: A}], max_age: 5m",
       "4:72: 'max_age' has no effect: requests of this format are not dated"},
      {"sendgrid unsigned", "format: sendgrid",
       "4:24: warning: without 'secrets' anyone who knows the path can send here"},
      {"open311 without keys", "format: open311",
       "4:24: warning: without 'secrets' no app can send a request, all can read"},
      {"open311 with tokens", "format: open311, secrets: [{env: A}, {env: B}], tokens: true", ""},
      {"tokens that are no yes or no", "format: open311, secrets: [{env: A}], tokens: 3",
       "4:81: expected true or false, found '3'"},
      {"tokens elsewhere", "format: github, secrets: [{env: A}], tokens: true",
       "4:72: 'tokens' belongs to format open311 only"},
      {"a misspelled key", "format: sendgrid, secrets: [{env: A}], max_aeg: 5m", "4:74: unknown key 'max_aeg'"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(load(c.webhook).problems == c.expected);
  }
}

TEST_CASE("webhook sources: Twilio needs to know the address it signs") {
  const std::string twilio = "format: twilio-sms, secrets: [{env: A}]";
  CHECK(load(twilio).problems.empty());
  CHECK(load(twilio, "proxy: false").problems == "4:5: format twilio-sms needs desk.public_url");
}

TEST_CASE("webhook sources: only Open311 has a path of its own") {
  const auto path = [](const std::string& format) {
    Problems problems;
    const auto settings = load_settings({"docket.yaml",
                                         "version: 1\ndata: d\ncontrol: c\nmail: {maildir: {path: o}, domain: t.test}\n"
                                         "sources: [{name: w, webhook: {format: " +
                                             format + ", secrets: [{env: A}]}}]\n"},
                                        "/srv/town", problems);
    return settings ? std::get<WebhookSettings>(settings->sources[0].way).path : "refused";
  };
  CHECK(path("open311") == "/open311/v2");
  CHECK(path("open311, path: /311/") == "/311");
  CHECK(path("github") == "refused");
}

TEST_CASE("webhook sources: values") {
  const auto loaded = load("format: ses, certificate: sns.pem, max_age: 2h, on_bad_signature: 503, " + kTopic);
  REQUIRE(loaded.settings);
  const auto& webhook = std::get<WebhookSettings>(loaded.settings->sources[0].way);
  CHECK(webhook.topics == std::vector<std::string>{"arn:aws:sns:ca-central-1:123456789012:mail"});
  CHECK(webhook.certificate == "/srv/town/sns.pem");
  CHECK(webhook.on_bad_signature == 503);
  CHECK(webhook.max_age == std::chrono::hours(2));
}

}  // namespace
}  // namespace docket
