# cmake -DINPUT=…form.json -DOUTPUT=….cpp -P embed.cmake: writes the functions of assets/forms.h.
# Bytes instead of a string literal: compilers limit the length of literals.
function(add_bytes name digits)
  string(LENGTH "${digits}" size)
  math(EXPR size "${size} / 2")
  string(REGEX REPLACE "(................................................................)" "\\1\n" bytes "${digits}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
  file(APPEND "${OUTPUT}" "
std::string_view ${name}() {
    static const unsigned char kBytes[] = {\n${bytes}\n};
    return {reinterpret_cast<const char*>(kBytes), ${size}};
}
")
endfunction()

file(READ "${INPUT}" json)
# Indented for its author only: no text of JSON holds a line break.
string(REGEX REPLACE "\n *" "" form "${json}")
string(HEX "${form}" form)
string(JSON title GET "${json}" title)
string(HEX "${title}" title)
file(WRITE "${OUTPUT}" "#include \"assets/forms.h\"\n\nnamespace shenbao {\n")
add_bytes(embedded_form "${form}")
add_bytes(embedded_form_title "${title}")
file(APPEND "${OUTPUT}" "\n}  // namespace shenbao\n")
