// /settled: the question behind a signed link. Looking changes nothing, since mail scanners follow links; a button
// sends the answer.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "connectors/http/server.h"
#include "daemon/casebook/book.h"
#include "daemon/casebook/reader.h"
#include "daemon/configuration.h"

namespace docket {

class SettledPage {
 public:
  /// `book` outlives it.
  SettledPage(CaseBook& book, std::unique_ptr<BookReader> reader) : book_(book), reader_(std::move(reader)) {}

  /// GET asks (with `answer` as the choice that is made already), POST keeps the answer; a key that is not ours or
  /// whose question is over is a plain page, 404. From the HTTP server's handler threads.
  [[nodiscard]] HttpResponse answer(const HttpRequest& request, const Configuration& configuration);

  /// Octets of a body: 2,000 characters however they are encoded.
  static constexpr std::size_t kLargestBody = std::size_t{32} << 10U;

 private:
  [[nodiscard]] std::optional<Asked> asked(const std::string& key);
  [[nodiscard]] HttpResponse post(const HttpRequest& request, const Configuration& configuration);

  CaseBook& book_;
  std::mutex mutex_;  ///< of the reader
  std::unique_ptr<BookReader> reader_;
};

}  // namespace docket
