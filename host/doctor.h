// Looks at a record that may be damaged, tells in plain sentences what is wrong with it, and reads
// whatever can still be read. It works on a private copy, so the record itself is never touched.
#pragma once

#include "app/ports.h"
#include "host/sealed_store.h"

namespace limber::host {

// The passphrase is taken from `options`. Diagnosis::readable holds every event that opens with
// the key, from SQLite where it still reads and from the raw pages where it does not.
[[nodiscard]] Diagnosis diagnose(const StoreOptions& options);

// Makes a new record in an empty or missing folder and puts the readable events into it.
// Errors: refused if there is a record already; those of open_store and append.
[[nodiscard]] Result<Appended> rescue_into(const Diagnosis& diagnosis, const StoreOptions& fresh,
                                           Entropy& entropy);

}  // namespace limber::host
