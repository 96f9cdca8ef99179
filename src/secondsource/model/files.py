"""The files of a trained network, opened: what every reader that runs one holds."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnxruntime

from secondsource.model.pieces import WordPieces
from secondsource.model.roles import Distances
from secondsource.model.vectors import PieceVectors


class NetworkFiles:
    """The network in `folder`, what it adds by distance, its version; and the word pieces that all networks share."""

    def __init__(self, folder: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # processes spread the work; threads beside them would only wait
        options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(
            str(folder / "reader.onnx"), options, providers=["CPUExecutionProvider"]
        )
        tables = np.load(folder / "distances.npz")
        self.distances, self.apart = Distances(tables["distance"], tables["sentence"]), tables["apart"]
        self.version: str = json.loads((folder / "card.json").read_text(encoding="utf-8"))["version"]
        self.pieces, self.vectors = WordPieces(), PieceVectors()
