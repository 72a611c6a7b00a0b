"""The networks that a model folder brings ready to run, in OpenVINO's form or as ONNX."""

import re
from dataclasses import dataclass
from pathlib import Path

from alcove.encoder.model_folder.onnx_files import external_files
from alcove.errors import ModelError

# How exporters name what they quantised, and what is meant for a GPU: weights in fewer bits.
_FEWER_BITS = re.compile(r"int8|int4|uint8|quant|q4|bnb|fp16|float16|bf16|_O4", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ExportedNetwork:
    """A network that can be run without torch.

    Attributes:
        network: an OpenVINO `.xml` or an `.onnx`.
        weights: the other files that it takes its weights from.
        full_precision: whether its weights are as exact as those that were trained, by its name.
    """

    network: Path
    weights: tuple[Path, ...]
    full_precision: bool

    @property
    def files(self) -> tuple[Path, ...]:
        """All of it."""
        return (self.network, *self.weights)


def find_export(transformer: Path) -> ExportedNetwork | None:
    """The most exact export below a transformer's folder, OpenVINO's before ONNX.

    Raises:
        ModelError: it is incomplete, or takes weights from outside its folder.
    """
    found = [*transformer.glob("openvino/*.xml"), *transformer.glob("onnx/*.onnx")]
    if not found:
        return None
    network = min(found, key=_rank)
    weights = _weights_of_ir(network) if network.suffix == ".xml" else _weights_of_onnx(network)
    return ExportedNetwork(network, weights, full_precision=not _FEWER_BITS.search(network.stem))


def _rank(network: Path) -> tuple[bool, bool, int, str]:
    """`model.onnx` before `model_O1.onnx`, which was rewritten for another runtime."""
    fewer_bits = _FEWER_BITS.search(network.stem) is not None
    return fewer_bits, network.suffix != ".xml", len(network.stem), network.stem


def _weights_of_ir(network: Path) -> tuple[Path, ...]:
    weights = network.with_suffix(".bin")
    if not weights.is_file():
        raise ModelError(f"{weights} is missing", advice="Choose a complete model folder.")
    return (weights,)


def _weights_of_onnx(network: Path) -> tuple[Path, ...]:
    """Every external file has to lie right beside the network, as all exporters put it."""
    weights = []
    for name in sorted(external_files(network)):
        place = network.parent / name
        if place.parent != network.parent or Path(name).name != name or "\\" in name:
            raise ModelError(
                f"{network} takes its weights from elsewhere",
                advice="Get the model with all its files in one folder.",
            )
        if not place.is_file():
            raise ModelError(f"{place} is missing", advice="Choose a complete model folder.")
        weights.append(place)
    return tuple(weights)
