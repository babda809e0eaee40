#include "daemon/casebook/caps.h"

#include <algorithm>
#include <chrono>

#include "config/address.h"
#include "config/text.h"
#include "daemon/casebook/timeline.h"

namespace docket {

std::string cap_of_address(const Keys& keys, const std::string& address) {
  const std::string lower = address_key(address).value_or(ascii_lower(address));
  const auto at = lower.rfind('@');
  if (at == std::string::npos) return keys.keyed_hash("cap:" + lower);
  std::string local = lower.substr(0, std::min(at, lower.find('+')));
  std::erase(local, '.');
  return keys.keyed_hash("cap:" + local + lower.substr(at));
}

std::string cap_of_phone(const Keys& keys, const std::string& number) { return keys.keyed_hash("cap:tel:" + number); }

bool within_caps(const Writing& writing, const std::string& person) {
  const sqlite::Blob key{person};
  const Time now = writing.now;
  const MailLimits& limits = writing.options.limits;
  {
    sqlite::Query query(writing.db,
                        "SELECT count(*), count(*) FILTER (WHERE at > ?) FROM acknowledgement_counts "
                        "WHERE person = ? AND at > ? AND at <= ?");
    query.bind(stored(now - std::chrono::hours{1}));
    query.lend(key);
    query.bind(stored(now - std::chrono::hours{24}));
    query.bind(stored(now));
    if (!query.step() || query.integer(0) >= limits.per_address_per_day) return false;
    if (query.integer(1) >= limits.per_address_per_hour) return false;
  }
  writing.db.run("DELETE FROM acknowledgement_counts WHERE at <= ?", stored(writing.now - std::chrono::hours{24}));
  writing.db.run("INSERT INTO acknowledgement_counts (person, at) VALUES (?, ?)", key, stored(writing.now));
  return true;
}

Time turn_of_domain(const Writing& writing, const std::string& address) {
  const std::string domain = writing.keys.keyed_hash("domain:" + ascii_lower(address.substr(address.rfind('@') + 1)));
  const sqlite::Blob key{domain};
  const std::int64_t most = std::max(1, writing.options.limits.per_minute / 2);
  // The first minute with room, not the one after the last taken: a clock that was wrong may have taken one next year.
  Time slot = std::chrono::floor<std::chrono::minutes>(writing.now);
  sqlite::Query full(writing.db,
                     "SELECT at FROM acknowledgement_counts WHERE person = ? AND at >= ? AND count >= ? ORDER BY at");
  full.bind(key);
  full.bind(stored(slot));
  full.bind(most);
  while (full.step() && from_stored(full.integer(0)) == slot) slot += std::chrono::minutes{1};
  // By its row: an update of what may be many rows makes FTS5 write what it has gathered before (store.cc).
  const auto row = writing.db.integer("SELECT rowid FROM acknowledgement_counts WHERE person = ? AND at = ? LIMIT 1",
                                      key, stored(slot));
  if (row) {
    writing.db.run("UPDATE acknowledgement_counts SET count = count + 1 WHERE rowid = ?", *row);
  } else {
    writing.db.run("INSERT INTO acknowledgement_counts (person, at, count) VALUES (?, ?, 1)", key, stored(slot));
  }
  return std::max(slot, writing.now);
}

}  // namespace docket
