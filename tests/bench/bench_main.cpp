// Benchmarks: `viva_bench`, or `viva_bench "[bank]" --benchmark-samples 20`. Build them in release.
#define CATCH_CONFIG_RUNNER
#include "catch.hpp"

int main(int argc, char** argv) {
  Catch::Session session;
  session.configData().benchmarkSamples = 5;  // a sample takes about a second
  if (const int fault = session.applyCommandLine(argc, argv); fault != 0) return fault;
  return session.run();
}
