#include "host/seal.h"

#include "helpers.h"

namespace limber::host {
namespace {

class Seal : public testing::Test {
 protected:
  SystemEntropy entropy_;  // starts libsodium
  Key key_ = Key::random();
};

TEST_F(Seal, OpensWhatItSealed) {
  for (const std::size_t size : {0u, 1u, 63u, 64u, 65u, 100'000u}) {
    const Event event = event_of(7, size);
    EXPECT_EQ(unseal(seal(event, key_), key_), event) << size;
  }
}

TEST_F(Seal, KeepsEveryOffset) {
  Event event = event_of(1);
  for (const int offset : {-1440, -1, 0, 1, 1440}) {
    event.offset_min = offset;
    EXPECT_EQ(unseal(seal(event, key_), key_)->offset_min, offset);
  }
}

TEST_F(Seal, DoesNotOpenWithAnotherKey) {
  EXPECT_FALSE(unseal(seal(event_of(1), key_), Key::random()));
}

TEST_F(Seal, DoesNotOpenWhenAnyByteWasChanged) {
  const SealedRow row = seal(event_of(1), key_);
  for (std::size_t i = 0; i < row.sealed.size(); ++i) {
    SealedRow changed = row;
    changed.sealed[i] ^= 1;
    EXPECT_FALSE(unseal(changed, key_)) << i;
  }
}

TEST_F(Seal, DoesNotOpenWhenWhatItShowsWasChanged) {
  SealedRow id = seal(event_of(1), key_), device = id, time = id;
  id.id[3] ^= 1;
  device.device[15] ^= 1;
  time.at_ms += 1;
  EXPECT_FALSE(unseal(id, key_));
  EXPECT_FALSE(unseal(device, key_));
  EXPECT_FALSE(unseal(time, key_));
}

TEST_F(Seal, DoesNotOpenWhatWasCutShort) {
  const SealedRow row = seal(event_of(1), key_);
  for (std::size_t size = 0; size < row.sealed.size(); ++size) {
    SealedRow cut = row;
    cut.sealed.resize(size);
    EXPECT_FALSE(unseal(cut, key_)) << size;
  }
}

TEST_F(Seal, NeverSealsTheSameWayTwice) {
  EXPECT_NE(seal(event_of(1), key_).sealed, seal(event_of(1), key_).sealed);
}

TEST_F(Seal, TellsLittleByItsLength) {
  EXPECT_EQ(seal(event_of(1, 1), key_).sealed.size(), seal(event_of(1, 20), key_).sealed.size());
}

TEST_F(Seal, NamesAKeyWithoutTellingIt) {
  EXPECT_EQ(key_.id().size(), 32u);
  EXPECT_EQ(Key(key_).id(), key_.id());
  EXPECT_NE(Key::random().id(), key_.id());
}

}  // namespace
}  // namespace limber::host
