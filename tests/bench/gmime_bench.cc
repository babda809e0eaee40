// gmime_bench MAILDIR LETTERS: GMime over the letters that stages_bench reads: parsed, every text as UTF-8, every
// attachment decoded. A program of its own, with nothing of docket in it: GMime comes with the C library's allocator.
// Prints one line of JSON (tests/bench/figures.h).
#include <gmime/gmime.h>

#include <exception>
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "tests/bench/figures.h"
#include "tests/bench/maildir_letters.h"

namespace {

struct Found {
  std::size_t text = 0;
  std::size_t attachments = 0;
};

void decode(GMimeObject* /*parent*/, GMimeObject* part, gpointer into) {
  auto& found = *static_cast<Found*>(into);
  if (!GMIME_IS_PART(part)) return;
  if (GMIME_IS_TEXT_PART(part) && !g_mime_part_is_attachment(GMIME_PART(part))) {
    char* text = g_mime_text_part_get_text(GMIME_TEXT_PART(part));
    if (text != nullptr) found.text += std::string_view(text).size();
    g_free(text);
    return;
  }
  auto* content = g_mime_part_get_content(GMIME_PART(part));
  if (content == nullptr) return;
  auto* decoded = g_mime_stream_mem_new();
  g_mime_data_wrapper_write_to_stream(content, decoded);
  found.attachments += g_mime_stream_length(decoded) > 0 ? 1U : 0U;
  g_object_unref(decoded);
}

void read_one(const std::string& letter, Found& found) {
  // Without a copy: GMime reads from it and no more.
  GByteArray octets{reinterpret_cast<guint8*>(const_cast<char*>(letter.data())), static_cast<guint>(letter.size())};
  auto* stream = g_mime_stream_mem_new();
  g_mime_stream_mem_set_byte_array(GMIME_STREAM_MEM(stream), &octets);
  auto* parser = g_mime_parser_new_with_stream(stream);
  auto* message = g_mime_parser_construct_message(parser, nullptr);
  if (message == nullptr) throw std::runtime_error("GMime does not read a letter");
  (void)g_mime_message_get_subject(message);
  g_mime_message_foreach(message, decode, &found);
  g_object_unref(message);
  g_object_unref(parser);
  g_object_unref(stream);
}

void run(const std::string& maildir, std::size_t most) {
  const auto letters = bench::letters_of(maildir, most);
  std::size_t octets = 0;
  for (const auto& letter : letters) octets += letter.size();
  g_mime_init();
  Found found;
  const bench::Stopwatch watch;
  bench::measured([&] {
    for (const auto& letter : letters) read_one(letter, found);
  });
  watch.print(letters.size(), octets,
              ", \"text\": " + std::to_string(found.text) + ", \"attachments\": " + std::to_string(found.attachments));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: gmime_bench MAILDIR LETTERS\n";
    return 2;
  }
  try {
    run(argv[1], std::stoul(argv[2]));
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "gmime_bench: " << error.what() << "\n";
    return 1;
  }
}
