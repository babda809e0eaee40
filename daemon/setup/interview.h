// The guided set-up as a conversation: three questions, a look at the servers, a summary, and a yes.
#pragma once

#include <string>
#include <vector>

#include "config/clock.h"
#include "daemon/setup/answers.h"
#include "daemon/setup/conversation.h"
#include "daemon/setup/live.h"
#include "daemon/setup/question.h"

namespace docket::setup {

enum class Outcome {
  ready,   ///< the answers make a configuration that `check` passes, and it is wanted
  left,    ///< the person went away, or said no
  wrong,   ///< an option is missing or no answer; said by then
  failed,  ///< a server did not do as the answers say; said by then
};

/// Uses what the options gave, asks the rest where somebody answers, and tries it all. Writes nothing.
class Interview {
 public:
  /// `answers` holds what the options gave; all references outlive the interview.
  Interview(Answers& answers, Conversation& talk, const World& world, const Clock& clock);
  [[nodiscard]] Outcome run();

 private:
  [[nodiscard]] bool ask(const Question& question, bool again = false);
  [[nodiscard]] bool ask_all(const std::vector<std::string>& ids, bool again = false);
  [[nodiscard]] std::optional<std::string> typed(const Question& question);
  [[nodiscard]] bool has_good_answer(const Question& question) const;
  [[nodiscard]] bool note_missing(const Question& question);
  void look_up();

  [[nodiscard]] bool three_questions();
  [[nodiscard]] bool ask_mailbox();
  void explain_oauth2();
  [[nodiscard]] bool complete();
  [[nodiscard]] bool try_out();
  [[nodiscard]] bool try_until_good(bool (*try_it)(Answers&, Conversation&, const World&),
                                    const std::vector<std::string>& ids, std::string& tried);
  [[nodiscard]] bool draft_is_good();
  [[nodiscard]] bool summary();
  [[nodiscard]] bool change(const std::string& number);
  [[nodiscard]] std::vector<const Question*> rows() const;
  [[nodiscard]] bool end(Outcome outcome);

  Answers& answers_;
  Conversation& talk_;
  const World& world_;
  const Clock& clock_;
  Outcome outcome_ = Outcome::ready;
  const Provider* explained_ = nullptr;  ///< whose consoles' steps were shown
  std::string looked_up_;                ///< the domain that DNS was asked about
  std::string mailbox_tried_;            ///< the answers that were tried last
  std::string mail_out_tried_;
};

}  // namespace docket::setup
