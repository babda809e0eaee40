#include "rules/condition.h"

#include <algorithm>
#include <array>

#include "rules/condition_tests.h"
#include "rules/implied.h"
#include "rules/values.h"

namespace docket {
namespace {

/// The part of a row that several fields share.
struct Way {
  Operator op;
  const char* name;
  Takes takes;
  bool may_be_exact;
  std::optional<Fault> (*parse)(std::string_view, bool, Value&);
  Match (*test)(const Condition&, const LetterView&);
  bool (*implied_by)(Operator, const Value&, const Value&);
};

constexpr Way kTextIs{Operator::is, "is", Takes::text, true, values::text, tests::is, implied::by_text_is};
constexpr Way kTextEnds{Operator::ends, "ends", Takes::text, true, values::text, tests::ends, implied::by_text_ends};
// What every text takes, in the order in which messages and documentation list the operators. `is` and `ends` stand
// apart, since addresses and channels have their own: an address is compared as one mailbox, in all its spellings.
constexpr std::array kTextSearches = {
    Way{Operator::contains, "contains", Takes::text, true, values::text, tests::contains, implied::by_text_contains},
    Way{Operator::word, "word", Takes::text, true, values::phrase, tests::word, implied::by_text_word},
    Way{Operator::starts, "starts", Takes::text, true, values::text, tests::starts, implied::by_text_starts},
    Way{Operator::like, "like", Takes::text, true, values::like, tests::like, implied::by_same_like},
    Way{Operator::regex, "regex", Takes::text, true, values::regex, tests::regex, implied::by_same_regex},
    Way{Operator::exists, "exists", Takes::boolean, false, values::boolean, tests::exists, implied::by_exists},
};
constexpr Way kAddressIs{Operator::is,          "is", Takes::address, true, values::address, tests::address_is,
                         implied::by_address_is};
constexpr Way kAddressEnds{
    Operator::ends, "ends", Takes::address, true, values::address_end, tests::address_ends, implied::by_address_ends};
// A number is compared by its digits with the country code, so that the signs between them make no difference.
constexpr std::array kPhone = {
    Way{Operator::is, "is", Takes::phone, false, values::phone, tests::phone_is, implied::by_text_is},
    Way{Operator::starts, "starts", Takes::phone, false, values::phone_start, tests::phone_starts,
        implied::by_text_starts},
    Way{Operator::exists, "exists", Takes::boolean, false, values::boolean, tests::exists, implied::by_exists},
};
// Of a channel only `is` knows the words there are; the searches look at it as at any text.
constexpr Way kChannelIs{Operator::is, "is", Takes::word, false, values::channel, tests::is, implied::by_text_is};

// The fields in the order of the documentation. Parts of attachments are fields of their own below one name, so that
// "attachment name ends" has rows like any other text and needs no code of its own. Shorthand is allowed where only
// `is` makes sense to a clerk: `spam: true`, `language: fr`. Never for texts, where `subject: pothole` leaves open
// whether it means the whole subject or a word in it.
constexpr std::array kFields = {
    FieldInfo{Field::to, "to", "", "", false, false},
    FieldInfo{Field::cc, "cc", "", "", false, false},
    FieldInfo{Field::recipient, "recipient", "", "", false, false},
    FieldInfo{Field::from, "from", "", "", false, false},
    FieldInfo{Field::sender_name, "sender_name", "", "", false, false},
    FieldInfo{Field::phone, "phone", "", "", false, false},
    FieldInfo{Field::subject, "subject", "", "", false, false},
    FieldInfo{Field::body, "body", "", "", true, false},
    FieldInfo{Field::text, "text", "", "", true, false},
    FieldInfo{Field::header, "header", "", "name", false, false},
    FieldInfo{Field::attachment, "attachment", "", "", false, false},
    FieldInfo{Field::attachment_name, "attachment", "name", "", false, false},
    FieldInfo{Field::attachment_type, "attachment", "type", "", false, false},
    FieldInfo{Field::attachment_count, "attachment", "count", "", false, false},
    FieldInfo{Field::location, "location", "", "", false, false},
    FieldInfo{Field::channel, "channel", "", "", false, true},
    FieldInfo{Field::source, "source", "", "", false, true},
    FieldInfo{Field::language, "language", "", "", false, true},
    FieldInfo{Field::time, "time", "", "", false, false},
    FieldInfo{Field::size, "size", "", "", false, false},
    FieldInfo{Field::authenticated, "authenticated", "", "", false, true},
    FieldInfo{Field::spam, "spam", "", "", false, true},
    FieldInfo{Field::line, "line", "", "label", false, false},
};

// Fields that are no text: each with the few operators that mean something for it. A size or a count has no `is`: no
// clerk knows a letter's size to the octet, and such a rule would look right and never match.
constexpr std::array kOneWay = {
    std::pair{Field::language,
              Way{Operator::is, "is", Takes::word, false, values::language, tests::language, implied::by_same_value}},
    std::pair{Field::time, Way{Operator::inside, "inside", Takes::hours, false, values::hours, tests::inside_hours,
                               implied::by_inside}},
    std::pair{Field::time, Way{Operator::outside, "outside", Takes::hours, false, values::hours, tests::outside_hours,
                               implied::by_outside}},
    std::pair{Field::size,
              Way{Operator::over, "over", Takes::size, false, values::size, tests::size_over, implied::by_larger}},
    std::pair{Field::size,
              Way{Operator::under, "under", Takes::size, false, values::size, tests::size_under, implied::by_smaller}},
    std::pair{Field::authenticated, Way{Operator::is, "is", Takes::word, false, values::authenticated,
                                        tests::authenticated, implied::by_same_value}},
    std::pair{Field::spam,
              Way{Operator::is, "is", Takes::boolean, false, values::boolean, tests::spam, implied::by_same_value}},
    std::pair{Field::attachment, Way{Operator::exists, "exists", Takes::boolean, false, values::boolean, tests::exists,
                                     implied::by_exists}},
    std::pair{Field::attachment_count,
              Way{Operator::over, "over", Takes::count, false, values::count, tests::count_over, implied::by_larger}},
    std::pair{Field::attachment_count, Way{Operator::under, "under", Takes::count, false, values::count,
                                           tests::count_under, implied::by_smaller}},
    std::pair{Field::phone, kPhone[0]},
    std::pair{Field::phone, kPhone[1]},
    std::pair{Field::phone, kPhone[2]},
    std::pair{Field::location,
              Way{Operator::near, "near", Takes::circle, false, values::circle, tests::near, implied::by_near}},
};

/// The `is` and `ends` of a field that takes text operators; nullptr: it takes none.
std::pair<const Way*, const Way*> own_ways(Field field) {
  switch (field) {
    case Field::to:
    case Field::cc:
    case Field::recipient:
    case Field::from:
      return {&kAddressIs, &kAddressEnds};
    case Field::channel:
      return {&kChannelIs, &kTextEnds};
    case Field::sender_name:
    case Field::subject:
    case Field::body:
    case Field::text:
    case Field::header:
    case Field::attachment_name:
    case Field::attachment_type:
    case Field::location:
    case Field::source:
    case Field::line:
      return {&kTextIs, &kTextEnds};
    default:
      return {nullptr, nullptr};
  }
}

Row row(const FieldInfo& field, const Way& way) {
  return {&field,    way.op,           way.name,
          way.takes, way.may_be_exact, way.parse,
          way.test,  way.implied_by,   words_of(field.field, way.op, way.takes)};
}

/// In the order of kFields; within a field as operators are listed to people.
std::vector<Row> build_table() {
  std::vector<Row> rows;
  for (const auto& field : kFields) {
    if (const auto [is, ends] = own_ways(field.field); is != nullptr) {
      rows.push_back(row(field, *is));
      for (const auto& way : kTextSearches) rows.push_back(row(field, way));
      rows.push_back(row(field, *ends));
    }
    for (const auto& [of, way] : kOneWay) {
      if (of == field.field) rows.push_back(row(field, way));
    }
  }
  return rows;
}

}  // namespace

const std::vector<Row>& condition_table() {
  // Rows are compared and kept by address (Condition::row, the cache of lists), so there is one table for ever.
  static const std::vector<Row> rows = build_table();
  return rows;
}

const std::vector<FieldInfo>& condition_fields() {
  static const std::vector<FieldInfo> fields(kFields.begin(), kFields.end());
  return fields;
}

const Row* find_row(Field field, std::string_view op_name) {
  const auto& rows = condition_table();
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& candidate) {
    return candidate.field->field == field && candidate.op_name == op_name;
  });
  return found == rows.end() ? nullptr : &*found;
}

std::vector<std::string> operators_of(Field field) {
  std::vector<std::string> names;
  for (const auto& candidate : condition_table()) {
    if (candidate.field->field == field) names.emplace_back(candidate.op_name);
  }
  return names;
}

}  // namespace docket
