"""Texts of everyday words, made from a seed."""

import random
from pathlib import Path

_WORDS = """
    amber anchor apricot archive audit bakery barley basin beacon bicycle bridge canal candle
    chapel chimney cinder citrus clockmaker comet copper corridor cotton desert dock engineer
    falcon ferry fiddle flour forest garnet glacier granite harbour hazel honey island ivory
    kettle kiln lantern ledger lighthouse linen magnet maple marble meadow mill monsoon mosaic
    needle nickel oak orchard oyster paddle parchment pepper pigeon plaster quarry rail reed
    river rope saddle saffron sail salt sparrow spindle starling steam stone sugar telescope
    thistle timber tin tower turnip valley velvet vineyard violin walnut weaver willow winter
"""


def make_text(chance: random.Random, *, paragraphs: int | None = None) -> str:
    """Some paragraphs of five sentences each: about 440 bytes a paragraph."""
    made = []
    for _ in range(paragraphs or chance.randint(1, 12)):
        sentences = (chance.choices(_WORDS.split(), k=chance.randint(6, 18)) for _ in range(5))
        made.append(" ".join(f"The {' '.join(words)}." for words in sentences))
    return "\n\n".join(made) + "\n"


def make_tree(folder: Path, files: int, folders: int, contents: int, seed: int) -> None:
    """Small text files, spread over folders, with so many different contents in all."""
    chance = random.Random(seed)
    texts = [make_text(chance, paragraphs=1) for _ in range(contents)]
    for number in range(files):
        path = folder / f"{number % folders:04}" / f"{number:06}.txt"
        if number < folders:
            path.parent.mkdir(parents=True)
        path.write_text(texts[number % contents])
