#include "host/files.h"

#include <fcntl.h>

#include "helpers.h"
#include "syscall_cut.h"

namespace limber::host {
namespace {

using Files = RecordTest;

unsigned mode_of(const std::string& path) {
  struct stat about{};
  EXPECT_EQ(::stat(path.c_str(), &about), 0);
  return about.st_mode & 0777u;
}

TEST_F(Files, ReadsWhatWasWritten) {
  const std::string path = scratch_->path() + "/a", text("one\0two", 7);
  ASSERT_TRUE(write_file(path, text));
  EXPECT_EQ(read_file(path, 100)->value(), text);
  EXPECT_EQ(mode_of(path), 0600u);
}

TEST_F(Files, TellsAMissingFileFromAnEmptyOne) {
  const std::string path = scratch_->path() + "/a";
  EXPECT_FALSE(read_file(path, 10)->has_value());
  spill(path, "");
  EXPECT_EQ(read_file(path, 10)->value(), "");
}

TEST_F(Files, RefusesAFileThatIsTooLarge) {
  const std::string path = scratch_->path() + "/a";
  spill(path, std::string(200, 'x'));
  EXPECT_EQ(read_file(path, 100).error().kind, ErrorKind::input);
}

TEST_F(Files, LeavesTheOldOrTheNewWhereverItIsCut) {
  const std::string path = scratch_->path() + "/a";
  int cuts = 0;
  for (std::uint64_t n = 0;; ++n) {
    ASSERT_TRUE(write_file(path, "old"));
    const int code = in_child([&] {
      exit_at_file_call(n);
      return write_file(path, "new").has_value() ? 0 : 1;
    });
    const std::string found = slurp(path);
    EXPECT_TRUE(found == "old" || found == "new") << found;
    if (code == 0) break;
    ++cuts;
  }
  EXPECT_GE(cuts, 3);
  EXPECT_EQ(slurp(path), "new");
}

TEST_F(Files, ReplacesNothingThatItMustNot) {
  const std::string path = scratch_->path() + "/a";
  ASSERT_TRUE(write_file(path, "first", 0600, Replace::no));
  EXPECT_EQ(write_file(path, "second", 0600, Replace::no).error().kind, ErrorKind::refused);
  EXPECT_EQ(slurp(path), "first");
}

TEST_F(Files, LeavesNoTraceOfAReplacedSecret) {
  const std::string path = scratch_->path() + "/a";
  ASSERT_TRUE(write_file(path, "top secret"));
  const int held = ::open(path.c_str(), O_RDONLY);
  ASSERT_TRUE(write_file(path, "harmless"));
  char bytes[10] = {};
  ASSERT_EQ(::pread(held, bytes, sizeof bytes, 0), 10);
  ::close(held);
  EXPECT_EQ(std::string(bytes, 10), std::string(10, '\0'));
}

TEST_F(Files, SaysWhenItMayNotWrite) {
  const auto written = write_file("/proc/no/such/file", "x");
  ASSERT_FALSE(written.has_value());
  EXPECT_EQ(written.error().kind, ErrorKind::store);
  EXPECT_EQ(written.error().where, "/proc/no/such/file");
}

TEST_F(Files, MakesAPrivateFolderWithItsParents) {
  const std::string path = scratch_->path() + "/x/y/z";
  ASSERT_TRUE(make_private_folder(path));
  EXPECT_EQ(mode_of(path), 0700u);
  EXPECT_TRUE(make_private_folder(path));
  spill(scratch_->path() + "/file", "");
  EXPECT_FALSE(make_private_folder(scratch_->path() + "/file"));
}

TEST_F(Files, DestroysAFileWithItsBytes) {
  const std::string path = scratch_->path() + "/a", copy = scratch_->path() + "/b";
  spill(path, std::string(100'000, 's'));
  ASSERT_EQ(::link(path.c_str(), copy.c_str()), 0);
  ASSERT_TRUE(destroy_file(path));
  EXPECT_FALSE(file_exists(path));
  EXPECT_EQ(slurp(copy), std::string(100'000, '\0'));
  EXPECT_TRUE(destroy_file(path));
}

TEST_F(Files, RemovesAScratchFolderWithEverythingInIt) {
  std::string path;
  {
    auto scratch = ScratchFolder::make();
    path = scratch->path();
    spill(path + "/x", "1");
    EXPECT_EQ(mode_of(path), 0700u);
  }
  EXPECT_FALSE(file_exists(path));
}

}  // namespace
}  // namespace limber::host
