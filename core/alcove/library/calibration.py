"""Keep a library's calibration up to date: the scales of keyword and semantic scores."""

import threading
from pathlib import Path

from sqlite_utils import Database

from alcove.index import vectors
from alcove.index.vectors import ModelRow
from alcove.index.words.errors import WordsError
from alcove.indexer.stages.calibration_stage import LibraryCalibrator
from alcove.search.calibration.measure import CalibrationSample, calibrate
from alcove.search.ranking.score_scales import read_calibration, write_calibration
from alcove.search.ranking.semantic_arm import EncodeQuery
from alcove.search.words.keyword_arm import KeywordArm


def measure(words: Path) -> LibraryCalibrator:
    """Return a calibrator for the indexer; `words` is the folder of the words index.

    It returns whether it measured and stored a new calibration.
    """

    def bring_up_to_date(
        db: Database,
        model: ModelRow,
        encode_query: EncodeQuery,
        cancel: threading.Event,
    ) -> bool:
        known, passages = read_calibration(db.conn), vectors.count_passages(db.conn, model)
        if not passages or (known and known.fits(model.manifest, passages)):
            return False
        by = CalibrationSample(
            db.conn, model, KeywordArm(words, model.split_id), encode_query, cancel
        )
        try:
            write_calibration(db, calibrate(by))
        except WordsError:  # the words index is built again; then a new measurement is due
            return False
        return True

    return bring_up_to_date
