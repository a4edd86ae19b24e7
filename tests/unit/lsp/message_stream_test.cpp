#include "lsp/message_stream.h"

#include <csignal>
#include <thread>
#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace leaklint {
namespace {

using Outcome = MessageReader::Outcome;

/// Reads everything from a pipe that `bytes` are written to, a few at a time.
std::vector<std::string> read_all(const std::string& bytes, Outcome& last, size_t step = 5) {
  std::signal(SIGPIPE, SIG_IGN);  // the reader may give up first
  int ends[2];
  EXPECT_EQ(::pipe(ends), 0);
  std::thread writing([&] {
    for (size_t at = 0; at < bytes.size(); at += step) {
      const std::string piece = bytes.substr(at, step);
      if (::write(ends[1], piece.data(), piece.size()) < 0) break;
    }
    ::close(ends[1]);
  });
  MessageReader reader(ends[0]);
  std::vector<std::string> messages;
  std::string text;
  while ((last = reader.read(text)) == Outcome::message || last == Outcome::too_long)
    messages.push_back(last == Outcome::message ? text : "(too long)");
  ::close(ends[0]);
  writing.join();
  return messages;
}

TEST(MessageReader, ReadsOneAfterTheOther) {
  Outcome last{};
  EXPECT_THAT(read_all("Content-Length: 2\r\n\r\n{}content-length:1\r\nContent-Type: x\r\n\r\n1"
                       "Content-Length: 0\r\n\r\n",
                       last),
              testing::ElementsAre("{}", "1", ""));
  EXPECT_EQ(last, Outcome::end);
}

TEST(MessageReader, ReadsPastWhatIsTooLong) {
  const size_t length = MessageReader::longest_message + 1;
  Outcome last{};
  EXPECT_THAT(read_all("Content-Length: " + std::to_string(length) + "\r\n\r\n" + std::string(length, ' ') +
                           "Content-Length: 1\r\n\r\n1",
                       last, 1 << 20),
              testing::ElementsAre("(too long)", "1"));
}

TEST(MessageReader, GivesUpOnWhatIsNoHeader) {
  for (const std::string header : {"Content-Length: x\r\n\r\n", "Content-Length: -1\r\n\r\n",
                                   "Hello: 1\r\n\r\n", "Content-Length: 99999999999999999999\r\n\r\n"}) {
    Outcome last{};
    EXPECT_TRUE(read_all(header, last).empty());
    EXPECT_EQ(last, Outcome::broken_header) << header;
  }
  Outcome last{};
  EXPECT_TRUE(read_all(std::string(1 << 20, 'x'), last, 1 << 16).empty());
  EXPECT_EQ(last, Outcome::broken_header) << "a line that never ends";
}

TEST(MessageReader, EndsInTheMiddle) {
  Outcome last{};
  EXPECT_TRUE(read_all("Content-Length: 10\r\n\r\n{}", last).empty());
  EXPECT_EQ(last, Outcome::end);
}

}  // namespace
}  // namespace leaklint
