// A town whose every question has an answer, and a conversation that a test scripts.
#pragma once

#include <deque>
#include <map>
#include <string>

#include "config/load.h"
#include "config/text.h"
#include "daemon/setup/answers.h"
#include "daemon/setup/conversation.h"
#include "daemon/setup/draft.h"

namespace docket::setup {

inline const Time kNow = *parse_rfc3339("2026-11-25T12:00:00Z");

inline Surroundings brant_here() {
  Surroundings here;
  here.folder = "/srv/brant";
  here.time_zone = "America/Toronto";
  return here;
}

inline Answers brant(const std::map<std::string, std::string>& more = {}, const Surroundings& here = brant_here()) {
  Answers answers(here);
  answers.give("address", "info@brant.ca");
  answers.give("imap-url", "imaps://mail.brant.ca");
  answers.give("smtp-url", "smtps://mail.brant.ca");
  answers.give("imap-password", "opensesame");
  for (const auto& [id, value] : more) answers.give(id, value);
  return answers;
}

/// All problems of the draft, a line each; "" where `check --strict` is content.
inline std::string problems_of(const Answers& answers) {
  std::string text;
  for (const auto& problem : check_draft(draft_files(answers), answers, kNow)) text += to_string(problem) + "\n";
  return text;
}

inline std::optional<Town> town_of(const Answers& answers) {
  Problems problems;
  return load_town({"town.yaml", town_yaml(answers)}, kNow, problems);
}

inline std::optional<Settings> settings_of(const Answers& answers) {
  Problems problems;
  return load_settings({"docket.yaml", docket_yaml(answers)}, answers.surroundings().folder, problems);
}

/// Types these lines one after the other and leaves when there are no more.
class Script : public Conversation {
 public:
  explicit Script(std::deque<std::string> lines, bool attended = true)
      : lines_(std::move(lines)), attended_(attended) {}
  [[nodiscard]] bool attended() const override { return attended_; }
  void say(const std::string& text) override { heard += text; }
  [[nodiscard]] std::optional<std::string> line(const std::string& prompt) override {
    heard += prompt;
    if (lines_.empty()) return std::nullopt;
    auto next = lines_.front();
    lines_.pop_front();
    heard += next + "\n";
    return next;
  }
  [[nodiscard]] std::optional<std::string> secret(const std::string& prompt) override {
    auto answer = line(prompt);
    if (answer) heard.erase(heard.size() - answer->size() - 1);
    return answer;
  }
  [[nodiscard]] bool said(const std::string& words) const { return heard.find(words) != std::string::npos; }
  [[nodiscard]] bool done() const { return lines_.empty(); }

  std::string heard;

 private:
  std::deque<std::string> lines_;
  bool attended_;
};

}  // namespace docket::setup
