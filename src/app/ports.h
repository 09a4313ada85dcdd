// The holes in the core's wall: what the use-cases need from the machine they run on.
//
// The core has no clock, no files, no randomness and no threads of its own. A face hands it these
// four ports; host/ implements them on a real machine, tests and the browser bring their own.
// Whatever a port cannot do comes back as an Error of kind `store` that says what to do now.
#pragma once

#include <limber/result.h>
#include <limber/types.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace limber {

// What time it is. Durations are always differences of now_ms, never of local times.
class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual std::int64_t now_ms() = 0;  // UTC, milliseconds since 1970
  // Minutes east of UTC at that instant, daylight saving included.
  [[nodiscard]] virtual std::int32_t offset_min(std::int64_t at_ms) = 0;
};

// Randomness fit for keys and names of things (the seeded generator of base is for tests).
class Entropy {
 public:
  virtual ~Entropy() = default;
  virtual void fill(std::span<std::uint8_t> bytes) = 0;
  // UUID version 7, lower case. Within one process later calls give greater ids, also when the
  // clock is set back, so ids order what happened within one millisecond.
  [[nodiscard]] virtual std::string uuid(std::int64_t now_ms) = 0;
};

// Runs independent tasks; the order and the thread are the runner's business.
class Runner {
 public:
  virtual ~Runner() = default;
  [[nodiscard]] virtual std::size_t workers() const = 0;
  // Returns when task(0) ... task(count - 1) have all run. Tasks must not throw.
  virtual void run(std::size_t count, const std::function<void(std::size_t)>& task) = 0;
};

// What became of the events handed to Store::append.
struct Appended {
  std::size_t added = 0;  // new, and now durable
  std::size_t known = 0;  // already there, byte for byte the same
  std::vector<std::string>
      conflicts;  // ids already there with other contents: the stored one stays
};

// Events in the order in which they reached this machine.
struct Listing {
  std::vector<Event> events;
  std::int64_t last = 0;  // hand it to the next list() to get only what is newer
};

// The record: an append-only set of events, the only thing Limber keeps.
// Several processes may hold the same record open; each call is one short transaction.
class Store {
 public:
  virtual ~Store() = default;

  // All or nothing, and durable when it returns: a power cut afterwards loses none of them.
  // Events are checked first (id and device are UUIDs, payload is a JSON object).
  [[nodiscard]] virtual Result<Appended> append(std::span<const Event> events) = 0;
  // An event that cannot be opened is an error, never left out: advice must not rest on a gap.
  [[nodiscard]] virtual Result<Listing> list(std::int64_t after = 0) = 0;
  [[nodiscard]] virtual Result<std::size_t> count() = 0;
  // The UUID under which events of this machine are filed; the same for the record's whole life.
  [[nodiscard]] virtual const std::string& device() const = 0;

  // Sets or changes the passphrase: wraps the key anew, touches no event. Needs 8 characters.
  [[nodiscard]] virtual Result<void> lock(std::string_view passphrase) = 0;
  // Back to a key file without a passphrase. The store is open, so the passphrase was known.
  [[nodiscard]] virtual Result<void> unlock() = 0;
  [[nodiscard]] virtual bool locked() const = 0;

  // Destroys the key, then the events, then the files. Refused while another process has the
  // record open. Afterwards every other call fails.
  [[nodiscard]] virtual Result<void> erase() = 0;
};

// What can be said about a record that may be damaged. The record itself is never touched.
struct Diagnosis {
  enum class State : std::uint8_t {
    missing,      // there is no record yet
    healthy,      // every event can be read
    damaged,      // some pages, rows or the file's end are gone
    no_key,       // the key file is missing, unreadable or too open
    locked,       // a passphrase is needed and was not given, or is wrong
    wrong_key,    // the key belongs to another record
    newer,        // written by a newer Limber
    foreign,      // not a Limber record at all
    unreachable,  // the folder or file cannot be read
  };
  State state = State::missing;
  std::vector<std::string> findings;  // plain sentences, the most important first
  std::string hint;                   // what to do now
  std::vector<Event> readable;        // everything that can still be opened, by time
  std::size_t unreadable = 0;         // events seen that could not be opened
};

}  // namespace limber
