"""What both networks are exported with: short weights, tables of distances, and the difference that they make."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.preprocess import quant_pre_process
from torch import Tensor, nn

from training.reader.network import Heads


def write_quantized(from_path: Path, to_path: Path, stays: Callable[[str], bool]) -> None:
    """The network in `from_path`, which is in float32, with int8 weights in its matrix products, one scale a column;
    products whose name `stays` picks are left as they are.
    """
    with tempfile.TemporaryDirectory() as folder:
        prepared = Path(folder) / "prepared.onnx"
        quant_pre_process(str(from_path), str(prepared), skip_symbolic_shape=True)
        nodes = onnx.load(str(prepared)).graph.node
        quantize_dynamic(
            prepared,
            to_path,
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul"],
            nodes_to_exclude=[node.name for node in nodes if stays(node.name)],
        )


def print_differences(
    network: nn.Module, path: Path, inputs: tuple[Tensor, ...], names: Sequence[str], outputs: Sequence[str]
) -> None:
    """The largest difference of each output of the network in `path` from the trained one's, given the same inputs."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    found = session.run(list(outputs), {name: value.numpy() for name, value in zip(names, inputs, strict=True)})
    with torch.no_grad():
        right = network(*inputs)
    shown = " ".join(
        f"{name} {np.abs(a - b.numpy()).max():.4f}" for name, a, b in zip(outputs, found, right, strict=True)
    )
    print(f"{path.name} ({path.stat().st_size / 1e6:.1f} MB): {shown}")


def write_tables(heads: Heads, folder: Path) -> None:
    """What the scores of roles and antecedents add by distance, as distances.npz."""
    tables = {"distance": heads.distance, "sentence": heads.sentence}
    np.savez(
        folder / "distances.npz",
        apart=heads.apart.weight.detach().numpy()[:, 0],
        **{name: table.weight.detach().numpy() for name, table in tables.items()},
    )
