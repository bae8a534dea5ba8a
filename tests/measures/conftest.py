from __future__ import annotations

from collections.abc import Iterator

import pytest

from rasid.store.engine import Store, open_store
from tests.measures.sample import Sample, build


@pytest.fixture(scope="session")
def sample_and_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Sample, Store]]:
    folder = tmp_path_factory.mktemp("store")
    sample = build(folder)
    store = open_store(folder)
    yield sample, store
    store.close()


@pytest.fixture(scope="session")
def sample(sample_and_store: tuple[Sample, Store]) -> Sample:
    return sample_and_store[0]


@pytest.fixture(scope="session")
def store(sample_and_store: tuple[Sample, Store]) -> Store:
    return sample_and_store[1]
