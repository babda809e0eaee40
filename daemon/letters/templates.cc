#include "daemon/letters/templates.h"
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <kainjow/mustache.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "config/personal_details.h"
#include "config/sample.h"
#include "config/text.h"
#include "daemon/letters/lines.h"
#include "daemon/letters/template_file.h"

namespace docket {
namespace {

using nlohmann::json;
namespace mustache = kainjow::mustache;

// Plain enough for a screen reader and never taken for a signature ("-- ").
constexpr std::string_view kLanguageSeparator = "* * *";
constexpr const char* kNews = "update";
/// What the daemon itself sends; a town that lacks one could not write to its residents.
constexpr std::array<const char*, 4> kNeeded = {"acknowledgement", "addition", "forward", "too-large"};

mustache::data to_data(const json& value);

/// Values go in as they are: there is no markup in plain text to escape from, and no tag in a value is read again.
mustache::data object_data(const json& object) {
  mustache::data data{mustache::data::type::object};
  for (const auto& [key, value] : object.items()) {
    // mustache takes an empty text for true: what is empty is not there.
    auto given = to_data(value);
    if (value.is_null() || (given.is_string() && given.string_value().empty())) continue;
    data[key] = std::move(given);
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

/// A marked text, parsed once.
class Form {
 public:
  explicit Form(const std::string& marked) : parsed_(std::make_unique<mustache::mustache>(marked)) {
    parsed_->set_custom_escape([](const std::string& text) { return text; });
  }
  /// From any thread: the engine changes a parsed text only for partials, lambdas and other delimiters, and scan()
  /// refuses those.
  [[nodiscard]] std::string render(const mustache::data& data) const {
    std::string rendered;
    parsed_->render(data, [&](const std::string& piece) { rendered += piece; });
    return letters::finish(rendered);
  }

 private:
  std::unique_ptr<mustache::mustache> parsed_;
};

struct Forms {
  explicit Forms(const letters::TemplateSource& source) : subject(source.subject), text(source.text) {}
  Form subject;
  Form text;
};

/// The number once, at the place where the first language has it; a subject that is the same twice stands once.
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

/// What the files say, marked for finish().
struct Templates::Parsed {
  std::map<std::string, std::map<std::string, Forms>> by_name;  ///< name → language → forms
  std::size_t offered = 0;                                      ///< that the town offers

  [[nodiscard]] const Forms* find(const std::string& name, const std::string& language) const {
    const auto named = by_name.find(name);
    if (named == by_name.end()) return nullptr;
    const auto found = named->second.find(language);
    return found == named->second.end() ? nullptr : &found->second;
  }

  void take(const TextFile& file, const Town& town, Problems& problems) {
    const auto parsed = letters::parse_template_name(file.name);
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
    by_name[parsed->name].insert_or_assign(parsed->language, Forms(letters::read_template(file, problems)));
    if (parsed->name == "forward") return;  // the one that offices read
    int number = 0;
    for (const auto line : split(file.text, '\n')) {
      warn_of_personal_detail(line, town, {file.name, ++number, 1}, "this letter", problems);
    }
  }

  /// Every template in every language of the town: a gap would be found by the resident whose language it is.
  void check_complete(const Town& town, Problems& problems) const {
    std::set<std::string> wanted(kNeeded.begin(), kNeeded.end());
    for (const auto& [name, languages] : by_name) wanted.insert(name);
    for (const auto& name : wanted) {
      for (const auto& language : town.languages) {
        if (find(name, language) != nullptr) continue;
        problems.push_back({Severity::error,
                            {fmt::format("letters/{}.{}.txt", name, language), 0, 0},
                            fmt::format("the template {} is missing in '{}'", name, language),
                            by_name.contains(name) ? "every template is needed in every language of the town"
                                                   : "`docket init` writes a sample of it"});
      }
    }
  }

  /// Towns that wrote their letters before there were news get the sample's words for them: English, where the sample
  /// lacks a language.
  void add_news(const Town& town) {
    if (by_name.contains(kNews)) return;
    Problems none;
    for (const auto& language : town.languages) {
      for (const auto& sample : sample_files()) {
        const bool own = sample.path == fmt::format("letters/{}.{}.txt", kNews, language);
        const bool english = sample.path == fmt::format("letters/{}.en.txt", kNews);
        const bool first = !by_name[kNews].contains(language);
        if (own || (english && first)) {
          by_name[kNews].insert_or_assign(language,
                                          Forms(letters::read_template({sample.path, std::string(sample.text)}, none)));
        }
      }
    }
  }

  /// Subject and text of one language; the notices that `vars` names stand on top and begin the subject. `first`: of
  /// several languages.
  [[nodiscard]] RenderedLetter one(const Forms& forms, const std::string& language, const json& vars, bool alone,
                                   bool first) const {
    auto data = object_data(vars);
    data["one_language"] = alone && offered > 1;
    data["first_of_several"] = first && !alone;
    set_answer(data, language, vars);
    RenderedLetter letter;
    std::string subject;
    static const json kNone = json::array();
    const auto notices = vars.find("notices");
    for (const auto& notice : notices == vars.end() ? kNone : *notices) {
      const auto* top = notice.is_string() ? find("notice-" + notice.get<std::string>(), language) : nullptr;
      if (top == nullptr) continue;
      subject += top->subject.render(data) + " ";
      letter.text += top->text.render(data) + "\n";
    }
    letter.subject = letters::one_line(subject + forms.subject.render(data));
    letter.text += forms.text.render(data);
    return letter;
  }

  /// The ready answer is a template of its own, so it may have several lines.
  void set_answer(mustache::data& data, const std::string& language, const json& vars) const {
    const auto name = text_in(vars, "ready_answer");
    const auto* forms = name.empty() ? nullptr : find("answer-" + name, language);
    if (forms == nullptr) return;
    auto text = forms->text.render(data);
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
  parsed->add_news(town);
  const bool wrong = has_errors(found);
  problems.insert(problems.end(), found.begin(), found.end());
  if (wrong) return nullptr;
  return std::shared_ptr<const Templates>(
      new Templates(std::move(parsed)));  // NOLINT(cppcoreguidelines-owning-memory): private constructor
}

std::vector<std::string> Templates::names() const {
  std::vector<std::string> names;
  for (const auto& [name, languages] : parsed_->by_name) names.push_back(name);
  return names;
}

bool Templates::has(const std::string& name) const { return parsed_->by_name.contains(name); }

// The default language stands first; a heading in the other one points down to it.
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
  const json none = json::object();
  for (const auto& language : offered) {
    const auto given = facts.is_object() ? facts.find(language) : facts.end();
    const json& vars = given != facts.end() && given->is_object() ? *given : none;
    const bool first = letter.language.empty();
    const auto one = parsed_->one(*parsed_->find(name, language), language, vars, offered.size() == 1, first);
    letter.subject = first ? one.subject : joined_subject(letter.subject, one.subject, text_in(vars, "number"));
    letter.text += first ? one.text : "\n" + std::string(kLanguageSeparator) + "\n\n" + one.text;
    letter.language += first ? language : ", " + language;
  }
  return letter;
}

}  // namespace docket
