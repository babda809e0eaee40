// How a command gets its answer: from the running daemon, or, for what only reads, from the book itself.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>
#include <tl/expected.hpp>

#include "config/load.h"
#include "connectors/http/server.h"
#include "daemon/casebook/reader.h"
#include "daemon/commands/commands.h"

namespace docket {

/// Where docket.yaml says the daemon and its book are; the error is the exit code, its reason on standard error.
[[nodiscard]] tl::expected<Paths, int> paths_of(const Common& common);
/// GET: from the daemon; without one the book is opened read-only as the owner of the data folder (root switches to
/// it first). The error is the exit code; its reason stands on standard error by then.
[[nodiscard]] tl::expected<nlohmann::json, int> ask_reading(const Common& common, const std::string& path,
                                                            const std::map<std::string, std::string>& query);
/// How a question is answered where no daemon runs: from the book, opened read-only.
using FromBook = std::function<HttpResponse(const HttpRequest& request, BookReader& book)>;
/// The same for any question that changes nothing.
[[nodiscard]] tl::expected<nlohmann::json, int> ask_or_read(const Common& common, const HttpRequest& request,
                                                            const FromBook& from_book);
/// POST: only the daemon.
[[nodiscard]] tl::expected<nlohmann::json, int> ask_changing(const Common& common, const std::string& path,
                                                             const std::map<std::string, std::string>& query,
                                                             const std::string& body = {});

/// "30d", a day or a time in RFC 3339, as the time it means; the error is the exit code.
[[nodiscard]] tl::expected<std::string, int> since_of(const std::string& option);

/// The whole of a file, or of standard input for "-".
[[nodiscard]] tl::expected<std::string, std::string> read_octets(const std::string& file);
void print_json(const nlohmann::json& value);
/// These members of an object, a line each; all of them when none are named.
void print_members(const nlohmann::json& value, const std::vector<std::string>& names = {});
/// A member that is a text of its own, below an empty line; empty where it is null.
void print_text(const nlohmann::json& value, const std::string& name);
/// Rows of objects as an aligned table with these members as columns.
void print_table(const nlohmann::json& rows, const std::vector<std::string>& columns);
void complain(const std::string& text);
/// What is wrong with the configuration, a line each with its place, on standard error.
void print_problems(const Problems& problems);
/// Control characters of stored or foreign text never reach a terminal.
[[nodiscard]] std::string shown(const std::string& text);

}  // namespace docket
