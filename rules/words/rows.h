// How the rows of the condition table are said, as data: a row is a beginning (of which field), a verb (which operator)
// and its values. No code knows a single field.
#pragma once

#include <string>

namespace docket {

struct Value;
enum class Field;
enum class Operator;
enum class Takes;

/// The same in the two languages of the plain words.
struct Plain {
  const char* en;
  const char* fr;

  [[nodiscard]] const char* in(bool french) const { return french ? fr : en; }
};

/// The beginning of what is said of letters or of the one letter, when it holds and when it does not.
struct Telling {
  Plain which;      ///< follows "letters": "whose subject", "that mention"
  Plain which_not;  ///< "whose subject", "that do not mention"
  Plain it;         ///< after "unless", or alone: "the subject", "the letter mentions"
  Plain it_not;
};

/// One value with what a sentence puts before it: "at example.org", "in French".
using ValueWords = std::string(const Value& value, bool french);

struct RowWords {
  const Telling* lead = nullptr;  ///< then a header's or line's label, then the verb, then the values
  Plain verb{"", ""};             ///< may be empty: the lead has it
  Plain verb_not{"", ""};         ///< French with its "pas"
  ValueWords* value = nullptr;    ///< nullptr: no values are said
  Plain before_list{"", ""};      ///< what stands before a list's name, as it would before a value
  char sign = '\0';               ///< a sign that values may hold and `note` explains
  Plain note{"", ""};
  bool lead_negates = false;  ///< "with no attached file whose name" takes the verb, and what follows, as it is
};

/// The words of one row; a row without words has no lead, which a test over the whole table finds.
[[nodiscard]] RowWords words_of(Field field, Operator op, Takes takes);

}  // namespace docket
