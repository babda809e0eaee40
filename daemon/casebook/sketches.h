// What the book keeps of letters to find those that are alike, and which of them to compare. Private: daemon/casebook
// only.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "daemon/casebook/writing.h"
#include "daemon/matters/sketch.h"

namespace docket {

/// Letters are compared with those of so many days before.
inline constexpr std::chrono::hours kCompared{14 * 24};

/// The letter that opened a case.
struct CaseLetter {
  std::int64_t case_id = 0;
  std::int64_t inbound = 0;
  Time opened{};
  std::string person;  ///< keyed hash of its writer; empty: unknown
  Shingles sketch;     ///< may be empty
};

/// Of a letter that opens a case what finds others like it, and the places it names.
void store_signs(const Writing& writing, const Recording& recording, std::int64_t case_id, std::int64_t inbound);
/// The places that a letter names which joins a case.
void store_mentions(const Writing& writing, const Recording& recording, std::int64_t case_id);

/// The first letters of the next `most` cases after `after`, in their order; of cases in a campaign already without
/// sketch.
[[nodiscard]] std::vector<CaseLetter> next_letters(const Writing& writing, std::int64_t after, int most);
/// Letters of no campaign that have a band in common with this one, which is not among them: the newest 300 at most.
[[nodiscard]] std::vector<CaseLetter> letters_near(const Writing& writing, const CaseLetter& letter);
/// Letters of no campaign of cases before this one, the newest `most`.
[[nodiscard]] std::vector<CaseLetter> letters_waiting(const Writing& writing, std::int64_t before, int most);
/// Of the campaign's first letters: what it is about.
[[nodiscard]] std::vector<Shingles> first_sketches(sqlite::Connection& db, std::int64_t campaign);

/// The letter can be found by letters_near.
void add_bands(const Writing& writing, const CaseLetter& letter);
void remove_bands(const Writing& writing, const CaseLetter& letter);

/// Deletes what `most` letters kept that are too old to be compared, but for the first ones of campaigns.
void forget_sketches(const Writing& writing, int most);

/// A number that outlasts the process; nullopt: never noted.
[[nodiscard]] std::optional<std::int64_t> kept_number(sqlite::Connection& db, const char* name);
void keep_number(sqlite::Connection& db, const char* name, std::int64_t value);

}  // namespace docket
