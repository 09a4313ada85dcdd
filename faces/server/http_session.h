// One connection, from its first byte to its last; over a plain or a TLS stream.
//
// Invariants:
//  1. At most one read and one write are under way; the phase says which.
//  2. Between requests nothing is held but the socket (plain) and what came early (pipelined).
//  3. Every phase has a deadline; the server's sweep calls expire() when it has passed.
//  4. A request whose body was not read to its end closes the connection with its answer.
#pragma once

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/read.hpp>
#include <optional>
#include <type_traits>

#include "faces/server/http_connection.h"
#include "faces/server/http_head.h"
#include "faces/server/reply.h"

namespace limber::server {

using boost::system::error_code;

template <class Stream>
class Session final : public Connection, public std::enable_shared_from_this<Session<Stream>> {
  static constexpr bool kPlain = std::is_same_v<Stream, tcp::socket>;
  static constexpr std::size_t kEarly = std::size_t{64} << 10;   // buffered at most
  static constexpr std::size_t kBehind = std::size_t{64} << 10;  // a stream may be behind by
  static constexpr std::size_t kDiscard = std::size_t{8} << 20;  // read and thrown away at the end

 public:
  template <class... More>
  Session(Hub& hub, More&&... more) : hub_(hub), stream_(std::forward<More>(more)...) {
    secure = !kPlain;
    error_code trouble;
    const auto here = socket().local_endpoint(trouble), there = socket().remote_endpoint(trouble);
    here_ = here.address().to_string() + ":" + std::to_string(here.port());
    peer = there.address().to_string();
    socket().set_option(tcp::no_delay(true), trouble);
    hub_.enter(*this);
  }
  ~Session() override {
    give_room_back();
    if (counted_) --hub_.streams;
    hub_.leave(*this);
  }

  void start() override {
    if constexpr (kPlain) {
      wait();
    } else {
      into(Phase::handshake, hub_.options.head_s);
      stream_.async_handshake(Stream::server, [self = this->shared_from_this()](error_code off) {
        if (off) return self->close();
        self->wait();
      });
    }
  }

  void close() override {
    error_code ignored;
    socket().close(ignored);
  }

  void expire() override {
    if (phase != Phase::head && phase != Phase::body) return close();
    expired_ = true;  // the read ends with `aborted`, and the answer is 408
    error_code ignored;
    socket().cancel(ignored);
  }

  void tell(const std::string& message) override {
    if (behind_.size() > kBehind) return close();
    behind_ += message;  // before the stream's own header is out it waits
    if (phase == Phase::streaming && !telling_) tell_on();
  }

  void finish() override {
    last_ = true;
    if (phase == Phase::idle || phase == Phase::handshake) close();
    if (phase == Phase::streaming && !telling_) close();
  }

 private:
  struct Reading {
    boost::beast::flat_buffer buffer{kEarly};
    std::unique_ptr<Parser> parser;
  };

  tcp::socket& socket() {
    if constexpr (kPlain) {
      return stream_;
    } else {
      return stream_.next_layer();
    }
  }

  void into(Phase next, int seconds) {
    phase = next;
    deadline = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
  }

  // --- Reading ---

  void wait() {
    if (last_ || hub_.draining) return end();
    into(Phase::idle, hub_.options.idle_s);
    if (reading_ && reading_->buffer.size() > 0) return begun();
    if constexpr (kPlain) {
      reading_.reset();
      socket().async_wait(tcp::socket::wait_read,
                          [self = this->shared_from_this()](error_code off) {
                            if (off) return self->close();
                            self->begun();
                          });
    } else {
      // What TLS has decrypted already cannot be waited for at the socket.
      if (!reading_) reading_ = std::make_unique<Reading>();
      stream_.async_read_some(reading_->buffer.prepare(4096),
                              [self = this->shared_from_this()](error_code off, std::size_t count) {
                                if (off) return self->close();
                                self->reading_->buffer.commit(count);
                                self->begun();
                              });
    }
  }

  // The first byte of a request is there: the rest of the header has its time.
  void begun() {
    into(Phase::head, hub_.options.head_s);
    read_head();
  }

  void read_head() {
    if (!reading_) reading_ = std::make_unique<Reading>();
    reading_->parser = new_parser();
    http::async_read_header(
        stream_, reading_->buffer, *reading_->parser,
        [self = this->shared_from_this()](error_code off, std::size_t) { self->have_head(off); });
  }

  void have_head(error_code off) {
    since_ = std::chrono::steady_clock::now();
    if (off) return unreadable(off);
    head_ = head_of(*reading_->parser);
    head_.here = here_;
    head_.peer = peer;
    head_.secure = secure;
    Admission admission = hub_.site->admit(head_);
    if (!admission.refusal && head_.has_body) admission.refusal = too_large(admission.body_limit);
    if (admission.refusal) {
      admission.refusal->close = admission.refusal->close || head_.has_body;
      return respond(std::move(*admission.refusal));
    }
    if (!head_.has_body) return work();
    reading_->parser->body_limit(admission.body_limit);
    // A phone on a slow network sends a quarter of a megabyte a second.
    into(Phase::body, 20 + static_cast<int>(admission.body_limit >> 18));
    if (boost::beast::iequals(reading_->parser->get()[http::field::expect], "100-continue")) {
      return go_on();
    }
    read_body();
  }

