"""The peak integer matrix rate of this machine: what the encoder's speed is to be measured against.

The model is one MatMulInteger of the size that dominates the encoder, written as ONNX bytes by hand: the package that
writes such files is not needed for anything else at run time.
"""

import time

import numpy as np
import onnxruntime

_ROWS, _INNER, _COLUMNS = 1280, 384, 1536
_UINT8, _INT8, _INT32 = 2, 3, 6


def integer_rate(seconds: float = 1.0) -> float:
    """Billions of operations (a product and a sum are two) in a second on one thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(_model(), options, providers=["CPUExecutionProvider"])
    left = np.random.default_rng(0).integers(0, 255, (_ROWS, _INNER), dtype=np.uint8)
    session.run(None, {"a": left})
    best, start = float("inf"), time.perf_counter()
    while time.perf_counter() - start < seconds:
        begin = time.perf_counter()
        session.run(None, {"a": left})
        best = min(best, time.perf_counter() - begin)
    return 2 * _ROWS * _INNER * _COLUMNS / best / 1e9


def _model() -> bytes:
    weight = np.random.default_rng(1).integers(-63, 63, (_INNER, _COLUMNS), dtype=np.int8)
    node = b"".join([_text(1, "a"), _text(1, "b"), _text(1, "z"), _text(2, "y"), _text(4, "MatMulInteger")])
    graph = b"".join(
        [
            _message(1, node),
            _text(2, "peak"),
            _message(5, _tensor("b", _INT8, weight.shape, weight.tobytes())),
            _message(5, _tensor("z", _UINT8, (), b"\x80")),
            _message(11, _value("a", _UINT8, (_ROWS, _INNER))),
            _message(12, _value("y", _INT32, (_ROWS, _COLUMNS))),
        ]
    )
    return _number(1, 8) + _message(7, graph) + _message(8, _number(2, 13))


def _tensor(name: str, kind: int, shape: tuple[int, ...], data: bytes) -> bytes:
    return b"".join([*(_number(1, size) for size in shape), _number(2, kind), _text(8, name), _message(9, data)])


def _value(name: str, kind: int, shape: tuple[int, ...]) -> bytes:
    sizes = b"".join(_message(1, _number(1, size)) for size in shape)
    return _text(1, name) + _message(2, _message(1, _number(1, kind) + _message(2, sizes)))


def _varint(value: int) -> bytes:
    found = bytearray()
    while value > 0x7F:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*found, value])


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _message(field: int, data: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(data)) + data


def _text(field: int, value: str) -> bytes:
    return _message(field, value.encode())
