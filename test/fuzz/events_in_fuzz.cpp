// The API's decoder: any body is events or an error, and what it takes is what an export would
// write and read back.
#include <cstdint>
#include <cstdlib>

#include "app/replay.h"
#include "faces/server/events_in.h"
#include "record/exchange.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace limber;
  static App app = [] {
    auto opened = App::open(embedded_knowledge());
    if (!opened) std::abort();
    return std::move(*opened);
  }();
  const std::string_view body(reinterpret_cast<const char*>(data), size);
  const auto events = server::read_events(body);
  if (!events) return 0;
  (void)Replay(app.core()).check(*events);
  for (const Event& event : *events) {
    const auto again = read_event_text(event_text(event));
    if (!again || *again != event) std::abort();
  }
  return 0;
}
