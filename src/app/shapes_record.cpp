// Shapes of the use-cases that write to the record and carry it to and fro, and of packs.
#include "app/shapes.h"

namespace limber {
namespace {

constexpr std::string_view kTypes = R"(
/** One thing that happened, complete and in its canonical form (docs/formats.md, 2). */
export interface LimberEvent {
  id: string;
  device: string;
  /** UTC, milliseconds since 1970. */
  at_ms: number;
  /** Minutes east of UTC then and there. */
  offset_min: number;
  kind: string;
  payload: { [field: string]: unknown };
}

/** What is left out is filled in, here and now. */
export interface NewEvent {
  kind: string;
  payload: { [field: string]: unknown };
  id?: string;
  device?: string;
  at_ms?: number;
  offset_min?: number;
}

export interface Appended {
  added: number;
  known: number;
  /** Ids that were there with other contents; those stay. */
  conflicts: string[];
}

export interface PackHead {
  id: string;
  name: string;
  author: string;
  version: string;
}

/** As in packs.md, as JSON. */
export type Pack = { [part: string]: unknown };

export interface Problem {
  kind: "usage" | "input" | "store" | "refused" | "not_found";
  message: string;
  where: string;
  hint: string;
}
)";

constexpr Shape kMethods[] = {
    {"record.append", "{ events: NewEvent[] }", "Appended & { ids: string[] }"},
    {"record.take", "{ events: LimberEvent[] }", "Appended & { ids: string[] }"},
    {"record.screened", "Sheet & { asked?: string[] }", "{ id: string; level: Level }"},
    {"record.list", "{ since?: number }", "{ events: LimberEvent[]; last: number }"},
    {"record.history", "{ id: string }",
     "{ id: string; versions: { what: \"noted\" | \"edited\" | \"deleted\"; at: string; data: { "
     "[field: string]: unknown } }[] }"},
    {"export", "{}", "{ document: string; events: number }"},
    {"import", "{ document: string }", "Appended"},
    {"pack.check", "{ pack: Pack }", "PackHead & { problems: Problem[]; techniques: string[] }"},
    {"pack.add", "{ pack: Pack }", "PackHead"},
    {"pack.list", "{}", "{ packs: PackHead[] }"},
    {"pack.remove", "{ id: string }", "{ id: string }"},
};

}  // namespace

Shapes record_shapes() {
  return {kTypes, kMethods};
}

}  // namespace limber
