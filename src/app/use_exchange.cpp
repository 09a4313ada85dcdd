// The use-cases that carry the record to and fro, and tell how an entry came to be: record.history,
// export, import.
#include "app/recorded.h"
#include "base/object.h"
#include "record/exchange.h"

namespace limber {
namespace {

// What was first noted, and every correction since: nothing that was said is lost.
Result<Json> history(Core& core, Reader& in) {
  const std::string id = in.text("id");
  if (in.error()) return std::unexpected(*in.error());
  const auto recorded = read_recorded(core);
  if (!recorded) return std::unexpected(recorded.error());
  const auto versions = versions_of(recorded->events, id);
  if (versions.empty()) {
    return fail(ErrorKind::not_found, "there is no event " + id.substr(0, 60), "", "");
  }
  constexpr const char* kWhat[] = {"noted", "edited", "deleted"};
  Json shown = Json::array();
  for (const Version& version : versions) {
    shown.push_back({{"what", kWhat[static_cast<std::size_t>(version.what)]},
                     {"at", instant_text(version.at_ms, version.offset_min)},
                     {"data", version.data}});
  }
  return Json{{"id", id}, {"versions", std::move(shown)}};
}

Result<Json> export_all(Core& core, Reader&) {
  const auto recorded = read_recorded(core);
  if (!recorded) return std::unexpected(recorded.error());
  std::string document;
  write_export(recorded->events, core.ports.store->device(), recorded->now,
               [&document](std::string_view piece) { document += piece; });
  return object_of({{"document", std::move(document)}, {"events", recorded->events.size()}});
}

Result<Json> import_all(Core& core, Reader& in) {
  const std::string document = in.text("document");
  if (in.error()) return std::unexpected(*in.error());
  const auto store = store_of(core);
  if (!store) return std::unexpected(store.error());
  const auto events = read_export(document);
  if (!events) return std::unexpected(events.error());
  const auto kept = (*store)->append(*events);
  if (!kept) return std::unexpected(kept.error());
  return object_of(
      {{"added", kept->added}, {"known", kept->known}, {"conflicts", kept->conflicts}});
}

constexpr UseCase kExchangeUseCases[] = {
    {"record.history", history}, {"export", export_all}, {"import", import_all}};

}  // namespace

std::span<const UseCase> exchange_use_cases() {
  return kExchangeUseCases;
}

}  // namespace limber
