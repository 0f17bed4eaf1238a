// Finds positions 0, 1, 2 … again by hashes; for core/feel only. Smaller than the maps of the library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace shenbao::feel {

uint32_t hash_text(std::string_view text);

class HashIndex {
  public:
    static constexpr size_t kNone = SIZE_MAX;

    HashIndex() : m_table(16) {}
    // The positions added with the hash, one after the other, then kNone; `at` begins with the hash.
    size_t next(uint64_t hash, uint64_t& at) const;
    // The next position.
    void add(uint64_t hash);

  private:
    std::vector<uint64_t> m_hashes;
    std::vector<uint32_t> m_table;  // positions from 1 by hash, 0 where none is
};

}  // namespace shenbao::feel
