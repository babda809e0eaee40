// yaml-cpp's events become nodes; the dialect's refusals that need the parser's view are made here.
#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/node/node.h>  // parser.h declares a Node; defined, it is not taken for ours
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <unordered_map>

#include "config/text.h"
#include "config/yaml/explain.h"
#include "config/yaml/guard.h"
#include "config/yaml/node.h"

namespace docket::yaml {
namespace {

// Far beyond any real file, and bounded before anything walks the tree by recursion.
constexpr std::size_t kMaxDepth = 24;
constexpr std::size_t kMaxNodes = 1'000'000;

/// Ends the parse; the problem that caused it is on the list already.
struct Refused {};

/// Takes events as they come, so that what must be refused is seen with its place; the library's own tree keeps the
/// first of two equal keys without a word, shares anchors, and reads a null as the text "null".
class Builder final : public YAML::EventHandler {
 public:
  Builder(const std::string& file, std::string_view text, Problems& problems)
      : file_(file), text_(text), problems_(problems), cursor_(text) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    // The library would read the first document and leave the others unread.
    if (documents_++ > 0) refuse(offset(mark), "text after the end of the document", "one file holds one document");
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    check_anchor(mark, anchor);
    if (wants_key()) {
      refuse(offset(mark), "a key is missing before ':'",
             "write it before the colon; a text that begins with ':' needs quotes");
    }
    auto node = make(Node::Kind::null, mark);
    if (null_is_written(mark)) {
      node.text = octet(offset(mark)) == '~' ? "~" : "null";
    } else if (!open_.empty() && open_.back().node.is_map()) {
      const auto& key = open_.back().node.keys.back();
      node.line = key.line;  // the parser's own place is where the next entry begins
      node.column = key.column;
      if (open_.back().flow) refuse_lone_word(key, offset(mark));
    }
    add(std::move(node));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    refuse(offset(mark), "aliases (*name) are not used here", "write the value out, or put the text in quotes");
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    check_anchor(mark, anchor);
    auto node = make(Node::Kind::scalar, mark);
    node.style = style_at(offset(mark), tag);
    node.text = value;
    check_scalar(node, offset(mark));
    if (wants_key()) {
      add_key(node);
    } else {
      add(std::move(node));
    }
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    start(Node::Kind::list, mark, tag, anchor, style);
  }
  void OnSequenceEnd() override { finish(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    start(Node::Kind::map, mark, tag, anchor, style);
  }
  void OnMapEnd() override { finish(); }

  [[nodiscard]] std::optional<Node> take_root() { return std::move(root_); }

 private:
  struct Open {
    Node node;
    bool flow = false;
    std::unordered_map<std::string, int> line_of;  ///< of each key so far
  };

  [[nodiscard]] std::size_t offset(const YAML::Mark& mark) const {
    return mark.pos < 0 ? 0 : std::min(static_cast<std::size_t>(mark.pos), text_.size());
  }

  void problem(std::size_t at, std::string text, std::string hint) {
    problems_.push_back({Severity::error, cursor_.place(file_, at), std::move(text), std::move(hint)});
  }
  [[noreturn]] void refuse(std::size_t at, std::string text, std::string hint) {
    problem(at, std::move(text), std::move(hint));
    throw Refused{};
  }

  /// What was probably meant by a key that nothing follows in brackets.
  [[nodiscard]] std::string hint_for_lone_word(const Key& key, std::size_t at) const {
    while (at > 0 && (octet(at - 1) == ' ' || octet(at - 1) == '\n')) --at;
    if (at > 0 && octet(at - 1) == ':') return "give a value, or take the key out";
    if (key.text.find(':') != std::string::npos) return "a space belongs after the colon";
    if (key.text.find('=') != std::string::npos) return "write ': ' instead of '='";
    return "a text that holds a comma needs quotes";
  }

  /// `{subject: Re, hello}` has a key "hello" without a value.
  void refuse_lone_word(const Key& key, std::size_t at) {
    problems_.push_back({Severity::error,
                         {file_, key.line, key.column},
                         may_show_secret(text_, at) ? "a key has no value" : fmt::format("'{}' has no value", key.text),
                         hint_for_lone_word(key, at)});
  }

  /// Inside a mapping events alternate: key, value, key, value.
  [[nodiscard]] bool wants_key() const {
    return !open_.empty() && open_.back().node.is_map() &&
           open_.back().node.keys.size() == open_.back().node.items.size();
  }
  [[nodiscard]] char octet(std::size_t at) const { return at < text_.size() ? text_[at] : '\n'; }

  void check_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != 0) refuse(offset(mark), "anchors (&name) are not used here", "put the text in quotes");
  }
  void check_tag(std::size_t at, const std::string& tag) {
    if (!tag.empty() && tag != "?") refuse(at, "tags (!name) are not used here", "put the text in quotes");
  }
  /// The library gives the same event for `~`, `null` and for nothing at all; only the source tells them apart.
  [[nodiscard]] bool null_is_written(const YAML::Mark& mark) const {
    return std::string_view("~nN").find(octet(offset(mark))) != std::string_view::npos;
  }

