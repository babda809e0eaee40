// What reading and preparing a letter costs, in processor time: prepare_bench MODE TOWN FOLDER [ROUNDS], where TOWN is
// a configuration folder and FOLDER holds letters.
//
//   read      read() as the daemon calls it           bare     the same without hashes, language and HTML
//   prepare   everything before the writer's turn     route    both judgements of letters read before
//   gmime     parse, text and attachments decoded     hash     SHA-256 of the octets, beside OpenSSL in one context
//   compare   read, bare and gmime in turns, and the ratios
//   dump      what prepare() makes of each letter, for comparing two builds
#include <fmt/format.h>
#include <openssl/evp.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>

#include "config/digest.h"
#include "config/load.h"
#include "config/text.h"
#include "connectors/letter_json.h"
#include "connectors/read.h"
#include "daemon/configuration.h"
#include "daemon/intake/prepare.h"
#include "rules/decision_json.h"
#include "rules/route.h"

#ifdef DOCKET_GMIME
#include <gmime/gmime.h>
#endif

namespace {

using namespace docket;  // NOLINT: a program of one file

constexpr const char* kInstance = "bench";

struct World {
  std::shared_ptr<const Configuration> configuration;
  ReadContext context;
  std::vector<std::filesystem::path> paths;
  std::vector<Inbound> inbounds;
  std::size_t octets = 0;
};

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Time fixed_now() { return *parse_rfc3339("2026-11-23T15:00:00Z"); }

World make_world(const std::filesystem::path& town, const std::filesystem::path& folder) {
  World world;
  Problems problems;
  world.configuration = load_configuration(town, fixed_now(), problems);
  for (const auto& problem : problems) {
    if (problem.severity == Severity::error) std::cerr << to_string(problem) << "\n";
  }
  if (!world.configuration) throw std::runtime_error("this configuration does not load");
  world.context = read_context(*world.configuration->settings, *world.configuration->town, "council", kInstance);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) world.paths.push_back(entry.path());
  }
  std::sort(world.paths.begin(), world.paths.end());
  for (const auto& path : world.paths) {
    Inbound inbound;
    inbound.source = "council";
    inbound.octets = text_of(path);
    inbound.delivery_key = path.filename().string();
    inbound.received = fixed_now();
    world.octets += inbound.octets.size();
    world.inbounds.push_back(std::move(inbound));
  }
  return world;
}

/// Of this process, all threads, in microseconds.
double spent() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  const auto micros = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_usec);
  };
  return micros(usage.ru_utime) + micros(usage.ru_stime);
}

using Work = std::function<std::size_t(const World&)>;

std::size_t run_read(const World& world, const ReadLimits& limits) {
  std::size_t sum = 0;
  for (const auto& inbound : world.inbounds) sum += read(inbound, world.context, limits).text.size();
  return sum;
}

std::size_t run_prepare(const World& world) {
  std::size_t sum = 0;
  for (const auto& inbound : world.inbounds) {
    sum += prepare(inbound, *world.configuration, kInstance, fixed_now()).compressed.size();
  }
  return sum;
}

Work route_work(const World& world) {
  auto letters = std::make_shared<std::vector<Letter>>();
  for (const auto& inbound : world.inbounds) letters->push_back(read(inbound, world.context));
  return [letters](const World& all) {
    std::size_t sum = 0;
    const auto judging = all.configuration->judging();
    for (const auto& letter : *letters) {
      sum += route(letter, judging).matched.size() + route_addition(letter, judging).matched.size();
    }
    return sum;
  };
}

std::size_t run_hash(const World& world) {
  std::size_t sum = 0;
  for (const auto& inbound : world.inbounds) sum += sha256(inbound.octets).size();
  return sum;
}

/// As `openssl speed` does: one context, one digest.
std::size_t run_openssl(const World& world) {
  static EVP_MD* const digest = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  static EVP_MD_CTX* const context = EVP_MD_CTX_new();
  std::size_t sum = 0;
  for (const auto& inbound : world.inbounds) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> octets{};
    unsigned int size = 0;
    EVP_DigestInit_ex2(context, digest, nullptr);
    EVP_DigestUpdate(context, inbound.octets.data(), inbound.octets.size());
    EVP_DigestFinal_ex(context, octets.data(), &size);
    sum += size;
  }
  return sum;
}

#ifdef DOCKET_GMIME
void decode_part(GMimeObject* /*parent*/, GMimeObject* part, gpointer user) {
  if (!GMIME_IS_PART(part)) return;
  auto* const sum = static_cast<std::size_t*>(user);
  if (GMIME_IS_TEXT_PART(part) && !g_mime_part_is_attachment(GMIME_PART(part))) {
    char* const text = g_mime_text_part_get_text(GMIME_TEXT_PART(part));
    if (text != nullptr) *sum += std::string_view(text).size();
    g_free(text);
    return;
  }
  GMimeDataWrapper* const content = g_mime_part_get_content(GMIME_PART(part));
  if (content == nullptr) return;
  GMimeStream* const memory = g_mime_stream_mem_new();
  *sum += static_cast<std::size_t>(std::max<gssize>(g_mime_data_wrapper_write_to_stream(content, memory), 0));
  g_object_unref(memory);
}

