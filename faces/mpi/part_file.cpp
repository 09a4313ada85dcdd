#include "faces/mpi/part_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace limber::mpi {
namespace {

struct Header {
  char magic[8] = {'L', 'I', 'M', 'B', 'K', 'M', '0', '1'};
  Job job;
  bool operator==(const Header&) const = default;
};

std::unexpected<Error> trouble(const std::string& path, const char* doing) {
  return fail(ErrorKind::store, std::string("could not ") + doing + ": " + std::strerror(errno),
              path, "what was finished is kept in the .part file; start again to go on from there");
}

off_t place(std::uint64_t point) {
  return static_cast<off_t>(sizeof(Header) + point * sizeof(Record));
}

const char* name_of(KmStatus status) {
  switch (status) {
    case KmStatus::done:
      return "done";
    case KmStatus::refused:
      return "refused";
    case KmStatus::step_limit:
      return "step_limit";
    case KmStatus::failed:
      return "failed";
  }
  return "";
}

}  // namespace

Record record_of(const KmResult& r) {
  return {1 + static_cast<std::uint64_t>(r.status),
          r.x_max,
          r.x_min,
          r.x_end,
          r.v_end,
          r.steps,
          r.event_iterations};
}

KmResult result_of(const Record& r) {
  return {static_cast<KmStatus>(r.status - 1),
          r.x_max,
          r.x_min,
          r.x_end,
          r.v_end,
          r.steps,
          r.event_iterations};
}

Result<PartFile> PartFile::open(const std::string& path, const Job& job, KmChunks& board) {
  std::FILE* raw = std::fopen(path.c_str(), "r+b");
  const bool existed = raw != nullptr;
  if (!raw) raw = std::fopen(path.c_str(), "w+b");
  if (!raw) return trouble(path, "open the file");
  PartFile part(raw, path);
  const Header ours{.job = job};
  Header theirs;
  // A header that was cut off means that nothing was written after it.
  if (existed && std::fread(&theirs, sizeof theirs, 1, raw) == 1) {
    if (theirs != ours)
      return fail(ErrorKind::input, "this file belongs to a run with other settings", path,
                  "finish that run with its own settings, or delete the file");
    std::vector<Record> records;
    for (std::uint64_t c = 0; c < board.size(); ++c) {
      const KmChunk chunk = board.at(c);
      records.assign(chunk.count, {});
      if (part.read(chunk.first, records) &&
          std::all_of(records.begin(), records.end(),
                      [](const Record& r) { return r.status != 0; }))
        board.done(c);
    }
    return part;
  }
  if (std::fseek(raw, 0, SEEK_SET) != 0 || std::fwrite(&ours, sizeof ours, 1, raw) != 1 ||
      std::fflush(raw) != 0)
    return trouble(path, "write the file");
  return part;
}

bool PartFile::read(std::uint64_t first, std::vector<Record>& records) {
  return fseeko(file_.get(), place(first), SEEK_SET) == 0 &&
         std::fread(records.data(), sizeof(Record), records.size(), file_.get()) == records.size();
}

Result<void> PartFile::write(const KmChunk& chunk, const std::vector<Record>& records) {
  if (fseeko(file_.get(), place(chunk.first), SEEK_SET) != 0 ||
      std::fwrite(records.data(), sizeof(Record), records.size(), file_.get()) != records.size() ||
      std::fflush(file_.get()) != 0)
    return trouble(path_, "write the file");
  return {};
}

Result<void> PartFile::export_csv(const std::string& path, const Job& job) {
  const std::string temporary = path + ".new";
  std::unique_ptr<std::FILE, Closer> out(std::fopen(temporary.c_str(), "w"));
  if (!out) return trouble(temporary, "open the file");
  std::fputs("point,f_Hz,status,x_max,x_min,x_end,v_end,steps\n", out.get());
  std::vector<Record> records;
  for (std::uint64_t first = 0; first < job.points; first += records.size()) {
    records.assign(std::min<std::uint64_t>(4096, job.points - first), {});
    if (!read(first, records)) return trouble(path_, "read the file");
    for (std::uint64_t i = 0; i < records.size(); ++i) {
      const KmResult r = result_of(records[i]);
      std::fprintf(out.get(), "%llu,%.17g,%s,%.17g,%.17g,%.17g,%.17g,%llu\n",
                   static_cast<unsigned long long>(first) + i,
                   km_benchmark_point(first + i, job.points).f_Hz, name_of(r.status), r.x_max,
                   r.x_min, r.x_end, r.v_end, static_cast<unsigned long long>(r.steps));
    }
  }
  const bool written = std::fflush(out.get()) == 0 && !std::ferror(out.get());
  if (std::fclose(out.release()) != 0 || !written) return trouble(temporary, "write the file");
  if (std::rename(temporary.c_str(), path.c_str()) != 0) return trouble(path, "rename the file");
  return {};
}

void PartFile::remove() {
  std::remove(path_.c_str());
}

}  // namespace limber::mpi
