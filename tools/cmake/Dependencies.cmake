# Third-party sources as targets. tools/setup has fetched, checked and unpacked them; CMake downloads nothing.

set(SHENBAO_DEPENDENCIES "$ENV{SHENBAO_DEPENDENCIES}" CACHE PATH "Folder with the unpacked dependencies")
if(NOT SHENBAO_DEPENDENCIES)
  set(SHENBAO_DEPENDENCIES "$ENV{HOME}/.cache/shenbao/dependencies" CACHE PATH "" FORCE)
endif()
foreach(needed imgui/imgui.h mpdecimal/libmpdec/mpdecimal.c headers/nlohmann/json.hpp)
  if(NOT EXISTS "${SHENBAO_DEPENDENCIES}/${needed}")
    message(FATAL_ERROR "${SHENBAO_DEPENDENCIES}/${needed} is missing: run tools/setup first")
  endif()
endforeach()

# nlohmann/json: headers only, alone in their folder so that a wasm build sees nothing else of /usr/include.
add_library(nlohmann_json INTERFACE)
add_library(nlohmann_json::nlohmann_json ALIAS nlohmann_json)
target_include_directories(nlohmann_json SYSTEM INTERFACE "${SHENBAO_DEPENDENCIES}/headers")
target_compile_definitions(nlohmann_json INTERFACE JSON_NOEXCEPTION=1 JSON_USE_IMPLICIT_CONVERSIONS=0 JSON_NO_IO=1)

# libmpdec: its configure script only chooses word size and assembler; the same choice, made here.
set(mpdecimal_source "${SHENBAO_DEPENDENCIES}/mpdecimal/libmpdec")
set(mpdecimal_generated "${PROJECT_BINARY_DIR}/dependencies/mpdecimal")
if(CMAKE_SIZEOF_VOID_P EQUAL 8)
  set(mpdecimal_words CONFIG_64)
  set(MPD_HEADER_CONFIG "#define MPD_CONFIG_64 1")
else()
  set(mpdecimal_words CONFIG_32)
  set(MPD_HEADER_CONFIG "#define MPD_CONFIG_32 1")
endif()
configure_file("${mpdecimal_source}/mpdecimal.h.in" "${mpdecimal_generated}/mpdecimal.h" @ONLY)
add_library(mpdecimal STATIC)
foreach(unit basearith constants context convolute crt difradix2 fnt fourstep io mpalloc mpdecimal mpsignal numbertheory
             sixstep transpose)
  if(EXISTS "${mpdecimal_source}/${unit}.c")
    target_sources(mpdecimal PRIVATE "${mpdecimal_source}/${unit}.c")
  endif()
endforeach()
target_include_directories(mpdecimal SYSTEM PUBLIC "${mpdecimal_generated}" "${mpdecimal_source}")
target_compile_definitions(mpdecimal PRIVATE ${mpdecimal_words}=1 ANSI=1)
target_compile_options(mpdecimal PRIVATE -w)
if(CMAKE_SIZEOF_VOID_P EQUAL 8)
  target_compile_definitions(mpdecimal PRIVATE HAVE_UINT128_T=1)
endif()

# Dear ImGui: the core and nothing of its demo, file access, built-in font, tables or font rasteriser. "FreeType" names
# a loader of ours (app/draw/imgui_parts.cpp), which also stands in for the tables.
set(imgui_source "${SHENBAO_DEPENDENCIES}/imgui")
add_library(imgui STATIC "${imgui_source}/imgui.cpp" "${imgui_source}/imgui_draw.cpp"
            "${imgui_source}/imgui_widgets.cpp" "${PROJECT_SOURCE_DIR}/app/draw/imgui_parts.cpp")
target_include_directories(imgui SYSTEM PUBLIC "${imgui_source}")
target_compile_features(imgui PUBLIC cxx_std_20)
target_compile_definitions(imgui PUBLIC IMGUI_USE_WCHAR32 IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS
  IMGUI_DISABLE_FILE_FUNCTIONS IMGUI_DISABLE_DEFAULT_FONT IMGUI_DISABLE_OBSOLETE_FUNCTIONS
  IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS IMGUI_ENABLE_FREETYPE)
target_compile_options(imgui PRIVATE -w -fno-exceptions -fno-rtti)
if(EMSCRIPTEN)
  # All it reads in the page is one number in the version of a shading language (app/draw/imgui_parts.cpp).
  target_compile_definitions(imgui PRIVATE sscanf=shenbao_read_number)
  add_library(imgui_opengl3 STATIC "${imgui_source}/backends/imgui_impl_opengl3.cpp")
  target_include_directories(imgui_opengl3 SYSTEM PUBLIC "${imgui_source}/backends")
  target_link_libraries(imgui_opengl3 PUBLIC imgui)
  target_compile_definitions(imgui_opengl3 PUBLIC IMGUI_IMPL_OPENGL_ES3 PRIVATE sscanf=shenbao_read_number)
  target_compile_options(imgui_opengl3 PRIVATE -w)
endif()

# GoogleTest, from the sources Debian ships, so that the wasm build has it too. tools/run does without it and so without
# tests; tools/test installs it.
set(SHENBAO_TESTS OFF)
if(EXISTS /usr/src/googletest/CMakeLists.txt)
  set(SHENBAO_TESTS ON)
  set(INSTALL_GTEST OFF)
  set(gtest_disable_pthreads ${EMSCRIPTEN})
  add_subdirectory(/usr/src/googletest "${PROJECT_BINARY_DIR}/dependencies/googletest" EXCLUDE_FROM_ALL SYSTEM)
  if(NOT TARGET GTest::gtest_main)
    add_library(GTest::gtest_main ALIAS gtest_main)
  endif()
  target_link_libraries(gtest PRIVATE shenbao::test_options)
endif()
