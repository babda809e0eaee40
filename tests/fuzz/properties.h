// What more than one fuzz target holds true.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "config/problem.h"
#include "config/text.h"

namespace docket::fuzz {

/// A crash is what libFuzzer keeps the input for.
inline void must(bool holds) {
  if (!holds) std::abort();
}

inline std::string_view view(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Everything before the first 0x01, which is taken off with it: several values from one input.
inline std::string take_piece(std::string_view& input) {
  const auto end = input.find('\x01');
  std::string piece(input.substr(0, end));
  input.remove_prefix(end == std::string_view::npos ? input.size() : end + 1);
  return piece;
}

inline std::string slurp(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  must(in.good());
  return {std::istreambuf_iterator<char>(in), {}};
}

/// CRLF only, no NUL, no line over 998 octets (RFC 5321 section 4.5.3.1.6).
inline void check_wire(std::string_view octets) {
  std::size_t column = 0;
  for (std::size_t i = 0; i < octets.size(); ++i) {
    const char c = octets[i];
    must(c != '\0');
    if (c == '\n') must(i > 0 && octets[i - 1] == '\r');
    if (c == '\r') must(i + 1 < octets.size() && octets[i + 1] == '\n');
    column = c == '\r' || c == '\n' ? 0 : column + 1;
    must(column <= 998);
  }
}

/// Of the letter's own header; every line is a field or goes one on.
inline std::size_t count_fields(std::string_view octets) {
  std::size_t fields = 0;
  for (const auto line : split(octets.substr(0, octets.find("\r\n\r\n")), '\n')) {
    const bool folded = line.starts_with(' ') || line.starts_with('\t');
    if (!folded) must(line.find(':') != std::string_view::npos && line.find(':') > 0);
    if (!folded) ++fields;
  }
  return fields;
}

/// One line without control characters.
inline void check_one_line(std::string_view text) {
  must(is_utf8(text));
  for (const char c : text) must(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F);
}

/// What an acknowledgement may repeat to an address that anyone can have forged.
inline void check_gist(std::string_view line) {
  check_one_line(line);
  must(count_characters(line) <= 200);
  must(line.find_first_of("@<>") == std::string_view::npos && line.find("://") == std::string_view::npos);
  std::size_t digits = 0;
  for (const char c : line) {
    digits = c >= '0' && c <= '9' ? digits + 1 : 0;
    must(digits < 7);  // no telephone number
  }
}

/// A problem names a file that was given, and a place within it (one past its end for what is missing there).
inline void check_places(const Problems& problems, std::string_view name, std::string_view text) {
  // Where no LF stands, CR ends the lines.
  const auto lines = split(text, text.find('\n') == std::string_view::npos ? '\r' : '\n');
  const bool converted = !is_utf8(text);  // UTF-16 has its places in the text it stands for
  for (const auto& problem : problems) {
    must(is_utf8(to_string(problem)) && !problem.text.empty());
    must(split(to_string(problem), '\n').size() == (problem.hint.empty() ? 1 : 2));  // whatever it repeats
    if (converted || problem.place.file != name || problem.place.line == 0) continue;
    must(problem.place.line > 0 && problem.place.column >= 0);
    const auto line = static_cast<std::size_t>(problem.place.line);
    must(line <= lines.size() + 1);
    const auto length = line <= lines.size() ? lines[line - 1].size() : 0;
    must(static_cast<std::size_t>(problem.place.column) <= length + 1);
  }
}

}  // namespace docket::fuzz
