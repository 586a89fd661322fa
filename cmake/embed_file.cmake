# cmake -DIN=file -DOUT=file.cpp -DNAME=name -P embed_file.cmake; see embed.cmake.
file(READ "${IN}" hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${hex}")
# 4 characters a byte: break the literal every 64 bytes.
string(REPEAT "." 256 row)
string(REGEX REPLACE "(${row})" "\\1\"\n    \"" bytes "${bytes}")
file(SIZE "${IN}" size)
file(WRITE "${OUT}" "#include <string_view>
namespace viva::embedded {
extern const std::string_view ${NAME};
const std::string_view ${NAME}{
    \"${bytes}\",
    ${size}};
}  // namespace viva::embedded
")
