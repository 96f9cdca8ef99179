"""Write the trained network as the package reads it:

``python -m training.reader.export --weights build/reader/average.safetensors --out src/secondsource/model/accurate``.

The folder gets reader.onnx (the encoder's matrix products in int8, one scale a column; the pieces' embeddings, which
are half of all weights, in float16; the rest, the heads among it, in float32), distances.npz (what the scores of roles
and antecedents add by distance) and card.json (version and format). Prints how far the exported
networks' outputs lie from the trained one's.
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

from training.reader.exporting import print_differences, write_beside, write_float, write_quantized
from training.reader.network import Network

INPUTS = ("ids", "features", "mask")
OUTPUTS = ("bio", "names", "voice", "later", "earlier", "cue", "word", "bias")  # a row for each piece
AXES = {name: {0: "windows", 1: "pieces"} for name in (*INPUTS, *OUTPUTS)}
EMBEDDINGS = "encoder.piece.weight"
VERSION = "accurate-2"


class Outputs(nn.Module):
    """The network with all its heads but the role scores, which depend on the cues found and are added in reading."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """What each head says of each piece, in the order of OUTPUTS."""
        vectors, heads = self.network(ids, features, mask), self.network.heads
        words = (heads.labels, heads.names, heads.voice, heads.later, heads.earlier)
        return tuple(head(vectors) for head in (*words, heads.cue, heads.word, heads.bias))


def example_inputs() -> tuple[Tensor, Tensor, Tensor]:
    """Two windows of 50 pieces, the same in every run."""
    ids = torch.randint(1000, 2000, (2, 50), generator=torch.Generator().manual_seed(7))
    return ids, torch.zeros_like(ids), torch.ones(2, 50)


def halve_embeddings(path: Path) -> None:
    """Keep the pieces' embeddings in float16; those that are looked up are made float32 again."""
    model = onnx.load(str(path))
    graph = model.graph
    (lookup,) = (node for node in graph.node if node.op_type == "Gather" and node.input[0].endswith(EMBEDDINGS))
    (table,) = (weights for weights in graph.initializer if weights.name == lookup.input[0])
    table.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(table).astype(np.float16), table.name))
    (vectors,) = lookup.output
    lookup.output[0] = f"{vectors}_half"
    cast = helper.make_node("Cast", [f"{vectors}_half"], [vectors], f"{lookup.name}_cast", to=TensorProto.FLOAT)
    graph.node.insert(list(graph.node).index(lookup) + 1, cast)
    for described in [value for value in graph.value_info if value.name in (table.name, vectors)]:
        graph.value_info.remove(described)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def export(network: Network, folder: Path, version: str) -> None:
    """Write all that reading needs."""
    folder.mkdir(parents=True, exist_ok=True)
    outputs = Outputs(network).eval()
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "float.onnx"
        write_float(outputs, path, example_inputs(), INPUTS, OUTPUTS, AXES)
        print_differences(outputs, path, example_inputs(), INPUTS, OUTPUTS)
        write_quantized(path, folder / "reader.onnx", lambda name: "heads" in name)
    halve_embeddings(folder / "reader.onnx")
    print_differences(outputs, folder / "reader.onnx", example_inputs(), INPUTS, OUTPUTS)
    write_beside(network.heads, folder, {"version": version})


def main() -> None:
    """Read the command line and the weights, then export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True, help="weights that train wrote")
    parser.add_argument("--out", type=Path, required=True, help="the folder of the reader")
    parser.add_argument("--version", default=VERSION)
    given = parser.parse_args()
    network = Network()
    network.load_state_dict(load_file(given.weights))
    export(network.eval(), given.out, given.version)


if __name__ == "__main__":
    main()
