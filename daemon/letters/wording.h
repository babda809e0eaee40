// Days, times, hours and files as a person reads them, in English and French; any other language gets ISO
// dates and plain figures.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/calendar.h"
#include "config/town.h"

namespace docket::letters {

/// "10:02 a.m.", "10 h 02", else "10:02".
[[nodiscard]] std::string clock_words(const std::string& language, int minute);
/// "November 25", "le 25 novembre", else "2026-11-25"; the year where `with_year`.
[[nodiscard]] std::string date_words(const std::string& language, const LocalTime& time, bool with_year);
/// "Wednesday, November 25", "le mercredi 25 novembre", else "2026-11-25".
[[nodiscard]] std::string day_words(const std::string& language, const LocalTime& time, bool with_year);
/// Day and time: "Monday, November 23, 2026, at 10:02 a.m.", "le lundi 23 novembre 2026 à 10 h 02".
[[nodiscard]] std::string moment_words(const std::string& language, const LocalTime& time, bool with_year);
/// The week's hours: "Monday to Friday, 8:30 a.m. to 4:30 p.m.", "du lundi au vendredi, de 8 h 30 à 16 h 30".
[[nodiscard]] std::string hours_words(const std::string& language, const CalendarSettings& calendar);
/// "1 file (a photo)", "2 fichiers"; empty for none.
[[nodiscard]] std::string files_words(const std::string& language, std::size_t files, std::size_t photos);
/// "12 MB", "12 Mo"; a MB of 1024 × 1024 octets as mail programs count, rounded up.
[[nodiscard]] std::string size_words(const std::string& language, std::size_t octets);
/// "a, b and c".
[[nodiscard]] std::string list_words(const std::string& language, const std::vector<std::string>& items);

/// A rule's `because` says "it" or "elle" of the letter: named here, since other sentences stand between; without a
/// full stop at the end.
[[nodiscard]] std::string because_words(const std::string& language, std::string_view because);

}  // namespace docket::letters
