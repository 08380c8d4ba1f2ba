#!/usr/bin/env python3
"""Check a proof of the public log, offline, with nothing but Python 3.8 or newer.

    python3 verify.py notice.proof.json notice.pdf --key 'site.example/log+1a2b3c4d+AbC…'

Without FILE only the entry is checked. Without --key the key in the proof itself is used: then compare it with the one you noted earlier
or got from somebody else, since whoever forges a log also forges its key. Exit status 0: everything holds; 1: something does not.

What is checked, in this order (RFC 6962, RFC 8032, c2sp.org/signed-note, c2sp.org/tlog-checkpoint):
the file's SHA-256 stands in the disclosed content · salt and content give the commitment · the entry holds that commitment · the path leads
from the entry to the checkpoint's root · the checkpoint is signed by the key.
"""

import argparse
import base64
import hashlib
import json
import sys
from pathlib import Path

FORMAT = "yuezhang-proof/1"


class Wrong(Exception):
    """Something does not hold; the words say what."""


# Ed25519 as RFC 8032 describes it: slow, short, and enough to check a signature.

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def _x_of(y, sign):
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P or (x == 0 and sign):
        raise Wrong("不是曲线上的点 / not a point of the curve")
    return x if x & 1 == sign else P - x


def _point(data):
    number = int.from_bytes(data, "little")
    y, sign = number & (1 << 255) - 1, number >> 255
    if y >= P:
        raise Wrong("不是曲线上的点 / not a point of the curve")
    x = _x_of(y, sign)
    return x, y, 1, x * y % P


def _sum(a, b):
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = f - e, h - g, h + g, f + e
    return e * f % P, g * h % P, f * g % P, e * h % P


def _times(number, point):
    found = (0, 1, 1, 0)
    while number:
        if number & 1:
            found = _sum(found, point)
        point, number = _sum(point, point), number >> 1
    return found


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = _point((BASE_Y).to_bytes(32, "little"))


def is_signed(public, message, signature):
    """Whether the 64 bytes are this Ed25519 key's signature of the message."""
    if len(public) != 32 or len(signature) != 64:
        return False
    try:
        key, start = _point(public), _point(signature[:32])
    except Wrong:
        return False
    scalar = int.from_bytes(signature[32:], "little")
    if scalar >= L:
        return False
    mixed = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    left, right = _times(scalar, BASE), _sum(start, _times(mixed, key))
    return not (
        (left[0] * right[2] - right[0] * left[2]) % P or (left[1] * right[2] - right[1] * left[2]) % P
    )


# The log


def leaf_hash(entry):
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_along(path, leaf, index, size):
    """The root a path of siblings leads to, from the leaf at this index of a tree of this size."""
    node, last, found = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            raise Wrong("证明的路径太长 / the path is too long")
        if node & 1 or node == last:
            found = node_hash(sibling, found)
            while node and not node & 1:
                node, last = node >> 1, last >> 1
        else:
            found = node_hash(found, sibling)
        node, last = node >> 1, last >> 1
    if last:
        raise Wrong("证明的路径太短 / the path is too short")
    return found


def read_key(text):
    """(name, key id, public key) of a verifier key `<name>+<id>+<base64>`."""
    name, _, rest = text.strip().partition("+")
    key_id, _, data = rest.partition("+")
    raw = base64.b64decode(data)
    if raw[:1] != b"\x01" or hashlib.sha256(name.encode() + b"\n" + raw).digest()[:4].hex() != key_id:
        raise Wrong("公钥的写法不对 / not a verifier key")
    return name, bytes.fromhex(key_id), raw[1:]


def read_checkpoint(note, key):
    """(size, root) of a signed note; Wrong unless this key has signed it."""
    name, key_id, public = read_key(key)
    text, blank, signatures = note.rpartition("\n\n")
    text += "\n"
    for line in signatures.splitlines():
        mark, _, rest = line.partition(" ")
        signer, _, data = rest.partition(" ")
        raw = base64.b64decode(data)
        if (
            mark == "\u2014"
            and signer == name
            and raw[:4] == key_id
            and is_signed(public, text.encode(), raw[4:])
        ):
            break
    else:
        raise Wrong("检查点不是这把公钥签署的 / the checkpoint is not signed by this key")
    origin, size, root = text.splitlines()[:3]
    if not blank or origin != name:
        raise Wrong("检查点是另一本日志的 / the checkpoint is of another log")
    return int(size), base64.b64decode(root)


def check(proof, key, content=None):
    """What holds, as lines; Wrong at the first thing that does not. `content`: the bytes of the file, if there is one."""
    if proof.get("format") != FORMAT:
        raise Wrong("不认识的证明格式 / not a proof of this kind")
    holds = []
    entry = proof["entry"].encode()
    commitment = json.loads(proof["entry"])[3]["commitment"]
    if content is not None:
        holds += _check_file(proof, commitment, content)
    size, root = read_checkpoint(proof["checkpoint"], key)
    path = [base64.b64decode(step) for step in proof["path"]]
    if root_along(path, leaf_hash(entry), proof["index"], size) != root:
        raise Wrong("记录不在检查点的树里 / the entry is not in the tree of the checkpoint")
    holds.append(
        f"第{proof['index'] + 1}条记录在{size}条记录的检查点中 / entry {proof['index'] + 1} stands in the checkpoint of {size}"
    )
    return holds


def _check_file(proof, commitment, content):
    if "content" not in proof:
        raise Wrong(
            "这份证明没有公开内容，不能核对文件 / this proof discloses no content to compare a file with"
        )
    digest = hashlib.sha256(content).hexdigest()
    if digest not in proof["content"].replace(":", " ").split():
        raise Wrong(
            "文件不是证明所说的那一份，或者被改动过 / this is not the file the proof speaks of, or it was changed"
        )
    if hashlib.sha256(f"{proof['salt']}:{proof['content']}".encode()).hexdigest() != commitment:
        raise Wrong("内容与记录的承诺值不符 / the content does not give the entry's commitment")
    return ["文件与记录一致，没有改动 / the file is the one the entry commits to, unchanged"]


def main():
    reader = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    reader.add_argument("proof", type=Path)
    reader.add_argument("file", type=Path, nargs="?")
    reader.add_argument("--key", help="the log's verifier key, as you know it")
    given = reader.parse_args()
    try:
        proof = json.loads(given.proof.read_text(encoding="utf-8"))
        key = given.key or proof["key"]
        for line in check(proof, key, given.file.read_bytes() if given.file else None):
            print(f"✓ {line}")
    except (Wrong, KeyError, TypeError, IndexError, ValueError, OSError) as error:
        print(f"✗ {error if isinstance(error, Wrong) else '读不懂 / cannot be read: ' + repr(error)}")
        return 1
    print(
        f"✓ 由{'你给的' if given.key else '证明自带的'}公钥签署 / signed by {'the key you gave' if given.key else 'the key in the proof'}"
    )
    print(f"  {key}")
    if not given.key:
        print("  请与你另外得到的公钥比对 / compare it with the key you know from elsewhere")
    return 0


if __name__ == "__main__":
    sys.exit(main())
