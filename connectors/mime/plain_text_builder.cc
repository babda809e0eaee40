#include "connectors/mime/plain_text_builder.h"

#include <algorithm>
#include <array>
#include <utility>

#include "config/text.h"

namespace docket {
namespace {

constexpr int kQuotes = 8;  // deeper ones get no further mark

constexpr std::array<std::pair<std::string_view, Layout>, 56> kLayouts{{
    {"address", Layout::line},
    {"applet", Layout::unseen},
    {"article", Layout::paragraph},
    {"aside", Layout::paragraph},
    {"blockquote", Layout::quotation},
    {"br", Layout::line_break},
    {"caption", Layout::line},
    {"center", Layout::line},
    {"dd", Layout::line},
    {"dir", Layout::paragraph},
    {"div", Layout::line},
    {"dl", Layout::paragraph},
    {"dt", Layout::line},
    {"fieldset", Layout::line},
    {"figcaption", Layout::line},
    {"figure", Layout::line},
    {"footer", Layout::line},
    {"form", Layout::line},
    {"frameset", Layout::line},
    {"h1", Layout::paragraph},
    {"h2", Layout::paragraph},
    {"h3", Layout::paragraph},
    {"h4", Layout::paragraph},
    {"h5", Layout::paragraph},
    {"h6", Layout::paragraph},
    {"header", Layout::line},
    {"hr", Layout::paragraph},
    {"iframe", Layout::unseen},
    {"legend", Layout::line},
    {"li", Layout::item},
    {"listing", Layout::preformatted},
    {"main", Layout::line},
    {"menu", Layout::paragraph},
    {"nav", Layout::line},
    {"object", Layout::unseen},
    {"ol", Layout::paragraph},
    {"option", Layout::line},
    {"p", Layout::paragraph},
    {"plaintext", Layout::preformatted},
    {"pre", Layout::preformatted},
    {"script", Layout::unseen},
    {"section", Layout::paragraph},
    {"style", Layout::unseen},
    {"table", Layout::paragraph},
    {"tbody", Layout::line},
    {"td", Layout::cell},
    {"template", Layout::unseen},
    {"textarea", Layout::line},
    {"tfoot", Layout::line},
    {"th", Layout::cell},
    {"thead", Layout::line},
    {"title", Layout::unseen},
    {"tr", Layout::line},
    {"ul", Layout::paragraph},
    {"xml", Layout::unseen},
    {"xmp", Layout::preformatted},
}};

bool is_space(std::string_view character) {
  return character == " " || character == "\t" || character == "\n" || character == "\r" || character == "\f" ||
         character == "\xC2\xA0";
}

/// Soft hyphen, zero-width space and byte order mark would part a word that people see whole.
bool is_nothing(std::string_view character) {
  return character == "\xC2\xAD" || character == "\xE2\x80\x8B" || character == "\xEF\xBB\xBF" ||
         (character.size() == 1 && static_cast<unsigned char>(character[0]) < 0x20) || character == "\x7F";
}

}  // namespace

Layout layout_of(std::string_view element) {
  const auto found = std::lower_bound(kLayouts.begin(), kLayouts.end(), element,
                                      [](const auto& entry, std::string_view name) { return entry.first < name; });
  return found != kLayouts.end() && found->first == element ? found->second : Layout::inside;
}

void PlainTextBuilder::open(Layout layout) {
  switch (layout) {
    case Layout::line_break:
      breaks_ = std::min(breaks_ + 1, 2);
      break;
    case Layout::line:
      break_line(1);
      break;
    case Layout::item:
      break_line(1);
      item_ = true;
      break;
    case Layout::quotation:
      break_line(1);
      ++quotes_;
      break;
    case Layout::preformatted:
      ++preformatted_;
      break_line(2);
      break;
    case Layout::paragraph:
      break_line(2);
      break;
    case Layout::cell:
      space_ = true;
      break;
    case Layout::inside:
    case Layout::unseen:
      break;
  }
}

void PlainTextBuilder::close(Layout layout) {
  if (layout == Layout::line_break) return;
  if (layout == Layout::quotation) {
    quotes_ = std::max(quotes_ - 1, 0);
    break_line(2);
    return;
  }
  if (layout == Layout::preformatted) preformatted_ = std::max(preformatted_ - 1, 0);
  const bool item = std::exchange(item_, false);
  open(layout == Layout::preformatted ? Layout::paragraph : layout);
  // An empty item leaves no mark; a list inside an item must not take the mark of its own text away.
  item_ = item && layout != Layout::item;
}

void PlainTextBuilder::text(std::string_view utf8) {
  while (!utf8.empty() && !full_) {
    const auto character = first_characters(utf8, 1);
    utf8.remove_prefix(character.size());
    if (preformatted_ > 0 && character == "\n") {
      breaks_ = std::min(breaks_ + 1, 2);
    } else if (is_space(character)) {
      // Preformatted spaces stay where they are, so that columns keep their places.
      if (preformatted_ > 0 && breaks_ == 0 && !out_.empty() && character != "\r") {
        write(" ");
      } else {
        space_ = true;
      }
    } else if (!is_nothing(character)) {
      write(character);
    }
  }
}

void PlainTextBuilder::break_line(int lines) {
  breaks_ = std::max(breaks_, lines);
  space_ = false;
}

void PlainTextBuilder::start_line() {
  const int marks = std::min(quotes_, kQuotes);
  for (int i = 0; i < breaks_ && !out_.empty(); ++i) {
    out_ += '\n';
    // Empty lines between two quoted ones belong to the quotation.
    if (i + 1 < breaks_) out_.append(static_cast<std::size_t>(std::min(marks, line_quotes_)), '>');
  }
  for (int i = 0; i < marks; ++i) out_ += '>';
  if (marks > 0) out_ += ' ';
  if (std::exchange(item_, false)) out_ += "- ";
  line_quotes_ = marks;
  breaks_ = 0;
  space_ = false;
}

void PlainTextBuilder::write(std::string_view character) {
  if (breaks_ > 0 || out_.empty()) {
    start_line();
  } else if (std::exchange(space_, false)) {
    out_ += ' ';
  }
  if (out_.size() + character.size() > limit_) {
    full_ = true;
    return;
  }
  out_ += character;
}

std::string PlainTextBuilder::take() && {
  if (out_.size() > limit_) out_.resize(limit_);
  out_.erase(out_.find_last_not_of(" \n") + 1);
  return std::move(out_);
}

}  // namespace docket
