"""The Pinyin initials in the official form's pick lists, against the readings in Unicode's Unihan database."""
import bz2
import json
import re
import sys
import unicodedata

READINGS = "/usr/share/unicode/Unihan_Readings.txt.bz2"
FIELDS = {"kMandarin", "kHanyuPinyin", "kHanyuPinlu", "kXHC1983", "kTGHZ2013"}


def first_letters():
    """Character -> the letters that one of its Mandarin readings begins with."""
    letters = {}
    with bz2.open(READINGS, "rt", encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("U+"):
                continue
            code, field, value = line.rstrip("\n").split("\t")
            if field in FIELDS:
                found = letters.setdefault(chr(int(code[2:], 16)), set())
                found.update(unicodedata.normalize("NFD", word)[0] for word in re.findall(r"[^\W\d_]+", value))
    return letters


def main(path):
    letters = first_letters()
    with open(path, encoding="utf-8") as file:
        lists = json.load(file)["lists"]
    wrong, checked = [], 0
    for pick_list in lists:
        for option, initials in zip(pick_list["options"], pick_list.get("initials", [])):
            checked += 1
            if len(option) != len(initials) or any(b not in letters.get(a, ()) for a, b in zip(option, initials)):
                wrong.append(f"{option}: {initials}")
    print("\n".join(wrong) or f"{checked} options as Unihan reads them")
    return 1 if wrong or not checked else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
