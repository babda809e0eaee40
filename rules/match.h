// What a condition found in a letter, and the letter in the forms that conditions compare.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "config/calendar.h"
#include "config/town.h"
#include "connectors/letter.h"
#include "rules/phrase.h"

namespace docket {

struct Condition;
struct Value;
enum class Field;

/// One text of a letter; its forms are made when first asked for. For one thread.
class FormedText {
 public:
  /// `key`: of an address, as addresses compare; empty for other texts.
  explicit FormedText(std::string_view original, std::string key = {}) : original_(original), key_(std::move(key)) {}

  [[nodiscard]] std::string_view original() const { return original_; }
  [[nodiscard]] const std::string& key() const { return key_; }
  /// Folded, or exact; without white space at the ends.
  [[nodiscard]] const std::string& form(bool exact) const;
  [[nodiscard]] const std::string& words(bool exact) const;
  /// Of words(exact).
  [[nodiscard]] const WordSet& word_set(bool exact) const;
  /// What stands at [begin, end) of form(exact), or of words(exact), in the letter's own spelling: one line, at most
  /// 100 characters.
  [[nodiscard]] std::string seen(std::size_t begin, std::size_t end, bool exact, bool in_words) const;

 private:
  [[nodiscard]] std::string_view source() const { return key_.empty() ? original_ : std::string_view(key_); }

  std::string_view original_;
  std::string key_;
  mutable std::optional<std::string> folded_, exact_, folded_words_, exact_words_;
  mutable std::unique_ptr<const WordSet> folded_set_, exact_set_;
  mutable std::size_t lead_ = 0;  ///< 1 when the folded text began with a space, which form() leaves out
};

/// The outcome of one condition; what was seen is only put into words when someone asks.
struct Match {
  bool matched = false;
  const Value* value = nullptr;      ///< which of several
  const FormedText* text = nullptr;  ///< where, with the stretch below
  std::size_t begin = 0;
  std::size_t end = 0;
  bool exact = false;
  bool in_words = false;
  std::string plain;  ///< what was seen where no text is; also of what did not match, where that helps

  [[nodiscard]] std::string seen() const;
};

/// A letter as conditions look at it. Holds forms of its texts, so it lives as long as one judgement.
class LetterView {
 public:
  /// All outlive the view. `channel`: what counts as the letter's channel.
  LetterView(const Letter& letter, const Town& town, const Calendar& calendar, std::string channel);
  ~LetterView() = default;
  LetterView(const LetterView&) = delete;
  LetterView& operator=(const LetterView&) = delete;

  [[nodiscard]] const Letter& letter() const { return letter_; }
  [[nodiscard]] const Town& town() const { return town_; }
  [[nodiscard]] const Calendar& calendar() const { return calendar_; }
  /// The time of receipt; 1970 when unknown.
  [[nodiscard]] Time received() const { return letter_.received.value_or(Time{}); }
  /// The texts that a condition's field names: none when the letter has none.
  [[nodiscard]] std::span<const FormedText> texts(const Condition& condition) const;
  /// The same of a field; `quoted`: of `body` and `text`, `label`: of `header` and `line`.
  [[nodiscard]] std::span<const FormedText> texts(Field field, bool quoted, const std::string& label) const;

 private:
  [[nodiscard]] std::span<const FormedText> headers(const std::string& name) const;
  [[nodiscard]] std::span<const FormedText> lines(const std::string& label) const;

  const Letter& letter_;
  const Town& town_;
  const Calendar& calendar_;
  std::string channel_;
  std::vector<FormedText> prose_;  ///< subject, what was written now, subject, all of the text
  std::vector<FormedText> to_, cc_, recipients_, from_, sender_name_, attachment_names_, attachment_types_;
  std::vector<FormedText> phones_, locations_, channels_, sources_;
  mutable std::map<std::string, std::vector<FormedText>> headers_;
  mutable std::optional<std::map<std::string, std::vector<FormedText>>> lines_;
};

}  // namespace docket
