"""Makes the recordings beside this file, as the predecessor's layout is described, with the Fernet of the package `cryptography`.

    pip install cryptography && python vectors.py

The samples are a tone with steps, not speech. Key, time and initial vector are fixed, so that a second run makes the same bytes.
"""
import base64, json, math, struct, wave
from pathlib import Path
from cryptography.fernet import Fernet

here = Path(__file__).parent
key = base64.urlsafe_b64encode(bytes(range(32)))
other = base64.urlsafe_b64encode(bytes(range(1, 33)))


def samples(frames):
    return struct.pack("<%dh" % frames, *[int(8000 * math.sin(i / 7)) + i % 50 for i in range(frames)])


def menc(pcm, rate):
    token = Fernet(key)._encrypt_from_parts(pcm, 1750000000, bytes(range(100, 116)))
    meta = json.dumps(
        {"channels": 1, "sampwidth": 2, "framerate": rate, "nframes": len(pcm) // 2, "encrypted": True}
    ).encode()
    return b"MENC" + struct.pack("<II", 1, len(meta)) + meta + token


def wav(path, pcm, rate):
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(pcm)


(here / "encryption_key.bin").write_bytes(key)
(here / "other_key.bin").write_bytes(other)
for name, frames, rate in [("tone", 803, 16000), ("whole-blocks", 800, 44100), ("empty", 0, 16000)]:
    pcm = samples(frames)
    (here / (name + ".menc")).write_bytes(menc(pcm, rate))
    wav(here / (name + ".wav"), pcm, rate)
