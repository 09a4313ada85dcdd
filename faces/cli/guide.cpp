#include "faces/cli/guide.h"

#include <algorithm>

#include "faces/cli/guide_view.h"
#include "session/view.h"

namespace limber::cli {
namespace {

using Kind = SessionEvent::Kind;
using Stop = SessionEvent::Stop;

// How long a message stays while the session runs, in session time at speed 1.
constexpr std::int64_t kMessageMs = 8'000;
constexpr int kFrameMs = 80;
constexpr int kPlainFrameMs = 200;

bool is_careful(std::string_view text) {
  for (const char* prefix : {"session.hurt", "session.stopped", "session.ended",
                             "session.pop.repeat", "session.pop.painful", "session.paused"})
    if (text.starts_with(prefix)) return true;
  return false;
}

class Guide {
 public:
  Guide(GuideHost& host, const Catalogue& words, const Plan& plan, State state,
        const GuideOptions& options)
      : host_(host), words_(words), plan_(plan), state_(std::move(state)), options_(options) {
    gap_ms_ = static_cast<std::int64_t>(static_cast<double>(kGapMs) * std::max(options.speed, 1.0));
  }

  GuideResult run() {
    begin();
    while (!left_ && !done_) {
      if (state_.status == Status::running)
        follow(tick(plan_, std::move(state_), host_.now_ms(), gap_ms_));
      if (state_.question == Question::rescreen) {
        check_again();
        continue;
      }
      show();
      take(host_.read_key(patience()));
    }
    return {std::move(state_), left_, unsaved_};
  }

 private:
  void begin() {
    if (state_.status == Status::running) {
      SessionEvent gap = event_here(state_, Kind::paused);
      gap.pause = SessionEvent::Pause::gap;
      store(std::move(gap));
    }
    form_ = form_for(state_.question);
    if (state_.status == Status::ended) to_last_page();
    if (options_.plain) print(words_.text("ui.guide.plain.keys"));
  }

  int patience() const {
    if (state_.status != Status::running) return -1;
    return options_.plain ? kPlainFrameMs : kFrameMs;
  }

  // --- What the session asks for ----------------------------------------------------------------

  void follow(Stepped stepped) {
    state_ = std::move(stepped.state);
    for (Effect& effect : stepped.effects) {
      switch (effect.kind) {
        case Effect::Kind::append:
          store(std::move(effect.event));
          break;
        case Effect::Kind::bell:
          host_.bell();
          break;
        case Effect::Kind::speak:
          host_.speak(words_.text(effect.text));
          break;
        case Effect::Kind::show:
          say({effect.text});
          break;
        case Effect::Kind::ask:
          form_ = form_for(effect.question);
          break;
        case Effect::Kind::finish:
          host_.bell();
          break;
        case Effect::Kind::note:
          break;  // an event that came twice or too late: nothing to see
      }
    }
    if (state_.status == Status::ended && state_.question != Question::rescreen && !state_.finished)
      to_last_page();
  }

  // What cannot be stored still happens: a stop must stop, a full disk or not.
  void store(SessionEvent event) {
    const auto stored = host_.append(kind_id(event.kind), session_payload(event));
    if (stored) {
      event.id = stored->id;
      event.at_ms = stored->at_ms;
    } else {
      unsaved_ = describe(stored.error());
      event.id = "unsaved-" + std::to_string(++unsaved_count_);
      event.at_ms = last_at_ms_;
    }
    last_at_ms_ = event.at_ms;
    if (event.kind == Kind::started) event.session = event.id;
    follow(step(plan_, std::move(state_), event));
  }

  void happen(Kind kind) { store(event_here(state_, kind)); }

  void check_again() {
    const auto answer = host_.rescreen(state_.stop);
    if (!answer) {
      left_ = true;
      return;
    }
    SessionEvent event = event_here(state_, Kind::rescreened);
    event.level = answer->level;
    event.plan_allowed = answer->plan_allowed;
    store(std::move(event));
    if (state_.status == Status::ended) to_last_page();
  }

  void to_last_page() {
    const bool ask_first = state_.finished && state_.question == Question::pain_after;
    form_ = form(ask_first ? Form::Kind::pain_after : Form::Kind::end);
  }

  // --- Keys -------------------------------------------------------------------------------------

