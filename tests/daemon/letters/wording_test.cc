// Days, hours and files as English and French say them; other languages get ISO dates.
#include "daemon/letters/wording.h"

#include <doctest/doctest.h>

#include "tests/daemon/letters/sample.h"

namespace docket::letters {
namespace {

LocalTime local(int year, unsigned month, unsigned day, int minute) {
  const auto date = std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day);
  return {date, std::chrono::weekday(std::chrono::sys_days(date)), minute, {}};
}

}  // namespace

TEST_CASE("wording: times of day") {
  struct Row {
    int minute;
    const char* en;
    const char* fr;
    const char* other;
  };
  for (const auto& row : std::vector<Row>{{0, "12:00 a.m.", "0 h", "00:00"},
                                          {5, "12:05 a.m.", "0 h 05", "00:05"},
                                          {602, "10:02 a.m.", "10 h 02", "10:02"},
                                          {719, "11:59 a.m.", "11 h 59", "11:59"},
                                          {720, "noon", "12 h", "12:00"},
                                          {721, "12:01 p.m.", "12 h 01", "12:01"},
                                          {1180, "7:40 p.m.", "19 h 40", "19:40"},
                                          {1439, "11:59 p.m.", "23 h 59", "23:59"},
                                          {1440, "12:00 a.m.", "24 h", "24:00"}}) {
    CAPTURE(row.minute);
    CHECK_EQ(clock_words("en", row.minute), row.en);
    CHECK_EQ(clock_words("fr", row.minute), row.fr);
    CHECK_EQ(clock_words("de", row.minute), row.other);
  }
}

TEST_CASE("wording: days and moments") {
  const auto monday = local(2026, 11, 23, 602);
  CHECK_EQ(moment_words("en", monday, true), "Monday, November 23, 2026, at 10:02 a.m.");
  CHECK_EQ(moment_words("fr", monday, true), "le lundi 23 novembre 2026 à 10 h 02");
  CHECK_EQ(moment_words("de", monday, true), "2026-11-23 10:02");
  CHECK_EQ(day_words("en", monday, false), "Monday, November 23");
  CHECK_EQ(day_words("fr", local(2026, 12, 1, 0), false), "le mardi 1er décembre");
  CHECK_EQ(date_words("fr", local(2027, 8, 1, 0), true), "le 1er août 2027");
  CHECK_EQ(date_words("en", local(2027, 1, 31, 0), true), "January 31, 2027");
  CHECK_EQ(day_words("de", local(2027, 1, 31, 0), false), "2027-01-31");
}

TEST_CASE("wording: the week's hours") {
  auto calendar = sample::town().calendar;
  CHECK_EQ(hours_words("en", calendar), "Monday to Friday, 8:30 a.m. to 4:30 p.m.");
  CHECK_EQ(hours_words("fr", calendar), "du lundi au vendredi, de 8 h 30 à 16 h 30");
  CHECK_EQ(hours_words("de", calendar), "Mo-Fr 08:30-16:30");
  calendar.hours[6] = {{540, 720}};
  calendar.hours[3] = {};
  CHECK_EQ(hours_words("en", calendar),
           "Monday to Tuesday, 8:30 a.m. to 4:30 p.m.; Thursday to Friday, 8:30 a.m. to 4:30 p.m.; Saturday, 9:00 a.m. "
           "to noon");
  CHECK_EQ(hours_words("fr", {}), "");
  calendar.hours = {{0, {{0, 1440}}}};
  CHECK_EQ(hours_words("fr", calendar), "le dimanche, de 0 h à 24 h");
}

TEST_CASE("wording: why, files, sizes, lists") {
  CHECK_EQ(because_words("en", "it names a street. "), "your letter names a street");
  CHECK_EQ(because_words("fr", "elle nomme une rue"), "votre lettre nomme une rue");
  CHECK_EQ(because_words("en", "roads are ours"), "roads are ours");
  CHECK_EQ(because_words("en", ""), "");
  CHECK_EQ(files_words("en", 1, 1), "1 file (a photo)");
  CHECK_EQ(files_words("fr", 3, 3), "3 fichiers (des photos)");
  CHECK_EQ(files_words("en", 3, 1), "3 files");
  CHECK_EQ(files_words("de", 3, 1), "3");
  CHECK_EQ(files_words("en", 0, 0), "");
  CHECK_EQ(size_words("en", 1), "1 kB");
  CHECK_EQ(size_words("en", std::size_t{50} << 20U), "50 MB");
  CHECK_EQ(size_words("fr", (std::size_t{3} << 20U) + 1), "4 Mo");
  CHECK_EQ(list_words("en", {"a", "b", "c"}), "a, b and c");
  CHECK_EQ(list_words("fr", {"a", "b"}), "a et b");
  CHECK_EQ(list_words("en", {}), "");
}

}  // namespace docket::letters
