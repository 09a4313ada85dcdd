#include "host/key_file.h"

#include "helpers.h"

namespace limber::host {
namespace {

class KeyFiles : public RecordTest {
 protected:
  void SetUp() override {
    RecordTest::SetUp();
    path_ = scratch_->path() + "/limber.key";
  }
  std::string refusal_of(const std::string& bytes, unsigned mode = 0600) {
    spill(path_, bytes);
    ::chmod(path_.c_str(), mode);
    const auto file = read_key_file(path_);
    return file ? "" : file.error().message;
  }
  Key key_ = Key::random();
  std::string path_;
};

TEST_F(KeyFiles, KeepsABareKey) {
  ASSERT_TRUE(write_key_file(path_, bare_key(key_), Replace::no));
  const auto file = read_key_file(path_);
  ASSERT_TRUE(file->has_value());
  EXPECT_FALSE((*file)->locked());
  EXPECT_EQ(open_key(**file, std::nullopt, path_)->id(), key_.id());
}

TEST_F(KeyFiles, KeepsAWrappedKeyThatOnlyItsPassphraseOpens) {
  ASSERT_TRUE(write_key_file(path_, *wrapped_key(key_, "correct horse", kCheap), Replace::no));
  const auto file = read_key_file(path_);
  EXPECT_TRUE((*file)->locked());
  EXPECT_EQ(open_key(**file, "correct horse", path_)->id(), key_.id());
  EXPECT_EQ(open_key(**file, std::nullopt, path_).error().kind, ErrorKind::refused);
  EXPECT_EQ(open_key(**file, "correct horsf", path_).error().kind, ErrorKind::store);
}

TEST_F(KeyFiles, DoesNotShowAWrappedKey) {
  ASSERT_TRUE(write_key_file(path_, bare_key(key_), Replace::no));
  const std::string bare = slurp(path_);
  const std::string hex = bare.substr(bare.find("\"key\":\"") + 7, 64);
  ASSERT_TRUE(write_key_file(path_, *wrapped_key(key_, "correct horse", kCheap), Replace::yes));
  EXPECT_EQ(slurp(path_).find(hex), std::string::npos);
}

TEST_F(KeyFiles, BindsTheCostIntoTheSeal) {
  KeyFile file = *wrapped_key(key_, "correct horse", kCheap);
  file.cost.ops += 1;
  EXPECT_FALSE(open_key(file, "correct horse", path_).has_value());
}

TEST_F(KeyFiles, SaysWhenOthersCanReadIt) {
  ASSERT_TRUE(write_key_file(path_, bare_key(key_), Replace::no));
  const std::string bytes = slurp(path_);
  EXPECT_EQ(refusal_of(bytes, 0600), "");
  for (const unsigned mode : {0644u, 0640u, 0604u, 0666u}) {
    EXPECT_EQ(refusal_of(bytes, mode), "other people on this machine can read the key");
  }
}

TEST_F(KeyFiles, SaysWhenItIsCutShortAnywhere) {
  ASSERT_TRUE(write_key_file(path_, bare_key(key_), Replace::no));
  const std::string bytes = slurp(path_);
  for (std::size_t size = 0; size + 2 < bytes.size(); ++size) {
    EXPECT_NE(refusal_of(bytes.substr(0, size)), "") << size;
  }
}

TEST_F(KeyFiles, SaysWhenAnyDigitOfTheKeyWasChanged) {
  ASSERT_TRUE(write_key_file(path_, bare_key(key_), Replace::no));
  const std::string bytes = slurp(path_);
  const std::size_t from = bytes.find("\"key\":\"") + 7;
  for (std::size_t i = from; i < from + 64; ++i) {
    std::string changed = bytes;
    changed[i] = changed[i] == '0' ? '1' : '0';
    EXPECT_NE(refusal_of(changed), "") << i;
  }
}

TEST_F(KeyFiles, SaysWhenItIsNewerOrHuge) {
  EXPECT_EQ(refusal_of("{\"limber_key\":2,\"id\":\"x\"}"),
            "the key file was written by a newer Limber");
  EXPECT_NE(refusal_of(std::string(100'000, '[')), "");
  EXPECT_NE(refusal_of("[]"), "");
  EXPECT_NE(refusal_of("{\"limber_key\":1,\"id\":\"x\",\"passphrase\":{\"ops\":1,\"memory\":"
                       "99999999999999,\"salt\":\"\",\"sealed\":\"\"}}"),
            "");
}

TEST_F(KeyFiles, SweepsOnlyOldLeftovers) {
  spill(path_, "keep");
  spill(path_ + ".abcdef", "half");
  spill(path_ + ".backup-of-mine", "mine");
  sweep_key_leftovers(path_, 60);
  EXPECT_TRUE(file_exists(path_ + ".abcdef"));
  sweep_key_leftovers(path_, 0);
  EXPECT_FALSE(file_exists(path_ + ".abcdef"));
  EXPECT_TRUE(file_exists(path_));
  EXPECT_TRUE(file_exists(path_ + ".backup-of-mine"));
}

}  // namespace
}  // namespace limber::host
