#include "daemon/desk/settled_page.h"

#include <nlohmann/json.hpp>

#include "config/text.h"
#include "connectors/http/form.h"
#include "daemon/desk/page.h"
#include "daemon/desk/pages.h"
#include "daemon/desk/settled_words.h"

namespace docket {
namespace {

using nlohmann::json;

constexpr std::size_t kMostCharacters = 2000;
constexpr const char* kNotYet = "not-yet";  // in addresses and forms; in the book it is two words

/// What somebody sent, or the link says already.
struct Sent {
  std::string key;
  std::string answer;  ///< "yes", "not-yet" or empty
  std::string words;
};

std::string valid_answer(std::string_view text) { return text == "yes" || text == kNotYet ? std::string(text) : ""; }

std::string text_of(const HttpRequest& request, const std::string& name) {
  const auto found = request.query.find(name);
  return found == request.query.end() ? std::string() : found->second;
}

Sent in_link(const HttpRequest& request) {
  return {text_of(request, "key"), valid_answer(text_of(request, "answer")), ""};
}

Sent in_form(const HttpRequest& request) {
  const auto form = parse_form(request.body, request.header("content-type"));
  if (!form) return {};
  return {std::string(form->value("key")), valid_answer(form->value("answer")),
          to_valid_utf8(trim(form->value("words")))};
}

json values_of(const Asked& asked, const std::string& language, const Town& town) {
  const Office* office = asked.kind == Asked::Kind::consent ? town.office(asked.office) : nullptr;
  json values =
      settled_words(language, asked.kind, office == nullptr ? "" : office->name.in(language, town.default_language));
  add_common_values(values, language, town);
  values["number"] = asked.number;
  return values;
}

HttpResponse page(int status, const json& values) {
  auto response = html_page(pages::settled(), status, values);
  response.headers["Cache-Control"] = "no-store";
  return response;
}

HttpResponse over(const std::string& language, const Town& town) {
  json values = settled_words(language, Asked::Kind::settled, "");
  values["title"] = over_title(language);
  add_common_values(values, language, town);
  values["over"] = over_words(language);
  return page(404, values);
}

HttpResponse question(int status, const Asked& asked, const Sent& sent, const std::string& problem,
                      const std::string& language, const Town& town) {
  json values = values_of(asked, language, town);
  values["form"] = true;
  values["key"] = sent.key;
  values["answer"] = sent.answer;
  values["words"] = sent.words;
  values["problem"] = problem;
  values["yes"] = sent.answer == "yes";
  values["not_yet"] = sent.answer == kNotYet;
  if (!asked.given.empty()) values["given"] = values[asked.given == "yes" ? "words_yes" : "words_not_yet"];
  return page(status, values);
}

HttpResponse thanks(const Asked& asked, const std::string& language, const Town& town) {
  json values = values_of(asked, language, town);
  values["done"] = thanks_words(language, asked.kind, asked.given);
  return page(200, values);
}

}  // namespace

std::optional<Asked> SettledPage::asked(const std::string& key) {
  const std::lock_guard lock(mutex_);
  return reader_->asked(key, book_.keys());
}

HttpResponse SettledPage::answer(const HttpRequest& request, const Configuration& configuration) {
  if (request.method == "POST") return post(request, configuration);
  if (request.method != "GET" && request.method != "HEAD")
    return {405, "text/plain", "GET or POST\n", {{"Allow", "GET, POST"}}};
  const Town& town = *configuration.town;
  const Sent sent = in_link(request);
  const auto asked_for = asked(sent.key);
  if (!asked_for) return over(page_language(request, town), town);
  return question(200, *asked_for, sent, "", page_language(request, town, asked_for->languages), town);
}

HttpResponse SettledPage::post(const HttpRequest& request, const Configuration& configuration) {
  const Town& town = *configuration.town;
  const Sent sent = in_form(request);
  const auto asked_for = asked(sent.key);
  const auto language = page_language(request, town, asked_for ? asked_for->languages : std::vector<std::string>());
  if (!asked_for) return over(language, town);
  const auto refused = [&](int status, SettledProblem problem) {
    return question(status, *asked_for, sent, problem_words(language, problem), language, town);
  };
  if (sent.answer.empty()) return refused(400, SettledProblem::no_answer);
  if (count_characters(sent.words) > kMostCharacters) return refused(400, SettledProblem::too_long);
  const auto kept =
      book_.answer(sent.key, sent.answer == kNotYet ? "not yet" : "yes", sent.words, {town, *configuration.calendar});
  if (kept) return thanks(*kept, language, town);
  return kept.error().exit_code == 1 ? over(language, town) : refused(503, SettledProblem::later);
}

}  // namespace docket
