#include "host/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>

namespace limber::host {
namespace {

namespace fs = std::filesystem;

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] int get() const { return number_; }
  [[nodiscard]] bool ok() const { return number_ >= 0; }

 private:
  int number_;
};

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t wrote = ::write(file, bytes.data(), bytes.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(wrote));
  }
  return true;
}

Result<std::string> read_all(int file, const std::string& name, std::size_t limit) {
  std::string text;
  std::array<char, 65536> block{};
  while (true) {
    const ssize_t got = ::read(file, block.data(), block.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return std::unexpected(file_error("read", name));
    if (got == 0) return text;
    text.append(block.data(), static_cast<std::size_t>(got));
    if (text.size() > limit) {
      return fail(ErrorKind::input,
                  "this is larger than the " + std::to_string(limit) + " bytes that are allowed",
                  name);
    }
  }
}

std::string folder_of(const std::string& path) {
  const fs::path parent = fs::path(path).parent_path();
  return parent.empty() ? "." : parent.string();
}

// Overwrites whatever the open file holds; what is left of old blocks is the disk's affair.
bool overwrite(int file) {
  struct stat about{};
  if (::fstat(file, &about) != 0 || ::lseek(file, 0, SEEK_SET) != 0) return false;
  const std::string zeros(65536, '\0');
  for (off_t left = about.st_size; left > 0;) {
    const auto part = std::min<std::size_t>(zeros.size(), static_cast<std::size_t>(left));
    if (!write_all(file, std::string_view(zeros).substr(0, part))) return false;
    left -= static_cast<off_t>(part);
  }
  return ::fsync(file) == 0;
}

}  // namespace

Error file_error(const std::string& doing, const std::string& path) {
  const int code = errno;
  Error error{ErrorKind::store, "cannot " + doing + " it: " + std::strerror(code), path, ""};
  if (code == EACCES || code == EPERM || code == EROFS) {
    error.hint = "check who owns it, or choose another folder with --data DIR";
  } else if (code == ENOSPC || code == EDQUOT || code == EFBIG) {
    error.hint = "free some space and try again; what was saved before is safe";
  }
  return error;
}

Result<std::optional<std::string>> read_file(const std::string& path, std::size_t limit) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.ok()) {
    if (errno == ENOENT) return std::nullopt;
    return std::unexpected(file_error("read", path));
  }
  auto text = read_all(file.get(), path, limit);
  if (!text) return std::unexpected(text.error());
  return std::move(*text);
}

Result<std::string> read_standard_input(std::size_t limit) {
  return read_all(STDIN_FILENO, "standard input", limit);
}

namespace {

// A device or a pipe is written into; putting a file in its place would take it from everyone.
bool is_special(const std::string& path) {
  struct stat about{};
  return ::stat(path.c_str(), &about) == 0 && !S_ISREG(about.st_mode) && !S_ISDIR(about.st_mode);
}

Result<void> write_into(const std::string& path, std::string_view bytes) {
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
  if (!file.ok() || !write_all(file.get(), bytes))
    return std::unexpected(file_error("write", path));
  return {};
}

}  // namespace

Result<void> write_file(const std::string& path, std::string_view bytes, unsigned mode,
                        Replace replace) {
  if (replace == Replace::yes && is_special(path)) return write_into(path, bytes);
  std::string fresh = path + ".XXXXXX";
  {
    const Descriptor file(::mkostemp(fresh.data(), O_CLOEXEC));
    if (!file.ok()) return std::unexpected(file_error("write", path));
    if (::fchmod(file.get(), mode) != 0 || !write_all(file.get(), bytes) ||
        ::fsync(file.get()) != 0) {
      Error error = file_error("write", path);
      ::unlink(fresh.c_str());
      return std::unexpected(std::move(error));
    }
  }
  // The old contents are held open, so that a replaced secret can be overwritten afterwards.
  const Descriptor old(replace == Replace::yes ? ::open(path.c_str(), O_WRONLY | O_CLOEXEC) : -1);
  struct stat about{};
  const bool sole =
      old.ok() && ::fstat(old.get(), &about) == 0 && S_ISREG(about.st_mode) && about.st_nlink == 1;
  const int moved = replace == Replace::yes ? ::rename(fresh.c_str(), path.c_str())
                                            : ::link(fresh.c_str(), path.c_str());
  if (moved != 0) {
    Error error = file_error("write", path);
    if (errno == EEXIST) error.kind = ErrorKind::refused;
    ::unlink(fresh.c_str());
    return std::unexpected(std::move(error));
  }
  if (replace == Replace::no) ::unlink(fresh.c_str());
  if (auto flushed = flush_folder(folder_of(path)); !flushed) return flushed;
  if (sole && (mode & 0077) == 0) overwrite(old.get());
  return {};
}

Result<void> make_private_folder(const std::string& path) {
  std::error_code trouble;
  fs::path built;
  for (const auto& part : fs::absolute(path, trouble)) {
    built /= part;
    if (fs::is_directory(built, trouble)) continue;
    if (::mkdir(built.c_str(), 0700) != 0 && errno != EEXIST) {
      return std::unexpected(file_error("make", built.string()));
    }
  }
  if (!fs::is_directory(path, trouble)) {
    return fail(ErrorKind::store, "this is a file, and a folder is needed", path,
                "choose another with --data DIR");
  }
  return {};
}

Result<void> flush_folder(const std::string& path) {
  const Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.ok() || ::fsync(folder.get()) != 0) {
    return std::unexpected(file_error("flush", path));
  }
  return {};
}

bool file_exists(const std::string& path) {
  return ::access(path.c_str(), F_OK) == 0;
}

Result<void> destroy_file(const std::string& path) {
  if (!file_exists(path)) return {};
  {
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!file.ok() || !overwrite(file.get())) {
      return std::unexpected(file_error("overwrite", path));
    }
  }
  if (::unlink(path.c_str()) != 0) return std::unexpected(file_error("remove", path));
  return flush_folder(folder_of(path));
}

Result<ScratchFolder> ScratchFolder::make() {
  const char* base = std::getenv("TMPDIR");
  std::string path =
      std::string(base != nullptr && *base == '/' ? base : "/tmp") + "/limber.XXXXXX";
  if (::mkdtemp(path.data()) == nullptr) return std::unexpected(file_error("make", path));
  return ScratchFolder(path);
}

ScratchFolder::ScratchFolder(ScratchFolder&& other) noexcept
    : path_(std::exchange(other.path_, "")) {}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

}  // namespace limber::host
