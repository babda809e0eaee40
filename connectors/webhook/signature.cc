#include "connectors/webhook/signature.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <algorithm>
#include <array>
#include <memory>
#include <new>

#include "connectors/mime/transfer.h"

namespace docket::webhook {
namespace {

struct FreeKey {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
using Key = std::unique_ptr<EVP_PKEY, FreeKey>;

const unsigned char* octets_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

bool verify(EVP_PKEY* key, const EVP_MD* digest, std::string_view signature, std::string_view octets) {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  if (!context) throw std::bad_alloc();
  return EVP_DigestVerifyInit(context.get(), nullptr, digest, nullptr, key) == 1 &&
         EVP_DigestVerify(context.get(), octets_of(signature), signature.size(), octets_of(octets), octets.size()) == 1;
}

}  // namespace

std::optional<std::string> strict_base64(std::string_view text) {
  const auto end = std::min(text.find('='), text.size());
  const auto in_alphabet = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
  };
  if (!std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), in_alphabet)) return std::nullopt;
  if (text.size() - end > 2 || text.find_first_not_of('=', end) != std::string_view::npos) return std::nullopt;
  if (end % 4 == 1) return std::nullopt;
  return mime::decode_base64(text.substr(0, end)).octets;
}

std::string hmac_sha1(std::string_view key, std::string_view octets) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  if (HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), octets_of(octets), octets.size(), digest.data(),
           &size) == nullptr) {
    return {};
  }
  return {reinterpret_cast<const char*>(digest.data()), size};
}

bool verify_ecdsa(std::string_view key, std::string_view signature, std::string_view octets) {
  const auto* at = octets_of(key);
  const Key parsed(d2i_PUBKEY(nullptr, &at, static_cast<long>(key.size())));
  return parsed && EVP_PKEY_get_base_id(parsed.get()) == EVP_PKEY_EC &&
         verify(parsed.get(), EVP_sha256(), signature, octets);
}

bool verify_ed25519(std::string_view key, std::string_view signature, std::string_view octets) {
  const Key parsed(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, octets_of(key), key.size()));
  return parsed && verify(parsed.get(), nullptr, signature, octets);
}

bool verify_rsa(const std::string& pem, std::string_view signature, std::string_view octets, Digest digest) {
  const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())),
                                                      &BIO_free);
  if (!bio) throw std::bad_alloc();
  const std::unique_ptr<X509, decltype(&X509_free)> certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr),
                                                                &X509_free);
  if (!certificate) return false;
  auto* key = X509_get0_pubkey(certificate.get());
  return key != nullptr && EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA &&
         verify(key, digest == Digest::sha1 ? EVP_sha1() : EVP_sha256(), signature, octets);
}

}  // namespace docket::webhook
