// What the tests of the store share: a folder that goes away, child processes, and reviews to keep.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "store/history.hpp"
#include "viva/memory/review.hpp"
#include "viva/session/round.hpp"

namespace viva::test {

// A new folder under the system's folder for temporary files.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  std::filesystem::path operator/(std::string_view name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// A process that runs `work` and ends; killed when it goes out of scope. What `work` returns, and what it
// says before that, can be read from it.
class Child {
 public:
  using Say = std::function<void(std::string_view)>;
  explicit Child(const std::function<std::string(const Say&)>& work);
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  std::string hear(std::size_t bytes);  // waits until it has said so many
  std::string finish();                 // all else it says
  std::string kill();                   // at once, by SIGKILL; all else it had said

 private:
  pid_t process_ = -1;
  int pipe_ = -1;
};

// What `work` returns in a child process, or the message of the Error it throws.
std::string in_child(const std::function<std::string()>& work);

// The same as a user whom permissions bind, which root is not.
std::string as_plain_user(const std::function<std::string()>& work);

// The message of the Error that `work` throws; "no error" where it throws none.
std::string error_of(const std::function<void()>& work);

void write_text(const std::filesystem::path& file, std::string_view text);
std::string read_text(const std::filesystem::path& file);

// What another program does to the file.
void run_sql(const std::filesystem::path& file, const std::string& sql);

// Sound reviews, all different: the number is in the id, and a later number is a later time.
Review review(int number);

// Sound rounds in the same way: two questions, of which the first is being answered.
RoundState round_state(int number);

// Sound settings of one interview in the same way: Acme on 10 December 2026, 20 minutes a day, no weekends.
InterviewSetting setting(int number);

// A merge of one review.
void append(History& history, const Review& review);

std::string id(int number);

}  // namespace viva::test
