// A case book in a folder of its own, a clock that tests own, a small town, and letters as sketches.
#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "config/calendar.h"
#include "config/clock.h"
#include "config/text.h"
#include "daemon/casebook/book.h"
#include "daemon/casebook/reader.h"
#include "daemon/casebook/recording.h"

namespace docket::casebook_test {

class FakeClock final : public Clock {
 public:
  [[nodiscard]] Time now() const override { return now_; }
  [[nodiscard]] std::chrono::steady_clock::time_point steady() const override {
    return std::chrono::steady_clock::time_point(now_.time_since_epoch());
  }
  void set(const std::string& rfc) { now_ = parse_rfc3339(rfc).value(); }
  void advance(std::chrono::microseconds by) { now_ += by; }
  void set(Time moment) { now_ = moment; }

 private:
  Time now_ = parse_rfc3339("2026-11-25T15:00:00Z").value();
};

/// Removed with everything in it.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Offices roads, parks, ward-2, ward-3 and the member's office mayor; addresses ward2@, ward3@, info@, mayor@.
[[nodiscard]] std::shared_ptr<const Town> small_town();

/// What a test says of a letter; everything else is filled in.
struct Sketch {
  std::string from = "ana@example.org";
  std::string subject = "Pothole";
  std::string text = "There is a hole in Maple Street.";
  std::string to = "ward2@town.example";
  std::string office = "roads";  ///< assigned; "" is review
  std::vector<std::string> copies;
  std::string source = "council";
  std::string key;                        ///< delivery key; empty: the next number
  std::string letter_key;                 ///< empty: one of its own
  std::optional<std::string> message_id;  ///< empty: one of its own
  std::vector<std::string> in_reply_to;
  std::vector<std::string> references;
  std::optional<Withheld> withheld;
  std::optional<std::string> ignored;
  std::optional<Bounce> bounce;
  std::optional<std::string> quarantine;
  std::optional<std::string> octets;
};

/// One book under test; `docket` may be closed and opened again.
class Desk {
 public:
  explicit Desk(Mode mode = Mode::live);

  [[nodiscard]] Recording recording(const Sketch& sketch);
  /// Records one, which must succeed.
  Recorded take(const Sketch& sketch);
  Recorded take(const Recording& recording);
  std::vector<tl::expected<Recorded, Trouble>> take_all(const std::vector<Recording>& recordings);

  [[nodiscard]] BookReader& reader();
  [[nodiscard]] nlohmann::json show(const std::string& number);
  /// "received decided acknowledged forwarded": the words of a case's timeline.
  [[nodiscard]] std::string words(const std::string& number);
  /// "forward roads answers, acknowledgement ana@example.org": what the outbox holds for a case, oldest first.
  [[nodiscard]] std::string outgoing(const std::string& number);
  [[nodiscard]] std::vector<OutboxRow> claim(int count = 100);
  void settle(const std::vector<OutboxRow>& rows, SendResult::Kind kind, const std::string& reply = "250 ok");
  /// Sends everything that is due, successfully.
  void send_all();
  /// The Message-ID of the newest row of that kind in a case.
  [[nodiscard]] std::string message_id(const std::string& number, const std::string& kind);

  /// The Message-ID of the newest forward of the case to that office.
  [[nodiscard]] std::string forward_id(const std::string& number, const std::string& office) const;

  [[nodiscard]] TownNow now() const { return {*town, calendar}; }
  void open();
  void crash();  ///< closes without saying goodbye
  void close();

  /// For looking at, and meddling with, the file as another program would.
  void sql(const std::string& statements) const;
  [[nodiscard]] std::string sql_text(const std::string& query) const;
  [[nodiscard]] std::string dump(const std::string& table) const;  ///< every value of every row
  [[nodiscard]] std::string file_text() const;                     ///< the octets of the file and its log

  Folder folder;
  FakeClock clock;
  std::shared_ptr<const Town> town = small_town();
  Calendar calendar{small_town()->calendar, "America/Toronto"};
  BookOptions options;
  std::unique_ptr<CaseBook> book;

 private:
  std::unique_ptr<BookReader> reader_;
  int next_ = 0;
};

}  // namespace docket::casebook_test
