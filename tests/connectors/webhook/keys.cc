#include "tests/connectors/webhook/keys.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <stdexcept>

namespace docket::webhook {
namespace {

void must(bool holds) {
  if (!holds) throw std::runtime_error("OpenSSL refused to make a key");
}

void add_extension(X509* certificate, int nid, const std::string& value) {
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, nid, value.c_str());
  must(extension != nullptr && X509_add_ext(certificate, extension, -1) == 1);
  X509_EXTENSION_free(extension);
}

}  // namespace

TestKey::TestKey(Kind kind)
    : key_(kind == Kind::rsa  ? EVP_RSA_gen(2048)
           : kind == Kind::ec ? EVP_EC_gen("P-256")
                              : EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519")) {
  must(key_ != nullptr);
}

TestKey::~TestKey() {
  X509_free(certificate_);
  EVP_PKEY_free(key_);
}

std::string TestKey::certify(const std::string& name, const TestKey* issuer, bool authority, int until) {
  X509_free(certificate_);
  certificate_ = X509_new();
  X509_set_version(certificate_, 2);
  static long serial = 1;
  ASN1_INTEGER_set(X509_get_serialNumber(certificate_), ++serial);
  must(ASN1_TIME_set_string(X509_getm_notBefore(certificate_), "20200101000000Z") == 1);
  must(ASN1_TIME_set_string(X509_getm_notAfter(certificate_), (std::to_string(until) + "0101000000Z").c_str()) == 1);
  X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate_), "CN", MBSTRING_ASC,
                             reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
  X509_set_issuer_name(certificate_, X509_get_subject_name(issuer == nullptr ? certificate_ : issuer->certificate_));
  X509_set_pubkey(certificate_, key_);
  if (authority) {
    add_extension(certificate_, NID_basic_constraints, "critical,CA:TRUE");
  } else {
    add_extension(certificate_, NID_subject_alt_name, "DNS:" + name);
  }
  must(X509_sign(certificate_, issuer == nullptr ? key_ : issuer->key_, EVP_sha256()) > 0);
  BIO* bio = BIO_new(BIO_s_mem());
  must(PEM_write_bio_X509(bio, certificate_) == 1);
  char* text = nullptr;
  const long size = BIO_get_mem_data(bio, &text);
  std::string pem(text, static_cast<std::size_t>(size));
  BIO_free(bio);
  return pem;
}

std::string TestKey::public_key() const {
  if (EVP_PKEY_get_base_id(key_) == EVP_PKEY_ED25519) {
    std::string raw(32, '\0');
    std::size_t size = raw.size();
    must(EVP_PKEY_get_raw_public_key(key_, reinterpret_cast<unsigned char*>(raw.data()), &size) == 1);
    return raw;
  }
  unsigned char* der = nullptr;
  const int size = i2d_PUBKEY(key_, &der);
  must(size > 0);
  std::string key(reinterpret_cast<char*>(der), static_cast<std::size_t>(size));
  OPENSSL_free(der);
  return key;
}

std::string TestKey::sign(std::string_view octets, const char* digest) const {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  must(EVP_DigestSignInit_ex(context, nullptr, *digest == '\0' ? nullptr : digest, nullptr, nullptr, key_, nullptr) ==
       1);
  const auto* data = reinterpret_cast<const unsigned char*>(octets.data());
  std::size_t size = 0;
  must(EVP_DigestSign(context, nullptr, &size, data, octets.size()) == 1);
  std::string signature(size, '\0');
  must(EVP_DigestSign(context, reinterpret_cast<unsigned char*>(signature.data()), &size, data, octets.size()) == 1);
  signature.resize(size);
  EVP_MD_CTX_free(context);
  return signature;
}

}  // namespace docket::webhook
