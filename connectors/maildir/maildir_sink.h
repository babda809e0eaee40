// Writes letters into a Maildir instead of sending them: one file a recipient.
#pragma once

#include <filesystem>
#include <string>

#include "config/clock.h"
#include "connectors/mail_sink.h"

namespace docket {

class MaildirSink final : public MailSink {
 public:
  MaildirSink(std::filesystem::path folder, const Clock& clock);
  /// Durable when `sent`: file and folder are synced. Trouble with the disk is `deferred`.
  [[nodiscard]] SendResult send(const OutgoingMail& mail) override;
  void close() override {}
  void abort() override {}

 private:
  [[nodiscard]] std::string unique_name() const;
  std::filesystem::path folder_;
  const Clock& clock_;
};

}  // namespace docket
