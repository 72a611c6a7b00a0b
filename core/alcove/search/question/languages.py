"""Map language names of the query language to ISO 639-1 codes."""

from typing import Final

# ISO 639-1 code and English name of each language that py3langid detects
# (https://github.com/adbar/py3langid); both written forms of Norwegian are one.
_NAMES: Final = """
    af afrikaans, am amharic, an aragonese, ar arabic, as assamese, az azerbaijani, ba bashkir,
    be belarusian, bg bulgarian, bn bengali, br breton, bs bosnian, ca catalan, cs czech, cy
    welsh, da danish, de german, dz dzongkha, el greek, en english, eo esperanto, es spanish, et
    estonian, eu basque, fa persian, fi finnish, fo faroese, fr french, fy frisian, ga irish, gd
    gaelic, gl galician, gu gujarati, ha hausa, he hebrew, hi hindi, hr croatian, ht haitian, hu
    hungarian, hy armenian, id indonesian, ig igbo, is icelandic, it italian, ja japanese, jv
    javanese, ka georgian, kk kazakh, km khmer, kn kannada, ko korean, ku kurdish, ky kyrgyz, la
    latin, lb luxembourgish, lg luganda, ln lingala, lo lao, lt lithuanian, lv latvian, mg
    malagasy, mk macedonian, ml malayalam, mn mongolian, mr marathi, ms malay, mt maltese, my
    burmese, ne nepali, nl dutch, no norwegian, oc occitan, om oromo, or odia, pa punjabi, pl
    polish, ps pashto, pt portuguese, qu quechua, ro romanian, ru russian, rw kinyarwanda, sa
    sanskrit, se sami, si sinhala, sk slovak, sl slovenian, sn shona, so somali, sq albanian, sr
    serbian, st sotho, sv swedish, sw swahili, ta tamil, te telugu, tg tajik, th thai, tk
    turkmen, tl tagalog, tr turkish, tt tatar, ug uyghur, uk ukrainian, ur urdu, uz uzbek, vi
    vietnamese, vo volapük, wa walloon, xh xhosa, yo yoruba, zh chinese, zu zulu
"""
_CODES: Final = {
    word: entry.split()[0] for entry in _NAMES.split(",") for word in entry.split()
} | {"nb": "no", "nn": "no", "farsi": "fa", "filipino": "tl", "flemish": "nl"}


def language_code(word: str) -> str | None:
    """Return the ISO 639-1 code for a word after lang:; None if it is no known language."""
    return _CODES.get(word.strip().lower())


def language_names() -> list[str]:
    """Return the words that are allowed after lang:, sorted."""
    return sorted(_CODES)
