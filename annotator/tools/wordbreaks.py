"""Where the words of a Chinese text begin and end: jieba's dictionary, in a tokenizer of our own.

jieba keeps its dictionary in a cache file under the common temporary folder and reads it back with
marshal, which trusts the file: whoever can write there can change the words or crash the reader. Built
in memory it takes no longer than from that file, so no file is written or read. The shared tokenizer,
which other code may have taught words, is left alone, and so are its messages on stderr.
"""

import warnings
from functools import cache
from typing import Any


def breaks(simplified_text: str) -> set[int]:
    """The offsets, in code points, at which a word begins or ends; the first is 0, the last the length.

    Traditional characters are hardly in the dictionary: simplify a text before, code point for code
    point. The first call takes most of a second.
    """
    at, found = 0, {0}
    for word in _tokenizer().cut(simplified_text, HMM=False):
        at += len(word)
        found.add(at)
    return found


@cache
def _tokenizer() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its own old spellings, told when it is first compiled
        import jieba  # noqa: PLC0415  (a dictionary of 350,000 words: only where words are asked for)
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tokenizer
