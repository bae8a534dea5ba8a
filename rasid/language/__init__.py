"""Arabic as words: folding, tokens, lemmas, stopwords, phrases, calendar. Knows nothing of news."""

from rasid.language.document import Document
from rasid.language.folding import Folded, fold, fold_word
from rasid.language.lemmas import Segments, display_form, lemmatize, lemmatize_all, segment
from rasid.language.phrases import Phrase, count_runs, is_term_edge, is_term_part, phrases
from rasid.language.sentences import sentences
from rasid.language.stopwords import is_boilerplate, is_quantifier, is_stopword
from rasid.language.tokens import Token, tokenize

__all__ = [
    "Document",
    "Folded",
    "Phrase",
    "Segments",
    "Token",
    "count_runs",
    "display_form",
    "fold",
    "fold_word",
    "is_boilerplate",
    "is_quantifier",
    "is_stopword",
    "is_term_edge",
    "is_term_part",
    "lemmatize",
    "lemmatize_all",
    "phrases",
    "segment",
    "sentences",
    "tokenize",
]
