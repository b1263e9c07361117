"""Compresses standard input with Python's zlib to a raw deflate stream on standard output: python3 deflate.py LEVEL."""

import sys
import zlib

compressor = zlib.compressobj(int(sys.argv[1]), zlib.DEFLATED, -15)
data = sys.stdin.buffer.read()
sys.stdout.buffer.write(compressor.compress(data) + compressor.flush())