  std::optional<Response> too_large(std::uint64_t limit) {
    const auto length = reading_->parser->content_length();
    if (length && *length > limit) {
      return failure(413, {ErrorKind::usage,
                           "the body is larger than " + std::to_string(limit) + " bytes", "", ""});
    }
    const std::uint64_t room = length ? *length : limit;
    if (room > hub_.body_room) {
      return failure(503, {ErrorKind::store, "too much is coming in at once", "", "try again"});
    }
    hub_.body_room -= room;
    room_ = room;
    return std::nullopt;
  }

  void give_room_back() {
    hub_.body_room += room_;
    room_ = 0;
  }

  void go_on() {
    static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    asio::async_write(stream_, asio::buffer(kContinue),
                      [self = this->shared_from_this()](error_code off, std::size_t) {
                        if (off) return self->close();
                        self->read_body();
                      });
  }

  void read_body() {
    http::async_read(stream_, reading_->buffer, *reading_->parser,
                     [self = this->shared_from_this()](error_code off, std::size_t) {
                       if (off) return self->unreadable(off);
                       self->work();
                     });
  }

  // What could not be read: an answer where it was a request at all, else the end.
  void unreadable(error_code off) {
    static const auto& http_errors = make_error_code(http::error::end_of_stream).category();
    Error error{ErrorKind::usage, "this is not a request", "", ""};
    int status = 400;
    if (expired_) {
      status = 408;
      error.message = "this took too long";
    } else if (off.category() != http_errors || off == http::error::end_of_stream ||
               off == http::error::partial_message) {
      return close();
    } else if (off == http::error::header_limit || off == http::error::buffer_overflow) {
      status = 431;
      error.message = "the header is too large";
    } else if (off == http::error::body_limit) {
      status = 413;
      error.message = "the body is too large";
    }
    Response response = failure(status, error);
    response.route = "unread";
    response.close = true;
    respond(std::move(response));
  }

  void work() {
    into(Phase::working, 120);
    hub_.site->answer(head_, std::move(reading_->parser->get().body()),
                      [self = this->shared_from_this()](Response response) {
                        self->respond(std::move(response));
                      });
  }

  // --- Writing ---

  void respond(Response response) {
    if (!socket().is_open()) return;
    give_room_back();
    log_request(hub_, head_.method, response, since_);
    const bool stream = !response.stream_of.empty();
    device = response.stream_of;
    last_ = last_ || stream || response.close || hub_.draining ||
            (reading_ && reading_->parser && !reading_->parser->keep_alive());
    response_ = std::move(response);
    head_text_ = response_head(hub_, response_, last_);
    std::string_view body = response_.lasting.empty() ? response_.body : response_.lasting;
    if (head_.method == Method::head) body = {};
    into(Phase::writing, hub_.options.write_s + static_cast<int>(body.size() >> 18));
    const std::array<asio::const_buffer, 2> both{asio::buffer(head_text_), asio::buffer(body)};
    asio::async_write(stream_, both,
                      [self = this->shared_from_this(), stream](error_code off, std::size_t) {
                        if (off) return self->close();
                        if (stream) return self->stream_on();
                        self->written();
                      });
  }

  void written() {
    response_ = {};
    head_text_ = {};
    head_ = {};
    if (last_) return end();
    if (reading_) reading_->parser.reset();
    wait();
  }

  // Says that no more will come, and lets what is still on its way run out: closing at once would
  // make the answer vanish from the other side's hands.
  void end() {
    into(Phase::ending, 2);
    if constexpr (kPlain) {
      error_code ignored;
      socket().shutdown(tcp::socket::shutdown_send, ignored);
      discard();
    } else {
      stream_.async_shutdown([self = this->shared_from_this()](error_code) { self->close(); });
    }
  }

  void discard() {
    if (!reading_) reading_ = std::make_unique<Reading>();
    reading_->buffer.clear();
    stream_.async_read_some(reading_->buffer.prepare(8192),
                            [self = this->shared_from_this()](error_code off, std::size_t count) {
                              self->discarded_ += count;
                              if (off || self->discarded_ > kDiscard) return self->close();
                              self->discard();
                            });
  }

  // --- Streams of events ---

  void stream_on() {
    if (hub_.draining) return end();
    phase = Phase::streaming;
    ++hub_.streams;
    counted_ = true;
    deadline = Instant::max();
    response_ = {};
    watch();
    if (!behind_.empty()) tell_on();
  }

  // Nothing more is expected; whatever comes, or the end, ends it.
  void watch() {
    reading_ = std::make_unique<Reading>();
    stream_.async_read_some(
        reading_->buffer.prepare(64),
        [self = this->shared_from_this()](error_code, std::size_t) { self->close(); });
  }

  void tell_on() {
    telling_ = true;
    head_text_.swap(behind_);
    behind_.clear();
    deadline = std::chrono::steady_clock::now() + std::chrono::seconds(hub_.options.write_s);
    asio::async_write(stream_, asio::buffer(head_text_),
                      [self = this->shared_from_this()](error_code off, std::size_t) {
                        self->telling_ = false;
                        if (off) return self->close();
                        self->deadline = Instant::max();
                        if (!self->behind_.empty()) return self->tell_on();
                        if (self->last_ && self->hub_.draining) self->close();
                      });
  }

  Hub& hub_;
  Stream stream_;
  std::string here_;
  std::unique_ptr<Reading> reading_;
  Head head_;
  Response response_;
  std::string head_text_, behind_;
  Instant since_;
  std::uint64_t room_ = 0;
  std::size_t discarded_ = 0;
  bool last_ = false, expired_ = false, telling_ = false, counted_ = false;
};

}  // namespace limber::server
