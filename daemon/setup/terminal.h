// The conversation at a terminal; where standard input is none, words still go to standard error and nothing is asked.
#pragma once

#include "daemon/setup/conversation.h"

namespace docket::setup {

class Terminal : public Conversation {
 public:
  /// `ask`: false where the person wants no questions.
  explicit Terminal(bool ask);
  [[nodiscard]] bool attended() const override { return attended_; }
  void say(const std::string& text) override;
  [[nodiscard]] std::optional<std::string> line(const std::string& prompt) override;
  [[nodiscard]] std::optional<std::string> secret(const std::string& prompt) override;

 private:
  bool attended_;
};

}  // namespace docket::setup
