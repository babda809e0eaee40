#include "connectors/webhook/sns_certificate.h"

#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <memory>
#include <new>
#include <vector>

#include "config/text.h"

namespace docket::webhook {
namespace {

constexpr std::size_t kLargest = std::size_t{64} << 10U;
constexpr std::size_t kKept = 16;
constexpr std::size_t kChain = 10;
constexpr std::chrono::seconds kPause{10};

struct FreeCertificate {
  void operator()(X509* certificate) const { X509_free(certificate); }
};
using Certificate = std::unique_ptr<X509, FreeCertificate>;

std::vector<Certificate> read_certificates(const std::string& pem) {
  std::vector<Certificate> certificates;
  const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())),
                                                      &BIO_free);
  while (bio && certificates.size() < kChain) {
    Certificate next(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
    if (!next) break;
    certificates.push_back(std::move(next));
  }
  return certificates;
}

/// A leading dot: any name below it.
bool is_amazons(X509* certificate) {
  return X509_check_host(certificate, ".amazonaws.com", 0, 0, nullptr) == 1 ||
         X509_check_host(certificate, ".amazonaws.com.cn", 0, 0, nullptr) == 1;
}

tl::expected<void, std::string> verify_chain(const std::vector<Certificate>& certificates, Time now) {
  const std::unique_ptr<X509_STORE, decltype(&X509_STORE_free)> store(X509_STORE_new(), &X509_STORE_free);
  const std::unique_ptr<X509_STORE_CTX, decltype(&X509_STORE_CTX_free)> context(X509_STORE_CTX_new(),
                                                                                &X509_STORE_CTX_free);
  const std::unique_ptr<STACK_OF(X509), void (*)(STACK_OF(X509)*)> others(
      sk_X509_new_null(), [](STACK_OF(X509) * stack) { sk_X509_free(stack); });
  if (!store || !context || !others) throw std::bad_alloc();
  for (std::size_t i = 1; i < certificates.size(); ++i) sk_X509_push(others.get(), certificates[i].get());
  if (X509_STORE_set_default_paths(store.get()) != 1 ||
      X509_STORE_CTX_init(context.get(), store.get(), certificates.front().get(), others.get()) != 1) {
    return tl::unexpected<std::string>("the system's authorities cannot be read");
  }
  auto* parameters = X509_STORE_CTX_get0_param(context.get());
  X509_VERIFY_PARAM_set_time(parameters, std::chrono::system_clock::to_time_t(now));
  // An intermediate authority that the admin installed is enough where Amazon's file leaves it out.
  X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_PARTIAL_CHAIN);
  if (X509_verify_cert(context.get()) == 1) return {};
  return tl::unexpected(std::string("SNS's certificate is not believed: ") +
                        X509_verify_cert_error_string(X509_STORE_CTX_get_error(context.get())) +
                        "; name it with certificate:, or install its issuer among the system's authorities");
}

std::string_view region_of(std::string_view topic) {
  const auto parts = split(topic, ':');
  return parts.size() == 6 ? parts[3] : std::string_view();
}

}  // namespace

bool is_sns_url(std::string_view url, std::string_view topic) {
  const auto region = region_of(topic);
  const bool plain = region.size() >= 3 && std::all_of(region.begin(), region.end(), [](char c) {
                       return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
                     });
  if (!plain || std::any_of(url.begin(), url.end(), [](char c) { return c <= 0x20 || c == 0x7f || c == '\\'; }))
    return false;
  const auto host = "https://sns." + std::string(region) + ".amazonaws.com";
  return url.starts_with(host + "/") || url.starts_with(host + ".cn/");
}

tl::expected<void, std::string> check_sns_certificate(const std::string& pem, Time now) {
  if (pem.size() > kLargest) return tl::unexpected<std::string>("SNS's certificate is too large");
  const auto certificates = read_certificates(pem);
  if (certificates.empty()) return tl::unexpected<std::string>("what SNS names as its certificate is none");
  if (!is_amazons(certificates.front().get())) return tl::unexpected<std::string>("SNS's certificate is not Amazon's");
  return verify_chain(certificates, now);
}

std::optional<std::string> SnsCertificates::kept(const std::string& url, Time now) {
  const auto found = kept_.find(url);
  if (found == kept_.end()) return std::nullopt;
  if (check_sns_certificate(found->second, now)) return found->second;
  kept_.erase(found);
  return std::nullopt;
}

// Of many messages that come at once only the first one asks; the others come again, instead of waiting with it.
tl::expected<std::string, std::string> SnsCertificates::get(const std::string& url, Time now) {
  {
    const std::lock_guard lock(mutex_);
    if (auto pem = kept(url, now)) return *std::move(pem);
    if (now < not_before_) return tl::unexpected<std::string>("SNS's certificate was asked for a moment ago");
    not_before_ = now + kPause;
  }
  auto pem = fetch_ ? fetch_(url) : tl::expected<std::string, std::string>(tl::unexpect, "nothing can be fetched here");
  if (!pem) return tl::unexpected("SNS's certificate cannot be fetched: " + pem.error());
  if (const auto checked = check_sns_certificate(*pem, now); !checked) return tl::unexpected(checked.error());
  const std::lock_guard lock(mutex_);
  not_before_ = {};
  if (kept_.size() >= kKept) kept_.clear();
  kept_[url] = *pem;
  return pem;
}

}  // namespace docket::webhook
