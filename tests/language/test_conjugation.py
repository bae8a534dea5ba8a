"""Forms of a verb, from its perfect and its imperfect."""

import pytest

from rasid.language import lemmatize
from rasid.language.conjugation import forms, rarer_forms


@pytest.mark.parametrize(
    ("perfect", "imperfect", "some"),
    [
        ("كتب", "يكتب", "كتبت كتبوا كتبنا يكتب تكتب نكتب أكتب يكتبون يكتبوا"),
        ("قال", "يقول", "قالت قالوا قلت قلنا يقول نقول يقولون"),
        ("زار", "يزور", "زارت زرنا يزور تزور يزورون"),
        ("رمى", "يرمي", "رمت رموا رميت يرمي يرمون نرمي"),
        ("دعا", "يدعو", "دعت دعوا دعونا يدعو يدعون ندعو"),
        ("سعى", "يسعى", "سعت سعوا سعينا يسعى يسعون"),
        ("نسي", "ينسى", "نسيت نسوا نسينا ينسى ينسون"),
        ("بدأ", "يبدأ", "بدأت بدأوا بدؤوا يبدأ يبدأون يبدؤون نبدأ"),
        ("أخذ", "يأخذ", "أخذت يأخذ نأخذ آخذ يأخذون"),
        ("أقام", "يقيم", "أقامت أقمنا يقيم يقيمون أقيم أقيمت"),
        ("استعاد", "يستعيد", "استعادت استعدنا يستعيدون استعيدت"),
        ("أعطى", "يعطي", "أعطت أعطوا أعطي أعطيت يعطون"),
        ("سأل", "يسأل", "سألت يسأل سئل سئلت"),
    ],
)
def test_forms(perfect, imperfect, some):
    assert set(some.split()) <= set(forms(perfect, imperfect))


def test_short_and_passive_imperfects_are_rarer():
    assert {"يرم", "ترم", "يرميان"} <= set(rarer_forms("رمى", "يرمي"))
    assert {"يقل", "تقل"} <= set(rarer_forms("قال", "يقول"))
    assert "يتفق" not in set(rarer_forms("تفوق", "يتفوق"))
    assert "يقام" in set(rarer_forms("أقام", "يقيم"))


@pytest.mark.parametrize(
    "words",
    [
        "ازدهر ازدهرت تزدهر وتزدهر سيزدهرون",
        "انعقد انعقدت ينعقد وستنعقد",
        "تأسس تأسست يتأسس",
        "امتد امتدت تمتد ويمتد",
        "انتظر ننتظر ينتظرون وننتظر",
        "عمل يعمل نعمل سنعمل",
        "استطاع أستطيع نستطيع يستطع",
        "أكد نؤكد يؤكدون",
        "دل يدل تدل دلت",
        "ظن يظن تظن",
    ],
)
def test_verbs_the_dictionary_lacks_are_conjugated(words):
    assert len({lemmatize(word) for word in words.split()}) == 1


def test_commoner_words_keep_their_letters():
    assert lemmatize("عضوا") == lemmatize("عضو")
    assert lemmatize("صورا") == lemmatize("صور")
    assert lemmatize("تحكم") != lemmatize("حكم")
    assert lemmatize("النقل") == lemmatize("نقل")
    assert lemmatize("الأشد") != lemmatize("شد")
