// What a letter's text is like, as a short list of numbers: letters that are nearly the same have nearly the same list.
// The list is Broder's (On the resemblance and containment of documents, 1997): the smallest hashes of all runs of
// three words. The constants are fixed: a sketch in the book means the same in every version.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace docket {

/// Hashes of runs of three words, each once, ascending.
using Shingles = std::vector<std::uint32_t>;

/// Of a longer text the smallest so many: a fair sample of it, and the same one of the same text.
inline constexpr std::size_t kMostShingles = 512;
/// "Please save the pool" is what many people write by themselves.
inline constexpr std::size_t kFewestShingles = 16;

/// `words`: of word_form() (rules/fold.h), so that case, accents and punctuation count for nothing. Words with digits
/// are passed over: house numbers, telephone numbers, postal codes and days differ in every letter. Only the first
/// 64 KiB are looked at. Empty: too short to say.
[[nodiscard]] Shingles sketch_of(std::string_view words);

/// Of a sketch with more than kMostShingles only those up to this one are known.
[[nodiscard]] std::uint32_t known_up_to(const Shingles& shingles);

/// Two texts have at least one of these in common with a chance of 1 - (1 - J²)³², where J is the share of all their
/// shingles that both have: 0.0032 at J = 0.01 (strangers), 0.97 at 0.33 (each is another half of one form), 0.9997 at
/// 0.47 (each keeps four fifths of it).
[[nodiscard]] std::vector<std::int64_t> bands_of(const Shingles& shingles);

/// As the book keeps it: four octets each, least significant first.
[[nodiscard]] std::string octets_of(const Shingles& shingles);
[[nodiscard]] Shingles shingles_of(std::string_view octets);

}  // namespace docket
