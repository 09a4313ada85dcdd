#include "faces/server/assets.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace limber::server {
namespace {

const Asset kScript{"/assets/a-12345678.js", "text/javascript", "tag", "whole", "zip", "br", true};

TEST(Assets, TheFirstPageIsThere) {
  ASSERT_NE(find_asset("/"), nullptr);
  EXPECT_EQ(find_asset("/"), find_asset("/index.html"));
  EXPECT_NE(find_asset("/")->whole.find("<title>"), std::string_view::npos);
}

TEST(Assets, AreInOrderSoThatEachIsFound) {
  for (const Asset& asset : embedded_assets()) EXPECT_EQ(find_asset(asset.path), &asset);
}

TEST(Assets, WhatIsNotAmongThemIsNotThere) {
  for (const char* path : {"", "/x", "index.html", "/index.htm", "/index.html/"}) {
    EXPECT_EQ(find_asset(path), nullptr) << path;
  }
}

TEST(Assets, ComeAsSmallAsTheBrowserTakesThem) {
  Head head;
  EXPECT_EQ(serve_asset(kScript, head).lasting, "whole");
  head.accept_encoding = "gzip, deflate";
  EXPECT_EQ(serve_asset(kScript, head).lasting, "zip");
  head.accept_encoding = "gzip, deflate, br";
  const Response best = serve_asset(kScript, head);
  EXPECT_EQ(best.lasting, "br");
  EXPECT_NE(best.headers.find("Content-Encoding: br\r\n"), std::string::npos);
}

TEST(Assets, WithAHashInTheNameAreKeptForGood) {
  EXPECT_NE(serve_asset(kScript, {}).headers.find("immutable"), std::string::npos);
  EXPECT_NE(serve_asset(*find_asset("/"), {}).headers.find("no-cache"), std::string::npos);
}

TEST(Assets, ThatTheBrowserHasAreNotSentAgain) {
  Head head;
  for (const char* known : {"\"tag\"", "W/\"tag\"", "\"x\", \"tag\"", "*"}) {
    head.if_none_match = known;
    EXPECT_EQ(serve_asset(kScript, head).status, 304) << known;
  }
  head.if_none_match = "\"other\"";
  EXPECT_EQ(serve_asset(kScript, head).status, 200);
}

TEST(Assets, TagsTellTheCodingsApart) {
  Head head;
  head.accept_encoding = "br";
  head.if_none_match = "\"tag\"";
  EXPECT_EQ(serve_asset(kScript, head).status, 200);
  head.if_none_match = "\"tag-br\"";
  EXPECT_EQ(serve_asset(kScript, head).status, 304);
}

TEST(AcceptEncoding, IsReadWithItsWeights) {
  EXPECT_TRUE(accepts("br", "br"));
  EXPECT_TRUE(accepts("gzip;q=0.5 , br;q=1.0", "br"));
  EXPECT_TRUE(accepts("br;q=0.001", "br"));
  EXPECT_FALSE(accepts("br;q=0", "br"));
  EXPECT_FALSE(accepts("br;q=0.000", "br"));
  EXPECT_FALSE(accepts("gzip, brx", "br"));
  EXPECT_FALSE(accepts("", "br"));
}

}  // namespace
}  // namespace limber::server
