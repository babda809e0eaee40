// The sections of docket.yaml and town.yaml, one function each; only config/ itself includes this.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "config/settings.h"
#include "config/town.h"
#include "config/yaml/reader.h"

namespace docket::parts {

/// Relative paths stand below the configuration folder.
[[nodiscard]] std::filesystem::path below(const std::filesystem::path& folder, const std::string& path);

bool read_path(yaml::Map& map, std::string_view key, const std::filesystem::path& folder, std::filesystem::path& into,
               yaml::Need need = yaml::Need::optional);
/// `{credential: ID}`, `{file: PATH}` or `{env: NAME}`; whatever else stands there is never repeated in a problem.
[[nodiscard]] std::optional<Secret> read_secret_place(yaml::Reader& reader, const yaml::Node& node,
                                                      const std::filesystem::path& folder);
/// `url`, `tls` and `ca`; `scheme` is "imap" or "smtp".
void read_endpoint(yaml::Map& map, const std::string& scheme, const std::filesystem::path& folder, Endpoint& into);
/// `user`, `password`, `oauth2`.
void read_login(yaml::Map& map, const std::filesystem::path& folder, yaml::Need need, Login& into);
[[nodiscard]] bool is_loopback(const std::string& host);

[[nodiscard]] std::vector<SourceSettings> read_sources(yaml::Reader& reader, const yaml::Node& node,
                                                       const std::filesystem::path& folder);
[[nodiscard]] MailSettings read_mail(yaml::Reader& reader, const yaml::Node& node, const std::filesystem::path& folder);

/// `desk`: listeners, TLS, proxy.
void read_desk(yaml::Map& top, const std::filesystem::path& folder, Settings& settings);

/// First and last day, both inside.
using Days = std::pair<std::chrono::year_month_day, std::chrono::year_month_day>;
/// `from` and `to` of a mapping that may hold more; nullopt, with an error, unless both are days in that order.
[[nodiscard]] std::optional<Days> read_days(yaml::Map& map);
[[nodiscard]] CalendarSettings read_calendar(yaml::Reader& reader, const yaml::Node& node);
/// Every office under its id; references among them: check_references().
[[nodiscard]] std::map<std::string, Office> read_offices(yaml::Reader& reader, const yaml::Node& node,
                                                         const std::vector<std::string>& languages);
/// `places`: names alone, or with other ways to write them.
[[nodiscard]] std::vector<NamedPlace> read_places(yaml::Reader& reader, const yaml::Node& node);
/// An office's id at `node`: an error unless the town has it, or `other` is that word.
void check_office(yaml::Reader& reader, const yaml::Node& node, const Town& town, std::string_view other = {});
/// After everything is read, since an office may name one that stands below it: whom offices escalate to and who stands
/// in for them (exists, is another one, and somebody acts on every day), and the fallback.
void check_references(yaml::Reader& reader, const yaml::Node& root, const Town& town);
/// Every service of Open311, in the file's order; whether its address is one of the town's is checked by the caller.
[[nodiscard]] std::vector<Service> read_services(yaml::Reader& reader, const yaml::Node& node,
                                                 const std::vector<std::string>& languages);

/// Appends `own`, in the order of its places; false when it holds an error.
[[nodiscard]] bool hand_over(Problems own, Problems& problems);
/// `version: 1`.
void read_version(yaml::Map& map);
/// A warning at `key` when it is there: accepted and checked, but this release does nothing with it.
void warn_not_built(yaml::Map& map, std::string_view key);
/// An address, or "@domain"; lower-case.
[[nodiscard]] std::optional<std::string> read_address_or_domain(yaml::Reader& reader, const yaml::Node& node);
/// One warning while values of the sample town are left: whatever lies in the reserved domain `example` (RFC 2606).
void warn_of_sample_values(yaml::Reader& reader, const yaml::Node& root);

}  // namespace docket::parts
