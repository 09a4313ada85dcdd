// What is served, without a network: the site with a record in a folder of its own, its jobs done
// at once.
#include "faces/server/local_site.h"

#include <gtest/gtest.h>

#include "host/files.h"

namespace limber::server {
namespace {

struct SiteTest : testing::Test {
  host::ScratchFolder folder = *host::ScratchFolder::make();
  std::unique_ptr<Keeper> keeper = *Keeper::open(folder.path(), std::nullopt);
  host::SystemClock clock;
  host::SystemEntropy entropy;
  Devices devices{folder.path() + "/limber.devices", clock, entropy};
  std::vector<std::string> told;
  Api api{
      *keeper,
      devices,
      {[](std::function<void()> job) { return job(), true; },
       [](std::function<void()> job) { job(); },
       [this](const std::string& message) { told.push_back(message); }, [](const std::string&) {}},
      {}};
  LocalSite site{api, devices, [] {}};
  std::string cookie = *devices.admit(DeviceKind::computer);

  Head head(Method method, const std::string& target) {
    Head head;
    head.method = method;
    head.target = target;
    head.host = head.here = "127.0.0.1:5462";
    head.peer = "127.0.0.1";
    head.cookie = "limber_5462=" + cookie;
    return head;
  }
  Response ask(Head head, const std::string& body = "") {
    head.has_body = !body.empty();
    if (head.has_body && head.content_type.empty()) head.content_type = "application/json";
    Admission admission = site.admit(head);
    if (admission.refusal) return std::move(*admission.refusal);
    EXPECT_GE(admission.body_limit, body.size());
    int replies = 0;
    Response got;
    site.answer(head, body, [&](Response response) {
      ++replies;
      got = std::move(response);
    });
    EXPECT_EQ(replies, 1) << head.target;
    return got;
  }
  int status(Method method, const std::string& target, const std::string& body = "") {
    return ask(head(method, target), body).status;
  }
};

TEST_F(SiteTest, ThePageNeedsNoCookieAndTheApiDoes) {
  Head stranger = head(Method::get, "/");
  stranger.cookie.clear();
  EXPECT_EQ(ask(stranger).status, 200);
  stranger.target = "/api/v1/events";
  EXPECT_EQ(ask(stranger).status, 401);
}

TEST_F(SiteTest, AnUnknownPathIs404AndAWrongMethod405) {
  EXPECT_EQ(status(Method::get, "/api/v1/nothing"), 404);
  EXPECT_EQ(status(Method::get, "/api/v1/devices/"), 404);
  EXPECT_EQ(status(Method::get, "/api/v2/events"), 404);
  EXPECT_EQ(status(Method::del, "/api/v1/events"), 405);
  EXPECT_EQ(status(Method::post, "/index.html"), 405);
}

TEST_F(SiteTest, AParameterThatIsNotKnownIs400) {
  EXPECT_EQ(status(Method::get, "/api/v1/events?since=0"), 200);
  EXPECT_EQ(status(Method::get, "/api/v1/events?from=0"), 400);
  EXPECT_EQ(status(Method::get, "/api/v1/about?x=1"), 400);
}

TEST_F(SiteTest, ATokenGivesACookieAndLeavesTheAddress) {
  Head stranger = head(Method::get, "/?token=" + devices.make_token(DeviceKind::computer, 1, 0));
  stranger.cookie.clear();
  const Response entered = ask(stranger);
  EXPECT_EQ(entered.status, 303);
  EXPECT_NE(entered.headers.find("Location: http://127.0.0.1:5462/\r\n"), std::string::npos);
  EXPECT_NE(entered.headers.find("Set-Cookie: limber_5462="), std::string::npos);
  EXPECT_EQ(ask(stranger).status, 403);
}

TEST_F(SiteTest, ABrowserThatIsPairedStaysTheSameDevice) {
  const std::size_t before = devices.all().size();
  const Response entered =
      ask(head(Method::get, "/?token=" + devices.make_token(DeviceKind::computer, 0, 0)));
  EXPECT_EQ(entered.status, 303);
  EXPECT_EQ(entered.headers.find("Set-Cookie"), std::string::npos);
  EXPECT_EQ(devices.all().size(), before);
}

TEST_F(SiteTest, LocalhostKeepsItsToken) {
  Head lost = head(Method::get, "/?token=abc");
  lost.host = "localhost:5462";
  const Response sent_on = ask(lost);
  EXPECT_EQ(sent_on.status, 308);
  EXPECT_NE(sent_on.headers.find("Location: http://127.0.0.1:5462/?token=abc\r\n"),
            std::string::npos);
}

TEST_F(SiteTest, TheRecordsStandingIsToldWhenItChanges) {
  api.tick(1);
  told.clear();
  ASSERT_EQ(status(Method::post, "/api/v1/events",
                   R"({"events":[{"id":"0192f000-0000-7000-8000-000000000001",)"
                   R"("device":"0192f000-0000-7000-8000-00000000000d","at_ms":1,"offset_min":0,)"
                   R"("kind":"consent","payload":{"version":"1","what":"record"}}]})"),
            200);
  ASSERT_EQ(told.size(), 1u);
  EXPECT_NE(told[0].find("\"record\":\"open\""), std::string::npos);
  api.tick(1);
  EXPECT_EQ(told.size(), 1u);
}

TEST_F(SiteTest, PhonesNeedTls) {
  EXPECT_EQ(status(Method::post, "/api/v1/pairing"), 409);
}

TEST_F(SiteTest, ARateIsKeptForEachBrowser) {
  int refused = 0;
  for (int i = 0; i < 3000; ++i) refused += status(Method::get, "/api/v1/health") == 429 ? 1 : 0;
  EXPECT_GT(refused, 0);
  cookie = *devices.admit(DeviceKind::computer);
  EXPECT_EQ(status(Method::get, "/api/v1/health"), 200);
}

TEST_F(SiteTest, AStreamStartsWithHowTheRecordStands) {
  const Response stream = ask(head(Method::get, "/api/v1/changes"));
  EXPECT_FALSE(stream.stream_of.empty());
  EXPECT_NE(stream.body.find("event: record\ndata: {\"last\":0,\"record\":\"none\""),
            std::string::npos);
}

}  // namespace
}  // namespace limber::server