  void take(const Key& key) {
    if (key.kind == Key::Kind::closed) return leave();
    if (key.is_control('z')) {
      stand_still();
      return host_.suspend();
    }
    if (key.is('q') || key.kind == Key::Kind::escape || key.is_control('c')) return stop_or_leave();
    if (form_.kind == Form::Kind::end) return last_key(key);
    if (key.is('h') && open() && form_.kind != Form::Kind::hurt_kind &&
        form_.kind != Form::Kind::hurt_number)
      return it_hurts();
    if (form_.kind != Form::Kind::none) {
      const auto given = press(form_, key);
      if (given) answer(*given);
      return;
    }
    exercise_key(key);
  }

  bool open() const { return state_.status == Status::running || state_.status == Status::paused; }

  void exercise_key(const Key& key) {
    if (key.is(' ') || (key.kind == Key::Kind::enter && !options_.plain)) {
      messages_.clear();
      happen(state_.status == Status::running ? Kind::paused : Kind::resumed);
    } else if (key.is('e')) {
      happen(Kind::eased);
    } else if (key.is('n')) {
      happen(Kind::skipped);
    } else if (key.is('p')) {
      stand_still();
      messages_.clear();
      form_ = form(Form::Kind::pop_hurt);
    }
  }

  void last_key(const Key& key) {
    if (key.kind == Key::Kind::enter || key.is(' ')) done_ = true;
    if (key.is('h')) form_ = form(Form::Kind::hurt_kind);
  }

  // One tap stops; the second one leaves. Nothing is asked before the session stands still.
  void stop_or_leave() {
    if (form_.kind == Form::Kind::end) {
      done_ = true;
    } else if (state_.status == Status::ended) {
      form_ = form(Form::Kind::end);
    } else if (open()) {
      SessionEvent event = event_here(state_, Kind::stopped);
      store(std::move(event));
    } else {
      leave();
    }
  }

  void leave() {
    stand_still();
    left_ = true;
  }

  void stand_still() {
    if (state_.status == Status::running) happen(Kind::paused);
  }

  void it_hurts() {
    SessionEvent event = event_here(state_, Kind::paused);
    event.pause = SessionEvent::Pause::hurt;
    store(std::move(event));
  }

  // --- Answers ----------------------------------------------------------------------------------

  void answer(int given) {
    const Form::Kind asked = form_.kind;
    form_ = {};
    switch (asked) {
      case Form::Kind::pain_before:
        return store(started(plan_, options_.numbers, given));
      case Form::Kind::hurt_kind:
        return answer_kind(given);
      case Form::Kind::hurt_number:
        return hurts(given, false, false, false);
      case Form::Kind::why_stopped:
        return answer_why(given);
      case Form::Kind::go_on:
        return happen(given == 0 ? Kind::resumed : Kind::finished);
      case Form::Kind::pain_after:
        return answer_after(given);
      case Form::Kind::pop_hurt:
        if (given == 0) return popped(true, std::nullopt);
        if (!recent_pop()) return popped(false, std::nullopt);
        form_ = form(Form::Kind::pop_spot);
        return;
      case Form::Kind::pop_spot:
        return popped(false, given == 0);
      case Form::Kind::end:
      case Form::Kind::none:
        return;
    }
  }

  void answer_kind(int given) {
    // After the end only what could be an emergency changes anything.
    if (state_.status == Status::ended) {
      if (given == 0) return stop_for(Stop::nerve);
      form_ = form(Form::Kind::end);
      return say({"session.hurt.afterwards"});
    }
    if (given == 3) {
      form_ = form(Form::Kind::hurt_number);
      return;
    }
    hurts(std::nullopt, given == 1, given == 2, given == 0);
  }

  void hurts(std::optional<int> pain, bool sharp, bool spreading, bool nerve) {
    SessionEvent event = event_here(state_, Kind::hurt);
    event.pain = pain;
    event.sharp = sharp;
    event.spreading = spreading;
    event.nerve = nerve;
    store(std::move(event));
  }

  void answer_why(int given) {
    constexpr Stop kReasons[] = {Stop::nerve, Stop::hurt, Stop::unwell, Stop::done};
    stop_for(kReasons[given]);
  }

