# NOTICE: our own notices followed by the full licence text of everything that the binary links, as installed here.

set(notice ${PROJECT_BINARY_DIR}/NOTICE)
configure_file(${PROJECT_SOURCE_DIR}/THIRD_PARTY_NOTICES.md ${notice} COPYONLY)
foreach(licence
    ${packages}/tree-sitter/LICENSE ${packages}/tree-sitter/vendor/tree-sitter/lib/src/unicode/LICENSE
    ${packages}/tree-sitter-javascript/LICENSE ${packages}/tree-sitter-typescript/LICENSE ${packages}/globals/license
    /usr/share/doc/libcli11-dev/copyright /usr/share/doc/nlohmann-json3-dev/copyright
    /usr/share/doc/liblmdb-dev/copyright /usr/share/doc/libxxhash-dev/copyright)
  if(EXISTS ${licence})
    cmake_path(GET licence PARENT_PATH folder)
    cmake_path(GET folder FILENAME name)
    file(READ ${licence} text)
    file(APPEND ${notice} "\n---- ${name} ----\n\n${text}")
  endif()
endforeach()
install(FILES LICENSE ${notice} TYPE DOC)
