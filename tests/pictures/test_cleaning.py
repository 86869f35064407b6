"""Whatever is sent: a clean picture comes of it, or a refusal that says what to do."""

import io

import pytest
from PIL import Image

from tests.pictures.corpus import CLEANED, JAKARTA, REFUSED, SCRIPT, lying_photo, photo
from workshop.pictures.cleaning import clean
from workshop.refusals import SENTENCES, Refused


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_picture_or_too_large_is_refused_with_a_sentence(name):
    """P4"""
    sent, code = REFUSED[name]

    with pytest.raises(Refused) as refused:
        clean(sent)
    assert refused.value.code == code
    assert code in SENTENCES


@pytest.mark.parametrize("name", CLEANED)
def test_a_picture_becomes_pixels_and_nothing_else(name):
    """P4"""
    sent, size = CLEANED[name]

    made = clean(sent)

    assert (made.width, made.height) == size
    for file in (made.content, made.small):
        with Image.open(io.BytesIO(file)) as image:
            assert (image.format, image.mode, image.n_frames) == ("WEBP", "RGB", 1)
            assert image.info.keys() <= {"loop", "background", "timestamp", "duration"}
        for trace in (JAKARTA.encode(), SCRIPT, b"EXIF", b"Exif", b"xmp", b"XMP ", b"ICCP"):
            assert trace not in file


def test_the_small_one_is_small():
    with Image.open(io.BytesIO(clean(photo(4_000, 3_000)).small)) as image:
        assert image.size == (400, 300)


def test_a_lying_photo_is_put_upright():
    with Image.open(io.BytesIO(clean(lying_photo()).content)) as image:
        left, right = image.getpixel((20, 400)), image.getpixel((580, 400))

    assert left[2] > 200 > 50 > left[0]  # blue, which was below
    assert right[0] > 200 > 50 > right[2]


def test_what_is_seen_through_is_white_as_paper():
    sent, _ = CLEANED["see-through"]

    with Image.open(io.BytesIO(clean(sent).content)) as image:
        assert image.getpixel((5, 5)) == (255, 255, 255)
