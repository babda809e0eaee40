#include "config/replace_files.h"

#include <array>
#include <fstream>
#include <stdexcept>

#include "config/text.h"

namespace docket {
namespace {

namespace fs = std::filesystem;

constexpr std::array kParts{"town.yaml", "rules", "letters"};

/// Names come from the book, and the book from whoever once wrote the files: none may lead out of the folder.
void write(const fs::path& folder, const TextFile& file) {
  const fs::path name(file.name);
  if (name.is_absolute() || name.lexically_normal().string().starts_with("..")) {
    throw std::runtime_error("'" + file.name + "' is no name of a town's file");
  }
  fs::create_directories((folder / name).parent_path());
  std::ofstream out(folder / name, std::ios::binary);
  out << file.text;
  out.close();
  if (!out) throw std::runtime_error("cannot write " + (folder / name).string());
}

void write_all(const fs::path& folder, const TownFiles& files) {
  fs::create_directories(folder / "rules");
  fs::create_directories(folder / "letters");
  write(folder, files.town);
  for (const auto& file : files.rules) write(folder, file);
  for (const auto& file : files.letters) write(folder, file);
}

/// Renames, so that nobody reads half a file; the three parts one after the other.
void move_parts(const fs::path& from, const fs::path& to) {
  for (const auto* part : kParts) {
    if (fs::exists(from / part)) fs::rename(from / part, to / part);
  }
}

}  // namespace

tl::expected<fs::path, std::string> replace_town_files(const fs::path& folder, const TownFiles& files, Time now) {
  const auto stamp = rfc3339(std::chrono::floor<std::chrono::seconds>(now));
  const auto fresh = folder / (".fresh-" + stamp);
  const auto replaced = folder / ("replaced-" + stamp);
  try {
    write_all(fresh, files);
    fs::create_directory(replaced);
    move_parts(folder, replaced);
    move_parts(fresh, folder);
    fs::remove(fresh);
    return replaced;
  } catch (const std::exception& error) {
    std::error_code ignored;
    fs::remove_all(fresh, ignored);
    if (const auto back = put_back_town_files(folder, replaced); !back) {
      return tl::unexpected(std::string(error.what()) + "; " + back.error());
    }
    return tl::unexpected(std::string(error.what()));
  }
}

tl::expected<void, std::string> put_back_town_files(const fs::path& folder, const fs::path& replaced) {
  try {
    for (const auto* part : kParts) {
      if (!fs::exists(replaced / part)) continue;
      fs::remove_all(folder / part);
      fs::rename(replaced / part, folder / part);
    }
    fs::remove(replaced);
    return {};
  } catch (const std::exception& error) {
    return tl::unexpected("what was replaced is in " + replaced.string() + ": " + error.what());
  }
}

}  // namespace docket
