// docket backup and docket restore: the case book and its keys as one file, and back.
#include "daemon/casebook/backup.h"

#include <fmt/format.h>
#include <unistd.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "config/text.h"
#include "connectors/http/peer.h"
#include "daemon/commands/ask.h"
#include "daemon/commands/commands.h"
#include "daemon/commands/progress.h"
#include "daemon/control/client.h"

namespace docket {
namespace {

using nlohmann::json;

json shown_backup(const Backup& backup, const std::string& file) {
  return {{"file", file},
          {"size", backup.size},
          {"letters", backup.letters},
          {"at", rfc3339(backup.at)},
          {"head", backup.head}};
}

int refused(const Refusal& refusal) {
  complain(refusal.text);
  return refusal.exit_code;
}

/// The copy is good whether the daemon can note it or not. A daemon that does not run notes nothing, then or later.
void tell_daemon(const Paths& paths, const Backup& backup, const std::string& file) {
  auto told = shown_backup(backup, std::filesystem::absolute(file).string());
  told["events"] = backup.events;
  const auto answer =
      ask_daemon(paths.control, "POST", "/backed-up", {}, told.dump(-1, ' ', false, json::error_handler_t::replace));
  if (answer ? answer->status == 200 : answer.error() == ControlError::not_running) return;
  complain("the backup is made, but the daemon could not note it: its age is not watched");
}

void print_made(const Common& common, const DatedBackup& made, bool in_folder) {
  const auto& backup = made.backup;
  if (common.json) {
    auto shown = shown_backup(backup, made.file.string());
    if (in_folder) shown["removed"] = json::array();
    for (const auto& file : made.removed) shown["removed"].push_back(file.string());
    print_json(shown);
    return;
  }
  std::cout << fmt::format("{}: {} letters, {} octets, as at {}; audit head {}\n", made.file.string(), backup.letters,
                           backup.size, rfc3339(backup.at), backup.head);
  for (const auto& file : made.removed) std::cout << fmt::format("removed: {}\n", file.string());
}

}  // namespace

int run_backup(const Common& common, const BackupOptions& options) {
  const auto paths = paths_of(common);
  if (!paths) return paths.error();
  const auto made = [&]() -> tl::expected<DatedBackup, Refusal> {
    Progress progress("pages");
    const auto show = [&](std::size_t done, std::size_t total) { progress.show(done, total); };
    if (!options.into.empty()) return make_dated_backup(paths->data, options.into, options.keep, SystemClock(), show);
    auto backup = make_backup(paths->data, options.file, SystemClock(), show);
    if (!backup) return tl::unexpected(backup.error());
    return DatedBackup{*backup, options.file, {}, ""};
  }();
  if (!made) return refused(made.error());
  tell_daemon(*paths, made->backup, made->file.string());
  print_made(common, *made, !options.into.empty());
  if (made->trouble.empty()) return kDone;
  complain("the backup is made, but " + made->trouble);
  return kTryLater;
}

int run_restore(const Common& common, const RestoreOptions& options) {
  const auto restored = [&] {
    Progress progress("pages");
    return restore_backup(options.file, options.folder, http::login_of(geteuid()), SystemClock().now(),
                          [&](std::size_t done, std::size_t total) { progress.show(done, total); });
  }();
  if (!restored) return refused(restored.error());
  auto numbers = json::object();
  std::string from;
  for (const auto& [year, number] : restored->numbers) {
    numbers[std::to_string(year)] = number;
    from += fmt::format("{}{}-{:06}", from.empty() ? "" : ", ", year, number);
  }
  if (common.json) {
    auto shown = shown_backup(restored->backup, options.file);
    shown["data"] = options.folder;
    shown["numbers"] = numbers;
    shown["waiting"] = restored->waiting;
    print_json(shown);
    return kDone;
  }
  std::cout << fmt::format(
      "{} is the case book as at {}: {} letters, audit head {}.\n"
      "Case numbers go on from {}: none that was issued since comes again.\n"
      "{} letters out wait for a person, since they may have been sent; so will those that letters cause which came "
      "before now:\ndocket outbox list --state uncertain, then docket outbox resolve --restored --sent|--not-sent.\n"
      "Letters that were moved out of a mailbox or a Maildir's new/ since then must be moved back to be taken again.\n",
      options.folder, rfc3339(restored->backup.at), restored->backup.letters, restored->backup.head, from,
      restored->waiting);
  return kDone;
}

}  // namespace docket
