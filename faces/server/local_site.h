// Everything that is served: the gate first, then the page's files, the token that opens the door,
// and the API.
#pragma once

#include "faces/server/api.h"
#include "faces/server/message.h"
#include "faces/server/rates.h"

namespace limber::server {

class LocalSite final : public Site {
 public:
  // `devices` is told of by the API, too; a paired device is told to the streams through `tell`.
  LocalSite(Api& api, Devices& devices, std::function<void()> paired)
      : api_(api), devices_(devices), paired_(std::move(paired)) {}

  [[nodiscard]] Admission admit(const Head& head) override;
  void answer(const Head& head, std::string body, Reply reply) override;
  void tick(std::size_t streams) override { api_.tick(streams); }

 private:
  [[nodiscard]] Admission refused(const Head& head, int status, const Error& error) const;
  // "/?token=...": a cookie and on to the page.
  [[nodiscard]] Response enter(const Head& head, const std::string& token);
  Api& api_;
  Devices& devices_;
  std::function<void()> paired_;
  Buckets wrong_tokens_{{0.2, 10}};
  Buckets strangers_{{100, 1000}};  // requests over the network that are not paired yet
};

}  // namespace limber::server
