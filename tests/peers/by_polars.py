"""The work with polars, whole fen in 64 bits."""

import sys

import numpy as np
import polars as pl

import work
from polars_work import worked

frame = pl.DataFrame(
    {name: np.frombuffer(column, dtype=np.dtype(column.typecode)) for name, column in work.read(sys.argv[1]).items()}
)
out = []


def run():
    out[:] = [worked(frame.lazy()).select(work.AMOUNTS).collect()]


work.serve(run, lambda: [out[0][name].to_numpy().astype(np.int64) for name in work.AMOUNTS])
