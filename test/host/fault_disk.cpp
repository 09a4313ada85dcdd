#include "fault_disk.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <new>

#include "base/random.h"

namespace limber::host {
namespace {

sqlite3_vfs* real_vfs() {
  static sqlite3_vfs* const found = sqlite3_vfs_find("unix");
  return found;
}

struct File {
  sqlite3_file base;
  std::string* path;  // empty for temporary files
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File* of(sqlite3_file* file) {
  return reinterpret_cast<File*>(file);
}
FaultDisk& disk() {
  return FaultDisk::instance();
}
const sqlite3_io_methods* real_methods(sqlite3_file* file) {
  return of(file)->real()->pMethods;
}

int do_close(sqlite3_file* file) {
  const int code = real_methods(file)->xClose(of(file)->real());
  delete of(file)->path;
  return code;
}

int do_read(sqlite3_file* file, void* into, int size, sqlite3_int64 offset) {
  if (disk().dead()) return SQLITE_IOERR_READ;
  return real_methods(file)->xRead(of(file)->real(), into, size, offset);
}

std::string old_bytes(sqlite3_file* file, std::int64_t offset, std::int64_t size) {
  std::string old(static_cast<std::size_t>(std::max<std::int64_t>(size, 0)), '\0');
  real_methods(file)->xRead(of(file)->real(), old.data(), static_cast<int>(old.size()), offset);
  return old;
}

int do_write(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
  if (disk().power_goes()) return SQLITE_IOERR_WRITE;
  sqlite3_int64 old_size = 0;
  real_methods(file)->xFileSize(of(file)->real(), &old_size);
  const std::string& path = *of(file)->path;
  if (!disk().has_room(path, std::max(old_size, offset + size))) return SQLITE_FULL;
  const std::int64_t overlap = std::clamp<std::int64_t>(old_size - offset, 0, size);
  disk().wrote(path, offset, old_bytes(file, offset, overlap),
               std::string(static_cast<const char*>(from), static_cast<std::size_t>(size)),
               old_size);
  return real_methods(file)->xWrite(of(file)->real(), from, size, offset);
}

int do_truncate(sqlite3_file* file, sqlite3_int64 size) {
  if (disk().power_goes()) return SQLITE_IOERR_TRUNCATE;
  sqlite3_int64 old_size = 0;
  real_methods(file)->xFileSize(of(file)->real(), &old_size);
  disk().wrote(*of(file)->path, size, old_bytes(file, size, old_size - size), "", old_size);
  return real_methods(file)->xTruncate(of(file)->real(), size);
}

int do_sync(sqlite3_file* file, int) {
  if (disk().power_goes()) return SQLITE_IOERR_FSYNC;
  disk().synced(*of(file)->path);
  return SQLITE_OK;
}

int do_file_size(sqlite3_file* file, sqlite3_int64* size) {
  return real_methods(file)->xFileSize(of(file)->real(), size);
}
int do_lock(sqlite3_file* file, int kind) {
  return real_methods(file)->xLock(of(file)->real(), kind);
}
int do_unlock(sqlite3_file* file, int kind) {
  return real_methods(file)->xUnlock(of(file)->real(), kind);
}
int do_check_lock(sqlite3_file* file, int* held) {
  return real_methods(file)->xCheckReservedLock(of(file)->real(), held);
}
int do_control(sqlite3_file* file, int op, void* argument) {
  return real_methods(file)->xFileControl(of(file)->real(), op, argument);
}
int do_sector_size(sqlite3_file* file) {
  return real_methods(file)->xSectorSize(of(file)->real());
}
int do_traits(sqlite3_file* file) {
  return real_methods(file)->xDeviceCharacteristics(of(file)->real());
}
int do_shm_map(sqlite3_file* file, int page, int size, int extend, void volatile** memory) {
  return real_methods(file)->xShmMap(of(file)->real(), page, size, extend, memory);
}
int do_shm_lock(sqlite3_file* file, int offset, int count, int flags) {
  return real_methods(file)->xShmLock(of(file)->real(), offset, count, flags);
}
void do_shm_barrier(sqlite3_file* file) {
  real_methods(file)->xShmBarrier(of(file)->real());
}
int do_shm_unmap(sqlite3_file* file, int remove) {
  return real_methods(file)->xShmUnmap(of(file)->real(), remove);
}

constexpr sqlite3_io_methods kMethods = {
    2,           do_close,       do_read,       do_write,   do_truncate,    do_sync,   do_file_size,
    do_lock,     do_unlock,      do_check_lock, do_control, do_sector_size, do_traits, do_shm_map,
    do_shm_lock, do_shm_barrier, do_shm_unmap,  nullptr,    nullptr};

int do_open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out) {
  File* own = of(file);
  own->base.pMethods = nullptr;
  if (disk().dead()) return SQLITE_CANTOPEN;
  const int code = real_vfs()->xOpen(real_vfs(), name, own->real(), flags, out);
  if (code != SQLITE_OK) return code;
  own->path = new std::string(name == nullptr ? "" : name);
  own->base.pMethods = &kMethods;
  return SQLITE_OK;
}

int do_delete(sqlite3_vfs*, const char* name, int sync) {
  if (disk().power_goes()) return SQLITE_IOERR_DELETE;
  disk().removed(name);
  return real_vfs()->xDelete(real_vfs(), name, sync);
}

}  // namespace

FaultDisk& FaultDisk::instance() {
  static FaultDisk the_disk;
  static sqlite3_vfs vfs = [] {
    sqlite3_vfs made = *real_vfs();
    made.zName = kName;
    made.pNext = nullptr;
    made.szOsFile = static_cast<int>(sizeof(File)) + real_vfs()->szOsFile;
    made.xOpen = do_open;
    made.xDelete = do_delete;
    return made;
  }();
  static const int registered = sqlite3_vfs_register(&vfs, 0);
  (void)registered;
  return the_disk;
}

void FaultDisk::reset() {
  pending_.clear();
  sizes_.clear();
  calls_ = 0;
  cut_at_ = quota_ = UINT64_MAX;
  dead_ = lies_ = false;
}

bool FaultDisk::power_goes() {
  if (calls_++ >= cut_at_) dead_ = true;
  return dead_;
}

bool FaultDisk::has_room(const std::string& path, std::int64_t new_size) {
  std::uint64_t others = 0;
  for (const auto& [name, size] : sizes_) {
    if (name != path) others += static_cast<std::uint64_t>(size);
  }
  if (others + static_cast<std::uint64_t>(new_size) > quota_) return false;
  sizes_[path] = new_size;
  return true;
}

void FaultDisk::wrote(const std::string& path, std::int64_t offset, std::string old,
                      std::string fresh, std::int64_t old_size) {
  pending_[path].push_back({offset, std::move(old), std::move(fresh), old_size});
}

void FaultDisk::synced(const std::string& path) {
  if (!lies_) pending_.erase(path);
}

void FaultDisk::drop_unsynced(Keep keep, std::uint64_t seed) {
  Random random(seed);
  for (const auto& [path, changes] : pending_) {
    const int file = ::open(path.c_str(), O_RDWR);
    if (file < 0) continue;
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
      (void)!::pwrite(file, change->old.data(), change->old.size(), change->offset);
      (void)!::ftruncate(file, change->old_size);
    }
    // A real disk may have written some of it, in any order, in sectors of 512 bytes.
    for (const Change& change : changes) {
      if (keep == Keep::nothing || random.below(2) == 0) continue;
      if (change.fresh.empty()) {
        (void)!::ftruncate(file, change.offset);
        continue;
      }
      const std::size_t size = random.below(2) == 0
                                   ? change.fresh.size()
                                   : random.below(change.fresh.size() / 512 + 1) * 512;
      (void)!::pwrite(file, change.fresh.data(), size, change.offset);
    }
    ::close(file);
    // The shared memory of the log lived in the machine that went dark.
    std::filesystem::remove(path + "-shm");
  }
  reset();
}

}  // namespace limber::host
