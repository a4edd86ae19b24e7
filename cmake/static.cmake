# Whether the binary takes all of its libraries with it, libc too, and so runs on any Linux: with a glibc older than
# this machine's, with musl, or with none.

include(CheckCXXSourceCompiles)

# Before glibc 2.34 threads were a library of their own, and linking them this way left parts of them out.
set(CMAKE_REQUIRED_LINK_OPTIONS -static)
check_cxx_source_compiles("
  #include <features.h>
  #include <thread>
  #if defined __GLIBC__ && !__GLIBC_PREREQ(2, 34)
  #error old
  #endif
  int main() { std::thread([] {}).join(); }" CAN_LINK_STATICALLY)
unset(CMAKE_REQUIRED_LINK_OPTIONS)

set(is_static OFF)
if(CAN_LINK_STATICALLY AND CMAKE_BUILD_TYPE STREQUAL Release AND NOT LEAKLINT_SANITIZE)
  set(is_static ON)
endif()
option(LEAKLINT_STATIC "Link libc and everything else into the binary; the default for a release on Linux" ${is_static})
