"""Write the fast network as the package reads it:

``python -m training.reader.export_fast --weights build/fast/fast.safetensors --out src/secondsource/model/fast``.

The folder gets reader.onnx (the layers' matrix products in int8, one scale a column; the tables of words in int8, one
scale a row; the rest in float32), distances.npz (what the scores of roles and antecedents add by distance) and
card.json (version, format and kind of network). Prints how far the exported network's outputs lie from the trained
one's.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from safetensors.torch import load_file
from torch import Tensor, nn

from training.reader.convolution import FEATURES, FastNetwork
from training.reader.exporting import print_differences, write_beside, write_float, write_quantized

OUTPUTS = ("bio", "names", "voice", "later", "earlier", "cue", "word", "bias", "relation")  # a row for each word
INPUTS = ("rows", "places", "features", "sentences", "means")
LARGE = 10_000  # numbers in a table above which it is kept in int8
AXES = {
    "rows": {0: "distinct"},
    "means": {0: "sentences", 1: "words"},
    **{name: {0: "words"} for name in ("places", "features", "sentences", *OUTPUTS)},
}
VERSION = "fast-2"


class FastOutputs(nn.Module):
    """The network on one stretch of an article, with all its heads but the role scores."""

    def __init__(self, network: FastNetwork) -> None:
        super().__init__()
        self.encoder, heads, widen = network.encoder, network.heads, network.encoder.widen
        narrow = (heads.labels, heads.names, heads.voice, heads.later, heads.earlier, heads.cue)
        self.heads = nn.ModuleList(_after(widen, head) for head in (*narrow, heads.word[0], heads.bias, heads.relation))

    def forward(
        self, rows: Tensor, places: Tensor, features: Tensor, sentences: Tensor, means: Tensor
    ) -> tuple[Tensor, ...]:
        """What each head says of each word, in the order of OUTPUTS. `rows` are of the distinct words; `places` tells
        which of them each word is; `means` is (sentences, words).
        """
        x = self.encoder.embed(rows[None])[:, places] + self.encoder.feature(features)
        vectors = self.encoder.read(x, torch.ones(1, 1, 1), sentences[None], lambda x: means @ x[0])[0]
        found = {name: head(vectors) for name, head in zip(OUTPUTS, self.heads, strict=True)}
        found["word"] = nn.functional.gelu(found["word"])
        return tuple(found[name] for name in OUTPUTS)


def _after(first: nn.Linear, then: nn.Linear) -> nn.Linear:
    """One linear map for two."""
    joined = nn.Linear(first.in_features, then.out_features)
    with torch.no_grad():
        joined.weight.copy_(then.weight @ first.weight)
        joined.bias.copy_(then.weight @ first.bias + then.bias)
    return joined


def example_inputs() -> tuple[Tensor, ...]:
    """A stretch of 60 words in three sentences, the same in every run."""
    drawn = torch.Generator().manual_seed(7)
    rows = torch.randint(0, 1000, (40, 5), generator=drawn)
    places, features = (torch.randint(0, top, (60,), generator=drawn) for top in (40, FEATURES))
    sentences = torch.arange(60) // 20
    return rows, places, features, sentences, (sentences[None] == torch.arange(3)[:, None]).float() / 20


def shorten(path: Path) -> None:
    """Keep large tables in int8 with one float32 scale a row; what is looked up is made float32 again."""
    model = onnx.load(str(path))
    graph = model.graph
    large = {w.name: w for w in graph.initializer if w.data_type == TensorProto.FLOAT and np.prod(w.dims) > LARGE}
    for lookup in [node for node in graph.node if node.op_type == "Gather" and node.input[0] in large]:
        table, (vectors,) = large[lookup.input[0]], lookup.output
        values = numpy_helper.to_array(table)
        scales = np.abs(values).max(1, keepdims=True).clip(1e-9) / 127
        table.CopyFrom(numpy_helper.from_array(np.rint(values / scales).astype(np.int8), table.name))
        graph.initializer.append(numpy_helper.from_array(scales, f"{table.name}_scales"))
        lookup.output[0] = f"{vectors}_bytes"
        place = list(graph.node).index(lookup) + 1
        scaled = (
            helper.make_node(
                "Cast", [f"{vectors}_bytes"], [f"{vectors}_whole"], f"{lookup.name}_cast", to=TensorProto.FLOAT
            ),
            helper.make_node(
                "Gather", [f"{table.name}_scales", lookup.input[1]], [f"{vectors}_scale"], f"{lookup.name}_scale"
            ),
            helper.make_node("Mul", [f"{vectors}_whole", f"{vectors}_scale"], [vectors], f"{lookup.name}_scaled"),
        )
        for node in reversed(scaled):
            graph.node.insert(place, node)
        for described in [value for value in graph.value_info if value.name in (table.name, vectors)]:
            graph.value_info.remove(described)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def export(network: FastNetwork, folder: Path, version: str, quantized: bool) -> None:
    """Write all that reading needs."""
    folder.mkdir(parents=True, exist_ok=True)
    outputs = FastOutputs(network).eval()
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "float.onnx"
        write_float(outputs, path, example_inputs(), INPUTS, OUTPUTS, AXES)
        print_differences(outputs, path, example_inputs(), INPUTS, OUTPUTS)
        if quantized:
            write_quantized(path, folder / "reader.onnx", lambda name: "layers" not in name)
        else:
            (folder / "reader.onnx").write_bytes(path.read_bytes())
    shorten(folder / "reader.onnx")
    print_differences(outputs, folder / "reader.onnx", example_inputs(), INPUTS, OUTPUTS)
    write_beside(network.heads, folder, {"version": version, "network": "convolution"})


def main() -> None:
    """Read the command line and the weights, then export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True, help="weights that distill wrote")
    parser.add_argument("--out", type=Path, required=True, help="the folder of the reader")
    parser.add_argument("--version", default=VERSION)
    parser.add_argument("--float", action="store_true", help="leave all matrix products in float32")
    given = parser.parse_args()
    network = FastNetwork()
    network.load_state_dict(load_file(given.weights))
    export(network.eval(), given.out, given.version, not given.float)


if __name__ == "__main__":
    main()
