// The least a durable store of letters can be: octets and four rows a letter.
#pragma once

#include <sqlite3.h>

#include <array>
#include <filesystem>
#include <string>

namespace bare {

/// WAL and synchronous=FULL; throws std::runtime_error.
class Book {
 public:
  explicit Book(const std::filesystem::path& file);
  ~Book();
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  void begin() { run("BEGIN IMMEDIATE"); }
  void insert(const std::string& octets);
  void commit() { run("COMMIT"); }

 private:
  void run(const char* statement);

  sqlite3* book_ = nullptr;
  std::array<sqlite3_stmt*, 5> inserts_{};
  sqlite3_int64 number_ = 0;
};

}  // namespace bare
