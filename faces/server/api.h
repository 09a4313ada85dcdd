// The API, version 1 (docs/openapi.yaml): which path and method does what.
//
// One table of routes says what each takes and who does it; the record's jobs go to the desk and
// their answers come back on the server's thread.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "faces/server/devices.h"
#include "faces/server/keeper.h"
#include "faces/server/message.h"
#include "faces/server/rates.h"
#include "faces/server/target.h"

namespace limber::server {

// What the API needs of whoever runs it.
struct Backstage {
  std::function<bool(std::function<void()>)> on_desk;    // false: too busy
  std::function<void(std::function<void()>)> on_server;  // from any thread
  // To every open stream of events; and the end of those of one device.
  std::function<void(const std::string& message)> tell;
  std::function<void(const std::string& device)> hang_up;
};

// An address for a phone, where the server was started with --tls.
struct PhoneDoor {
  std::string origin;  // "https://192.168.1.7:5463"; empty: there is none
  std::string fingerprint;
  std::function<std::vector<std::string>(const std::string&)> draw_qr;  // rows of 0 and 1
};

class Api {
 public:
  Api(Keeper& keeper, Devices& devices, Backstage backstage, PhoneDoor door);

  struct Route;
  // The route, or the refusal: 404, 405, 401, 415 or 429.
  [[nodiscard]] Admission admit(const Head& head, const Target& target);
  void answer(const Head& head, const Target& target, std::string body, Reply reply);
  void tick(std::size_t streams);

  static constexpr std::size_t kMostStreams = 64;

 private:
  void health(const Head& head, const Reply& reply);
  void about(const Device& device, const Reply& reply);
  void changes(const Device& device, const Reply& reply);
  void devices(const Device& device, const Reply& reply);
  void revoke(std::string_view id, const Reply& reply);
  void pair(const Reply& reply);
  // Does it at the desk, replies, and tells the streams if the record changed.
  void at_desk(std::function<Response(Keeper&)> job, std::string_view route, const Reply& reply);
  // Events wait until the desk is free, and then go together: one flush for all of them.
  void append(std::string body, Reply reply);
  void keep_waiting_appends();
  void tell_if_new(const Standing& now);

  Keeper& keeper_;
  Devices& devices_;
  Backstage backstage_;
  PhoneDoor door_;
  Buckets requests_;
  struct Append {
    std::string body;
    Reply reply;
  };
  static constexpr std::size_t kMostAppends = 1024;
  std::mutex appends_mutex_;
  std::vector<Append> appends_;           // a job at the desk will take all of them
  std::atomic<std::size_t> streams_ = 0;  // also looked at by the desk
  bool looking_ = false;
  Standing told_;
};

}  // namespace limber::server
