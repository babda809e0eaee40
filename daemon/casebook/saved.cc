#include "daemon/casebook/saved.h"

#include <nlohmann/json.hpp>

#include "config/text.h"
#include "daemon/casebook/outgoing.h"
#include "daemon/casebook/refusing.h"
#include "daemon/casebook/timeline.h"

namespace docket {
namespace {

using nlohmann::json;

constexpr const char* kAnswer = "saved";
constexpr const char* kOrder = "saved-take";
constexpr std::string_view kToken = "saved-";
constexpr std::string_view kHash = "sha256:";
constexpr std::size_t kDigits = 32;  // of a hash: a token has little room

}  // namespace

std::string saved_token_of(const std::string& version) {
  return std::string(kToken) + version.substr(kHash.size(), kDigits);
}

std::optional<std::string> saved_version_in(const std::string& token_of) {
  if (!token_of.starts_with(kToken)) return std::nullopt;
  return std::string(kHash) + token_of.substr(kToken.size());
}

std::optional<CaseBook::SavedAnswer> read_saved_answer(sqlite::Connection& db) {
  const auto text = db.text("SELECT value FROM meta WHERE name = ?", kAnswer);
  const auto kept = text ? json::parse(*text, nullptr, false) : json();
  if (!kept.is_object()) return std::nullopt;
  return CaseBook::SavedAnswer{kept.value("content", ""), kept.value("held", false), kept.value("version", ""),
                               kept.value("who", ""), ""};
}

void forget_saved_answer(sqlite::Connection& db) { db.run("DELETE FROM meta WHERE name = ?", kAnswer); }

void order_to_take(const Writing& writing, const std::string& version, const std::string& who) {
  writing.db.run("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", kOrder, version);
  append_event(writing.db, writing.now, {std::nullopt, who, "take_ordered", version, ""});
}

tl::expected<void, Trouble> CaseBook::answer_saved(const SavedAnswer& answer, std::span<const StaffLetter> letters) {
  return state_->write([&](sqlite::Connection& db) {
    const Time now = state_->clock.now();
    const auto before = read_saved_answer(db);
    if (answer.content.empty()) {
      forget_saved_answer(db);
    } else {
      const json kept{
          {"content", answer.content}, {"held", answer.held}, {"version", answer.version}, {"who", answer.who}};
      db.run("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", kAnswer,
             kept.dump(-1, ' ', false, json::error_handler_t::replace));
    }
    if (answer.held && (!before || before->content != answer.content)) {
      append_event(db, now, {std::nullopt, to_valid_utf8(answer.who), "rules_held", answer.version, ""});
    }
    if (!answer.order.empty()) db.run("DELETE FROM meta WHERE name = ? AND value = ?", kOrder, answer.order);
    const Writing writing{db, state_->keys, state_->options, nullptr, now};
    for (const StaffLetter& letter : letters) {
      add_staff_letter(writing, letter, answer.held ? saved_token_of(answer.version) : "");
    }
  });
}

std::optional<CaseBook::SavedAnswer> CaseBook::saved_answer() {
  const std::lock_guard guard(state_->mutex);
  try {
    return read_saved_answer(state_->connection());
  } catch (const sqlite::Error&) {
    state_->db.reset();
    return std::nullopt;
  }
}

std::optional<std::string> CaseBook::take_ordered() {
  const std::lock_guard guard(state_->mutex);
  try {
    return state_->connection().text("SELECT value FROM meta WHERE name = ?", kOrder);
  } catch (const sqlite::Error&) {
    state_->db.reset();
    return std::nullopt;
  }
}

}  // namespace docket