  /// Places come from the octet offset: the library counts columns in octets, people in characters.
  Node make(Node::Kind kind, const YAML::Mark& mark) {
    if (++nodes_ > kMaxNodes) refuse(offset(mark), "the file holds too many values", "split it into several files");
    const auto place = cursor_.place(file_, offset(mark));
    Node node;
    node.kind = kind;
    node.line = place.line;
    node.column = place.column;
    return node;
  }

  /// The library does not say how a value was quoted, and quotes are how a clerk says "this is a text".
  Node::Style style_at(std::size_t at, const std::string& tag) {
    switch (octet(at)) {
      case '"':
        return Node::Style::double_quoted;
      case '\'':
        return Node::Style::single_quoted;
      case '|':
      case '>':
        return Node::Style::block;
      default:
        check_tag(at, tag);
        return Node::Style::plain;
    }
  }

  /// What the line check could not see is seen by comparing a value with its source.
  void check_scalar(const Node& node, std::size_t at) {
    if (node.style == Node::Style::plain && text_.compare(at, node.text.size(), node.text) != 0) {
      refuse(at,
             may_show_secret(text_, at)
                 ? "this value goes on over several lines"
                 : fmt::format("this value goes on over several lines: \"{}\"", first_characters(node.text, 60)),
             "a space may be missing after '-' or ':'; put a long text in quotes on one line, or below '|'");
    }
    const bool quoted = node.style == Node::Style::single_quoted || node.style == Node::Style::double_quoted;
    if (quoted && end_of_quoted(text_, at) == std::string_view::npos) {
      refuse(at, "the quote is not closed on its line", "close it");
    }
    const auto control = std::find_if(node.text.begin(), node.text.end(), [](char c) {
      return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == '\x7F';
    });
    if (control != node.text.end()) {
      problem(at, "a backslash in double quotes made a control character of this",
              "use single quotes for patterns: '\\bword\\b'");
    }
  }

  /// Both entries stay in the tree after a complaint, so that what is below them is checked too.
  void add_key(const Node& node) {
    auto& open = open_.back();
    if (node.text == "<<" && node.style == Node::Style::plain) {
      problems_.push_back(
          {Severity::error, {file_, node.line, node.column}, "'<<' is not used here", "write the entries out"});
    }
    // `retired: {on: DAY}` is a key of town.yaml, as plain English has it.
    if (is_truth_word(node) && node.text != "on") {
      problems_.push_back({Severity::warning,
                           {file_, node.line, node.column},
                           fmt::format("'{}' without quotes means true or false to other programs", node.text),
                           fmt::format("write \"{}\"", node.text)});
    }
    const auto [first, is_new] = open.line_of.emplace(node.text, node.line);
    if (!is_new) {
      problems_.push_back({Severity::error,
                           {file_, node.line, node.column},
                           fmt::format("'{}' is here a second time; the first is in line {}", node.text, first->second),
                           "keep one of them"});
    }
    open.node.keys.push_back({node.text, node.line, node.column});
  }

