# How every target of this project is compiled, and the functions that declare libraries and tests.

set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
option(SHENBAO_SANITIZE "Address and undefined-behaviour sanitizers in all native code" OFF)

add_library(shenbao_options INTERFACE)
add_library(shenbao::options ALIAS shenbao_options)
target_compile_features(shenbao_options INTERFACE cxx_std_20)
target_include_directories(shenbao_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(shenbao_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Werror=return-type)

# Emscripten drops `catch` by default, so code that becomes wasm must not throw on any platform.
add_library(shenbao_no_exceptions INTERFACE)
add_library(shenbao::no_exceptions ALIAS shenbao_no_exceptions)
target_compile_options(shenbao_no_exceptions INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions>)

if(SHENBAO_SANITIZE AND NOT EMSCRIPTEN)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

option(SHENBAO_FUZZ "libFuzzer programs of tests/fuzz (clang only)" OFF)
if(SHENBAO_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# shenbao_library(NAME <name> SOURCES … [HEADERS …] [LINKS …])
# A layer of the product: target shenbao_<name>, alias shenbao::<name>. HEADERS are the public ones; each is
# compiled alone by the target all_verify_interface_header_sets.
function(shenbao_library)
  cmake_parse_arguments(ARG "" "NAME" "SOURCES;HEADERS;LINKS" ${ARGN})
  set(target shenbao_${ARG_NAME})
  if(ARG_SOURCES)
    add_library(${target} STATIC ${ARG_SOURCES})
    target_link_libraries(${target} PUBLIC shenbao::options ${ARG_LINKS} PRIVATE shenbao::no_exceptions)
    set_target_properties(${target} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
    target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${ARG_HEADERS})
  else()
    add_library(${target} INTERFACE)
    target_link_libraries(${target} INTERFACE shenbao::options ${ARG_LINKS})
    set_target_properties(${target} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
    target_sources(${target} INTERFACE FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${ARG_HEADERS})
  endif()
  add_library(shenbao::${ARG_NAME} ALIAS ${target})
endfunction()

# shenbao_test(NAME <name> SOURCES … [LINKS …])
# A GoogleTest program <name>_test that runs natively and, under Node, as wasm. It runs with the checkout's root
# as its working directory natively; tests that must also pass as wasm get their files through tests/support.
function(shenbao_test)
  cmake_parse_arguments(ARG "" "NAME" "SOURCES;LINKS" ${ARGN})
  set(target ${ARG_NAME}_test)
  add_executable(${target} ${ARG_SOURCES})
  target_link_libraries(${target} PRIVATE shenbao::options ${ARG_LINKS} GTest::gtest_main)
  if(EMSCRIPTEN)
    # NODERAWFS lets a test under Node read the same fixture files by the same relative paths.
    target_link_options(${target} PRIVATE -sNODERAWFS=1 -sALLOW_MEMORY_GROWTH=1 -sEXIT_RUNTIME=1 -sENVIRONMENT=node
                        -sTOTAL_STACK=1048576
                        # Dozens of programs that run once: what the page gains by optimising at the link is not worth it here.
                        -O1)
  endif()
  add_test(NAME ${ARG_NAME} COMMAND ${target} WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
endfunction()
