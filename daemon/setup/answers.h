// What was answered so far, by option or by word of mouth, and what follows from it where nothing was.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "daemon/setup/provider.h"

namespace docket::setup {

/// Where the set-up runs.
struct Surroundings {
  std::filesystem::path folder;  ///< absolute: where the configuration will stand
  std::string time_zone;         ///< the machine's; empty where it is not known or is UTC, which is no town's own
  bool for_service = false;      ///< root sets up for the user docket: secrets become systemd credentials
  std::string operators_group;   ///< docket-clerks where the machine has that group and the service is meant
  bool attended = false;         ///< a person answers
  bool tested = true;            ///< answers are tried on the servers
};

class Answers {
 public:
  explicit Answers(Surroundings surroundings) : surroundings_(std::move(surroundings)) {}

  void give(const std::string& id, std::string value) { given_[id] = std::move(value); }
  void forget(const std::string& id) { given_.erase(id); }
  [[nodiscard]] bool given(const std::string& id) const { return given_.contains(id); }
  /// The answer given, else the usual one; nullopt where only a person can know.
  [[nodiscard]] std::optional<std::string> value(const std::string& id) const;
  /// The same, "" for none.
  [[nodiscard]] std::string text(const std::string& id) const { return value(id).value_or(""); }
  /// Several in one answer, a line each.
  [[nodiscard]] std::vector<std::string> list(const std::string& id) const;

  void note(MailHosts hosts) { hosts_ = std::move(hosts); }
  [[nodiscard]] const MailHosts& hosts() const { return hosts_; }
  [[nodiscard]] const Surroundings& surroundings() const { return surroundings_; }
  /// By the mailbox's server where one is named, else by the domain; nullptr: any other.
  [[nodiscard]] const Provider* provider() const;
  [[nodiscard]] bool oauth2() const { return text("login") == "oauth2"; }
  /// Of the first generic address.
  [[nodiscard]] std::string domain() const;

 private:
  Surroundings surroundings_;
  MailHosts hosts_;
  std::map<std::string, std::string> given_;
};

/// "info@town.ca" or "ward2@town.ca=ward-2": a generic address, and the office it stands for where that is said.
struct GenericAddress {
  std::string address;
  std::string office;
};
[[nodiscard]] GenericAddress generic_address(std::string_view answer);

/// "roads=Roads / Routes <roads-office@town.ca>": a name for each of the town's languages, or one for all. Without an
/// id it is made of the name.
struct OfficeAnswer {
  std::string id;
  std::vector<std::string> names;
  std::string address;
};
[[nodiscard]] std::optional<OfficeAnswer> office_answer(std::string_view answer, std::size_t languages);
/// One text for each language, with " / " between; one for all where there are more or fewer.
[[nodiscard]] std::vector<std::string> in_languages(std::string_view answer, std::size_t languages);
/// Lower-case letters, digits and '-' of any name; may be empty.
[[nodiscard]] std::string plain_name(std::string_view name);

/// "imaps://mail.town.ca:993" → "mail.town.ca"
[[nodiscard]] std::string host_of(std::string_view server);
[[nodiscard]] std::string domain_of(std::string_view address);

}  // namespace docket::setup
