#include "connectors/http/tls.h"

#include <fmt/format.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/stat.h>

#include <stdexcept>
#include <utility>

namespace docket::http {
namespace {

[[noreturn]] void fail(const std::string& what) {
  const auto code = ERR_peek_last_error();
  const char* const reason = ERR_reason_error_string(code);
  ERR_clear_error();
  throw std::runtime_error(what + (reason == nullptr ? "" : std::string(": ") + reason));
}

std::shared_ptr<SSL_CTX> read(const TlsFiles& files) {
  ERR_clear_error();
  std::shared_ptr<SSL_CTX> context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
  if (!context || SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION) != 1) fail("TLS cannot be used");
  SSL_CTX_set_options(context.get(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE);
  if (SSL_CTX_use_certificate_chain_file(context.get(), files.certificate.c_str()) != 1) {
    fail("cannot use the certificate " + files.certificate.string());
  }
  // An encrypted key would be asked for at the terminal.
  SSL_CTX_set_default_passwd_cb(context.get(), [](char*, int, int, void*) { return 0; });
  if (SSL_CTX_use_PrivateKey_file(context.get(), files.key.c_str(), SSL_FILETYPE_PEM) != 1) {
    fail("cannot use the key " + files.key.string());
  }
  if (SSL_CTX_check_private_key(context.get()) != 1) fail("the key is not that of the certificate");
  return context;
}

std::string mark(const std::filesystem::path& path) {
  struct stat info {};
  if (stat(path.c_str(), &info) != 0) return "-";
  return fmt::format("{}/{}/{}.{}", info.st_ino, info.st_size, info.st_mtim.tv_sec, info.st_mtim.tv_nsec);
}

}  // namespace

Certificate::Certificate(TlsFiles files, Log log)
    : files_(std::move(files)), log_(std::move(log)), read_(marks()), context_(read(files_)) {}

Certificate::~Certificate() = default;

std::string Certificate::marks() const { return mark(files_.certificate) + " " + mark(files_.key); }

std::shared_ptr<SSL_CTX> Certificate::current() {
  auto now = marks();
  if (now == read_) return context_;
  read_ = std::move(now);  // before reading: a change in between is seen the next time
  try {
    context_ = read(files_);
    if (log_) log_("read the certificate " + files_.certificate.string() + " again");
  } catch (const std::runtime_error& error) {
    if (log_) log_(fmt::format("{}; the one read before stays in use", error.what()));
  }
  return context_;
}

}  // namespace docket::http
