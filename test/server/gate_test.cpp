#include "faces/server/gate.h"

#include <gtest/gtest.h>

namespace limber::server {
namespace {

Head good() {
  Head head;
  head.method = Method::post;
  head.target = "/api/v1/events";
  head.host = head.here = "127.0.0.1:5462";
  head.origin = "http://127.0.0.1:5462";
  head.fetch_site = "same-origin";
  return head;
}

int refused(const Head& head) {
  const auto refusal = refused_at_gate(head);
  return refusal ? refusal->status : 0;
}

TEST(Gate, LetsOurOwnPageIn) {
  EXPECT_EQ(refused(good()), 0);
}

TEST(Gate, LetsAProgramWithoutOriginIn) {
  Head head = good();
  head.origin = head.fetch_site = "";
  EXPECT_EQ(refused(head), 0);
}

TEST(Gate, KnowsTheMachineByTheAddressOfTheConnectionOnly) {
  for (const char* host : {"", "evil.example", "evil.example:5462", "127.0.0.1", "127.0.0.1:1",
                           "127.0.0.1:5462.evil.example", "127.0.0.2:5462", "[::1]:5462"}) {
    Head head = good();
    head.host = host;
    head.origin = "";
    EXPECT_EQ(refused(head), 400) << host;
  }
}

TEST(Gate, TakesLocalhostForThisMachineOnlyOnLoopback) {
  Head head = good();
  head.host = "LocalHost:5462";
  head.origin = "http://localhost:5462";
  EXPECT_EQ(refused(head), 0);
  EXPECT_TRUE(sent_to_localhost(head));
  head.here = "192.168.1.7:5462";
  EXPECT_EQ(refused(head), 400);
}

TEST(Gate, AddsThePortABrowserLeavesOut) {
  Head head = good();
  head.here = "192.168.1.7:443";
  head.host = "192.168.1.7";
  head.origin = "https://192.168.1.7";
  head.secure = true;
  EXPECT_EQ(refused(head), 0);
  head.secure = false;
  EXPECT_EQ(refused(head), 400);
}

TEST(Gate, RefusesOtherSites) {
  for (const char* origin : {"null", "http://evil.example", "https://127.0.0.1:5462",
                             "http://127.0.0.1:5463", "http://127.0.0.1:5462.evil.example"}) {
    Head head = good();
    head.origin = origin;
    EXPECT_EQ(refused(head), 403) << origin;
  }
  for (const char* site : {"cross-site", "same-site", "other"}) {
    Head head = good();
    head.origin = "";
    head.fetch_site = site;
    EXPECT_EQ(refused(head), 403) << site;
  }
}

TEST(Gate, LetsALinkFromElsewhereShowThePage) {
  Head head = good();
  head.method = Method::get;
  head.target = "/";
  head.origin = "";
  head.fetch_site = "cross-site";
  EXPECT_EQ(refused(head), 0);
}

TEST(Gate, RefusesWhatIsAmbiguous) {
  Head head = good();
  head.doubled = true;
  EXPECT_EQ(refused(head), 400);
  head = good();
  head.upgrade = true;
  EXPECT_EQ(refused(head), 400);
}

TEST(Cookie, IsOursAmongOthers) {
  Head head = good();
  head.cookie = "a=b; limber_5462=secret ;limber_5463=other; limber_54620=x";
  EXPECT_EQ(cookie_of(head), "secret");
}

TEST(Cookie, ThatComesTwiceIsNone) {
  Head head = good();
  head.cookie = "limber_5462=a; limber_5462=b";
  EXPECT_EQ(cookie_of(head), "");
}

TEST(ContentType, IsJsonInUtf8) {
  EXPECT_TRUE(is_json("application/json"));
  EXPECT_TRUE(is_json("Application/JSON; charset=UTF-8"));
  for (const char* type : {"", "text/plain", "application/jsonp", "application/json, text/plain",
                           "application/json; charset=utf-16", "text/plain; application/json"}) {
    EXPECT_FALSE(is_json(type)) << type;
  }
}

}  // namespace
}  // namespace limber::server
