// limber serve: the page in a browser, on this machine.
#include <unistd.h>

#include <cstdlib>

#include "base/text.h"
#include "faces/cli/console.h"
#include "faces/cli/exit_code.h"
#include "faces/cli/run.h"
#include "faces/server/serve.h"
#include "host/paths.h"

namespace limber::cli {
namespace {

Result<std::uint16_t> port_of(const CommandLine& line, std::string_view option,
                              std::uint16_t usual) {
  if (!line.has(option)) return usual;
  const auto number = parse_number(line.value(option));
  if (!number || *number < 0 || *number > 65'535 || *number != static_cast<int>(*number)) {
    return fail(ErrorKind::usage, "a port is a whole number from 0 to 65535", std::string(option),
                "0 takes any that is free");
  }
  return static_cast<std::uint16_t>(*number);
}

}  // namespace

Result<int> run_serve(const CommandLine& line) {
  server::ServeOptions options;
  const auto port = port_of(line, "--port", options.port);
  if (!port) return std::unexpected(port.error());
  const auto next = static_cast<std::uint16_t>(*port == 0 || *port == 65'535 ? 0 : *port + 1);
  const auto tls_port = port_of(line, "--tls-port", next);
  if (!tls_port) return std::unexpected(tls_port.error());
  if (line.has("--knowledge")) {
    return fail(ErrorKind::usage, "the page carries its own knowledge", "--knowledge",
                "build Limber with the changed folder to see it in the page");
  }
  options.folder = host::data_folder(line.value("--data"));
  options.port = *port;
  options.tls_port = *tls_port;
  options.tls = line.has("--tls");
  options.open = !line.has("--no-open");
  options.log = line.has("--log");
  options.colours = isatty(STDOUT_FILENO) == 1 && !line.has("--plain");
  if (const char* given = std::getenv("LIMBER_PASSPHRASE"); given != nullptr && *given != '\0') {
    options.passphrase = given;
  }
  const auto served = server::serve(options, [](const std::string& text) {
    print(text);
    (void)flush();
  });
  if (!served) return std::unexpected(served.error());
  return kDone;
}

}  // namespace limber::cli
