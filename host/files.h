// Files as a record needs them: written whole or not at all, private, and gone when removed.
//
// A file is replaced by writing a new one beside it, flushing it, renaming it over the old one and
// flushing the folder, so that a power cut at any point leaves the old or the new, never a mix.
// Errors are of kind `store` and name the path.
#pragma once

#include <limber/result.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limber::host {

// The whole file, or nothing if there is none. Larger than `limit` bytes is an error.
[[nodiscard]] Result<std::optional<std::string>> read_file(const std::string& path,
                                                           std::size_t limit);
// All of standard input, up to `limit` bytes.
[[nodiscard]] Result<std::string> read_standard_input(std::size_t limit);

enum class Replace { yes, no };  // no: an error of kind `refused` if the file exists by then
// `mode` is what chmod takes, 0600 for secrets.
[[nodiscard]] Result<void> write_file(const std::string& path, std::string_view bytes,
                                      unsigned mode = 0600, Replace replace = Replace::yes);

// The folder and its missing parents, readable by the owner alone where they are new.
[[nodiscard]] Result<void> make_private_folder(const std::string& path);
[[nodiscard]] Result<void> flush_folder(const std::string& path);

[[nodiscard]] bool file_exists(const std::string& path);
// Overwrites the contents, flushes, and removes the file; a missing file is fine.
// On flash and copy-on-write disks old blocks may survive, which is why keys go first.
[[nodiscard]] Result<void> destroy_file(const std::string& path);

// An own empty folder under $TMPDIR or /tmp, removed with everything in it at the end.
class ScratchFolder {
 public:
  [[nodiscard]] static Result<ScratchFolder> make();
  ScratchFolder(ScratchFolder&& other) noexcept;
  ScratchFolder& operator=(ScratchFolder&&) = delete;
  ~ScratchFolder();
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  explicit ScratchFolder(std::string path) : path_(std::move(path)) {}
  std::string path_;
};

// What went wrong in the last system call on that path, in plain words.
[[nodiscard]] Error file_error(const std::string& doing, const std::string& path);

}  // namespace limber::host
