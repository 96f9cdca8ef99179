"""What both networks are exported with: short weights, tables of distances, and the difference that they make."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.preprocess import quant_pre_process
from torch import Tensor, nn

from secondsource.model import FORMAT
from training.reader.network import Heads

OPSET = 17


def write_float(
    network: nn.Module,
    path: Path,
    inputs: tuple[Tensor, ...],
    names: Sequence[str],
    outputs: Sequence[str],
    axes: Mapping[str, Mapping[int, str]],
) -> None:
    """The network in float32. `axes` names the dimensions of inputs and outputs that may be of any length."""
    torch.onnx.export(
        network,
        inputs,
        str(path),
        input_names=list(names),
        output_names=list(outputs),
        dynamic_axes={name: dict(dimensions) for name, dimensions in axes.items()},
        opset_version=OPSET,
        dynamo=False,
    )


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


def write_beside(heads: Heads, folder: Path, card: Mapping[str, str]) -> None:
    """What lies beside the network: what the scores of roles and antecedents add by distance (distances.npz), and the
    card, with the format added.
    """
    tables = {"distance": heads.distance, "sentence": heads.sentence}
    np.savez(
        folder / "distances.npz",
        apart=heads.apart.weight.detach().numpy()[:, 0],
        **{name: table.weight.detach().numpy() for name, table in tables.items()},
    )
    (folder / "card.json").write_text(json.dumps({**card, "format": FORMAT}) + "\n", encoding="utf-8")
