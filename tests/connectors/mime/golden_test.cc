// Golden letters: what each .eml in and below tests/connectors/letters is understood to be stands beside it, a field
// left out there is of no concern to that letter.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "config/text.h"
#include "connectors/letter_json.h"
#include "connectors/read.h"
#include "tests/source_dir.h"

namespace docket {
namespace {

namespace fs = std::filesystem;

std::string slurp(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> golden_letters() {
  std::vector<fs::path> paths;
  for (const auto& entry :
       fs::recursive_directory_iterator(fs::path(docket::source_dir()) / "tests/connectors/letters")) {
    if (entry.path().extension() == ".eml") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

Letter read_octets(std::string octets) {
  Inbound inbound;
  inbound.octets = std::move(octets);
  return read(inbound, {});
}

/// What must hold of every letter, however broken.
void check_sound(const Letter& letter, const std::string& octets) {
  CHECK(is_utf8(to_json(letter).dump()));  // dump throws on ill-formed strings
  CHECK(letter.size == octets.size());
  CHECK(letter.letter_key.size() == 64);
  CHECK(letter.text.find('\r') == std::string::npos);
  CHECK(letter.text.find('\0') == std::string::npos);
  CHECK(letter.text.empty() == letter.new_text.empty());
  for (const auto& header : letter.headers) CHECK(header.value.find_first_of("\r\n") == std::string::npos);
  for (const auto& attachment : letter.attachments) {
    const auto name = attachment.name.value_or("x");
    CHECK(name.find_first_of("/\\\r\n") == std::string::npos);
    CHECK_FALSE(name.empty());
  }
}

/// One change that mail suffers or an attacker makes.
void mutate(std::string& octets, std::minstd_rand& random) {
  if (octets.empty()) octets = "x";
  const auto at = random() % octets.size();
  const auto length = std::min<std::size_t>(random() % 40, octets.size() - at);
  const std::vector<std::string> pieces{"\r\n",   "\n\n",  "--",       "=?",
                                        "?=",     "\"",    "(",        ";",
                                        "<",      ":",     "@",        "\xFF",
                                        "%",      "*0=",   "boundary", "message/rfc822",
                                        "base64", "utf-7", "\r\r\n",   std::string(1, '\0')};
  switch (random() % 4) {
    case 0:
      octets.erase(at, length);
      break;
    case 1:
      octets.insert(at, octets.substr(at, length));
      break;
    case 2:
      octets.insert(at, pieces[random() % pieces.size()]);
      break;
    default:
      octets[at] = static_cast<char>(random() % 256);
  }
}

}  // namespace

TEST_CASE("every golden letter is understood as written beside it") {
  const auto letters = golden_letters();
  CHECK(letters.size() >= 100);
  for (const auto& path : letters) {
    CAPTURE(path.filename().string());
    auto expected_path = path;
    const auto expected = nlohmann::ordered_json::parse(slurp(expected_path.replace_extension(".json")));
    const nlohmann::ordered_json actual = to_json(read_octets(slurp(path)));
    for (const auto& [key, value] : expected.items()) {
      CAPTURE(key);
      CHECK(actual.at(key).dump() == value.dump());
    }
  }
}

TEST_CASE("a letter cut short anywhere is still a letter") {
  for (const auto& path : golden_letters()) {
    CAPTURE(path.filename().string());
    const auto octets = slurp(path);
    const auto step = std::max<std::size_t>(octets.size() / 40, 1);
    for (std::size_t length = 0; length < octets.size(); length += step) {
      CAPTURE(length);
      check_sound(read_octets(octets.substr(0, length)), octets.substr(0, length));
    }
  }
}

TEST_CASE("a letter changed anyhow is still a letter") {
  std::minstd_rand random(20261122);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same letters each run
  for (const auto& path : golden_letters()) {
    CAPTURE(path.filename().string());
    const auto original = slurp(path);
    if (original.size() > 20000) continue;
    for (int round = 0; round < 40; ++round) {
      auto octets = original;
      for (int change = 0; change < 1 + round / 8; ++change) mutate(octets, random);
      CAPTURE(octets);
      check_sound(read_octets(octets), octets);
    }
  }
}

}  // namespace docket
