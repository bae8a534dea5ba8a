"""Arabic as words: folding, tokens, lemmas, stopwords, phrases, calendar. Knows nothing of news."""

from rasid.language.document import Document
from rasid.language.folding import Folded, fold, fold_word
from rasid.language.lemmas import lemmatize
from rasid.language.sentences import sentences
from rasid.language.stopwords import is_stopword
from rasid.language.tokens import Token, tokenize

__all__ = [
    "Document",
    "Folded",
    "Token",
    "fold",
    "fold_word",
    "is_stopword",
    "lemmatize",
    "sentences",
    "tokenize",
]
