#include "core/decimal/decimal_mpd.h"

#include <mpdecimal.h>

#include "core/decimal/parts.h"

namespace shenbao::mpd {
namespace {

#ifdef MPD_CONFIG_64
constexpr uint64_t kRadix = 10'000'000'000'000'000'000u;
#else
constexpr uint64_t kRadix = 1'000'000'000u;
#endif

// decimal128; every trap is off, so libmpdec never raises a signal.
mpd_context_t decimal128() {
    mpd_context_t context;
    mpd_ieee_context(&context, MPD_DECIMAL128);
    return context;
}

// An operand or result on the stack; libmpdec moves to the heap what does not fit.
class Number {
  public:
    Number() {
        m_number.flags = MPD_STATIC | MPD_STATIC_DATA;
        m_number.exp = 0;
        m_number.digits = 0;
        m_number.len = 0;
        m_number.alloc = kWords;
        m_number.data = m_words;
    }
    explicit Number(Decimal value) : Number() {
        const DecimalParts parts = DecimalParts::of(value);
        if (parts.negative) m_number.flags |= MPD_NEG;
        m_number.exp = parts.exponent;
        Coefficient rest = parts.coefficient;
        mpd_ssize_t length = 0;
        do {
            m_words[length++] = static_cast<mpd_uint_t>(rest % kRadix);
            rest /= kRadix;
        } while (rest != 0);
        m_number.len = length;
        mpd_setdigits(&m_number);
    }
    Number(const Number&) = delete;
    Number& operator=(const Number&) = delete;
    ~Number() { mpd_del(&m_number); }
    mpd_t* get() { return &m_number; }

    std::optional<Decimal> finish(uint32_t status) const {
        if ((status & (MPD_Errors | MPD_Overflow)) != 0 || mpd_isspecial(&m_number)) return std::nullopt;
        DecimalParts parts;
        for (mpd_ssize_t i = m_number.len; i-- > 0;)
            parts.coefficient = parts.coefficient * kRadix + m_number.data[i];
        parts.exponent = static_cast<int>(m_number.exp);
        parts.negative = mpd_isnegative(&m_number) != 0;
        if (parts.coefficient >= kTen34 || parts.exponent < kLeastExponent ||
            parts.exponent > kLargestExponent) {
            return std::nullopt;
        }
        return parts.pack();
    }

  private:
    static constexpr int kWords = 16;
    mpd_uint_t m_words[kWords];
    mpd_t m_number;
};

using Binary = void (*)(mpd_t*, const mpd_t*, const mpd_t*, const mpd_context_t*, uint32_t*);
using Unary = void (*)(mpd_t*, const mpd_t*, const mpd_context_t*, uint32_t*);

std::optional<Decimal> apply(Binary operation, Decimal left, Decimal right) {
    const mpd_context_t context = decimal128();
    Number a(left), b(right), result;
    uint32_t status = 0;
    operation(result.get(), a.get(), b.get(), &context, &status);
    return result.finish(status);
}

std::optional<Decimal> apply(Unary operation, Decimal value) {
    const mpd_context_t context = decimal128();
    Number a(value), result;
    uint32_t status = 0;
    operation(result.get(), a.get(), &context, &status);
    return result.finish(status);
}

}  // namespace

int compare(Decimal left, Decimal right) {
    Number a(left), b(right);
    uint32_t status = 0;
    return mpd_qcmp(a.get(), b.get(), &status);
}
std::optional<Decimal> add(Decimal left, Decimal right) {
    return apply(mpd_qadd, left, right);
}
std::optional<Decimal> multiply(Decimal left, Decimal right) {
    return apply(mpd_qmul, left, right);
}
std::optional<Decimal> divide(Decimal left, Decimal right) {
    return apply(mpd_qdiv, left, right);
}
std::optional<Decimal> remainder(Decimal left, Decimal right) {
    return apply(mpd_qrem, left, right);
}
std::optional<Decimal> power(Decimal base, Decimal exponent) {
    return apply(mpd_qpow, base, exponent);
}
std::optional<Decimal> square_root(Decimal value) {
    return apply(mpd_qsqrt, value);
}
std::optional<Decimal> exponential(Decimal value) {
    return apply(mpd_qexp, value);
}
std::optional<Decimal> natural_logarithm(Decimal value) {
    return apply(mpd_qln, value);
}

std::optional<Decimal> parse(const char* text) {
    const mpd_context_t context = decimal128();
    Number result;
    uint32_t status = 0;
    mpd_qset_string(result.get(), text, &context, &status);
    return result.finish(status);
}

}  // namespace shenbao::mpd
