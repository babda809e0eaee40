#include "connectors/mime/uuencode.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "config/text.h"
#include "connectors/mime/fields.h"
#include "connectors/mime/transfer.h"

namespace docket::mime {
namespace {

constexpr std::string_view kBegin = "begin ";

bool is_octal(char c) { return c >= '0' && c <= '7'; }

/// The name in "begin 644 name"; "" where the line is none.
std::string_view name_in(std::string_view line) {
  if (!line.starts_with(kBegin)) return {};
  line.remove_prefix(kBegin.size());
  const auto blank = std::min(line.find(' '), line.size());
  const auto mode = line.substr(0, blank);
  if (mode.size() < 3 || mode.size() > 4 || !std::all_of(mode.begin(), mode.end(), is_octal)) return {};
  return trim(line.substr(blank));
}

/// Octets that a line of data stands for, from its first character; nullopt where it is no such line.
std::optional<std::size_t> length_of(std::string_view line) {
  const auto data = [](char c) { return c >= ' ' && c <= '`'; };
  if (!std::all_of(line.begin(), line.end(), data)) return std::nullopt;
  return line.empty() ? 0 : static_cast<std::size_t>(line.front() - ' ') & 0x3FU;
}

/// Some programs write blanks for zeros, which get lost at the end of a line, and some a checksum behind the data.
bool fits(std::string_view line, std::size_t length, bool blanks) {
  const auto needed = (length * 8 + 5) / 6;
  const auto written = trim(line.substr(1)).size();
  return written <= (length + 2) / 3 * 4 + 1 && (blanks || line.size() > needed);
}

/// Goes once through the text; a file that fails is given back to it line by line.
class Taking {
 public:
  Taking(std::string_view text, std::size_t most) : rest_(text), most_(most) {}

  UuText run() {
    while (!rest_.empty()) {
      const auto from = rest_;
      const auto line = take_line(rest_);
      const auto name = name_in(without_line_end(line));
      if (name.empty() || !take_file(name)) {
        rest_ = from.substr(line.size());
        out_.text += line;
      }
    }
    return std::move(out_);
  }

 private:
  /// Whether there was a whole file, which `rest_` then stands behind.
  bool take_file(std::string_view name) {
    UuFile file{std::string(name), {}};
    bool data = false;  // so that it is no sentence
    bool blanks = true;
    while (!rest_.empty()) {
      const auto line = without_line_end(take_line(rest_));
      const auto length = length_of(line);
      if (line == "end" || length == 0U) {
        const bool whole = line == "end" || trim(without_line_end(take_line(rest_))) == "end";
        return whole ? keep(std::move(file)) : fail(data);
      }
      blanks = blanks && line.find('`') == std::string_view::npos;
      if (!length || !fits(line, *length, blanks)) return fail(data);
      data = true;
      decode_uu_line(line, file.octets);
    }
    return fail(data);
  }

  bool keep(UuFile file) {
    out_.too_many = out_.too_many || out_.files.size() >= most_;
    if (out_.files.size() >= most_) return false;
    out_.files.push_back(std::move(file));
    return true;
  }

  bool fail(bool data) {
    out_.damaged = out_.damaged || data;
    return false;
  }

  std::string_view rest_;
  std::size_t most_;
  UuText out_;
};

}  // namespace

UuText take_uuencoded(std::string_view text, std::size_t most) { return Taking(text, most).run(); }

}  // namespace docket::mime
