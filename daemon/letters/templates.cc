#include "daemon/letters/templates.h"

#include <algorithm>
#include <array>
#include <kainjow/mustache.hpp>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "config/text.h"
#include "daemon/letters/lines.h"
#include "daemon/letters/scan.h"

namespace docket {
namespace {

using nlohmann::json;
namespace mustache = kainjow::mustache;

constexpr std::string_view kLanguageSeparator = "* * *";
constexpr std::string_view kSubjectWord = "Subject:";
constexpr std::size_t kMostOctets = std::size_t{256} << 10U;
constexpr std::string_view kSuffix = ".txt";
/// What the daemon itself sends; a town that lacks one could not write to its residents.
constexpr std::array<const char*, 4> kNeeded = {"acknowledgement", "addition", "forward", "too-large"};

struct Source {
  std::string subject;  ///< marked (daemon/letters/lines.h)
  std::string text;     ///< marked
  std::string file;
};

struct FileName {
  std::string name;
  std::string language;
};

/// "letters/acknowledgement.en.txt" → acknowledgement, en.
std::optional<FileName> parse_name(std::string_view path) {
  auto base = path.substr(path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/') + 1);
  if (!base.ends_with(kSuffix)) return std::nullopt;
  base.remove_suffix(kSuffix.size());
  const auto dot = base.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || dot + 1 == base.size()) return std::nullopt;
  return FileName{std::string(base.substr(0, dot)), std::string(base.substr(dot + 1))};
}

std::string without_carriage_returns(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::string result(text);
  for (auto at = result.find("\r\n"); at != std::string::npos; at = result.find("\r\n", at)) result.erase(at, 1);
  return result;
}

/// Reads one file; every fault is added to the problems of the whole set.
class Reader {
 public:
  Reader(const std::string& file, std::string_view octets, Problems& problems)
      : file_(file), text_(without_carriage_returns(octets)), problems_(problems) {}

  Source read() {
    Source source;
    source.file = file_;
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
    complain(letters::place_of({text_, {file_, 1, 1}}, offset), "a control character", "remove it");
    return false;
  }

  std::string read_subject(std::string_view line) {
    const auto subject = trim(line.substr(kSubjectWord.size()));
    if (subject.empty()) {
      complain({file_, 1, static_cast<int>(line.size()) + 1}, "the subject is empty", "write it after \"Subject: \"");
      return {};
    }
    const auto before = std::string_view(line.data(), static_cast<std::size_t>(subject.data() - line.data()));
    const letters::Part part{subject, {file_, 1, static_cast<int>(count_characters(before)) + 1}, true};
    return letters::mark(subject, letters::scan(part, problems_));
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
    return letters::mark(body, letters::scan({body, {file_, 3, 1}}, problems_));
  }

  const std::string& file_;
  std::string text_;
  Problems& problems_;
};

mustache::data to_data(const json& value);

mustache::data object_data(const json& object) {
  mustache::data data{mustache::data::type::object};
  for (const auto& [key, value] : object.items()) {
    // mustache takes an empty text for true: what is empty is not there.
    if (value.is_null() || (value.is_string() && letters::one_line(value.get_ref<const std::string&>()).empty()))
      continue;
    data.set(key, to_data(value));
  }
  return data;
}

mustache::data to_data(const json& value) {
  if (value.is_string()) return letters::one_line(value.get_ref<const std::string&>());
  if (value.is_boolean()) return value.get<bool>() ? mustache::data::type::bool_true : mustache::data::type::bool_false;
  if (value.is_object()) return object_data(value);
  if (!value.is_array()) return value.dump();
  mustache::data list{mustache::data::type::list};
  for (const auto& item : value) list.push_back(to_data(item));
  return list;
}

/// A stored row may be of another release: what is not a text is no text.
std::string text_in(const json& vars, const char* name) {
  const auto found = vars.find(name);
  return found != vars.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string render_marked(const std::string& marked, const mustache::data& data) {
  mustache::mustache form{marked};
  form.set_custom_escape([](const std::string& text) { return text; });
  return letters::finish(form.render(data));
}

std::string joined_subject(std::string first, std::string second, const std::string& number) {
  const auto tag = "[" + number + "]";
  if (const auto at = number.empty() ? std::string::npos : second.find(tag); at != std::string::npos) {
    second.erase(at, tag.size());
  }
  second = letters::one_line(second);
  if (second.empty() || first.find(second) != std::string::npos) return first;
  return std::move(first) + " / " + second;
}

}  // namespace

struct Templates::Parsed {
  std::map<std::string, std::map<std::string, Source>> by_name;  ///< name → language → source
  std::size_t offered = 0;                                       ///< that the town offers

  [[nodiscard]] const Source* find(const std::string& name, const std::string& language) const {
    const auto named = by_name.find(name);
    if (named == by_name.end()) return nullptr;
    const auto found = named->second.find(language);
    return found == named->second.end() ? nullptr : &found->second;
  }

