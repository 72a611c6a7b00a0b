"""The language of a text is detected, or None is returned."""

import subprocess
import sys

import pytest

from alcove.language import detect

SENTENCES = {
    "en": "The contract was signed yesterday in the presence of all the neighbours.",
    "de": "Der Vertrag wurde gestern in Gegenwart aller Nachbarn unterschrieben.",
    "fr": "Le contrat a été signé hier en présence de tous les voisins.",
    "es": "El contrato fue firmado ayer en presencia de todos los vecinos.",
    "ru": "Договор был подписан вчера в присутствии всех соседей.",
    "el": "Το συμβόλαιο υπογράφηκε χθες παρουσία όλων των γειτόνων.",
    "zh": "合同昨天在所有邻居的见证下签署了。",
    "ja": "契約は昨日、近所の人々の前で署名されました。",
    "ko": "계약은 어제 모든 이웃이 보는 앞에서 체결되었다.",
    "th": "สัญญาได้ลงนามเมื่อวานนี้ต่อหน้าเพื่อนบ้านทุกคน",
    "hi": "अनुबंध पर कल सभी पड़ोसियों की उपस्थिति में हस्ताक्षर किए गए।",
    "ar": "تم توقيع العقد أمس بحضور جميع الجيران.",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_is_enough(language: str) -> None:
    assert detect(SENTENCES[language]) == language


@pytest.mark.parametrize("text", ["", "Invoice", "4711 0815 " * 50, "\n\t", "\ud800", "== ++ //"])
def test_names_and_numbers_have_no_language(text: str) -> None:
    assert detect(text) is None


def test_a_long_text_is_sampled_beyond_its_beginning() -> None:
    assert detect(SENTENCES["en"] + "\n" + SENTENCES["de"] * 300) == "de"


def test_the_model_is_loaded_on_the_first_call() -> None:
    code = "import sys, alcove.search; sys.exit('py3langid' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
