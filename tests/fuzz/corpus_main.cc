// Feeds every file of the folders it is given to a fuzz target, in name order: the kept corpus as a plain test. The
// last line before a crash names the file.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <vector>

// As libFuzzer declares it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int argc, char** argv) {
  std::vector<std::filesystem::path> files;
  for (int i = 1; i < argc; ++i) {
    for (const auto& entry : std::filesystem::directory_iterator(argv[i])) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    std::cout << file.string() << std::endl;
    std::ifstream in(file, std::ios::binary);
    const std::vector<char> octets{std::istreambuf_iterator<char>(in), {}};
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(octets.data()), octets.size());
  }
  LLVMFuzzerTestOneInput(nullptr, 0);
  std::cout << files.size() << " inputs" << std::endl;
  return files.empty() ? 1 : 0;  // a corpus that is not there tests nothing
}
