#include "faces/cli/keys.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.h"

namespace limber::cli {
namespace {

std::vector<Key> all(std::string_view bytes) {
  KeyDecoder decoder;
  decoder.feed(bytes);
  std::vector<Key> keys;
  while (auto key = decoder.next()) keys.push_back(*key);
  while (auto key = decoder.flush()) keys.push_back(*key);
  return keys;
}

Key text(std::string character) {
  return {Key::Kind::text, std::move(character)};
}

TEST(Keys, ALetterIsText) {
  EXPECT_EQ(all("h"), std::vector{text("h")});
}

TEST(Keys, AnUmlautIsOneCharacter) {
  EXPECT_EQ(all("\u00FC"), std::vector{text("\u00FC")});
}

TEST(Keys, HalfAnUmlautWaitsForItsRest) {
  KeyDecoder decoder;
  decoder.feed("\xC3");
  EXPECT_FALSE(decoder.next());
  decoder.feed("\xBC");
  EXPECT_EQ(decoder.next(), text("\u00FC"));
}

TEST(Keys, HalfAnUmlautThatStaysHalfIsDropped) {
  EXPECT_TRUE(all("\xC3").empty());
}

TEST(Keys, ArrowsInBothModes) {
  EXPECT_EQ(all("\x1b[A\x1bOB"), (std::vector<Key>{{Key::Kind::up, {}}, {Key::Kind::down, {}}}));
}

TEST(Keys, AnArrowMayComeInPieces) {
  KeyDecoder decoder;
  decoder.feed("\x1b");
  EXPECT_FALSE(decoder.next());
  decoder.feed("[");
  EXPECT_FALSE(decoder.next());
  decoder.feed("C");
  EXPECT_EQ(decoder.next(), (Key{Key::Kind::right, {}}));
}

TEST(Keys, ALoneEscapeIsTheEscapeKey) {
  EXPECT_EQ(all("\x1b"), (std::vector<Key>{{Key::Kind::escape, {}}}));
}

TEST(Keys, AnUnknownSequenceIsSwallowedWhole) {
  EXPECT_EQ(all("\x1b[200~x"), std::vector{text("x")});
}

TEST(Keys, AnArrowWithAModifierIsStillTheArrow) {
  EXPECT_EQ(all("\x1b[1;5A"), (std::vector<Key>{{Key::Kind::up, {}}}));
}

TEST(Keys, PageAndHomeKeysByNumber) {
  EXPECT_EQ(all("\x1b[5~\x1b[6~\x1b[1~\x1b[4~\x1b[3~"),
            (std::vector<Key>{{Key::Kind::page_up, {}},
                              {Key::Kind::page_down, {}},
                              {Key::Kind::home, {}},
                              {Key::Kind::end, {}},
                              {Key::Kind::erase, {}}}));
}

TEST(Keys, ControlLettersAreNamed) {
  EXPECT_EQ(all("\x03"), (std::vector<Key>{{Key::Kind::control, "c"}}));
  EXPECT_TRUE(all("\x1a").at(0).is_control('z'));
}

TEST(Keys, ReturnTabAndBackspace) {
  EXPECT_EQ(
      all("\r\t\x7f"),
      (std::vector<Key>{{Key::Kind::enter, {}}, {Key::Kind::tab, {}}, {Key::Kind::backspace, {}}}));
}

TEST(Keys, InvalidBytesNeverBecomeText) {
  EXPECT_EQ(all("\xFF\xC0q"), std::vector{text("q")});
}

TEST(Keys, AnEndlessSequenceIsGivenUp) {
  EXPECT_LE(all("\x1b[" + std::string(10'000, '1')).size(), 10'000u);
}

RC_GTEST_PROP(Keys, AnyBytesInAnyPiecesEndAndGiveValidText, (std::vector<std::string> pieces)) {
  KeyDecoder decoder;
  for (const std::string& piece : pieces) {
    decoder.feed(piece);
    while (auto key = decoder.next()) RC_ASSERT(!find_invalid_utf8(key->text));
  }
  while (auto key = decoder.flush()) RC_ASSERT(!find_invalid_utf8(key->text));
  while (decoder.waiting()) {
    const auto key = decoder.flush();
    RC_ASSERT(key.has_value() || !decoder.waiting());
  }
}

}  // namespace
}  // namespace limber::cli