  void add(Node node) {
    if (open_.empty()) {
      root_ = std::move(node);
    } else {
      open_.back().node.items.push_back(std::move(node));
    }
  }

  void start(Node::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
             YAML::EmitterStyle::value style) {
    check_anchor(mark, anchor);
    check_tag(offset(mark), tag);
    if (wants_key()) refuse(offset(mark), "a list or mapping cannot be a key", "put the text in quotes");
    if (open_.size() >= kMaxDepth) refuse(offset(mark), "nested too deeply", "at most 24 levels");
    open_.push_back({make(kind, mark), style == YAML::EmitterStyle::Flow, {}});
  }

  void finish() {
    Node node = std::move(open_.back().node);
    open_.pop_back();
    add(std::move(node));
  }

  const std::string& file_;
  std::string_view text_;
  Problems& problems_;
  Cursor cursor_;
  std::vector<Open> open_;
  std::optional<Node> root_;
  std::size_t nodes_ = 0;
  int documents_ = 0;
};

std::size_t offset_of(std::string_view text, const YAML::Mark& mark) {
  return mark.pos < 0 ? text.size() : std::min(static_cast<std::size_t>(mark.pos), text.size());
}

/// The one place where the library's exceptions end; each becomes a problem in the words of explain().
void run_parser(const std::string& file, const std::string& text, Builder& builder, Problems& problems) {
  try {
    std::istringstream in(text);
    YAML::Parser parser(in);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Refused&) {  // NOLINT(bugprone-empty-catch): its problem is listed
  } catch (const YAML::Exception& exception) {
    const auto words = explain(exception.msg);
    problems.push_back({Severity::error, Cursor(text).place(file, offset_of(text, exception.mark)),
                        std::string(words.text), std::string(words.hint)});
  }
}

bool errors_since(const Problems& problems, std::size_t before) {
  return std::any_of(problems.begin() + static_cast<std::ptrdiff_t>(before), problems.end(),
                     [](const Problem& problem) { return problem.severity == Severity::error; });
}

}  // namespace

bool is_truth_word(const Node& node) {
  static constexpr std::array kWords{"yes", "no", "on", "off", "y", "n", "true", "false"};
  return node.style == Node::Style::plain && std::any_of(kWords.begin(), kWords.end(), [&](const char* word) {
           return ascii_equal_nocase(node.text, word);
         });
}

const Node* Node::find(std::string_view key) const {
  const auto found = std::find_if(keys.begin(), keys.end(), [&](const Key& k) { return k.text == key; });
  return found == keys.end() ? nullptr : &items[static_cast<std::size_t>(found - keys.begin())];
}

std::optional<Node> parse(const std::string& file, std::string_view text, Problems& problems) {
  const auto before = problems.size();
  const auto clean = clean_text(file, text, problems);
  // Whatever these two refuse, the library would have read in some way of its own: so it does not get to see it.
  if (!clean || !check_lines(file, *clean, problems)) return std::nullopt;
  Builder builder(file, *clean, problems);
  run_parser(file, *clean, builder, problems);
  if (errors_since(problems, before)) return std::nullopt;
  auto root = builder.take_root();
  if (!root || !root->is_map()) {
    const int line = root ? root->line : 1;
    const int column = root ? root->column : 1;
    problems.push_back({Severity::error,
                        {file, line, column},
                        root && !root->is_null() ? "the file must be lines of 'key: value'" : "the file is empty",
                        root && !root->is_null() ? "a space belongs after the colon; the first line is 'version: 1'"
                                                 : "the first line is 'version: 1'"});
    return std::nullopt;
  }
  return root;
}

}  // namespace docket::yaml
