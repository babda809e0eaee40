#include "daemon/matters/sketch.h"

#include <algorithm>
#include <array>
#include <limits>

namespace docket {
namespace {

constexpr std::size_t kMostOctets = std::size_t{64} << 10U;
constexpr std::size_t kWords = 3;
constexpr std::size_t kBands = 32;
constexpr std::size_t kRows = 2;

/// FNV-1a, 64 bits (draft-eastlake-fnv section 2).
std::uint64_t hash_of(std::string_view word) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return hash;
}

/// The finaliser of SplitMix64 (Steele, Lea, Flood 2014): every bit depends on every bit.
constexpr std::uint64_t mixed(std::uint64_t value) {
  value += 0x9e3779b97f4a7c15U;
  value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
  value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
  return value ^ (value >> 31U);
}

std::vector<std::uint64_t> word_hashes(std::string_view words) {
  std::vector<std::uint64_t> hashes;
  while (!words.empty()) {
    const auto end = std::min(words.find(' '), words.size());
    const auto word = words.substr(0, end);
    words.remove_prefix(std::min(end + 1, words.size()));
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (word.empty() || std::any_of(word.begin(), word.end(), is_digit)) continue;
    hashes.push_back(hash_of(word));
  }
  return hashes;
}

/// The least of what each of the permutations makes of the shingles: MinHash.
std::array<std::uint32_t, kBands * kRows> minima_of(const Shingles& shingles) {
  std::array<std::uint32_t, kBands * kRows> minima{};
  for (std::size_t i = 0; i < minima.size(); ++i) {
    const std::uint64_t factor = mixed(2 * i) | 1U;
    const std::uint64_t addend = mixed(2 * i + 1);
    std::uint32_t least = std::numeric_limits<std::uint32_t>::max();
    for (const std::uint64_t shingle : shingles) {
      least = std::min(least, static_cast<std::uint32_t>((shingle * factor + addend) >> 32U));
    }
    minima.at(i) = least;
  }
  return minima;
}

}  // namespace

Shingles sketch_of(std::string_view words) {
  const auto hashes = word_hashes(words.substr(0, kMostOctets));
  Shingles shingles;
  if (hashes.size() < kFewestShingles + kWords - 1) return shingles;
  shingles.reserve(hashes.size());
  for (std::size_t i = 0; i + kWords <= hashes.size(); ++i) {
    const auto run = mixed(hashes[i]) + 3 * mixed(hashes[i + 1] + 1) + 5 * mixed(hashes[i + 2] + 2);
    shingles.push_back(static_cast<std::uint32_t>(mixed(run) >> 32U));
  }
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  if (shingles.size() < kFewestShingles) shingles.clear();  // the same few words over and over
  if (shingles.size() > kMostShingles) shingles.resize(kMostShingles);
  return shingles;
}

std::uint32_t known_up_to(const Shingles& shingles) {
  return shingles.size() < kMostShingles ? std::numeric_limits<std::uint32_t>::max() : shingles.back();
}

std::vector<std::int64_t> bands_of(const Shingles& shingles) {
  const auto minima = minima_of(shingles);
  std::vector<std::int64_t> bands;
  bands.reserve(kBands);
  for (std::size_t band = 0; band < kBands; ++band) {
    std::uint64_t hash = band;
    for (std::size_t row = 0; row < kRows; ++row) hash = mixed(hash ^ minima.at(band * kRows + row));
    bands.push_back(static_cast<std::int64_t>(hash));
  }
  return bands;
}

std::string octets_of(const Shingles& shingles) {
  std::string octets;
  octets.reserve(4 * shingles.size());
  for (const std::uint32_t shingle : shingles) {
    for (unsigned shift = 0; shift < 32; shift += 8) octets += static_cast<char>((shingle >> shift) & 0xFFU);
  }
  return octets;
}

Shingles shingles_of(std::string_view octets) {
  Shingles shingles;
  shingles.reserve(octets.size() / 4);
  for (std::size_t at = 0; at + 4 <= octets.size(); at += 4) {
    std::uint32_t shingle = 0;
    for (unsigned i = 0; i < 4; ++i) {
      shingle |= static_cast<std::uint32_t>(static_cast<unsigned char>(octets[at + i])) << (8 * i);
    }
    shingles.push_back(shingle);
  }
  return shingles;
}

}  // namespace docket
