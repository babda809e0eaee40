#include "config/hmac.h"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

#include "config/digest.h"

namespace docket {
namespace {

constexpr std::size_t kBlock = 64;  // octets, of SHA-256

struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_MD_CTX, FreeContext>;

void insist(bool done) {
  if (!done) throw std::runtime_error("HMAC-SHA-256 is not available");
}

/// Having read one block: the key, each octet of it changed by `pad` (RFC 2104 section 2).
Context begun(std::string_view key, unsigned char pad) {
  static const EVP_MD* const kAlgorithm = EVP_MD_fetch(nullptr, "SHA2-256", nullptr);  // as long as the process
  std::array<unsigned char, kBlock> block{};
  block.fill(pad);
  for (std::size_t i = 0; i < key.size(); ++i) block.at(i) ^= static_cast<unsigned char>(key[i]);
  Context context(EVP_MD_CTX_new());
  insist(kAlgorithm != nullptr && context != nullptr && EVP_DigestInit_ex2(context.get(), kAlgorithm, nullptr) == 1 &&
         EVP_DigestUpdate(context.get(), block.data(), block.size()) == 1);
  return context;
}

using Digest = std::array<unsigned char, 32>;

Digest finished(const Context& from, std::string_view octets) {
  thread_local const Context context(EVP_MD_CTX_new());
  Digest digest{};
  insist(context != nullptr && EVP_MD_CTX_copy_ex(context.get(), from.get()) == 1 &&
         EVP_DigestUpdate(context.get(), octets.data(), octets.size()) == 1 &&
         EVP_DigestFinal_ex(context.get(), digest.data(), nullptr) == 1);
  return digest;
}

std::string_view view(const Digest& digest) { return {reinterpret_cast<const char*>(digest.data()), digest.size()}; }

}  // namespace

struct HmacKey::State {
  Context inner;
  Context outer;
};

HmacKey::HmacKey(std::string_view key) {
  const std::string short_key = key.size() > kBlock ? sha256(key) : std::string(key);
  state_ = std::make_shared<const State>(State{begun(short_key, 0x36), begun(short_key, 0x5C)});
}

std::string HmacKey::mac(std::string_view octets) const {
  const Digest inner = finished(state_->inner, octets);
  return std::string(view(finished(state_->outer, view(inner))));
}

}  // namespace docket
