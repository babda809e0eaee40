#include "daemon/letters/recent.h"

#include <utility>
#include <vector>

namespace docket {
namespace {

std::size_t size_of(const Original& original) {
  const Letter& letter = original.letter;
  std::size_t size = sizeof(Original) + original.inbound.octets.size() + letter.text.size() + letter.new_text.size();
  for (const auto& header : letter.headers) size += sizeof(header) + header.name.size() + header.value.size();
  for (const auto& attachment : letter.attachments) size += sizeof(attachment) + attachment.content.size();
  return size;
}

}  // namespace

void RecentLetters::keep(const std::string& id, Original original) {
  const std::size_t size = size_of(original);
  if (size > most_) return;
  auto kept = std::make_shared<const Original>(std::move(original));
  std::vector<Kept> gone;  // let go of without the lock
  const std::lock_guard lock(mutex_);
  if (!by_id_.try_emplace(id, Kept{std::move(kept), size}).second) return;
  order_.push_back(id);
  octets_ += size;
  while (octets_ > most_) {
    const auto oldest = by_id_.find(order_.front());
    octets_ -= oldest->second.size;
    gone.push_back(std::move(oldest->second));
    by_id_.erase(oldest);
    order_.pop_front();
  }
}

std::shared_ptr<const Original> RecentLetters::find(const std::string& id) const {
  const std::lock_guard lock(mutex_);
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second.original;
}

}  // namespace docket
