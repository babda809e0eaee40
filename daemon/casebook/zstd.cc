#include "daemon/casebook/zstd.h"

#include <zstd.h>

#include <memory>
#include <new>

namespace docket {
namespace {

// Three would save 0.1% of a letter like those of tests/bench, whose attachments do not shrink, for a quarter more
// time.
constexpr int kLevel = 1;

struct FreeEncoder {
  void operator()(ZSTD_CCtx* encoder) const { ZSTD_freeCCtx(encoder); }
};
struct FreeDecoder {
  void operator()(ZSTD_DCtx* decoder) const { ZSTD_freeDCtx(decoder); }
};

}  // namespace

std::string compress(std::string_view octets) {
  // Kept by the thread: its tables are larger than most letters.
  thread_local const std::unique_ptr<ZSTD_CCtx, FreeEncoder> encoder(ZSTD_createCCtx());
  if (encoder == nullptr) throw std::bad_alloc();
  std::string frame(ZSTD_compressBound(octets.size()), '\0');
  const std::size_t size =
      ZSTD_compressCCtx(encoder.get(), frame.data(), frame.size(), octets.data(), octets.size(), kLevel);
  if (ZSTD_isError(size) != 0) throw std::bad_alloc();
  frame.resize(size);
  return frame;
}

std::optional<std::string> decompress(std::string_view frame, std::size_t most) {
  const std::unique_ptr<ZSTD_DCtx, FreeDecoder> decoder(ZSTD_createDCtx());
  if (decoder == nullptr) throw std::bad_alloc();
  std::string octets;
  std::string chunk(ZSTD_DStreamOutSize(), '\0');
  ZSTD_inBuffer in{frame.data(), frame.size(), 0};
  while (true) {
    ZSTD_outBuffer out{chunk.data(), chunk.size(), 0};
    const std::size_t left = ZSTD_decompressStream(decoder.get(), &out, &in);
    if (ZSTD_isError(left) != 0 || octets.size() + out.pos > most) return std::nullopt;
    octets.append(chunk.data(), out.pos);
    if (left == 0) return in.pos == in.size ? std::optional(octets) : std::nullopt;
    if (in.pos == in.size && out.pos < out.size) return std::nullopt;  // the frame ends too early
  }
}

}  // namespace docket
