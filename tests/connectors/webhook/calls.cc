#include "tests/connectors/webhook/calls.h"

#include <cstdlib>

#include "connectors/http/form.h"

namespace docket::webhook {

Time at(std::int64_t unix_seconds) { return Time(std::chrono::seconds(unix_seconds)); }

TestHook::TestHook(const std::string& format, const std::vector<std::string>& secrets, Fetch fetch,
                   const std::string& public_url) {
  static int count = 0;
  WebhookSettings webhook;
  webhook.path = "/hooks/w";
  webhook.format = format;
  for (const auto& secret : secrets) {
    const auto name = "DOCKET_TEST_SECRET_" + std::to_string(++count);
    ::setenv(name.c_str(), secret.c_str(), 1);
    webhook.secrets.push_back({Secret::Kind::env, name});
  }
  source_.name = "w";
  source_.way = webhook;
  hook_ = make_webhook(source_, public_url, std::move(fetch));
}

HttpRequest post(const std::string& target, std::map<std::string, std::string> headers, std::string body) {
  HttpRequest request;
  request.method = "POST";
  request.target = target;
  const auto question = target.find('?');
  request.path = target.substr(0, question);
  if (question != std::string::npos) {
    const auto query = parse_urlencoded(std::string_view(target).substr(question + 1));
    for (const auto& field : query->fields) request.query.emplace(field.name, field.value);
  }
  request.headers = std::move(headers);
  request.body = std::move(body);
  return request;
}

std::string described(const Received& received) {
  if (const auto* delivery = std::get_if<Delivery>(&received)) {
    const auto& inbound = delivery->inbound;
    std::string to;
    for (const auto& one : inbound.envelope.to) to += (to.empty() ? "" : ",") + one;
    return "delivery " + inbound.delivery_key + " " + inbound.channel + " " + inbound.envelope.from.value_or("-") +
           ">" + to;
  }
  if (const auto* woken = std::get_if<WakeUp>(&received)) {
    std::string names;
    for (const auto& one : woken->sources) names += (names.empty() ? "" : ",") + one;
    return "wakes " + names + " " + std::to_string(woken->response.status);
  }
  const auto& answered = std::get<Answered>(received);
  return std::to_string(answered.response.status) + (answered.bad_signature ? "! " : " ") + answered.log;
}

int status_of(const Received& received) {
  if (std::holds_alternative<Delivery>(received)) return 200;
  if (const auto* woken = std::get_if<WakeUp>(&received)) return woken->response.status;
  return std::get<Answered>(received).response.status;
}

std::string urlencoded(const std::vector<std::pair<std::string, std::string>>& fields) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  const auto add = [&](const std::string& text) {
    for (const char c : text) {
      const auto octet = static_cast<unsigned char>(c);
      out += '%';
      out += kDigits[octet >> 4U];
      out += kDigits[octet & 15U];
    }
  };
  for (const auto& [name, value] : fields) {
    if (!out.empty()) out += '&';
    add(name);
    out += '=';
    add(value);
  }
  return out;
}

std::string multipart(const std::vector<std::pair<std::string, std::string>>& fields) {
  std::string out;
  for (const auto& [name, value] : fields) {
    out += "--B\r\nContent-Disposition: form-data; name=\"" + name + "\"";
    std::string_view content = value;
    if (content.starts_with("FILE ")) {
      const auto line = content.substr(5, content.find('\n') - 5);
      const auto blank = line.find(' ');
      out += "; filename=\"" + std::string(line.substr(0, blank)) +
             "\"\r\nContent-Type: " + std::string(line.substr(blank + 1));
      content.remove_prefix(content.find('\n') + 1);
    }
    out += "\r\n\r\n" + std::string(content) + "\r\n";
  }
  return out + "--B--\r\n";
}

}  // namespace docket::webhook
