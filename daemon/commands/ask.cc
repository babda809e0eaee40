#include "daemon/commands/ask.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "config/load.h"
#include "config/quantity.h"
#include "config/text.h"
#include "daemon/control/client.h"
#include "daemon/control/reading.h"
#include "daemon/owner.h"

namespace docket {
namespace {

using nlohmann::json;

/// The town as on disk, else as last accepted: reading the book must work whatever a clerk is editing.
std::optional<Town> town_for_reading(const Common& common, BookReader& book) {
  Problems ignored;
  const auto now = SystemClock().now();
  if (const auto files = read_town_files(common.config, ignored)) {
    if (auto town = load_town(files->town, now, ignored)) return town;
  }
  const auto kept = book.last_accepted();
  return kept ? load_town(kept->town, now, ignored) : std::nullopt;
}

tl::expected<json, int> parsed(int status, const std::string& body) {
  auto value = json::parse(body, nullptr, false);
  if (status == 200 && !value.is_discarded()) return value;
  if (value.is_array()) return value;  // the problems of a refused reload
  if (!value.is_object()) {
    complain(fmt::format("the daemon answered {}", status));
    return tl::unexpected(status == 503 ? kTryLater : kInternal);
  }
  complain(value.value("error", "the daemon answered with an error"));
  return tl::unexpected(value.value("exit", kInternal));
}

/// Where no daemon runs: as the owner of the book.
tl::expected<json, int> read_book(const Paths& paths, const HttpRequest& request, const FromBook& from_book) {
  if (request.query.count("member_records") > 0) {
    complain("members' records are shown only by the running daemon, which keeps who asked and why");
    return tl::unexpected(kDaemonNeeded);
  }
  if (!become_owner_of(paths.data)) {
    complain("cannot become the owner of " + paths.data.string());
    return tl::unexpected(kInternal);
  }
  auto book = BookReader::open(paths.data);
  if (!book) {
    complain(book.error());
    return tl::unexpected(kDaemonNeeded);
  }
  const auto response = from_book(request, **book);
  return parsed(response.status, response.body);
}

tl::expected<json, int> unreachable(ControlError error, const Paths& paths) {
  if (error == ControlError::refused) {
    complain("you may not use " + paths.control.string() + " (operators: in docket.yaml says who may)");
    return tl::unexpected(kWrongUse);
  }
  complain(error == ControlError::not_running ? "docket is not running" : "the daemon did not answer");
  return tl::unexpected(error == ControlError::not_running ? kDaemonNeeded : kTryLater);
}

}  // namespace

tl::expected<Paths, int> paths_of(const Common& common) {
  Problems problems;
  const auto file = read_settings_file(common.config, problems);
  if (file) {
    if (auto paths = load_paths(*file, common.config)) return std::move(*paths);
    (void)load_settings(*file, common.config, problems);  // says what is wrong with them
  }
  for (const auto& problem : problems) complain(to_string(problem));
  return tl::unexpected(kWrongUse);
}

tl::expected<json, int> ask_or_read(const Common& common, const HttpRequest& request, const FromBook& from_book) {
  const auto paths = paths_of(common);
  if (!paths) return tl::unexpected(paths.error());
  const auto answer = ask_daemon(paths->control, request.method, request.path, request.query, request.body);
  if (answer) return parsed(answer->status, answer->body);
  if (answer.error() == ControlError::not_running) return read_book(*paths, request, from_book);
  return unreachable(answer.error(), *paths);
}

tl::expected<json, int> ask_reading(const Common& common, const std::string& path,
                                    const std::map<std::string, std::string>& query) {
  HttpRequest question;
  question.method = "GET";
  question.path = path;
  question.query = query;
  return ask_or_read(common, question, [&](const HttpRequest& request, BookReader& book) {
    const auto town = town_for_reading(common, book);
    if (!town) return error_answer(409, kWrongUse, "town.yaml cannot be read; `docket check` says why");
    return answer_reading(request, book, *town, Calendar(town->calendar, town->time_zone), SystemClock().now(), false);
  });
}

tl::expected<json, int> ask_changing(const Common& common, const std::string& path,
                                     const std::map<std::string, std::string>& query, const std::string& body) {
  const auto paths = paths_of(common);
  if (!paths) return tl::unexpected(paths.error());
  const auto answer = ask_daemon(paths->control, "POST", path, query, body);
  if (answer) return parsed(answer->status, answer->body);
  return unreachable(answer.error(), *paths);
}

tl::expected<std::string, int> since_of(const std::string& option) {
  if (option.empty()) return std::string();
  if (const auto span = parse_duration(option)) return rfc3339(SystemClock().now() - *span);
  if (const auto time = parse_rfc3339(option)) return rfc3339(*time);
  complain("--since wants 30d, 12h, a day (2026-11-23) or a time in RFC 3339, not '" + option + "'");
  return tl::unexpected(kWrongUse);
}

tl::expected<std::string, std::string> read_octets(const std::string& file) {
  if (file == "-") return std::string(std::istreambuf_iterator<char>(std::cin), {});
  std::ifstream in(file, std::ios::binary);
  std::string octets(std::istreambuf_iterator<char>(in), {});
  if (!in.is_open() || in.bad()) return tl::unexpected("cannot read " + file);
  return octets;
}

void print_json(const json& value) { std::cout << value.dump(2, ' ', false, json::error_handler_t::replace) << "\n"; }

void print_problems(const Problems& problems) {
  for (const auto& problem : problems) std::cerr << to_string(problem) << "\n";
}

void complain(const std::string& text) { std::cerr << "docket: " << text << "\n"; }

std::string shown(const std::string& text) {
  std::string clean = text;
  std::replace_if(
      clean.begin(), clean.end(), [](char c) { return (c >= 0 && c < 0x20 && c != '\n' && c != '\t') || c == 0x7F; },
      '?');
  return clean;
}

void print_members(const json& value, const std::vector<std::string>& names) {
  std::vector<std::string> wanted = names;
  if (wanted.empty()) {
    for (const auto& [name, member] : value.items()) wanted.push_back(name);
  }
  for (const auto& name : wanted) {
    const auto& member = value.contains(name) ? value[name] : json();
    const auto text = member.is_null() ? "-" : shown(member.is_string() ? member.get<std::string>() : member.dump());
    std::cout << fmt::format("{:13} {}\n", name, text);
  }
}

void print_text(const json& value, const std::string& name) {
  const auto& text = value[name];
  std::cout << "\n" << (text.is_string() ? shown(text.get<std::string>()) : "") << "\n";
}

void print_table(const json& rows, const std::vector<std::string>& columns) {
  std::vector<std::vector<std::string>> cells{columns};
  for (const auto& row : rows) {
    auto& line = cells.emplace_back();
    for (const auto& column : columns) {
      const auto& value = row.contains(column) ? row[column] : json();
      line.push_back(value.is_null() ? "-" : shown(value.is_string() ? value.get<std::string>() : value.dump()));
      std::replace(line.back().begin(), line.back().end(), '\n', ' ');
    }
  }
  std::vector<std::size_t> widths(columns.size());
  for (const auto& line : cells) {
    for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], count_characters(line[i]));
  }
  for (const auto& line : cells) {
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
      text += line[i] + std::string(widths[i] - count_characters(line[i]) + 2, ' ');
    }
    std::cout << text.substr(0, text.find_last_not_of(' ') + 1) << "\n";
  }
}

}  // namespace docket