std::size_t run_gmime(const World& world) {
  static const bool kReady = (g_mime_init(), true);
  static_cast<void>(kReady);
  std::size_t sum = 0;
  for (const auto& inbound : world.inbounds) {
    GMimeStream* const stream = g_mime_stream_mem_new_with_buffer(inbound.octets.data(), inbound.octets.size());
    GMimeParser* const parser = g_mime_parser_new_with_stream(stream);
    GMimeMessage* const message = g_mime_parser_construct_message(parser, nullptr);
    if (message != nullptr) {
      const char* const subject = g_mime_message_get_subject(message);
      if (subject != nullptr) sum += std::string_view(subject).size();
      g_mime_message_foreach(message, decode_part, &sum);
      g_object_unref(message);
    }
    g_object_unref(parser);
    g_object_unref(stream);
  }
  return sum;
}
#endif

/// Microseconds of processor time a letter: the least of some rounds, which others on the machine disturbed least.
std::map<std::string, double> measure(const World& world, const std::vector<std::pair<std::string, Work>>& works,
                                      int rounds) {
  std::map<std::string, double> best;
  for (int round = 0; round < rounds; ++round) {
    for (const auto& [name, work] : works) {
      const auto before = spent();
      const auto sum = work(world);
      const auto taken = (spent() - before) / static_cast<double>(world.inbounds.size());
      const auto [found, is_new] = best.try_emplace(name, taken);
      if (!is_new) found->second = std::min(found->second, taken);
      if (round == 0) std::cerr << fmt::format("{}: {} in sum\n", name, sum);
    }
  }
  return best;
}

void dump(const World& world) {
  for (std::size_t i = 0; i < world.inbounds.size(); ++i) {
    const auto recording = prepare(world.inbounds[i], *world.configuration, kInstance, fixed_now());
    nlohmann::json all;
    all["letter"] = to_json(recording.letter);
    all["text"] = recording.letter.text;
    all["key"] = recording.letter.letter_key;
    for (const auto& file : recording.letter.attachments) all["contents"].push_back(sha256_hex(file.content));
    all["decision"] = to_json(recording.decision);
    all["if_joined"] = to_json(recording.if_joined);
    const auto plan = [](const AcknowledgementPlan& one) {
      return nlohmann::json{one.template_name, one.languages, one.from, one.to, one.phone, one.facts};
    };
    all["acknowledgement"] = plan(recording.acknowledgement);
    all["addition"] = plan(recording.addition);
    all["sketch"] = recording.sketch;
    all["places"] = recording.places;
    all["searchable"] = {recording.searchable.subject, recording.searchable.body, recording.searchable.names};
    all["quarantine"] = recording.quarantine.value_or("");
    std::cout << world.paths[i].filename().string() << " "
              << all.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << "\n";
  }
}

std::vector<std::pair<std::string, Work>> works_of(const std::string& mode, const World& world) {
  std::vector<std::pair<std::string, Work>> works;
  const auto whole = [](const World& all) { return run_read(all, {}); };
  const auto bare = [](const World& all) {
    ReadLimits limits;
    limits.steps = {false, false, false};
    return run_read(all, limits);
  };
  if (mode == "read" || mode == "compare") works.emplace_back("read", whole);
  if (mode == "bare" || mode == "compare") works.emplace_back("bare", bare);
#ifdef DOCKET_GMIME
  if (mode == "gmime" || mode == "compare") works.emplace_back("gmime", run_gmime);
#endif
  if (mode == "prepare") works.emplace_back("prepare", run_prepare);
  if (mode == "route") works.emplace_back("route", route_work(world));
  if (mode == "hash") works = {{"hash", run_hash}, {"openssl", run_openssl}};
  return works;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: prepare_bench MODE TOWN FOLDER [ROUNDS]\n";
    return 2;
  }
  const std::string mode(argv[1]);
  const auto world = make_world(argv[2], argv[3]);
  if (mode == "dump") {
    dump(world);
    return 0;
  }
  const auto best = measure(world, works_of(mode, world), argc > 4 ? std::stoi(argv[4]) : 3);
  std::cout << fmt::format("{} letters, {} octets each\n", world.inbounds.size(),
                           world.octets / std::max<std::size_t>(world.inbounds.size(), 1));
  for (const auto& [name, micros] : best) std::cout << fmt::format("{:10} {:8.1f} µs a letter\n", name, micros);
  if (!best.contains("gmime")) return 0;
  std::cout << fmt::format("gmime / read {:.2f}, gmime / bare {:.2f}\n", best.at("gmime") / best.at("read"),
                           best.at("gmime") / best.at("bare"));
}
