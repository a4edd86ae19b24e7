# tree-sitter and the three grammars, compiled from the pinned packages in grammars/node_modules.

set(packages ${PROJECT_SOURCE_DIR}/grammars/node_modules)
execute_process(
  COMMAND ${CMAKE_COMMAND} -D FOLDER=${PROJECT_SOURCE_DIR}/grammars -P ${CMAKE_CURRENT_LIST_DIR}/install-packages.cmake
  COMMAND_ERROR_IS_FATAL ANY)
# Configure again when the pins change or the packages are deleted.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/grammars/package-lock.json ${packages}/.installed-lock.json)

# Optimised in every preset: unoptimised parsers make the tests crawl, and nobody steps through their tables.
# Warnings and undefined-behaviour checks are for our own code.
function(tune_third_party target)
  set_target_properties(${target} PROPERTIES C_STANDARD 11 C_EXTENSIONS ON)
  target_compile_options(${target} PRIVATE -O3 -w)
  if(LEAKLINT_SANITIZE MATCHES undefined)
    target_compile_options(${target} PRIVATE -fno-sanitize=undefined)
  endif()
endfunction()

set(tree_sitter ${packages}/tree-sitter/vendor/tree-sitter/lib)
add_library(tree_sitter STATIC ${tree_sitter}/src/lib.c)
target_include_directories(tree_sitter SYSTEM PUBLIC ${tree_sitter}/include PRIVATE ${tree_sitter}/src)
tune_third_party(tree_sitter)

add_library(leaklint_grammars STATIC)
foreach(grammar tree-sitter-javascript tree-sitter-typescript/typescript tree-sitter-typescript/tsx)
  foreach(source parser.c scanner.c)
    target_sources(leaklint_grammars PRIVATE ${packages}/${grammar}/src/${source})
    set_source_files_properties(${packages}/${grammar}/src/${source} PROPERTIES
      INCLUDE_DIRECTORIES ${packages}/${grammar}/src)
  endforeach()
endforeach()
tune_third_party(leaklint_grammars)
