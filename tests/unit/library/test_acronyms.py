"""An acronym that no publisher uses gets an answer of its own."""

import pytest

from alignkit.library.acronyms import acronym_of_nobody
from alignkit.library.library import Library


@pytest.mark.parametrize("text", ["caipc", "CAIPC", "“CAIPC”", "caipc-2011", "CAIPC:1.2"])
def test_caipc_is_known_to_be_nobodys_and_the_closest_are_named(text):
    acronym = acronym_of_nobody(text)
    assert acronym
    assert acronym.ids == ("caipe-2011", "cihc-2010", "cihc-2024")
    assert "caipe-2011 (CAIPE, United Kingdom)" in str(acronym.answer)
    assert "cihc-2010 or cihc-2024 (CIHC, Canada)" in str(acronym.answer)
    assert "`aliases: {caipc: caipe-2011}`" in acronym.remedy


@pytest.mark.parametrize("text", ["", "caipe-2011", "cihc-2010", "ipec-2023:VE1"])
def test_other_names_are_nobodys_acronym(text):
    assert acronym_of_nobody(text) is None


def test_the_closest_frameworks_are_shipped():
    acronym = acronym_of_nobody("caipc")
    assert acronym
    assert set(acronym.ids) <= set(Library().ids)
