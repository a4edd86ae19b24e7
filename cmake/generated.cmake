# Sources made from other files: the rule registry, the embedded models, the environments' globals, the version.
# Sets generated_sources and rule_sources.

file(GLOB rule_sources CONFIGURE_DEPENDS rules/*/*.cpp)
file(GLOB rule_pages CONFIGURE_DEPENDS rules/*/*.md)
list(FILTER rule_pages EXCLUDE REGEX "/rules/models/[^/]*$")
file(GLOB models CONFIGURE_DEPENDS rules/models/*.json)

foreach(source IN LISTS rule_sources)
  cmake_path(REPLACE_EXTENSION source LAST_ONLY .md OUTPUT_VARIABLE page)
  if(NOT page IN_LIST rule_pages)
    cmake_path(RELATIVE_PATH page BASE_DIRECTORY ${PROJECT_SOURCE_DIR})
    message(FATAL_ERROR "missing ${page}: a rule needs its page beside it")
  endif()
endforeach()
foreach(page IN LISTS rule_pages)
  cmake_path(REPLACE_EXTENSION page LAST_ONLY .cpp OUTPUT_VARIABLE source)
  if(NOT source IN_LIST rule_sources)
    cmake_path(RELATIVE_PATH source BASE_DIRECTORY ${PROJECT_SOURCE_DIR})
    message(FATAL_ERROR "missing ${source}: a page needs its rule beside it")
  endif()
endforeach()

set(generator ${CMAKE_CURRENT_LIST_DIR}/generate-sources.mjs)
set(generated_sources "")
function(generate what)
  set(output ${GENERATED}/${what}.cpp)
  # The list of files is part of the command, so a file that comes or goes runs it again.
  add_custom_command(OUTPUT ${output}
    COMMAND ${NODE} ${generator} ${what} ${output} ${ARGN}
    DEPENDS ${generator} ${ARGN} VERBATIM COMMENT "Generating ${what}.cpp")
  set(generated_sources ${generated_sources} ${output} PARENT_SCOPE)
endfunction()
generate(rule_registry ${rule_pages})
generate(embedded_models ${models})
generate(model_schema ${PROJECT_SOURCE_DIR}/rules/models.schema.json)
file(GLOB html_assets CONFIGURE_DEPENDS analyzer/report/html/*)
generate(html_assets ${html_assets})
generate(environment_globals ${packages}/globals/globals.json)

configure_file(${CMAKE_CURRENT_LIST_DIR}/version.h.in ${GENERATED}/base/version.h)
