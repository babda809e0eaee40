#include "connectors/mime/gist.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "config/text.h"
#include "connectors/mime/safe_words.h"

namespace docket {
namespace {

constexpr std::size_t kLength = 200;  // characters
constexpr std::size_t kLook = 4000;   // octets of the letter that are looked at
constexpr int kSentences = 2;
constexpr std::size_t kGreeting = 70;  // a greeting line is never longer

constexpr std::array<std::string_view, 27> kGreetings{
    "hello",        "hi",       "hey",      "dear",      "greetings", "good morning", "good afternoon",
    "good evening", "good day", "to whom",  "attention", "attn",      "bonjour",      "bonsoir",
    "salut",        "allo",     "allô",     "cher",      "chère",     "chers",        "chères",
    "madame",       "monsieur", "mesdames", "messieurs", "à qui",     "à l'attention"};

constexpr std::array<std::string_view, 34> kAbbreviations{
    "st",  "ste", "dr",  "mr", "mrs", "ms",   "no",  "nos",  "ave",    "av",     "blvd", "boul",
    "rd",  "ch",  "m",   "mm", "mme", "mlle", "me",  "apt",  "app",    "approx", "env",  "vs",
    "etc", "tel", "tél", "jr", "sr",  "e.g",  "i.e", "p.ex", "c.-à-d", "ext"};

/// "Hello," or "Madame la mairesse,": a line that only greets.
bool is_greeting(std::string_view line, bool ends_paragraph) {
  line = trim(line);
  if (line.empty() || count_characters(line) > kGreeting) return false;
  auto lower = ascii_lower(line);
  const auto starts = [&](std::string_view word) {
    return lower.starts_with(word) && (lower.size() == word.size() ||
                                       std::string_view(" ,!.:;-").find(lower[word.size()]) != std::string_view::npos);
  };
  if (std::none_of(kGreetings.begin(), kGreetings.end(), starts)) return false;
  const auto words = std::count(line.begin(), line.end(), ' ') + 1;
  const bool closed = std::string_view(",!:;").find(line.back()) != std::string_view::npos;
  // "Bonjour, il y a un trou." greets and goes on.
  const auto inner = line.substr(0, line.size() - 1).find_first_of(",.!?");
  if (inner != std::string_view::npos && words > 6) return false;
  return closed || (ends_paragraph && words <= 4 && line.back() != '?');
}

/// The paragraphs of a letter, one after the other, without the lines at its beginning that only greet.
class Paragraphs {
 public:
  explicit Paragraphs(std::string_view text) : lines_(split(text, '\n')) {}

  /// "" at the end.
  [[nodiscard]] std::string next() {
    std::string out;
    for (; at_ < lines_.size(); ++at_) {
      const auto line = trim(lines_[at_]);
      if (line.empty() && !out.empty()) break;
      if (line.empty()) continue;
      const bool last = at_ + 1 == lines_.size() || trim(lines_[at_ + 1]).empty();
      if (greeting_allowed_ && is_greeting(line, last)) continue;
      greeting_allowed_ = false;
      if (!out.empty()) out += ' ';
      out += line;
    }
    return out;
  }

 private:
  std::vector<std::string_view> lines_;
  std::size_t at_ = 0;
  bool greeting_allowed_ = true;
};

bool is_abbreviation(std::string_view sentence) {
  sentence.remove_suffix(1);
  const auto space = sentence.find_last_of(" ('");
  const auto word = ascii_lower(space == std::string_view::npos ? sentence : sentence.substr(space + 1));
  const bool initial = word.size() == 1 && word[0] >= 'a' && word[0] <= 'z';
  const bool number = !word.empty() && word.find_first_not_of("0123456789") == std::string::npos && word.size() < 3;
  return initial || number || std::find(kAbbreviations.begin(), kAbbreviations.end(), word) != kAbbreviations.end();
}

bool is_mark(char c) { return c == '.' || c == '!' || c == '?'; }

/// Octets of the first sentence, its mark included.
std::size_t sentence_length(std::string_view text) {
  const auto mark = [&](std::size_t from) {
    const auto* const found = std::find_if(text.begin() + from, text.end(), [](char c) { return is_mark(c); });
    return static_cast<std::size_t>(found - text.begin());
  };
  for (auto at = mark(0); at < text.size(); at = mark(at + 1)) {
    auto end = std::min(text.find_first_not_of(".!?\"')", at), text.size());
    if (text.substr(end).starts_with("»")) end += 2;
    const bool border = end == text.size() || text[end] == ' ';
    if (border && !(text[at] == '.' && is_abbreviation(text.substr(0, at + 1)))) return end;
    at = end - 1;
  }
  return text.size();
}

/// At a word border where there is one, with "…" for what is missing.
std::string shorten(std::string_view text) {
  if (count_characters(text) <= kLength) return std::string(text);
  auto cut = first_characters(text, kLength - 1);
  if (text[cut.size()] != ' ') {
    const auto space = cut.rfind(' ');
    if (space != std::string_view::npos && space > cut.size() / 2) cut = cut.substr(0, space);
  }
  cut = cut.substr(0, cut.find_last_not_of(" ,;:-") + 1);
  return std::string(cut) + "…";
}

std::string first_sentences(std::string paragraph, Paragraphs& more) {
  std::string out;
  int sentences = 0;
  for (; !paragraph.empty(); paragraph = more.next()) {
    const auto safe = safe_words(paragraph);
    for (std::string_view rest = safe; !rest.empty();) {
      const auto length = sentence_length(rest);
      const auto sentence = trim(rest.substr(0, length));
      rest = trim(rest.substr(length));
      if (!has_letter(sentence)) continue;
      const auto joined = out.empty() ? std::string(sentence) : out + ' ' + std::string(sentence);
      if (!out.empty() && count_characters(joined) > kLength) return out;
      out = joined;
      if (++sentences == kSentences) return out;
    }
  }
  return out;
}

}  // namespace

std::string gist(std::string_view new_text) {
  if (trim(new_text).starts_with("-----BEGIN PGP MESSAGE-----")) return {};  // ciphertext says nothing
  auto look = new_text.substr(0, kLook);
  while (!look.empty() && !is_utf8(look)) look.remove_suffix(1);
  Paragraphs paragraphs(look);
  auto first = paragraphs.next();
  if (first.empty()) first = look;  // a letter that only greets begins with its greeting
  return shorten(first_sentences(std::move(first), paragraphs));
}

}  // namespace docket
