// A private Dovecot for tests: own folder, own ports, own certificate; ended by its pid. Works as root and as anybody.
// Every user logs in with the password "secret".
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

class Dovecot {
 public:
  /// Throws std::runtime_error with what to do when Dovecot is not installed or does not start.
  Dovecot();
  ~Dovecot();
  Dovecot(const Dovecot&) = delete;
  Dovecot& operator=(const Dovecot&) = delete;

  [[nodiscard]] std::uint16_t imap_port() const { return imap_port_; }  ///< plain and STARTTLS
  [[nodiscard]] std::uint16_t imaps_port() const { return imaps_port_; }
  [[nodiscard]] std::filesystem::path certificate() const { return root_ / "cert.pem"; }
  /// An authority that signed nothing here.
  [[nodiscard]] std::filesystem::path other_certificate() const { return root_ / "other.pem"; }

  /// `date` as INTERNALDATE writes it; empty: now. Makes the folder when there is none.
  void deliver(const std::string& user, const std::string& octets, const std::string& folder = "INBOX",
               const std::string& date = {}, const std::string& flags = {}) const;
  void make_folder(const std::string& user, const std::string& folder) const;
  /// Looking changes nothing (EXAMINE).
  [[nodiscard]] std::map<std::uint32_t, std::set<std::string>> flags(const std::string& user,
                                                                     const std::string& folder = "INBOX") const;
  void set_uid_validity(const std::string& user, std::uint32_t value, const std::string& folder = "INBOX") const;
  [[nodiscard]] std::string log() const;

 private:
  void configure() const;
  void run(const std::vector<std::string>& command) const;
  [[nodiscard]] bool answers() const;
  void end();

  std::string binary_;
  std::filesystem::path root_;
  std::uint16_t imap_port_ = 0;
  std::uint16_t imaps_port_ = 0;
  pid_t process_ = -1;
};
