"""Find the exported networks of a model folder, OpenVINO IR or ONNX, which run without torch."""

import re
from dataclasses import dataclass
from pathlib import Path

from alcove.encoder.model_folder.onnx_files import external_files
from alcove.errors import ModelError

# In the names of networks with quantization, or meant for a GPU: weights in fewer bits.
_FEWER_BITS = re.compile(r"int8|int4|uint8|quant|q4|bnb|fp16|float16|bf16|_O4", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ExportedNetwork:
    """A network that can be run without torch.

    Attributes:
        network: an OpenVINO `.xml` or an `.onnx`.
        weights: the other files that hold its weights.
        full_precision: whether, by its name, its weights are as exact as the trained ones.
    """

    network: Path
    weights: tuple[Path, ...]
    full_precision: bool

    @property
    def files(self) -> tuple[Path, ...]:
        """The network and its weights."""
        return (self.network, *self.weights)


def find_export(transformer: Path) -> ExportedNetwork | None:
    """Return the most exact export below a transformer's folder, OpenVINO's before ONNX.

    Returns:
        None if there is no export.

    Raises:
        ModelError: it is incomplete, or takes weights from outside its folder.
    """
    networks = [*transformer.glob("openvino/*.xml"), *transformer.glob("onnx/*.onnx")]
    if not networks:
        return None
    network = min(networks, key=_rank)
    weights = _weights_of_ir(network) if network.suffix == ".xml" else _weights_of_onnx(network)
    return ExportedNetwork(network, weights, full_precision=not _FEWER_BITS.search(network.stem))


def _rank(network: Path) -> tuple[bool, bool, int, str]:
    """Return a sort key, best first; `model_O1.onnx`, optimised for another runtime, comes late."""
    fewer_bits = _FEWER_BITS.search(network.stem) is not None
    return fewer_bits, network.suffix != ".xml", len(network.stem), network.stem


def _weights_of_ir(network: Path) -> tuple[Path, ...]:
    weights = network.with_suffix(".bin")
    if not weights.is_file():
        raise ModelError(f"{weights} is missing", advice="Choose a complete model folder.")
    return (weights,)


def _weights_of_onnx(network: Path) -> tuple[Path, ...]:
    """Return the external files; each must lie beside the network, where exporters put it."""
    weights = []
    for name in sorted(external_files(network)):
        path = network.parent / name
        if path.parent != network.parent or Path(name).name != name or "\\" in name:
            raise ModelError(
                f"{network} takes its weights from elsewhere",
                advice="Get the model with all its files in one folder.",
            )
        if not path.is_file():
            raise ModelError(f"{path} is missing", advice="Choose a complete model folder.")
        weights.append(path)
    return tuple(weights)
