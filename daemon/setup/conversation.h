// Who answers the questions: a person at a terminal, a script in a test, or nobody.
#pragma once

#include <optional>
#include <string>

namespace docket::setup {

class Conversation {
 public:
  virtual ~Conversation() = default;
  Conversation() = default;
  Conversation(const Conversation&) = delete;
  Conversation& operator=(const Conversation&) = delete;

  /// False: nobody is there; line() and secret() are not called.
  [[nodiscard]] virtual bool attended() const = 0;
  /// Whole lines, or the beginning of one that the next words go on.
  virtual void say(const std::string& text) = 0;
  /// What was typed, without its line end; nullopt: the person left.
  [[nodiscard]] virtual std::optional<std::string> line(const std::string& prompt) = 0;
  /// The same, and nobody sees it.
  [[nodiscard]] virtual std::optional<std::string> secret(const std::string& prompt) = 0;
};

}  // namespace docket::setup
