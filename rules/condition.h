// The condition table: field × operator, one row for each combination that the rule language knows. The parser, the
// evaluator, the plain words and the trace read it; what no row holds does not exist.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/problem.h"
#include "rules/circle.h"
#include "rules/fault.h"
#include "rules/match.h"
#include "rules/pattern.h"
#include "rules/phrase.h"
#include "rules/words/rows.h"

namespace docket {

/// Parts of attachments are fields of their own: what a row is about is then one word.
enum class Field {
  to,
  cc,
  recipient,
  from,
  sender_name,
  phone,
  subject,
  body,
  text,
  header,
  attachment,
  attachment_name,
  attachment_type,
  attachment_count,
  location,
  channel,
  source,
  language,
  time,
  size,
  authenticated,
  spam,
  line
};

enum class Operator { is, contains, word, starts, ends, like, regex, exists, over, under, inside, outside, near };

/// One value of a condition in the forms that its operator compares.
struct Value {
  std::string written;                     ///< as in the rule file
  std::string form;                        ///< folded, or exact, or an address key; of `like` and the text operators
  Phrase phrase;                           ///< of `word`
  std::shared_ptr<const Pattern> pattern;  ///< of `regex`
  std::uint64_t number = 0;                ///< of `over` and `under`
  bool flag = false;                       ///< of `exists` and `spam`
  Circle circle;                           ///< of `near`
};

/// Values that stand together: a list by name, or those written in the condition itself.
struct ValueGroup {
  std::string list;  ///< empty: the condition's own
  std::shared_ptr<const std::vector<Value>> values;
};

struct Row;

/// One line of a rule: a field, an operator, the values of which any may hold.
struct Condition {
  const Row* row = nullptr;
  Place place;
  bool exact = false;
  bool quoted = false;  ///< the whole text, quoted history and signature too
  std::string label;    ///< a header's name or a form line's label, as written
  std::vector<ValueGroup> groups;
};

/// What a field is like, for every operator.
struct FieldInfo {
  Field field;
  const char* name;   ///< as written: "subject"; of a part of attachments "attachment"
  const char* part;   ///< name, type, count of attachments; else ""
  const char* label;  ///< the key that names which one: "name" of header, "label" of line; else ""
  bool quotable;      ///< takes `quoted: true`
  bool shorthand;     ///< `field: value` stands for `field: {is: value}`
};

/// What kind of value an operator takes, for messages and the schema.
enum class Takes { text, address, phone, word, boolean, size, count, hours, circle };

/// One combination of the rule language.
struct Row {
  const FieldInfo* field = nullptr;
  Operator op = Operator::is;
  const char* op_name = "";
  Takes takes = Takes::text;
  bool may_be_exact = false;
  std::optional<Fault> (*parse)(std::string_view written, bool exact, Value& value) = nullptr;
  Match (*test)(const Condition& condition, const LetterView& letter) = nullptr;
  /// Whether every letter for which `op` with value `a` holds also satisfies this row with value `b`; false: unknown.
  bool (*implied_by)(Operator op, const Value& a, const Value& b) = nullptr;
  RowWords words;
};

[[nodiscard]] const std::vector<Row>& condition_table();
/// The fields in the order of the contract, each once.
[[nodiscard]] const std::vector<FieldInfo>& condition_fields();
[[nodiscard]] const Row* find_row(Field field, std::string_view op_name);
/// The operators' names of one field, in the table's order.
[[nodiscard]] std::vector<std::string> operators_of(Field field);

}  // namespace docket
