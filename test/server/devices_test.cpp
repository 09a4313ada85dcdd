#include "faces/server/devices.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "host/files.h"
#include "host/system_entropy.h"
#include "test/app/memory_machine.h"

namespace limber::server {
namespace {

struct DevicesTest : testing::Test {
  host::ScratchFolder folder = *host::ScratchFolder::make();
  std::string path = folder.path() + "/data/limber.devices";
  StandingClock clock;
  host::SystemEntropy entropy;
  Devices open() { return {path, clock, entropy}; }
  std::string text() { return *host::read_file(path, 1 << 16).value_or(""); }
};

TEST_F(DevicesTest, ACookieIsKnownAgainAfterARestart) {
  const std::string cookie = *open().admit(DeviceKind::phone);
  Devices again = open();
  const Device* device = again.find(cookie);
  ASSERT_NE(device, nullptr);
  EXPECT_EQ(device->kind, DeviceKind::phone);
}

TEST_F(DevicesTest, AnotherCookieIsNot) {
  Devices devices = open();
  std::string cookie = *devices.admit(DeviceKind::computer);
  cookie.back() = cookie.back() == '0' ? '1' : '0';
  EXPECT_EQ(devices.find(cookie), nullptr);
  EXPECT_EQ(devices.find(""), nullptr);
}

TEST_F(DevicesTest, TheFileIsPrivateAndHoldsNoCookie) {
  const std::string cookie = *open().admit(DeviceKind::computer);
  EXPECT_EQ(text().find(cookie), std::string::npos);
  struct stat about{};
  ASSERT_EQ(stat(path.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777, 0600u);
}

TEST_F(DevicesTest, ARevokedDeviceIsGoneForGood) {
  Devices devices = open();
  const std::string cookie = *devices.admit(DeviceKind::phone);
  EXPECT_TRUE(*devices.revoke(devices.all().front().id));
  EXPECT_EQ(devices.find(cookie), nullptr);
  EXPECT_EQ(open().find(cookie), nullptr);
  EXPECT_FALSE(*devices.revoke("0123456789abcdef"));
}

TEST_F(DevicesTest, ATokenIsGoodAsOftenAsItSays) {
  Devices devices = open();
  const std::string once = devices.make_token(DeviceKind::phone, 1, 0);
  const std::string ever = devices.make_token(DeviceKind::computer, 0, 0);
  EXPECT_EQ(devices.redeem(once), DeviceKind::phone);
  EXPECT_FALSE(devices.redeem(once));
  EXPECT_EQ(devices.redeem(ever), DeviceKind::computer);
  EXPECT_EQ(devices.redeem(ever), DeviceKind::computer);
  EXPECT_FALSE(devices.redeem("made up"));
}

TEST_F(DevicesTest, ATokenRunsOut) {
  Devices devices = open();
  const std::string token = devices.make_token(DeviceKind::phone, 1, 600'000);
  clock.at_ms += 600'000;
  EXPECT_FALSE(devices.redeem(token));
}

TEST_F(DevicesTest, WhoWasNotSeenForHalfAYearIsForgotten) {
  const std::string cookie = *open().admit(DeviceKind::phone);
  clock.at_ms += (Devices::kForgetDays + 1) * kDayMs;
  EXPECT_EQ(open().find(cookie), nullptr);
}

TEST_F(DevicesTest, BeingSeenKeepsADeviceAlive) {
  const std::string cookie = *open().admit(DeviceKind::phone);
  for (int i = 0; i < 3; ++i) {
    clock.at_ms += 100 * kDayMs;
    EXPECT_NE(open().find(cookie), nullptr);
  }
}

TEST_F(DevicesTest, TheLongestUnseenMakesRoom) {
  Devices devices = open();
  const std::string first = *devices.admit(DeviceKind::phone);
  clock.at_ms += kDayMs;
  for (std::size_t i = 0; i < Devices::kMost; ++i) ASSERT_TRUE(devices.admit(DeviceKind::phone));
  EXPECT_EQ(devices.all().size(), Devices::kMost);
  EXPECT_EQ(devices.find(first), nullptr);
}

TEST_F(DevicesTest, AFileThatIsOffCountsAsEmpty) {
  (void)open().admit(DeviceKind::phone);
  for (const char* off : {"", "{", "[]", R"({"limber_devices":2,"devices":[]})",
                          R"({"limber_devices":1,"devices":[{"id":"x"},4]})"}) {
    ASSERT_TRUE(host::write_file(path, off));
    EXPECT_TRUE(open().all().empty()) << off;
  }
}

TEST_F(DevicesTest, WhatCannotBeKeptIsNotAdmitted) {
  ASSERT_TRUE(host::write_file(folder.path() + "/data", "a file where the folder should be"));
  Devices devices = open();
  EXPECT_FALSE(devices.admit(DeviceKind::phone));
  EXPECT_TRUE(devices.all().empty());
}

}  // namespace
}  // namespace limber::server
