#include "connectors/mime/markup.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "config/text.h"

namespace docket {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr int kAttributes = 40;    // no mail program writes more; libxml2 compares each with all before it
constexpr std::size_t kName = 40;  // octets of an element's name; no longer one is known
constexpr std::string_view kBlank = " \t\r\n\f";

bool is_blank(char c) { return kBlank.find(c) != npos; }
bool is_letter(std::string_view c) {
  return !c.empty() && ((c[0] >= 'a' && c[0] <= 'z') || (c[0] >= 'A' && c[0] <= 'Z'));
}

std::size_t after(std::string_view text, std::string_view end, std::size_t from) {
  const auto at = text.find(end, from);
  return at == npos ? npos : at + end.size();
}

std::string_view name_of(std::string_view tag) {
  return tag.substr(0, std::min(tag.find_first_of(" \t\r\n\f/>"), kName));
}

bool is_any(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::any_of(names.begin(), names.end(), [&](auto one) { return ascii_equal_nocase(name, one); });
}

class Tamer {
 public:
  explicit Tamer(std::string_view html) : rest_(html) { out_.reserve(html.size()); }

  std::string run() {
    while (!rest_.empty()) {
      keep(std::min(rest_.find('<'), rest_.size()));
      if (!rest_.empty()) markup();
    }
    return std::move(out_);
  }

 private:
  void keep(std::size_t length) {
    out_ += rest_.substr(0, length);
    rest_.remove_prefix(length);
  }

  void drop(std::size_t length) { rest_.remove_prefix(std::min(length, rest_.size())); }

  void markup() {
    if (rest_.starts_with("<!--")) {
      drop(after(rest_, "-->", 2));  // "<!-->" is a whole comment
    } else if (rest_.starts_with("<!") || rest_.starts_with("<?")) {
      drop(after(rest_, ">", 2));  // "<![if !supportLists]>" shows as text otherwise
    } else if (rest_.starts_with("</") && is_letter(rest_.substr(2, 1))) {
      end_tag();
    } else if (is_letter(rest_.substr(1, 1))) {
      start_tag();
    } else {
      out_ += "&lt;";  // libxml2 would drop it, or open a paragraph
      drop(1);
    }
  }

  /// One tag, "<a href=…>": its length with the ">" (npos: it never ends), and whether it has too many attributes.
  struct Tag {
    std::size_t length = npos;
    bool crowded = false;
  };

  /// A ">" inside a quoted value ends no tag; but a quote that never closes must not swallow the letter.
  Tag measure() {
    int attributes = 0;
    bool in_word = true;
    for (std::size_t at = 1; at < rest_.size(); ++at) {
      const char c = rest_[at];
      if (c == '>') return {at + 1, false};
      if (c == '=') {
        at = end_of_value(at);
        if (at == npos) break;
        in_word = false;
      } else if (is_blank(c)) {
        in_word = false;
      } else if (!std::exchange(in_word, true) && ++attributes > kAttributes) {
        return {after(rest_, ">", at), true};
      }
    }
    return {after(rest_, ">", 0), false};
  }

  /// Where a quoted value closes, or its "=" when it is none; npos: it never does.
  std::size_t end_of_value(std::size_t equals) {
    const auto start = rest_.find_first_not_of(kBlank, equals + 1);
    if (start == npos || (rest_[start] != '"' && rest_[start] != '\'')) return equals;
    // Once a kind of quote has no more partner it never will: looking again for each tag would be quadratic.
    const char quote = rest_[start];
    const auto end = lone_quotes_.find(quote) == npos ? rest_.find(quote, start + 1) : npos;
    if (end == npos) lone_quotes_ += quote;
    return end;
  }

  void start_tag() {
    const auto tag = measure();
    const auto name = name_of(rest_.substr(1));
    if (is_any(name, {"script", "style"})) {
      drop(tag.length);
      drop_content(name);
    } else if (tag.crowded) {
      out_.append("<").append(name).append(">");
      drop(tag.length);
    } else if (tag.length == npos) {
      drop(npos);
    } else {
      keep(tag.length);
    }
  }

  /// Everything up to the end tag is no markup, whatever it looks like.
  void drop_content(std::string_view name) {
    do {
      drop(after(rest_, "</", 0));
    } while (!rest_.empty() && !ascii_equal_nocase(rest_.substr(0, name.size()), name));
    drop(after(rest_, ">", 0));
  }

  /// libxml2 reads nothing after </html>, but gateways put a banner's whole document before that of the letter.
  void end_tag() {
    const auto length = after(rest_, ">", 2);
    if (is_any(name_of(rest_.substr(2)), {"html", "body"})) {
      out_ += "<hr>";
      drop(length);
    } else if (length == npos) {
      drop(npos);
    } else {
      keep(length);
    }
  }

  std::string_view rest_;
  std::string out_;
  std::string lone_quotes_;
};

}  // namespace

std::string tame_markup(std::string_view html) { return Tamer(html).run(); }

}  // namespace docket
