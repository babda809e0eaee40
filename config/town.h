// town.yaml as values: the town, its clerk, calendar, offices and generic addresses.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "config/problem.h"

namespace docket {

/// One text in the town's languages; a plain YAML string stands under "" and serves for all of them.
struct Translated {
  std::map<std::string, std::string> by_language;

  /// The text in `language`, else the one for all, else `other`, else the first, else "".
  [[nodiscard]] const std::string& in(const std::string& language, const std::string& other) const;
  [[nodiscard]] bool empty() const { return by_language.empty(); }
  friend bool operator==(const Translated&, const Translated&) = default;
};

/// A length of time as a clerk writes it: "2 business days", "same day", "30 days".
struct Span {
  enum class Unit { minutes, hours, business_hours, days, business_days, same_day };
  int count = 0;
  Unit unit = Unit::days;
  friend bool operator==(const Span&, const Span&) = default;
};

/// What an office promises; an absent part promises no date.
struct Standard {
  std::optional<Span> first_response;
  std::optional<Span> resolve;
  bool statutory = false;  ///< the law's own period: it never pauses
  friend bool operator==(const Standard&, const Standard&) = default;
};

/// Public: printed in acknowledgements.
struct Contact {
  std::string phone;
  std::string email;
};

/// Whom to tell when a due time is over by so much.
struct Escalation {
  Span after;      ///< counted from the due time
  std::string to;  ///< an office id, or "clerk"
};

/// Whose the letters of an office are: a member's belong to the person elected, and the town's staff sees of them only
/// what it needs to pass them on.
enum class RecordOwner { municipality, member };
/// Whether an office's answer goes to the resident itself, or into the case.
enum class Replies { direct, through };

/// Of which news residents hear by themselves.
struct Updates {
  bool assigned = true;
  bool rerouted = true;
  bool extended = true;
  bool closed = true;
  friend bool operator==(const Updates&, const Updates&) = default;
};

/// Nobody holds the office from that day on; another one acts for it.
struct Vacancy {
  std::chrono::year_month_day from;
  std::string acting;  ///< office id
};

/// From the first day through the last another office stands in.
struct Absence {
  std::chrono::year_month_day from;
  std::chrono::year_month_day to;
  std::string deputy;  ///< office id
};

/// From that day on the office is no more, and another has its work.
struct Retirement {
  std::chrono::year_month_day on;
  std::string to;  ///< office id
};

/// Who acts. Everything residents read of it is translated; its address is the one thing that they never see.
struct Office {
  std::string id;
  Translated name;
  Translated accountable;
  std::string address;  ///< where forwards go; never printed to residents
  Contact contact;      ///< public
  Translated readers;
  Standard standard;
  RecordOwner record_owner = RecordOwner::municipality;
  Replies replies = Replies::direct;
  bool original_attached = false;
  std::size_t max_size = std::size_t{20} << 20U;  ///< octets of one forward
  bool plain_headers = false;
  std::vector<std::string> senders;  ///< addresses and "@domains" that may answer for it
  std::vector<Escalation> escalate;  ///< a ladder: in the order of `after`
  Updates updates;
  std::optional<Vacancy> vacant;
  std::vector<Absence> away;
  std::optional<Retirement> retired;
  Place place;  ///< in town.yaml
};

/// Minutes after local midnight, [from, to).
struct OpenHours {
  int from = 0;
  int to = 0;
};

/// When the offices are open. A day in `special` is as it says there; else a holiday is closed; else the week decides.
struct CalendarSettings {
  std::optional<std::chrono::year_month_day> until;
  std::map<unsigned, std::vector<OpenHours>> hours;  ///< by weekday, 0 = Sunday
  std::vector<std::chrono::year_month_day> holidays;
  std::vector<std::chrono::month_day> yearly_holidays;
  std::map<std::chrono::year_month_day, std::vector<OpenHours>> special;  ///< empty = closed
  /// First and last day of times in which nobody works, a summer's or a winter's; `special` days go before.
  std::vector<std::pair<std::chrono::year_month_day, std::chrono::year_month_day>> recess;
};

/// A street or a place of the town, as letters may call it.
struct NamedPlace {
  std::string name;
  std::vector<std::string> also;  ///< other ways to write it
};

/// A machine that writes for the person named in Reply-To.
struct Form {
  std::string from;  ///< an address, or "@domain"; lower-case
  std::string label;
};

/// One question that a service asks of who reports something.
struct ServiceAttribute {
  enum class Type { string, number, datetime, text, singlevaluelist, multivaluelist };
  std::string code;
  Type type = Type::string;
  bool required = false;
  Translated description;                                  ///< the question
  std::vector<std::pair<std::string, Translated>> values;  ///< of the list types: key and name, in the file's order
};

/// What residents may ask for through Open311.
struct Service {
  std::string code;
  Translated name;
  Translated description;
  Translated group;
  std::vector<std::string> keywords;
  std::string address;     ///< the generic address that a request counts as written to; may be empty
  bool is_public = false;  ///< its cases are shown to anyone, without the person
  std::vector<ServiceAttribute> attributes;

  [[nodiscard]] const ServiceAttribute* attribute(const std::string& attribute_code) const;
};

/// town.yaml once checked: every office that it names exists, every address is a key of config/address.h, and the zone
/// is one that this machine knows.
struct Town {
  Translated name;
  std::string time_zone;  ///< IANA name
  std::vector<std::string> languages;
  std::string default_language;
  std::string case_prefix;
  std::string clerk_address;
  std::string clerk_phone;
  std::string help_phone;
  std::string help_relay;
  Translated help_post;
  Translated privacy_authority;
  std::string privacy_contact;
  Translated privacy_kept;
  std::string emergency_danger;
  std::string emergency_crisis;
  std::string emergency_roads;
  Translated always_readers;
  CalendarSettings calendar;
  std::map<std::string, Office> offices;         ///< by id
  std::map<std::string, std::string> addresses;  ///< generic address (lower-case, IDN as Unicode) → office id
  std::string fallback;                          ///< office id
  std::optional<Span> reopen;                    ///< absent: 30 days
  std::vector<Form> forms;
  std::vector<std::string> staff_domains;
  std::vector<Service> services;  ///< in the file's order
  std::vector<NamedPlace> places;

  [[nodiscard]] const Office* office(const std::string& id) const;
  [[nodiscard]] const Service* service(const std::string& code) const;
  /// Whether it is an address of one of `staff_domains`.
  [[nodiscard]] bool is_staff(std::string_view address) const;
};

}  // namespace docket
