"""Ids that derive from content, so that adding a report renames nothing that was there."""

import hashlib

_DIGEST_BYTES = 5  # 40 bits: one clash expected among a million ids; articles are checked for clashes as they come in


def content_id(prefix: str, *parts: str | None) -> str:
    """An id such as `a-3f9c02b1d4` from the parts' content; a missing part differs from an empty one."""
    digest = hashlib.blake2b(digest_size=_DIGEST_BYTES)
    for part in parts:
        encoded = b"\x00" if part is None else b"\x01" + part.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big"))
        digest.update(encoded)
    return f"{prefix}-{digest.hexdigest()}"
