# Installs the npm packages that a folder's lockfile pins, when the lockfile differs from what was installed last.
#   cmake -D FOLDER=path -P cmake/install-packages.cmake
# The copy of the lockfile lies inside node_modules, so that deleting the packages installs them again. The lock is
# for builds of two presets that start at the same time.
cmake_minimum_required(VERSION 3.21)

set(wanted ${FOLDER}/package-lock.json)
set(installed ${FOLDER}/node_modules/.installed-lock.json)
file(LOCK ${FOLDER} DIRECTORY GUARD PROCESS)
if(EXISTS ${installed})
  file(SHA256 ${wanted} wanted_hash)
  file(SHA256 ${installed} installed_hash)
  if(wanted_hash STREQUAL installed_hash)
    return()
  endif()
endif()

find_program(NPM npm)
if(NOT NPM)
  message(FATAL_ERROR "npm is needed to install the packages of ${FOLDER}; ./dev setup installs it")
endif()
execute_process(
  COMMAND ${NPM} ci --ignore-scripts --no-audit --no-fund
  WORKING_DIRECTORY ${FOLDER} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "npm ci failed in ${FOLDER}:\n${output}")
endif()
configure_file(${wanted} ${installed} COPYONLY)
