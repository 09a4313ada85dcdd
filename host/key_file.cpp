#include "host/key_file.h"

#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <ctime>
#include <filesystem>

#include "base/json.h"

namespace limber::host {
namespace {

constexpr int kFormat = 1;
constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kWrapped = kNonce + Key::kBytes + crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kKeyFileLimit = 4096;
constexpr std::uint64_t kMostMemory = 4ull << 30;  // a changed file must not eat the machine

std::string hex(std::span<const std::uint8_t> bytes) {
  std::string text(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
  text.pop_back();
  return text;
}

// Exactly `size` bytes, or nothing.
std::optional<std::vector<std::uint8_t>> from_hex(std::string_view text, std::size_t size) {
  std::vector<std::uint8_t> bytes(size);
  std::size_t got = 0;
  const char* end = nullptr;
  if (text.size() != size * 2 ||
      sodium_hex2bin(bytes.data(), size, text.data(), text.size(), nullptr, &got, &end) != 0 ||
      got != size) {
    return std::nullopt;
  }
  return bytes;
}

std::unexpected<Error> broken(const std::string& path, const std::string& why) {
  return fail(ErrorKind::store, "the key file is not whole: " + why, path,
              "put back a copy of it from a backup; without the key the record cannot be read");
}

// What a wrapped key is bound to.
std::string wrapping_context(const KeyFile& file) {
  return "limber key 1 " + file.id + " " + std::to_string(file.cost.ops) + " " +
         std::to_string(file.cost.memory);
}

std::optional<Key> passphrase_key(std::string_view passphrase, const KeyFile& file) {
  Key key;
  if (crypto_pwhash(key.bytes().data(), Key::kBytes, passphrase.data(), passphrase.size(),
                    file.salt.data(), file.cost.ops, file.cost.memory,
                    crypto_pwhash_ALG_ARGON2ID13) != 0) {
    return std::nullopt;
  }
  return key;
}

Error no_memory(const KeyFile& file, const std::string& path) {
  return {ErrorKind::store,
          "a passphrase needs " + std::to_string(file.cost.memory >> 20) + " MiB of memory here",
          path, "close some programs and try again"};
}

Result<void> check_private(const std::string& path) {
  struct stat about{};
  if (::stat(path.c_str(), &about) != 0) return std::unexpected(file_error("read", path));
  if (!S_ISREG(about.st_mode)) {
    return fail(ErrorKind::store, "the key must be a plain file", path);
  }
  if ((about.st_mode & 0077) != 0) {
    return fail(ErrorKind::store, "other people on this machine can read the key", path,
                "run: chmod 600 '" + path + "'");
  }
  return {};
}

Result<KeyFile> parse(const std::string& text, const std::string& path) {
  const auto json = parse_json(text);
  if (!json) return broken(path, json.error().message);
  if (!json->is_object()) return broken(path, "it is not a JSON object");
  Reader in(*json, "");
  const auto format = in.integer("limber_key", 1, 1'000'000);
  if (!in.error() && format > kFormat) {
    return fail(ErrorKind::store, "the key file was written by a newer Limber", path,
                "install the newer Limber; this one leaves it as it is");
  }
  KeyFile file;
  file.id = in.text("id");
  if (in.has("key")) {
    const auto bytes = from_hex(in.text("key"), Key::kBytes);
    if (!bytes) return broken(path, "the key is not 64 hex digits");
    file.bare.emplace();
    std::copy(bytes->begin(), bytes->end(), file.bare->bytes().begin());
    if (file.bare->id() != file.id) return broken(path, "the key does not match its own name");
  } else {
    Reader wrap(in.object("passphrase"), "/passphrase");
    file.cost.ops = static_cast<std::uint64_t>(wrap.integer("ops", 1, 64));
    file.cost.memory =
        static_cast<std::uint64_t>(wrap.integer("memory", crypto_pwhash_MEMLIMIT_MIN, kMostMemory));
    const auto salt = from_hex(wrap.text("salt"), crypto_pwhash_SALTBYTES);
    const auto sealed = from_hex(wrap.text("sealed"), kWrapped);
    if (wrap.error() && !in.error()) in.note(*wrap.error());
    if (!in.error() && (!salt || !sealed)) return broken(path, "its hex digits are incomplete");
    if (salt && sealed) file.salt = *salt, file.sealed = *sealed;
  }
  if (in.error()) return broken(path, describe(*in.error()));
  return file;
}

}  // namespace

Result<std::optional<KeyFile>> read_key_file(const std::string& path) {
  const auto text = read_file(path, kKeyFileLimit);
  if (!text) {
    if (text.error().kind == ErrorKind::input) return broken(path, "it is far too large");
    return std::unexpected(text.error());
  }
  if (!*text) return std::nullopt;
  if (auto ok = check_private(path); !ok) return std::unexpected(ok.error());
  auto file = parse(**text, path);
  if (!file) return std::unexpected(file.error());
  return std::move(*file);
}

KeyFile bare_key(const Key& key) {
  return {key.id(), key, {}, {}, {}};
}

Result<KeyFile> wrapped_key(const Key& key, std::string_view passphrase,
                            const PassphraseCost& cost) {
  if (passphrase.size() < kShortestPassphrase) {
    return fail(ErrorKind::usage, "a passphrase needs at least 8 characters", "",
                "four or five words in a row are easy to remember and hard to guess");
  }
  KeyFile file;
  file.id = key.id();
  file.cost = cost;
  file.salt.resize(crypto_pwhash_SALTBYTES);
  file.sealed.resize(kWrapped);
  randombytes_buf(file.salt.data(), file.salt.size());
  randombytes_buf(file.sealed.data(), kNonce);
  const auto wrapping = passphrase_key(passphrase, file);
  if (!wrapping) return std::unexpected(no_memory(file, ""));
  const std::string context = wrapping_context(file);
  crypto_aead_xchacha20poly1305_ietf_encrypt(
      file.sealed.data() + kNonce, nullptr, key.bytes().data(), Key::kBytes,
      reinterpret_cast<const std::uint8_t*>(context.data()), context.size(), nullptr,
      file.sealed.data(), wrapping->bytes().data());
  return file;
}

Result<void> write_key_file(const std::string& path, const KeyFile& file, Replace replace) {
  Json json = {{"limber_key", kFormat}, {"id", file.id}};
  if (file.bare) {
    json["key"] = hex(file.bare->bytes());
  } else {
    json["passphrase"] = {{"ops", file.cost.ops},
                          {"memory", file.cost.memory},
                          {"salt", hex(file.salt)},
                          {"sealed", hex(file.sealed)}};
  }
  return write_file(path, print_json(json) + "\n", 0600, replace);
}

Result<Key> open_key(const KeyFile& file, const std::optional<std::string>& passphrase,
                     const std::string& path) {
  if (file.bare) return *file.bare;
  if (!passphrase) {
    return fail(ErrorKind::refused, "the record is locked with a passphrase", path,
                "give the passphrase to open it");
  }
  const auto wrapping = passphrase_key(*passphrase, file);
  if (!wrapping) return std::unexpected(no_memory(file, path));
  Key key;
  const std::string context = wrapping_context(file);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(
          key.bytes().data(), nullptr, nullptr, file.sealed.data() + kNonce, kWrapped - kNonce,
          reinterpret_cast<const std::uint8_t*>(context.data()), context.size(), file.sealed.data(),
          wrapping->bytes().data()) != 0 ||
      key.id() != file.id) {
    return fail(ErrorKind::store, "this passphrase does not open the record", path,
                "check the keyboard and try again; nobody can reset it");
  }
  return key;
}

void sweep_key_leftovers(const std::string& path, std::int64_t older_than_s) {
  namespace fs = std::filesystem;
  const fs::path key(path);
  const std::string beginning = key.filename().string() + ".";
  std::error_code trouble;
  for (fs::directory_iterator entry(key.parent_path(), trouble), end; entry != end;
       entry.increment(trouble)) {
    const std::string name = entry->path().filename().string();
    if (!name.starts_with(beginning) || name.size() != beginning.size() + 6) continue;
    struct stat about{};
    if (::stat(entry->path().c_str(), &about) != 0) continue;
    if (std::time(nullptr) - about.st_mtime >= older_than_s) {
      (void)destroy_file(entry->path().string());
    }
  }
}

}  // namespace limber::host
