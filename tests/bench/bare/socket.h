// TCP to this machine.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace bare {

/// Without Nagle's waiting; throws std::runtime_error, as the others do.
[[nodiscard]] int connect_to(std::uint16_t port);
void close_socket(int socket);
void send_all(int socket, std::string_view text);
[[nodiscard]] std::size_t receive_some(int socket, std::vector<char>& buffer);

}  // namespace bare
