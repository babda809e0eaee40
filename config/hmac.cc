#include "config/hmac.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <array>
#include <stdexcept>
#include <utility>

namespace docket {
namespace {

struct FreeContext {
  void operator()(EVP_MAC_CTX* context) const { EVP_MAC_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_MAC_CTX, FreeContext>;

void insist(bool done) {
  if (!done) throw std::runtime_error("HMAC-SHA-256 is not available");
}

}  // namespace

struct HmacKey::State {
  Context keyed;
};

HmacKey::HmacKey(std::string_view key) {
  static EVP_MAC* const kHmac = EVP_MAC_fetch(nullptr, OSSL_MAC_NAME_HMAC, nullptr);  // as long as the process
  insist(kHmac != nullptr);
  Context context(EVP_MAC_CTX_new(kHmac));
  std::string digest = "SHA2-256";
  const std::array<OSSL_PARAM, 2> parameters{
      OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), digest.size()),
      OSSL_PARAM_construct_end()};
  const auto* octets = reinterpret_cast<const unsigned char*>(key.empty() ? "" : key.data());
  insist(context != nullptr && EVP_MAC_init(context.get(), octets, key.size(), parameters.data()) == 1);
  state_ = std::make_shared<const State>(State{std::move(context)});
}

std::string HmacKey::mac(std::string_view octets) const {
  const Context context(EVP_MAC_CTX_dup(state_->keyed.get()));
  std::array<unsigned char, 32> digest{};
  insist(context != nullptr &&
         EVP_MAC_update(context.get(), reinterpret_cast<const unsigned char*>(octets.data()), octets.size()) == 1 &&
         EVP_MAC_final(context.get(), digest.data(), nullptr, digest.size()) == 1);
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

}  // namespace docket
