// The key of a record, as it lies beside it: bare in a 0600 file, or wrapped by a passphrase.
//
// There is always exactly one key file, replaced in one step; `lock` and `unlock` only change how
// the same key is kept, so no event is ever sealed anew and an interruption leaves the old file or
// the new one. A wrapped key is sealed with a key that Argon2id makes from the passphrase; its cost
// stands in the file and is bound into the seal.
//
// {"limber_key":1,"id":"<32 hex>","key":"<64 hex>"}
// {"limber_key":1,"id":"<32 hex>","passphrase":{"memory":..,"ops":..,"salt":"..","sealed":".."}}
#pragma once

#include <limber/result.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "host/files.h"
#include "host/seal.h"

namespace limber::host {

// How long a guess takes. The default is libsodium's MODERATE: 256 MiB and about a second.
struct PassphraseCost {
  std::uint64_t ops = 3;
  std::uint64_t memory = 256u << 20;  // bytes
};

inline constexpr std::size_t kShortestPassphrase = 8;  // characters

struct KeyFile {
  std::string id;           // names the key, see Key::id
  std::optional<Key> bare;  // or else it is wrapped:
  PassphraseCost cost;
  std::vector<std::uint8_t> salt;
  std::vector<std::uint8_t> sealed;  // nonce and wrapped key

  [[nodiscard]] bool locked() const { return !bare.has_value(); }
};

// Nothing if there is no key file. Errors: it is readable by others, cut short, changed, newer.
[[nodiscard]] Result<std::optional<KeyFile>> read_key_file(const std::string& path);

[[nodiscard]] KeyFile bare_key(const Key& key);
// Errors: usage if the passphrase is shorter than kShortestPassphrase.
[[nodiscard]] Result<KeyFile> wrapped_key(const Key& key, std::string_view passphrase,
                                          const PassphraseCost& cost);
// Replace::no: an error of kind `refused` if there is a key file by then.
[[nodiscard]] Result<void> write_key_file(const std::string& path, const KeyFile& file,
                                          Replace replace);
// Errors: refused if a passphrase is needed and none is given, store if it is wrong.
[[nodiscard]] Result<Key> open_key(const KeyFile& file,
                                   const std::optional<std::string>& passphrase,
                                   const std::string& path);

// Removes half-written key files that an interrupted write left more than `older_than_s` ago.
void sweep_key_leftovers(const std::string& path, std::int64_t older_than_s);

}  // namespace limber::host
