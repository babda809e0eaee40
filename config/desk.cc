// The listeners of docket.yaml: what residents and senders reach, what staff reach.
#include "config/listen.h"
#include "config/parts.h"

namespace docket::parts {
namespace {

using yaml::Need;

/// Letters and names of residents would go over a network that others can read.
void warn_of_open_network(yaml::Reader& reader, const yaml::Node& node, const Listen& listen, bool encrypted) {
  if (listen.is_loopback() || encrypted) return;
  reader.warning(node, "what residents write would cross the network unencrypted",
                 "listen on 127.0.0.1 behind a proxy of this machine, or give 'tls'");
}

std::optional<Listen> read_listen(yaml::Map& map, std::string_view key, bool encrypted) {
  std::string text;
  if (!map.text(key, text)) return std::nullopt;
  const auto& node = *map.find(key);
  const auto listen = parse_listen(text);
  if (!listen) {
    map.reader().error(node, listen.error(), "write for example 127.0.0.1:8311 or unix:/run/docket/public.sock");
    return std::nullopt;
  }
  warn_of_open_network(map.reader(), node, *listen, encrypted);
  return *listen;
}

std::optional<TlsFiles> read_tls(yaml::Map& desk, const std::filesystem::path& folder) {
  const auto* node = desk.find("tls");
  if (node == nullptr) return std::nullopt;
  yaml::Map map(desk.reader(), *node);
  TlsFiles files;
  read_path(map, "certificate", folder, files.certificate, Need::required);
  read_path(map, "key", folder, files.key, Need::required);
  map.finish();
  return files;
}

/// Both say how the public listener is reached.
void check_public(yaml::Map& desk) {
  for (const char* key : {"tls", "proxy"}) {
    if (desk.find(key) != nullptr && desk.find("public") == nullptr) {
      desk.reader().error(*desk.find(key),
                          std::string("'") + key + "' is of the public listener, which is missing here",
                          "give 'public' too, for example public: 127.0.0.1:8311");
    }
  }
}

}  // namespace

void read_desk(yaml::Map& top, const std::filesystem::path& folder, Settings& settings) {
  const auto* node = top.find("desk");
  if (node == nullptr) return;
  auto& reader = top.reader();
  yaml::Map map(reader, *node);
  settings.desk_tls = read_tls(map, folder);
  settings.desk_public = read_listen(map, "public", settings.desk_tls.has_value());
  settings.desk_staff = read_listen(map, "staff", false);
  if (settings.desk_staff && !settings.desk_staff->is_loopback()) {
    reader.error(*map.find("staff"), "staff are known by their machine: this would answer anybody",
                 "write 127.0.0.1 with a port, or unix:/run/docket/desk.sock");
  }
  map.boolean("proxy", settings.desk_proxy);
  if (settings.desk_public && settings.desk_public == settings.desk_staff) {
    reader.error(*map.find("staff"), "staff and the public cannot share a door", "give each its own port");
  }
  if (map.text("public_url", settings.desk_public_url) && !settings.desk_public_url.starts_with("https://") &&
      !settings.desk_public_url.starts_with("http://")) {
    reader.error(*map.find("public_url"), "expected a url", "write for example https://letters.town.example");
  }
  check_public(map);
  map.finish();
}

}  // namespace docket::parts
