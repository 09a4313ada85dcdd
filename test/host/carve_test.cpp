#include "host/carve.h"

#include <set>

#include "base/random.h"
#include "helpers.h"

namespace limber::host {
namespace {

class Carve : public RecordTest {
 protected:
  // Distinct events that open with the record's key.
  std::size_t opened(const std::vector<SealedRow>& rows) {
    const auto file = read_key_file(key());
    const auto key_itself = open_key(**file, std::nullopt, key());
    std::set<std::string> ids;
    for (const SealedRow& row : rows) {
      if (const auto event = unseal(row, *key_itself)) ids.insert(event->id);
    }
    return ids.size();
  }
};

TEST_F(Carve, FindsEveryRowOfAWholeFile) {
  fill(300);
  EXPECT_EQ(opened(carve_rows(slurp(record()), "")), 300u);
}

TEST_F(Carve, FollowsOverflowPages) {
  {
    auto store = open();
    std::vector<Event> events;
    for (std::uint64_t i = 0; i < 30; ++i) events.push_back(event_of(i, 1'000 * i));
    ASSERT_TRUE(store->append(events));
  }
  EXPECT_EQ(opened(carve_rows(slurp(record()), "")), 30u);
}

TEST_F(Carve, FindsRowsInALogThatWasNeverFoldedIn) {
  auto store = open();
  ASSERT_TRUE(store->append(events_of(0, 12)));
  const std::string log = slurp(record() + "-wal");
  EXPECT_EQ(opened(carve_rows("", log)), 12u);
}

TEST_F(Carve, FindsNothingInNothing) {
  EXPECT_TRUE(carve_rows("", "").empty());
  EXPECT_TRUE(carve_rows(std::string(50'000, '\0'), std::string(50'000, '\r')).empty());
}

TEST_F(Carve, ReadsWithinItsBoundsWhateverItIsGiven) {
  fill(60);
  const std::string whole = slurp(record());
  Random random(3);
  for (int round = 0; round < 200; ++round) {
    std::string bytes = whole;
    for (std::uint64_t n = random.below(200); n > 0; --n) {
      bytes[random.below(bytes.size())] = static_cast<char>(random.below(256));
    }
    bytes.resize(random.below(bytes.size() + 1));
    EXPECT_LE(opened(carve_rows(bytes, bytes)), 60u);
  }
}

}  // namespace
}  // namespace limber::host
