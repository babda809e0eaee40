// TLS: 1.2 or later, and a renewed certificate is used from the next connection on.
#include "connectors/http/tls.h"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <vector>

#include "config/digest.h"
#include "connectors/http/server.h"

namespace docket {
namespace {

template <class T, void (*Free)(T*)>
struct Freed {
  void operator()(T* value) const { Free(value); }
};
template <class T, void (*Free)(T*)>
using Owned = std::unique_ptr<T, Freed<T, Free>>;

struct Files {
  std::filesystem::path folder = std::filesystem::temp_directory_path() / ("docket-tls-" + hex(random_octets(6)));
  TlsFiles files{folder / "public.pem", folder / "public.key"};
  Files() { std::filesystem::create_directories(folder); }
  ~Files() { std::filesystem::remove_all(folder); }
  Files(const Files&) = delete;
  Files& operator=(const Files&) = delete;

  /// A certificate for `name`, signed by itself; by rename, as a renewal does it.
  void renew(const char* name) const {
    const Owned<EVP_PKEY, EVP_PKEY_free> key(EVP_EC_gen("P-256"));
    const Owned<X509, X509_free> certificate(X509_new());
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -60);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_set_pubkey(certificate.get(), key.get());
    auto* const subject = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>(name), -1, -1, 0);
    X509_set_issuer_name(certificate.get(), subject);
    REQUIRE(X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0);
    write(files.certificate, [&](FILE* file) { return PEM_write_X509(file, certificate.get()); });
    write(files.key,
          [&](FILE* file) { return PEM_write_PrivateKey(file, key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
  }

  template <class Writer>
  static void write(const std::filesystem::path& path, const Writer& writer) {
    const auto fresh = path.string() + ".new";
    FILE* const file = std::fopen(fresh.c_str(), "w");
    REQUIRE(file != nullptr);
    CHECK(writer(file) == 1);
    std::fclose(file);
    std::filesystem::rename(fresh, path);
  }
};

/// "NAME of the certificate: the answer's first line", or "refused". `newest`: of the client.
std::string ask(unsigned short port, int newest = TLS1_3_VERSION) {
  const int fd = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  REQUIRE(connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
  const Owned<SSL_CTX, SSL_CTX_free> context(SSL_CTX_new(TLS_client_method()));
  SSL_CTX_set_security_level(context.get(), 0);  // so that the client offers old versions at all
  SSL_CTX_set_min_proto_version(context.get(), TLS1_VERSION);
  SSL_CTX_set_max_proto_version(context.get(), newest);
  const Owned<SSL, SSL_free> ssl(SSL_new(context.get()));
  SSL_set_fd(ssl.get(), fd);
  std::string result = "refused";
  if (SSL_connect(ssl.get()) == 1) {
    const Owned<X509, X509_free> certificate(SSL_get1_peer_certificate(ssl.get()));
    char name[64] = "";
    X509_NAME_get_text_by_NID(X509_get_subject_name(certificate.get()), NID_commonName, name, sizeof name);
    const std::string request = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n";
    SSL_write(ssl.get(), request.data(), static_cast<int>(request.size()));
    std::string answer;
    char buffer[1024];
    int size = 0;
    while ((size = SSL_read(ssl.get(), buffer, sizeof buffer)) > 0)
      answer.append(buffer, static_cast<std::size_t>(size));
    // A close without close_notify could be an answer that somebody cut.
    const bool whole = SSL_get_error(ssl.get(), size) == SSL_ERROR_ZERO_RETURN;
    result = std::string(name) + ": " + answer.substr(0, answer.find('\r')) + (whole ? "" : " cut");
  }
  close(fd);
  return result;
}

}  // namespace

TEST_CASE("tls: served from 1.2 on, and renewed without a restart") {
  const Files files;
  files.renew("first");
  std::vector<std::string> log;
  HttpDoor door;
  door.listen.address = "127.0.0.1";
  door.tls = files.files;
  door.log = [&](const std::string& line) { log.push_back(line); };
  const auto server = HttpServer::listen(door, {}, [](const HttpRequest&) {
    return HttpResponse{200, "text/plain", "hello"};
  });
  CHECK(ask(server->port()) == "first: HTTP/1.1 200 OK");
  CHECK(ask(server->port(), TLS1_2_VERSION) == "first: HTTP/1.1 200 OK");
  CHECK(ask(server->port(), TLS1_1_VERSION) == "refused");
  files.renew("second");
  CHECK(ask(server->port()) == "second: HTTP/1.1 200 OK");
  std::filesystem::remove(files.files.key);  // half of a renewal
  CHECK(ask(server->port()) == "second: HTTP/1.1 200 OK");
  files.renew("third");
  CHECK(ask(server->port()) == "third: HTTP/1.1 200 OK");
  server->stop();
  REQUIRE(log.size() == 3);
  CHECK(log[1].find("cannot use the key") == 0);
  CHECK(log[1].find("stays in use") != std::string::npos);
}

TEST_CASE("tls: a certificate that cannot be used is refused at the start, with the file's name") {
  const Files files;
  CHECK_THROWS_WITH_AS(http::Certificate(files.files, {}), doctest::Contains(files.files.certificate.c_str()),
                       std::runtime_error);
  files.renew("one");
  const auto key = files.folder / "other.key";
  std::filesystem::rename(files.files.key, key);
  files.renew("two");
  CHECK_THROWS_WITH_AS(http::Certificate({files.files.certificate, key}, {}), doctest::Contains("cannot use the key"),
                       std::runtime_error);
}

}  // namespace docket
