// One connection of an HttpServer, from its first octet to its last: one request, one answer.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>

#include "connectors/http/connections.h"
#include "connectors/http/peer.h"
#include "connectors/http/server.h"
#include "connectors/http/sockets.h"

struct ssl_ctx_st;

namespace boost::asio {
class io_context;
class thread_pool;
}  // namespace boost::asio

namespace docket::http {

/// What the connections of one server share; outlives every one of them. Only `waiting` is touched by handler threads.
struct Shared {
  const HttpLimits& limits;
  const HttpServer::Handler& handler;
  bool behind_proxy;
  boost::asio::io_context& io;
  boost::asio::thread_pool& pool;
  Connections& connections;
  std::size_t in_flight = 0;     ///< octets of bodies
  std::size_t answers = 0;       ///< octets of answers that are being written
  std::atomic<int> waiting = 0;  ///< requests that are not answered yet
  bool stopping = false;
};

/// Turned away without an answer when nobody can be closed for it. `tls`: null for a plain connection.
void serve_connection(Shared& shared, Socket socket, const std::shared_ptr<ssl_ctx_st>& tls);

}  // namespace docket::http
