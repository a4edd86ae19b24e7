# NOTICE: our own notices followed by the full licence text of everything that the binary links, as installed here.

if(LEAKLINT_STATIC)
  file(GLOB system_licences /usr/share/doc/libc6-dev/copyright /usr/share/doc/libstdc++-*-dev/copyright)
endif()
set(notice ${PROJECT_BINARY_DIR}/NOTICE)
configure_file(${PROJECT_SOURCE_DIR}/THIRD_PARTY_NOTICES.md ${notice} COPYONLY)
foreach(licence
    ${packages}/tree-sitter/LICENSE ${packages}/tree-sitter/vendor/tree-sitter/lib/src/unicode/LICENSE
    ${packages}/tree-sitter-javascript/LICENSE ${packages}/tree-sitter-typescript/LICENSE ${packages}/globals/license
    /usr/share/doc/libcli11-dev/copyright /usr/share/doc/nlohmann-json3-dev/copyright
    /usr/share/doc/liblmdb-dev/copyright /usr/share/doc/libxxhash-dev/copyright ${system_licences})
  if(EXISTS ${licence})
    cmake_path(GET licence PARENT_PATH folder)
    cmake_path(GET folder FILENAME name)
    file(READ ${licence} text)
    file(APPEND ${notice} "\n---- ${name} ----\n\n${text}")
  endif()
endforeach()
install(FILES LICENSE ${notice} TYPE DOC)
