# cmake -DINPUT=… -DOUTPUT=… -DFUNCTION=… -P embed.cmake: writes a .cpp whose function returns the file's bytes.
# Bytes instead of a string literal: compilers limit the length of literals.
file(READ "${INPUT}" bytes HEX)
string(LENGTH "${bytes}" digits)
math(EXPR size "${digits} / 2")
string(REGEX REPLACE "(................................................................)" "\\1\n" bytes "${bytes}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
file(WRITE "${OUTPUT}" "#include \"assets/forms.h\"\n
namespace shenbao {
namespace {
const unsigned char kBytes[] = {\n${bytes}\n};
}
std::string_view ${FUNCTION}() { return {reinterpret_cast<const char*>(kBytes), ${size}}; }
}  // namespace shenbao\n")
