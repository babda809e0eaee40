// SNS certificates that are fetched, and subscriptions that confirm themselves.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "config/digest.h"
#include "connectors/webhook/sns_certificate.h"
#include "tests/connectors/webhook/calls.h"
#include "tests/connectors/webhook/keys.h"

namespace docket::webhook {
namespace {

constexpr std::int64_t kNow = 1796000000;  // 2026-11-30T00:53:20Z

/// The system's authorities are one of ours while it lives.
class Authority {
 public:
  Authority() {
    std::ofstream(file_) << pem_;
    ::setenv("SSL_CERT_FILE", file_.c_str(), 1);
    ::setenv("SSL_CERT_DIR", "/nonexistent", 1);
  }
  ~Authority() {
    ::unsetenv("SSL_CERT_FILE");
    ::unsetenv("SSL_CERT_DIR");
    (void)std::remove(file_.c_str());
  }
  Authority(const Authority&) = delete;
  Authority& operator=(const Authority&) = delete;
  [[nodiscard]] const TestKey& key() const { return key_; }

 private:
  TestKey key_{TestKey::Kind::rsa};
  std::string pem_ = key_.certify("Test authority", nullptr, true);
  std::string file_ = "/tmp/docket-ca-" + hex(random_octets(8)) + ".pem";
};

HttpRequest confirmation(const TestKey& key, const std::string& url = kCertificateUrl,
                         const std::string& topic = kTopic, const std::string& type = "SubscriptionConfirmation") {
  const std::string subscribe = "https://sns.ca-central-1.amazonaws.com/?Action=ConfirmSubscription&Token=t";
  const auto text = "Message\nx\nMessageId\nm1\nSubscribeURL\n" + subscribe +
                    "\nTimestamp\n2026-11-30T00:53:20.000Z\nToken\nt\nTopicArn\n" + topic + "\nType\n" + type + "\n";
  return post(
      "/h", {},
      R"({"Type":")" + type + R"(","MessageId":"m1","TopicArn":")" + topic +
          R"(","Token":"t","Timestamp":"2026-11-30T00:53:20.000Z","SignatureVersion":"2","Message":"x","SubscribeURL":")" +
          subscribe + R"(","SigningCertURL":")" + url + R"(","Signature":")" + base64(key.sign(text, "SHA256")) +
          "\"}");
}

TEST_CASE("where SNS may be asked") {
  struct Row {
    std::string url;
    bool allowed;
  };
  for (const Row& row : std::vector<Row>{
           {"https://sns.ca-central-1.amazonaws.com/x.pem", true},
           {"https://sns.ca-central-1.amazonaws.com.cn/x.pem", true},
           {"http://sns.ca-central-1.amazonaws.com/x.pem", false},
           {"https://sns.us-east-1.amazonaws.com/x.pem", false},
           {"https://sns.ca-central-1.amazonaws.com.evil.example/x.pem", false},
           {"https://sns.ca-central-1.amazonaws.com@evil.example/x.pem", false},
           {"https://sns.ca-central-1.amazonaws.com:8443/x.pem", false},
           {"https://evil.example/https://sns.ca-central-1.amazonaws.com/x.pem", false},
           {"https://sns.ca-central-1.amazonaws.com\\@evil.example/x.pem", false},
           {"https://sns.ca-central-1.amazonaws.com/x\r\nHost: evil.example", false},
           {"", false},
       }) {
    CAPTURE(row.url);
    CHECK(is_sns_url(row.url, kTopic) == row.allowed);
  }
  CHECK_FALSE(is_sns_url("https://sns.a.b.amazonaws.com/x", "arn:aws:sns:a.b:1:t"));
  CHECK_FALSE(is_sns_url("https://sns.evil.example/x.amazonaws.com/", "arn:aws:sns:evil.example/x:1:t"));
}

TEST_CASE("a certificate is believed when an authority of the system signed it for Amazon") {
  const Authority authority;
  TestKey key(TestKey::Kind::rsa), stranger(TestKey::Kind::rsa), between(TestKey::Kind::rsa);
  const auto stranger_pem = stranger.certify("Test authority", nullptr, true);
  const auto good = key.certify("sns.amazonaws.com", &authority.key());
  CHECK(check_sns_certificate(good, at(kNow)));
  CHECK(check_sns_certificate(key.certify("sns.ca-central-1.amazonaws.com", &authority.key()), at(kNow)));
  const auto middle = between.certify("Between", &authority.key(), true);
  const auto chained = key.certify("sns.amazonaws.com", &between);
  CHECK(check_sns_certificate(chained + middle, at(kNow)));
  CHECK_FALSE(check_sns_certificate(chained, at(kNow)));
  CHECK_FALSE(check_sns_certificate(key.certify("sns.amazonaws.com.evil.example", &authority.key()), at(kNow)));
  CHECK_FALSE(check_sns_certificate(key.certify("evilamazonaws.com", &authority.key()), at(kNow)));
  CHECK_FALSE(check_sns_certificate(key.certify("sns.amazonaws.com"), at(kNow)));
  CHECK_FALSE(check_sns_certificate(key.certify("sns.amazonaws.com", &stranger) + stranger_pem, at(kNow)));
  CHECK_FALSE(check_sns_certificate(key.certify("sns.amazonaws.com", &authority.key(), false, 2025), at(kNow)));
  CHECK_FALSE(check_sns_certificate("", at(kNow)));
  CHECK_FALSE(check_sns_certificate("<html>", at(kNow)));
}

TEST_CASE("a subscription is confirmed after its signature fits, and for a topic of ours alone") {
  const Authority authority;
  TestKey key(TestKey::Kind::rsa), other(TestKey::Kind::rsa);
  const auto pem = key.certify("sns.amazonaws.com", &authority.key());
  std::vector<std::string> fetched;
  bool down = false;
  TestHook hook("ses", {}, [&](const std::string& url) -> tl::expected<std::string, std::string> {
    fetched.push_back(url);
    if (down) return tl::unexpected<std::string>("no route");
    return url.ends_with(".pem") ? pem : "<ConfirmSubscriptionResponse/>";
  });
  hook.settings().topics = {kTopic};
  const auto receive = [&](const HttpRequest& request, std::int64_t now = kNow) {
    return described(hook.receive(request, at(now)));
  };

  // What cannot be Amazon's makes docket fetch nothing at all.
  CHECK(status_of(hook.receive(confirmation(key, "https://evil.example/a.pem"), at(kNow))) == 401);
  CHECK(status_of(hook.receive(confirmation(key, kCertificateUrl, "arn:aws:sns:ca-central-1:2:other"), at(kNow))) ==
        401);
  CHECK(status_of(hook.receive(confirmation(key), at(kNow + 3901))) == 401);
  CHECK(status_of(hook.receive(post("/h", {{"x-amz-sns-rawdelivery", "true"}}, "{}"), at(kNow))) == 400);
  CHECK(fetched.empty());

  CHECK(receive(confirmation(other)) == "401! the SNS signature is missing or does not fit");
  CHECK(fetched == std::vector<std::string>{kCertificateUrl});
  CHECK(receive(confirmation(key)) == "200 subscribed to " + std::string(kTopic));
  REQUIRE(fetched.size() == 2);  // the certificate is kept
  CHECK(fetched[1] == "https://sns.ca-central-1.amazonaws.com/?Action=ConfirmSubscription&Token=t");
  CHECK(receive(confirmation(key, kCertificateUrl, kTopic, "UnsubscribeConfirmation")) ==
        "200 SNS no longer sends here: unsubscribed from " + std::string(kTopic));
  CHECK(fetched.size() == 2);  // never subscribed again by itself
  down = true;
  CHECK(receive(confirmation(key)) == "503 the SNS subscription cannot be confirmed: no route");
}

TEST_CASE("what cannot be fetched is asked for again a little later, whoever knocks") {
  const Authority authority;
  TestKey key(TestKey::Kind::rsa);
  const auto pem = key.certify("sns.amazonaws.com", &authority.key());
  int fetched = 0;
  bool down = true;
  TestHook hook("ses", {}, [&](const std::string& url) -> tl::expected<std::string, std::string> {
    ++fetched;
    if (down) return tl::unexpected<std::string>("no route");
    return url.ends_with(".pem") ? pem : "";
  });
  hook.settings().topics = {kTopic};
  CHECK(described(hook.receive(confirmation(key), at(kNow))) == "503 SNS's certificate cannot be fetched: no route");
  down = false;
  CHECK(described(hook.receive(confirmation(key), at(kNow + 9))) == "503 SNS's certificate was asked for a moment ago");
  CHECK(fetched == 1);
  CHECK(described(hook.receive(confirmation(key), at(kNow + 10))) == "200 subscribed to " + std::string(kTopic));
}

TEST_CASE("a pinned certificate needs no authority; two stand in one file while they change") {
  TestKey key(TestKey::Kind::rsa), next(TestKey::Kind::rsa), other(TestKey::Kind::rsa);
  const auto file = "/tmp/docket-pin-" + hex(random_octets(8)) + ".pem";
  std::ofstream(file) << key.certify("anything") << next.certify("anything");
  int fetched = 0;
  TestHook hook("ses", {}, [&](const std::string&) -> tl::expected<std::string, std::string> {
    return std::to_string(++fetched);
  });
  hook.settings().topics = {kTopic};
  hook.settings().certificate = file;
  CHECK(status_of(hook.receive(confirmation(key), at(kNow))) == 200);
  CHECK(status_of(hook.receive(confirmation(next), at(kNow))) == 200);
  CHECK(status_of(hook.receive(confirmation(other), at(kNow))) == 401);
  (void)std::remove(file.c_str());
  CHECK(status_of(hook.receive(confirmation(key), at(kNow))) == 503);
}

}  // namespace
}  // namespace docket::webhook