  void stop_for(Stop reason) {
    SessionEvent event = event_here(state_, Kind::stopped);
    event.stop = reason;
    store(std::move(event));
  }

  void answer_after(int given) {
    SessionEvent event = event_here(state_, Kind::pain);
    event.when = SessionEvent::When::after;
    event.pain = given;
    store(std::move(event));
    form_ = form(Form::Kind::end);
  }

  bool recent_pop() const {
    // The host's clock may run fast; the question costs little, so it is asked after any pop.
    return !state_.pops.empty();
  }

  void popped(bool painful, std::optional<bool> same_spot) {
    SessionEvent event = event_here(state_, Kind::pop);
    event.painful = painful;
    event.same_spot = same_spot;
    const View now = view(plan_, state_, host_.now_ms(), gap_ms_);
    event.place = now.technique;
    store(std::move(event));
    if (painful || state_.pops.empty()) return;
    // Whoever noted a pop reads this and goes on with the space bar.
    if (state_.pops.back().repeat) {
      say({"session.pop.repeat", "statement.pop_or_tendon"});
    } else {
      say({"session.pop.painless", "statement.pop_wait"});
    }
  }

  // --- What is seen -----------------------------------------------------------------------------

  void say(std::vector<std::string> texts) {
    messages_ = std::move(texts);
    said_ms_ = host_.now_ms();
    if (options_.plain)
      for (const std::string& text : messages_) print(words_.text(text));
  }

  void print(const std::string& text) { host_.print(text); }

  GuideScreen screen(std::int64_t now) {
    const auto stay = static_cast<std::int64_t>(static_cast<double>(kMessageMs) * options_.speed);
    if (state_.status == Status::running && now - said_ms_ > stay) messages_.clear();
    GuideScreen out;
    out.view = view(plan_, state_, now, gap_ms_);
    out.form = form_;
    out.messages = messages_;
    out.careful = std::any_of(messages_.begin(), messages_.end(), is_careful);
    out.unsaved = !unsaved_.empty();
    out.active_min = static_cast<int>((state_.active_ms + 30'000) / 60'000);
    return out;
  }

  void show() {
    const GuideScreen now = screen(host_.now_ms());
    if (!options_.plain) return host_.draw(guide_lines(now, words_, host_.size(), host_.look()));
    show_plain(now);
  }

  // A line when there is something new to say, and only then.
  void show_plain(const GuideScreen& now) {
    const bool new_form = form_.kind != printed_form_;
    printed_form_ = form_.kind;
    if (form_.kind == Form::Kind::end) {
      if (new_form) {
        print(words_.text("session.safety_net"));
        print(words_.text("ui.guide.plain.end"));
      }
      return;
    }
    if (form_.kind != Form::Kind::none) {
      if (new_form)
        for (const std::string& text : plain_question(form_, words_)) print(text);
      printed_ = {-1, -1, 0};
      return;
    }
    if (state_.status != Status::running) {
      if (printed_status_ != state_.status) print(words_.text("ui.guide.plain.paused"));
      printed_status_ = state_.status;
      return;
    }
    printed_status_ = state_.status;
    const Cursor place{state_.at.item, state_.at.phase, 0};
    if (place == printed_) return;
    if (place.item != printed_.item) {
      print(words_.text(now.view.title));
      for (const std::string& note : now.view.notes)
        if (words_.has(note)) print(words_.text(note));
    }
    printed_ = place;
    print(plain_step(now.view, words_));
  }

  GuideHost& host_;
  const Catalogue& words_;
  const Plan& plan_;
  State state_;
  const GuideOptions& options_;
  std::int64_t gap_ms_ = kGapMs;
  Form form_;
  std::vector<std::string> messages_;
  std::int64_t said_ms_ = 0;
  std::int64_t last_at_ms_ = 0;
  std::string unsaved_;
  int unsaved_count_ = 0;
  bool left_ = false;
  bool done_ = false;
  Form::Kind printed_form_ = Form::Kind::none;
  Status printed_status_ = Status::ready;
  Cursor printed_{-1, -1, 0};
};

}  // namespace

GuideResult run_guide(GuideHost& host, const Catalogue& words, const Plan& plan, State state,
                      const GuideOptions& options) {
  return Guide(host, words, plan, std::move(state), options).run();
}

}  // namespace limber::cli
