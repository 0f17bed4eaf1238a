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

# Tests run once; what matters is how soon they are compiled.
add_library(shenbao_test_options INTERFACE)
add_library(shenbao::test_options ALIAS shenbao_test_options)
if(EMSCRIPTEN)
  target_compile_options(shenbao_test_options INTERFACE -O0 -fno-lto)
  set(SHENBAO_WASM_TEST_LINK -O0)
elseif(SHENBAO_SANITIZE)
  target_compile_options(shenbao_test_options INTERFACE -O0)
endif()
file(REMOVE "${PROJECT_BINARY_DIR}/tests.txt")

if(SHENBAO_SANITIZE AND NOT EMSCRIPTEN)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
  find_program(SHENBAO_LLD ld.lld)
  if(SHENBAO_LLD)
    add_link_options(-fuse-ld=lld)
  endif()
endif()

# libFuzzer comes with clang. What it steers by is compiled into the core in every sanitized build, so that the fuzzers
# of tests/fuzz need no build of their own.
if(SHENBAO_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND NOT EMSCRIPTEN)
  set(SHENBAO_FUZZ ON)
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
    if(SHENBAO_FUZZ AND CMAKE_CURRENT_SOURCE_DIR MATCHES "^${PROJECT_SOURCE_DIR}/core/")
      target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)
    endif()
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
# A GoogleTest program <name>_test. It runs with the checkout's root as its working directory natively; tests that must
# also pass as wasm get their files through tests/support. As wasm all of them become one program, `wasm_test`
# (shenbao_wasm_test), because each link compiles the whole product once more. What it is the test of, `tools/test PATH`
# reads from tests.txt in the build folder: a line `folder of the checkout, program` a test.
function(shenbao_test)
  cmake_parse_arguments(ARG "" "NAME" "SOURCES;LINKS" ${ARGN})
  if(EMSCRIPTEN)
    list(TRANSFORM ARG_SOURCES PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/")
    set_property(GLOBAL APPEND PROPERTY SHENBAO_WASM_TEST_SOURCES ${ARG_SOURCES})
    set_property(GLOBAL APPEND PROPERTY SHENBAO_WASM_TEST_LINKS ${ARG_LINKS})
    return()
  endif()
  set(target ${ARG_NAME}_test)
  add_executable(${target} ${ARG_SOURCES})
  target_link_libraries(${target} PRIVATE shenbao::options shenbao::test_options ${ARG_LINKS} GTest::gtest_main)
  add_test(NAME ${ARG_NAME} COMMAND ${target} WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  file(RELATIVE_PATH folder "${PROJECT_SOURCE_DIR}/tests" "${CMAKE_CURRENT_SOURCE_DIR}")
  file(APPEND "${PROJECT_BINARY_DIR}/tests.txt" "${folder} ${target}\n")
endfunction()

# The one program of all tests so far, for Node.
function(shenbao_wasm_test)
  get_property(sources GLOBAL PROPERTY SHENBAO_WASM_TEST_SOURCES)
  get_property(links GLOBAL PROPERTY SHENBAO_WASM_TEST_LINKS)
  list(REMOVE_DUPLICATES sources)
  list(REMOVE_DUPLICATES links)
  add_executable(wasm_test ${sources})
  target_link_libraries(wasm_test PRIVATE shenbao::options shenbao::test_options ${links} GTest::gtest_main)
  # NODERAWFS lets a test under Node read the same fixture files by the same relative paths.
  target_link_options(wasm_test PRIVATE -sNODERAWFS=1 -sALLOW_MEMORY_GROWTH=1 -sEXIT_RUNTIME=1 -sENVIRONMENT=node
                      -sTOTAL_STACK=1048576
                      # It runs once: what the page gains by optimising at the link is not worth its minutes here.
                      ${SHENBAO_WASM_TEST_LINK})
  add_test(NAME wasm COMMAND wasm_test WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
endfunction()
