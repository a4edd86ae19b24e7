# One test program for all unit tests and corpus runners, benchmarks, and the scripts of tests/scripts.

find_package(GTest REQUIRED)

if(EXISTS ${PROJECT_SOURCE_DIR}/tests/package-lock.json)
  add_custom_target(test_packages ALL
    COMMAND ${CMAKE_COMMAND} -D FOLDER=${PROJECT_SOURCE_DIR}/tests -P ${CMAKE_CURRENT_LIST_DIR}/install-packages.cmake
    COMMENT "Checking the packages of tests/")
endif()

set(test_environment
  LEAKLINT_SOURCE_DIRECTORY=${PROJECT_SOURCE_DIR}
  LEAKLINT_BUILD_DIRECTORY=${PROJECT_BINARY_DIR}
  LEAKLINT_BINARY=${PROJECT_BINARY_DIR}/leaklint
  XDG_CACHE_HOME=${PROJECT_BINARY_DIR}/test-cache)

file(GLOB_RECURSE unit_tests CONFIGURE_DEPENDS tests/unit/*.cpp)
file(GLOB runners CONFIGURE_DEPENDS tests/runners/*.cpp)
if(unit_tests OR runners)
  add_executable(leaklint_tests ${unit_tests} ${runners})
  target_include_directories(leaklint_tests PRIVATE tests)
  target_link_libraries(leaklint_tests PRIVATE
    leaklint_core tree_sitter leaklint_grammars leaklint_warnings GTest::gtest GTest::gmock GTest::gtest_main)
  # gcc takes the if/else inside EXPECT_* for one that its user wrote.
  target_compile_options(leaklint_tests PRIVATE -Wno-dangling-else)
  # Four entries that share the tests out use both cores; one entry a test would start a process for each.
  set(shards 4)
  math(EXPR last_shard "${shards} - 1")
  foreach(shard RANGE ${last_shard})
    add_test(NAME unit.${shard} COMMAND leaklint_tests --gtest_brief=1)
    set_tests_properties(unit.${shard} PROPERTIES ENVIRONMENT
      "${test_environment};GTEST_TOTAL_SHARDS=${shards};GTEST_SHARD_INDEX=${shard}")
  endforeach()
endif()

# Writes what tests/scripts/sarif_test.mjs checks.
add_executable(sarif_specimens tests/sarif/write_specimens.cpp tests/unit/report/sample_project.cpp)
target_include_directories(sarif_specimens PRIVATE tests)
target_link_libraries(sarif_specimens PRIVATE leaklint_core leaklint_warnings)

set(interpreter_sh bash)
set(interpreter_mjs ${NODE})
set(interpreter_py python3)
file(GLOB scripts CONFIGURE_DEPENDS tests/scripts/*_test.sh tests/scripts/*_test.mjs tests/scripts/*_test.py)
foreach(script IN LISTS scripts)
  cmake_path(GET script STEM name)
  string(REGEX REPLACE "_test$" "" name ${name})
  cmake_path(GET script EXTENSION LAST_ONLY extension)
  string(SUBSTRING ${extension} 1 -1 extension)
  add_test(NAME script.${name} COMMAND ${interpreter_${extension}} ${script})
  set_tests_properties(script.${name} PROPERTIES ENVIRONMENT "${test_environment}")
endforeach()
add_test(NAME differential.scopes COMMAND ${NODE} ${PROJECT_SOURCE_DIR}/tests/differential/scopes_test.mjs)
set_tests_properties(differential.scopes PROPERTIES ENVIRONMENT "${test_environment}" PROCESSORS 2 TIMEOUT 300)
add_test(NAME grammars.kinds COMMAND ${NODE} ${PROJECT_SOURCE_DIR}/grammars/generate-kinds.mjs --check)

file(GLOB benchmarks CONFIGURE_DEPENDS tests/bench/*.cpp)
if(benchmarks)
  find_package(benchmark REQUIRED)
endif()
foreach(source IN LISTS benchmarks)
  cmake_path(GET source STEM name)
  add_executable(bench_${name} ${source})
  target_link_libraries(bench_${name} PRIVATE leaklint_core leaklint_warnings tree_sitter leaklint_grammars benchmark::benchmark_main)
endforeach()
