// A store in memory whose failures are chosen by the test.
#pragma once

#include <map>
#include <string>

#include "core/drafts/key_value_store.h"

namespace shenbao::testing {

class MemoryStore : public drafts::KeyValueStore {
  public:
    using Status = drafts::StoreStatus;

    Status read(std::string_view key, std::string& value) override {
        if (m_read_answer != Status::Ok) return m_read_answer;
        const auto found = m_values.find(key);
        if (found == m_values.end()) return Status::Missing;
        value = found->second;
        return Status::Ok;
    }
    Status write(std::string_view key, std::string_view value) override {
        if (m_write_answer == Status::Ok) m_values.insert_or_assign(std::string(key), std::string(value));
        return m_write_answer;
    }
    Status erase(std::string_view key) override {
        m_values.erase(std::string(key));
        return Status::Ok;
    }
    Status list(std::string_view prefix, std::vector<std::string>& keys) override {
        if (m_read_answer != Status::Ok) return m_read_answer;
        for (const auto& [key, value] : m_values)
            if (key.starts_with(prefix)) keys.push_back(key);
        return Status::Ok;
    }

    void answer_reads_with(Status status) { m_read_answer = status; }
    void answer_writes_with(Status status) { m_write_answer = status; }
    // As when a person clears the browser's data.
    void empty() { m_values.clear(); }
    const std::map<std::string, std::string, std::less<>>& values() const { return m_values; }
    // Cuts every record in half.
    void damage_everything() {
        for (auto& [key, value] : m_values) value.resize(value.size() / 2);
    }

  private:
    std::map<std::string, std::string, std::less<>> m_values;
    Status m_read_answer = Status::Ok, m_write_answer = Status::Ok;
};

}  // namespace shenbao::testing
