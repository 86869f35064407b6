"""How long it takes to find what belongs together on a board of so many notes."""

import argparse
from random import Random
from time import process_time

from workshop.boards.likeness import compare

THINGS = "AK-1 SIM KTP loket formulir parkir berkas aplikasi jaringan petugas kursi antrean"
SAYINGS = (
    "panjang sejak subuh,habis di kecamatan,kurang ramah kepada warga,diisi dua kali,selalu penuh,"
    "sering gangguan,gagal diunggah,tutup saat istirahat,berubah tiap datang,mahal lewat calo,"
    "tidak jelas syaratnya,harus fotokopi lagi,menunggu tiga bulan,tidak terdengar"
)


def board(size: int) -> dict[str, str]:
    """Notes as a room writes them: on few things, each in its own words; always the same ones."""
    chance = Random(size)
    return {f"n{number:032x}": note(chance) for number in range(size)}


def note(chance: Random) -> str:
    about, says = chance.sample(THINGS.split(), 2), chance.choice(SAYINGS.split(","))
    return f"{about[0]} {says} di {about[1]} {chance.randint(1, 400)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", type=int, nargs="+", default=[500, 2_000])
    for size in parser.parse_args().notes:
        notes, began = board(size), process_time()
        found = compare(notes)
        seconds = process_time() - began
        print(
            f"{size:,} notes: {seconds:.2f} s of a core, "
            f"{len(found.duplicates)} duplicates, {len(found.clusters)} clusters"
        )


if __name__ == "__main__":
    main()
