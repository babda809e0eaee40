#include "daemon/letters/template_file.h"

#include <algorithm>

#include "config/text.h"
#include "daemon/letters/lines.h"
#include "daemon/letters/scan.h"

namespace docket::letters {
namespace {

constexpr std::string_view kSubjectWord = "Subject:";
constexpr std::size_t kMostOctets = std::size_t{256} << 10U;
constexpr std::string_view kSuffix = ".txt";

std::string without_carriage_returns(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::string result(text);
  for (auto at = result.find("\r\n"); at != std::string::npos; at = result.find("\r\n", at)) result.erase(at, 1);
  return result;
}

/// Reads one file; every fault is added to the problems of the whole set.
/// Refuses what a letter could not be sent with; the text itself is the town's own affair.
class Reader {
 public:
  Reader(const std::string& file, std::string_view octets, Problems& problems)
      : file_(file), text_(without_carriage_returns(octets)), problems_(problems) {}

  TemplateSource read() {
    TemplateSource source;
    if (!plain()) return source;
    const auto end = std::min(text_.find('\n'), text_.size());
    const std::string_view first = std::string_view(text_).substr(0, end);
    if (!first.starts_with(kSubjectWord)) {
      complain({file_, 1, 1}, "the first line is not the subject", "begin the file with \"Subject: \" and the subject");
      return source;
    }
    source.subject = read_subject(first);
    source.text = read_text(end);
    return source;
  }

 private:
  void complain(Place place, std::string text, std::string hint) {
    problems_.push_back({Severity::error, std::move(place), std::move(text), std::move(hint)});
  }

  bool plain() {
    if (text_.size() > kMostOctets) {
      complain({file_, 0, 0}, "the file is larger than 256 KiB", "a letter is a page or two");
      return false;
    }
    if (!is_utf8(text_)) {
      complain({file_, 0, 0}, "the file is not UTF-8", "save it as UTF-8 text");
      return false;
    }
    const auto control = std::find_if(text_.begin(), text_.end(), [](char c) {
      return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == '\x7F';
    });
    if (control == text_.end()) return true;
    const auto offset = static_cast<std::size_t>(control - text_.begin());
    complain(place_of({text_, {file_, 1, 1}}, offset), "a control character", "remove it");
    return false;
  }

  /// One line by construction: the subject is what stands in the first one.
  std::string read_subject(std::string_view line) {
    const auto subject = trim(line.substr(kSubjectWord.size()));
    if (subject.empty()) {
      complain({file_, 1, static_cast<int>(line.size()) + 1}, "the subject is empty", "write it after \"Subject: \"");
      return {};
    }
    const auto before = std::string_view(line.data(), static_cast<std::size_t>(subject.data() - line.data()));
    const Part part{subject, {file_, 1, static_cast<int>(count_characters(before)) + 1}, true};
    return mark(subject, scan(part, problems_));
  }

  std::string read_text(std::size_t first_end) {
    const auto rest = std::string_view(text_).substr(std::min(first_end + 1, text_.size()));
    if (trim(rest).empty()) {
      complain({file_, 2, 1}, "there is no text below the subject", "write an empty line, then the text");
      return {};
    }
    const auto second = rest.substr(0, rest.find('\n'));
    if (!trim(second).empty()) {
      complain({file_, 2, 1}, "the second line is not empty", "leave an empty line between subject and text");
      return {};
    }
    const auto body = rest.substr(second.size() + 1);
    return mark(body, scan({body, {file_, 3, 1}}, problems_));
  }

  const std::string& file_;
  std::string text_;
  Problems& problems_;
};

}  // namespace

std::optional<TemplateName> parse_template_name(std::string_view path) {
  auto base = path.substr(path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/') + 1);
  if (!base.ends_with(kSuffix)) return std::nullopt;
  base.remove_suffix(kSuffix.size());
  const auto dot = base.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || dot + 1 == base.size()) return std::nullopt;
  return TemplateName{std::string(base.substr(0, dot)), std::string(base.substr(dot + 1))};
}

TemplateSource read_template(const TextFile& file, Problems& problems) {
  return Reader(file.name, file.text, problems).read();
}

}  // namespace docket::letters
