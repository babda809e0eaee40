#include "daemon/desk/public_site.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "daemon/desk/pages.h"
#include "daemon/letters/reply_words.h"

namespace docket {
namespace {

constexpr int kWarning = 4;
constexpr int kNotice = 5;
constexpr std::size_t kSmallBody = std::size_t{64} << 10U;
constexpr std::size_t kMostRefused = 1000;
constexpr const char* kSettledPath = "/settled";

}  // namespace

PublicSite::PublicSite(Collaborators collaborators, const Settings& settings, webhook::Fetch fetch)
    : with_(std::move(collaborators)) {
  for (const auto& source : settings.sources) {
    const auto* webhook = std::get_if<WebhookSettings>(&source.way);
    if (webhook == nullptr) continue;
    if (webhook->format == "open311") {
      add_open311(source.name, webhook->path, settings);
      continue;
    }
    if (webhook->format == "json" && !write_) {
      write_ = std::make_unique<WriteForm>(source, with_.clock, with_.take);
    }
    ways_[webhook->path] = {webhook::make_webhook(source, settings.desk_public_url, fetch), {}};
  }
  if (!settings.desk_public || settings.desk_public_url.empty()) return;
  auto reader = BookReader::open(settings.data);
  if (!reader) throw std::runtime_error(reader.error());
  settled_ = std::make_unique<SettledPage>(with_.book, std::move(*reader));
}

void PublicSite::add_open311(const std::string& source, const std::string& path, const Settings& settings) {
  auto reader = BookReader::open(settings.data);
  if (!reader) throw std::runtime_error(reader.error());
  open311_[path] = std::make_unique<Open311Api>(Open311Api::Collaborators{with_.take, with_.clock, with_.configuration},
                                                source, std::move(*reader));
}

Open311Api* PublicSite::open311_of(const std::string& path) {
  for (const auto& [root, api] : open311_) {
    if (path == root || path.starts_with(root + "/")) return api.get();
  }
  return nullptr;
}

HttpResponse PublicSite::answer(const HttpRequest& request) {
  if (auto* const open311 = open311_of(request.path)) return open311->answer(request);
  if (const auto way = ways_.find(request.path); way != ways_.end()) return receive(way->second, request);
  if (write_ && request.path == "/write") return write_->answer(request, *with_.configuration());
  if (settled_ && request.path == kSettledPath) return settled(request);
  if (request.path == "/assets/docket.css") return {200, "text/css", std::string(pages::style())};
  return {404, "text/plain", "not found\n"};
}

/// An answer may write letters: to the office that has the case.
HttpResponse PublicSite::settled(const HttpRequest& request) {
  auto response = settled_->answer(request, *with_.configuration());
  if (request.method == "POST" && response.status == 200) with_.wake_outbox();
  return response;
}

std::size_t PublicSite::largest_body(const std::string& path) const {
  const auto way = ways_.find(path);
  if (way != ways_.end()) return way->second.webhook->settings().max_size;
  if (path == kSettledPath) return SettledPage::kLargestBody;
  return write_ && path == "/write" ? write_->source().max_size : kSmallBody;
}

HttpResponse PublicSite::receive(Way& way, const HttpRequest& request) {
  auto received = way.webhook->receive(request, with_.clock.now());
  if (auto* delivery = std::get_if<webhook::Delivery>(&received)) {
    // Answered with success after the commit alone.
    const auto taken = with_.take(std::move(delivery->inbound));
    if (!taken) return webhook::busy();
    return way.webhook->answer(*taken, letters::reply_words(*taken, *with_.configuration()->town));
  }
  if (const auto* answered = std::get_if<webhook::Answered>(&received)) return refuse(way, *answered);
  const auto& news = std::get<webhook::WakeUp>(received);
  for (const auto& source : news.sources) with_.wake(source);
  if (news.sources.empty()) with_.wake("");
  return news.response;
}

HttpResponse PublicSite::refuse(Way& way, const webhook::Answered& answered) {
  const auto& name = way.webhook->settings().name;
  if (answered.bad_signature) {
    const std::lock_guard lock(mutex_);
    way.refused.push_back(with_.clock.now());
    if (way.refused.size() > kMostRefused) way.refused.pop_front();
  }
  if (!answered.log.empty()) {
    with_.log(answered.bad_signature ? kWarning : kNotice,
              fmt::format("webhook {}: {} ({})", name, answered.log, answered.response.status));
  }
  return answered.response;
}

std::map<std::string, int> PublicSite::refused_lately() const {
  const std::lock_guard lock(mutex_);
  const Time hour_ago = with_.clock.now() - std::chrono::hours{1};
  std::map<std::string, int> refused;
  for (const auto& [path, way] : ways_) {
    const auto since = std::upper_bound(way.refused.begin(), way.refused.end(), hour_ago);
    if (since == way.refused.end()) continue;
    refused[way.webhook->settings().name] = static_cast<int>(way.refused.end() - since);
  }
  return refused;
}

}  // namespace docket
