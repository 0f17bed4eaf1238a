#!/usr/bin/env python3
"""Brings inputs into a fuzzer's corpus and keeps it small: tests/fuzz/keep.py NAME FOLDER…

Of all inputs libFuzzer chooses those that together reach what any of them reaches; of these at most 60 of at most 16 KB
are kept, short and long ones alike. What once broke something is named by hand and always stays: a file `was-…`.
"""
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

MOST, LARGEST = 60, 16384


def main():
    name, *folders = sys.argv[1:]
    corpus = Path(__file__).resolve().parent / 'corpus' / name
    corpus.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as merged:
        subprocess.run([f'build/native/bin/{name}_fuzz', '-merge=1', f'-max_len={LARGEST}', merged, corpus, *folders], check=True)
        chosen = sorted((file for file in Path(merged).iterdir() if file.stat().st_size <= LARGEST), key=lambda file: (file.stat().st_size, file.name))
        chosen = chosen[::-(-len(chosen) // MOST) or 1]
        for file in corpus.iterdir():
            if not file.name.startswith('was-'):
                file.unlink()
        for file in chosen:
            # Ten characters tell them apart.
            shutil.copyfile(file, corpus / file.name[:10])
    print(f'{name}: {len(chosen)} inputs, {sum(file.stat().st_size for file in corpus.iterdir())} bytes')


if __name__ == '__main__':
    main()