  void take(const TextFile& file, const Town& town, Problems& problems) {
    const auto parsed = parse_name(file.name);
    if (!parsed) {
      problems.push_back({Severity::error,
                          {file.name, 0, 0},
                          "the file's name is not NAME.LANGUAGE.txt",
                          "for example acknowledgement." + town.default_language + ".txt"});
      return;
    }
    if (std::find(town.languages.begin(), town.languages.end(), parsed->language) == town.languages.end()) {
      problems.push_back({Severity::warning,
                          {file.name, 0, 0},
                          "the town does not offer '" + parsed->language + "'",
                          "add it to languages in town.yaml, or remove the file"});
    }
    by_name[parsed->name][parsed->language] = Reader(file.name, file.text, problems).read();
  }

  void check_complete(const Town& town, Problems& problems) const {
    std::set<std::string> wanted(kNeeded.begin(), kNeeded.end());
    for (const auto& [name, languages] : by_name) wanted.insert(name);
    for (const auto& name : wanted) {
      for (const auto& language : town.languages) {
        if (find(name, language) != nullptr) continue;
        problems.push_back({Severity::error,
                            {"letters/" + name + "." + language + ".txt", 0, 0},
                            "the template " + name + " is missing in '" + language + "'",
                            by_name.contains(name) ? "every template is needed in every language of the town"
                                                   : "`docket init` writes a sample of it"});
      }
    }
  }

  /// Subject and text of one language; the notices that `vars` names stand on top and begin the subject.
  [[nodiscard]] RenderedLetter one(const Source& source, const std::string& language, const json& vars) const {
    auto data = object_data(vars);
    set_answer(data, language, vars);
    RenderedLetter letter;
    std::string subject;
    for (const auto& notice : vars.value("notices", json::array())) {
      const auto* top = notice.is_string() ? find("notice-" + notice.get<std::string>(), language) : nullptr;
      if (top == nullptr) continue;
      subject += render_marked(top->subject, data) + " ";
      letter.text += render_marked(top->text, data) + "\n";
    }
    letter.subject = letters::one_line(subject + render_marked(source.subject, data));
    letter.text += render_marked(source.text, data);
    return letter;
  }

  /// The ready answer is a template of its own, so it may have several lines.
  void set_answer(mustache::data& data, const std::string& language, const json& vars) const {
    const auto name = text_in(vars, "ready_answer");
    const auto* source = name.empty() ? nullptr : find("answer-" + name, language);
    if (source == nullptr) return;
    auto text = render_marked(source->text, data);
    text.erase(text.find_last_not_of('\n') + 1);
    if (!text.empty()) data.set("answer", text);
  }
};

Templates::Templates(std::unique_ptr<Parsed> parsed) : parsed_(std::move(parsed)) {}
Templates::~Templates() = default;

std::shared_ptr<const Templates> Templates::load(const std::vector<TextFile>& files, const Town& town,
                                                 Problems& problems) {
  Problems found;
  auto parsed = std::make_unique<Parsed>();
  parsed->offered = town.languages.size();
  for (const auto& file : files) parsed->take(file, town, found);
  parsed->check_complete(town, found);
  const bool wrong = has_errors(found);
  problems.insert(problems.end(), found.begin(), found.end());
  if (wrong) return nullptr;
  return std::shared_ptr<const Templates>(new Templates(std::move(parsed)));  // NOLINT: the constructor is private
}

std::vector<std::string> Templates::names() const {
  std::vector<std::string> names;
  for (const auto& [name, languages] : parsed_->by_name) names.push_back(name);
  return names;
}

RenderedLetter Templates::render(const std::string& name, const std::vector<std::string>& languages,
                                 const json& facts) const {
  std::vector<std::string> offered;
  std::copy_if(languages.begin(), languages.end(), std::back_inserter(offered),
               [&](const std::string& language) { return parsed_->find(name, language) != nullptr; });
  // A row recorded before a reload may ask for a language that went: better another than nothing.
  if (const auto named = parsed_->by_name.find(name); offered.empty() && named != parsed_->by_name.end()) {
    offered.push_back(named->second.begin()->first);
  }
  RenderedLetter letter;
  for (const auto& language : offered) {
    const auto given = facts.is_object() ? facts.find(language) : facts.end();
    json vars = given != facts.end() && given->is_object() ? *given : json::object();
    vars["one_language"] = offered.size() == 1 && parsed_->offered > 1;
    vars["first_of_several"] = offered.size() > 1 && language == offered.front();
    const auto one = parsed_->one(*parsed_->find(name, language), language, vars);
    const bool first = letter.language.empty();
    letter.subject = first ? one.subject : joined_subject(letter.subject, one.subject, text_in(vars, "number"));
    letter.text += first ? one.text : "\n" + std::string(kLanguageSeparator) + "\n\n" + one.text;
    letter.language += first ? language : ", " + language;
  }
  return letter;
}

}  // namespace docket
