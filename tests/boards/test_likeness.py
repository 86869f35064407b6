"""What notes of a board are proposed to belong together, told by people who know the queues."""

from random import Random

from workshop.boards.likeness import MOST, compare

NOTES = """
Antrean AK-1 panjang sejak subuh
Antrian AK1 terlalu panjang
Pencari kerja antre AK-1 dari jam 5 pagi
Foto AK-1 harus cetak sendiri
Ujian praktik SIM sulit dan tidak jelas
Ujian praktek SIM sulit, tidak jelas
Biaya SIM lewat calo mahal
Calo menawarkan SIM tanpa ujian
Blangko KTP habis di kecamatan
Blanko KTP habis di kecamatan
KTP belum jadi setelah tiga bulan
Perekaman KTP elektronik sering gangguan jaringan
Petugas loket kurang ramah
Petugas di loket tidak ramah kepada warga
Ruang tunggu panas dan sempit
Ruang tunggu sempit, panas
Kursi di ruang tunggu sedikit
Parkir kantor selalu penuh
Tempat parkir penuh dan bayar
Formulir kertas dan formulir online diisi ganda
Formulir diisi dua kali, online dan kertas
Data di formulir online tidak tersimpan
The waiting area has no chairs
No chairs in the waiting area
Chairs of the waiting area are broken
Air minum
""".strip().splitlines()


def board(lines: list[str]) -> dict[str, str]:
    return {f"n{number:032x}": line for number, line in enumerate(lines)}


def texts(notes: dict[str, str], ids: list[str]) -> set[str]:
    return {notes[id] for id in ids}


def duplicates(*lines: str) -> list[set[str]]:
    notes = board(list(lines))
    return [texts(notes, ids) for ids in compare(notes).duplicates]


def test_nothing_is_proposed_for_an_empty_board_or_for_one_note():
    assert compare({}) == ([], [])
    assert compare(board(["Antrean AK-1 panjang"])) == ([], [])


def test_nothing_is_proposed_for_notes_without_a_word():
    assert compare(board(["👍", "👍", "...", "!", "yang di dan", "yang di dan"])) == ([], [])


def test_what_has_only_little_words_in_common_is_not_alike():
    lines = ("Loket yang tidak ada di kantor", "Parkir yang tidak ada untuk motor")
    assert compare(board(list(lines))) == ([], [])


def test_notes_of_the_same_words_in_any_order_are_duplicates():
    assert duplicates("Ruang tunggu panas dan sempit", "Ruang tunggu sempit, panas!", "Parkir") == [
        {"Ruang tunggu panas dan sempit", "Ruang tunggu sempit, panas!"}
    ]


def test_mistypings_and_another_spelling_make_no_difference():
    found = [texts(board(NOTES), ids) for ids in compare(board(NOTES)).duplicates]

    assert {"Blangko KTP habis di kecamatan", "Blanko KTP habis di kecamatan"} in found
    practice = {"Ujian praktik SIM sulit dan tidak jelas", "Ujian praktek SIM sulit, tidak jelas"}
    assert practice in found


def test_an_abbreviation_is_one_word_however_it_is_joined():
    assert duplicates("Kartu AK-1 hilang", "kartu ak1 hilang", "e-KTP rusak", "eKTP rusak") == [
        {"Kartu AK-1 hilang", "kartu ak1 hilang"},
        {"e-KTP rusak", "eKTP rusak"},
    ]


def test_what_is_about_different_papers_is_no_duplicate():
    assert duplicates("Antrean SIM panjang", "Antrean KTP panjang", "Parkir", "Air minum") == []
    assert duplicates("Loket 1 rusak", "Loket 2 rusak", "Parkir", "Air minum") == []


def test_what_denies_the_other_is_no_duplicate_however_it_denies():
    assert duplicates("Petugas loket ramah", "Petugas loket tidak ramah") == []
    assert duplicates("Petugas loket kurang ramah", "Petugas loket tidak ramah") == [
        {"Petugas loket kurang ramah", "Petugas loket tidak ramah"}
    ]


def test_notes_about_the_same_are_a_cluster_named_by_its_telling_words():
    notes = board(NOTES)
    clusters = {cluster.title: cluster for cluster in compare(notes).clusters}

    forms = next(one for title, one in clusters.items() if "ormulir" in title)
    assert texts(notes, forms.notes) == set(NOTES[19:22])
    assert {"formulir", "online"} <= set(forms.words)
    waiting = next(one for title, one in clusters.items() if "unggu" in title)
    assert texts(notes, waiting.notes) == set(NOTES[14:17])
    english = next(one for one in clusters.values() if "chairs" in one.words)
    assert texts(notes, english.notes) == set(NOTES[22:25])


def test_a_note_is_in_one_cluster_at_most_and_what_is_like_nothing_in_none():
    notes = board(NOTES)
    proposed = [id for cluster in compare(notes).clusters for id in cluster.notes]

    assert len(proposed) == len(set(proposed))
    assert "Air minum" not in texts(notes, proposed)


def test_a_cluster_names_only_words_that_its_notes_have():
    notes = board(NOTES)
    for cluster in compare(notes).clusters:
        said = " ".join(texts(notes, cluster.notes)).casefold()
        assert cluster.words
        assert all(word.casefold() in said for word in cluster.words)


def test_the_same_notes_get_the_same_answer():
    many = board([" ".join(Random(number).sample(NOTES, 2)) for number in range(60)])
    assert compare(many) == compare(dict(many))


def test_five_hundred_notes_of_few_words_are_compared():
    words = sorted(set(" ".join(NOTES).split()))
    chance = Random(7)
    notes = board([" ".join(chance.sample(words, 6)) for _ in range(500)])
    found = compare(notes)
    assert found.clusters
    assert {id for one in found.clusters for id in one.notes} <= set(notes)


def test_of_very_many_the_newest_are_compared_and_of_all_the_same_words_found(monkeypatch):
    monkeypatch.setattr("workshop.boards.likeness.MOST", 2)
    assert MOST == 1_000
    old = ["Loket tutup siang", "Siang loket tutup", "Blangko KTP habis", "Blanko KTP habis"]
    new = ["Parkir penuh sesak", "Parkir penuh sesaak"]

    assert duplicates(*old, *new) == [set(old[:2]), set(new)]
