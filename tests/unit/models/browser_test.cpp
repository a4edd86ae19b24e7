#include <gtest/gtest.h>

#include "unit/program/program_of_sources.h"

namespace leaklint {
namespace {

using Kind = EffectRow::Kind;

TEST(BrowserModel, WindowAndDocumentHoldForGood) {
  const ProgramOfSources program({{"a.mjs", R"(
    export function mount(element) {
      window.addEventListener('resize', function onResize() {});
      document.body.addEventListener('click', onClick);
      window.matchMedia('print').addListener(onPrint);
      document.createElement('div').addEventListener('click', onDiv);
    }
  )"}});
  const auto holder = [&](size_t nth) {
    return program.retention->holder_of(program.effect(Kind::add_listener, nth)->receiver).kind;
  };
  EXPECT_EQ(holder(1), Holder::Kind::root);
  EXPECT_EQ(holder(2), Holder::Kind::root);
  EXPECT_EQ(holder(3), Holder::Kind::root);
  EXPECT_NE(holder(4), Holder::Kind::root);
  EXPECT_EQ(program.effect(Kind::add_listener, 3)->row->event_name, "change");
  EXPECT_FALSE(program.effect(Kind::add_listener, 3)->event);
}

TEST(BrowserModel, ObserversAndWatchesAreSubscriptions) {
  const ProgramOfSources program({{"a.mjs", R"(
    const one = new IntersectionObserver(() => {});
    const two = new window.ResizeObserver(() => {});
    const three = new MutationObserver(() => {});
    const four = new PerformanceObserver(() => {});
    const five = navigator.geolocation.watchPosition(() => {});
    one.disconnect(); navigator.geolocation.clearWatch(five);
  )"}});
  EXPECT_EQ(program.retention->effects.of_kind(Kind::subscribe).size(), 5u);
  EXPECT_EQ(program.retention->effects.of_kind(Kind::release).size(), 2u);
}

TEST(BrowserModel, ResourcesThatMustBeClosed) {
  const ProgramOfSources program({{"a.mjs", R"(
    const url = URL.createObjectURL(blob);
    const socket = new WebSocket('ws://x'), events = new EventSource('/e');
    const channel = new BroadcastChannel('c'), worker = new Worker('w.js');
    URL.revokeObjectURL(url); socket.close(); events.close(); channel.close(); worker.terminate();
    socket.addEventListener('message', function onMessage() {});
    channel.addEventListener('message', { handleEvent() {} });
  )"}});
  EXPECT_EQ(program.retention->effects.of_kind(Kind::acquire).size(), 5u);
  EXPECT_EQ(program.retention->effects.of_kind(Kind::release).size(), 5u);
  EXPECT_EQ(program.runs("onMessage"), "message");
  EXPECT_EQ(program.runs("handleEvent"), "event");
}

TEST(BrowserModel, FramesAreTimers) {
  const ProgramOfSources program({{"a.js", R"(
    const id = requestAnimationFrame(function draw() {});
    window.cancelAnimationFrame(id);
  )"}});
  EXPECT_EQ(program.runs("draw"), "once");
  EXPECT_NE(program.effect(Kind::start_timeout), nullptr);
  EXPECT_NE(program.effect(Kind::clear_timer), nullptr);
}

TEST(BrowserModel, AbortHappensOnce) {
  const ProgramOfSources program({{"a.mjs", R"(
    const controller = new AbortController();
    controller.signal.addEventListener('abort', function onAbort() {});
    AbortSignal.any([controller.signal]).addEventListener('abort', function onAny() {});
    controller.abort();
  )"}});
  EXPECT_EQ(program.runs("onAbort"), "once");
  EXPECT_EQ(program.runs("onAny"), "once");
  EXPECT_NE(program.effect(Kind::abort), nullptr);
}

}  // namespace
}  // namespace leaklint
