// docket rules compare DIR: stored letters through the set that runs and another one, page by page.
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "daemon/casebook/files_json.h"
#include "daemon/commands/ask.h"
#include "daemon/commands/commands.h"
#include "daemon/commands/comparing.h"
#include "daemon/commands/progress.h"
#include "daemon/compare/answers.h"
#include "daemon/control/reading.h"

namespace docket {
namespace {

using nlohmann::json;

constexpr const char* kPage = "500";

/// Adds a page's letters to those of the pages before it.
void add_page(json& sum, const json& page) {
  if (sum.is_null()) {
    sum = page;
    return;
  }
  for (const auto* key : {"letters", "differ", "losing_addressed", "newly_ignored", "unreadable"}) {
    sum[key] = sum.value(key, 0) + page.value(key, 0);
  }
  for (const auto& one : page["cases"]) sum["cases"].push_back(one);
  std::map<std::pair<std::string, std::string>, int> moves;
  const auto count = [&](const json& part) {
    for (const auto& move : part["moves"]) {
      moves[{move.value("before", ""), move.value("after", "")}] += move.value("letters", 0);
    }
  };
  count(sum);
  count(page);
  sum["moves"] = json::array();
  for (const auto& [move, letters] : moves) {
    sum["moves"].push_back({{"before", move.first}, {"after", move.second}, {"letters", letters}});
  }
}

/// Where no daemon runs, what lies in the configuration folder is what would.
class WithoutDaemon {
 public:
  explicit WithoutDaemon(std::shared_ptr<const Configuration> running) : running_(std::move(running)) {}
  HttpResponse operator()(const HttpRequest& request, BookReader& book) {
    if (running_ == nullptr)
      return error_answer(409, kWrongUse, "the rules on disk are refused; `docket check` says why");
    return answer_comparing(request, book, *running_, other_, SystemClock().now());
  }

 private:
  std::shared_ptr<const Configuration> running_;
  OtherSet other_;
};

tl::expected<json, int> compare_pages(const Common& common, const json& files, const std::string& since) {
  Problems ignored;
  WithoutDaemon from_book(load_configuration(common.config, SystemClock().now(), ignored, Examples::left_out));
  Progress progress("letters");
  json sum;
  HttpRequest request;
  request.method = "POST";
  request.path = "/compare";
  request.query = {{"since", since}, {"limit", kPage}};
  request.body = files.dump();
  while (true) {
    auto page = ask_or_read(common, request, std::ref(from_book));
    if (!page || page->is_array()) return page;  // the problems of the other set
    add_page(sum, *page);
    progress.show(sum.value("letters", std::size_t{0}), sum["total"].get<std::size_t>());
    if ((*page)["next"].is_null()) break;
    request.query["after"] = (*page)["next"].get<std::string>();
  }
  sum.erase("next");
  sum.erase("total");
  return sum;
}

}  // namespace

int compare_rules(const Common& common, const RulesOptions& options) {
  Problems problems;
  const auto files = read_other_files(options.folder, problems);
  if (!files) {
    print_problems(problems);
    return kWrongUse;
  }
  const auto since = since_of(options.since);
  if (!since) return since.error();
  const auto comparison = compare_pages(common, to_json(*files), *since);
  if (!comparison) return comparison.error();
  if (common.json) print_json(*comparison);
  if (comparison->is_array()) {
    if (!common.json) print_problem_list(*comparison);
    return kWrongUse;
  }
  if (!common.json) print_comparison(*comparison);
  return comparison->value("differ", 0) > 0 ? kNo : kDone;
}

}  // namespace docket
