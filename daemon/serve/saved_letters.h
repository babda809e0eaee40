// What the clerk is told of saved files: live, refused, or not live yet. Plain words, English and French, plain text.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "config/problem.h"
#include "daemon/casebook/book.h"
#include "daemon/compare/comparison.h"
#include "daemon/serve/on_disk.h"

namespace docket {

/// One of the compared letters that would go elsewhere.
struct MovedLetter {
  std::string name;     ///< the case number; of one that was ignored its inbound id
  std::string subject;  ///< as lists to staff show it; may be empty
  std::string from;     ///< an office's name, or a word for review and for ignored
  std::string to;
};

/// What a letter says; what it cannot know is empty.
struct SavedNews {
  std::string time;  ///< "16:29", the town's
  std::vector<FileChange> changes;
  Problems problems;        ///< of what was saved
  std::string previous;     ///< the version that ran before; of a live one
  bool compared = false;    ///< else the letters in the book could not be read
  std::size_t letters = 0;  ///< compared
  std::vector<MovedLetter> moved;
  std::size_t otherwise = 0;    ///< letters that stay where they are and are handled otherwise
  std::size_t gain_copies = 0;  ///< letters that another office would get a copy of too
  std::size_t lose_copies = 0;  ///< letters that an office would get no copy of any more
  std::size_t losing_addressed = 0;
  std::size_t newly_ignored = 0;
  std::size_t differing = 0;
  bool many = false;  ///< more of them than may change without being asked
};

/// Counts and lists of a comparison; `town` names the offices, `subject` answers what staff may read of a case's.
[[nodiscard]] SavedNews news_of(const Comparison& comparison, const Town& town,
                                const std::function<std::string(const std::string& number)>& subject);

[[nodiscard]] CaseBook::StaffLetter live_letter(const SavedNews& news, const std::string& to);
[[nodiscard]] CaseBook::StaffLetter refused_letter(const SavedNews& news, const std::string& to);
[[nodiscard]] CaseBook::StaffLetter held_letter(const SavedNews& news, const std::string& to);
/// The clerk's #take came for files that are no more on disk.
[[nodiscard]] CaseBook::StaffLetter too_late_letter(const std::string& to);
/// … or that run already.
[[nodiscard]] CaseBook::StaffLetter live_already_letter(const std::string& to);

}  // namespace docket
