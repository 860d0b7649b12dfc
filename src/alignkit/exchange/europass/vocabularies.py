"""Terms of the EU's controlled vocabularies, only those whose addresses an official file of the EU was seen to use.

Countries, EQF levels and languages: the European Learning Model's own XSD (edci_mdr_countries, edci_esco_eqf,
edci_mdr_languages); credits and modes: its ELM v3 samples, and for presence the EU's Digital Skills and Jobs Platform.
A word that is not here has no address that we know, and is named as a loss.
"""

from typing import Any

_COUNTRY = "http://publications.europa.eu/resource/authority/country"
_LANGUAGE = "http://publications.europa.eu/resource/authority/language"
_SNB = "http://data.europa.eu/snb"
_EQF = f"{_SNB}/eqf"
_CREDIT = f"{_SNB}/education-credit"
_MODE = f"{_SNB}/learning-assessment"
# What the schemes of that publisher are called.
_SCHEME = "25831c2"

# ISO 3166: two letters, then three, of the countries in the EU's list.
_ISO_3166 = """
ADAND AEARE AFAFG AGATG ALALB AMARM AOAGO ARARG ATAUT AUAUS AZAZE BABIH BBBRB BDBGD BEBEL BFBFA BGBGR BHBHR
BIBDI BJBEN BNBRN BOBOL BRBRA BSBHS BTBTN BWBWA BZBLZ CACAN CDCOD CFCAF CGCOG CHCHE CICIV CLCHL CMCMR CNCHN
COCOL CRCRI CUCUB CVCPV CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST EGEGY ERERI ESESP ETETH
FIFIN FJFJI FMFSM FRFRA GAGAB GBGBR GDGRD GEGEO GHGHA GMGMB GNGIN GQGNQ GRGRC GTGTM GWGNB GYGUY HKHKG HNHND
HRHRV HTHTI HUHUN IDIDN IEIRL ILISR ININD IQIRQ IRIRN ISISL ITITA JMJAM JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR
KMCOM KNKNA KPPRK KRKOR KWKWT KZKAZ LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR
MCMCO MDMDA MEMNE MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MRMRT MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM
NENER NGNGA NINIC NLNLD NONOR NPNPL NRNRU NZNZL OMOMN PAPAN PEPER PGPNG PHPHL PKPAK PLPOL PSPSE PTPRT PWPLW
PYPRY QAQAT ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP SISVN SKSVK SLSLE SMSMR SNSEN SOSOM
SRSUR SSSSD STSTP SVSLV SYSYR SZSWZ TDTCD TGTGO THTHA TJTJK TLTLS TMTKM TNTUN TOTON TRTUR TTTTO TVTUV TWTWN
TZTZA UAUKR UGUGA USUSA UYURY UZUZB VAVAT VCVCT VEVEN VNVNM VUVUT WSWSM YEYEM ZAZAF ZMZMB ZWZWE
"""
COUNTRIES = {pair[:2]: pair[2:] for pair in _ISO_3166.split()}

LANGUAGES = {
    "bg": "BUL",
    "cs": "CES",
    "da": "DAN",
    "de": "DEU",
    "el": "ELL",
    "en": "ENG",
    "es": "SPA",
    "et": "EST",
    "fi": "FIN",
    "fr": "FRA",
    "ga": "GLE",
    "hr": "HRV",
    "hu": "HUN",
    "is": "ISL",
    "it": "ITA",
    "lt": "LIT",
    "lv": "LAV",
    "mt": "MLT",
    "nb": "NOB",
    "nl": "NLD",
    "pl": "POL",
    "pt": "POR",
    "ro": "RON",
    "sk": "SLK",
    "sl": "SLV",
    "sv": "SWE",
}
# What `delivery:` may say.
_MODES = {
    "online": ("920fbb3cbe", "Online"),
    "blended": ("e92d221e4d", "Blended"),
    "in-person": ("9191af2ed9", "Presential"),
}


def country(code: str) -> dict[str, Any]:
    """Return the concept of a country by its two letters, or {}."""
    return _concept(f"{_COUNTRY}/{COUNTRIES[code]}", _COUNTRY) if code in COUNTRIES else {}


def language(code: str) -> dict[str, Any]:
    """Return the concept of a language by its code, whatever the country, or {}."""
    short = code.partition("-")[0]
    return _concept(f"{_LANGUAGE}/{LANGUAGES[short]}", _LANGUAGE) if short in LANGUAGES else {}


def eqf_level(level: int) -> dict[str, Any]:
    """Return the concept of a level of the European Qualifications Framework, 1 to 8."""
    return _concept(f"{_EQF}/{level}", f"{_EQF}/{_SCHEME}", f"Level {level}")


def ects() -> dict[str, Any]:
    """Return the concept of the European Credit Transfer System."""
    return _concept(f"{_CREDIT}/6fcec5c5af", f"{_CREDIT}/{_SCHEME}", "European Credit Transfer System")


def mode(delivery: str) -> dict[str, Any]:
    """Return the concept of a form of participation, or {}."""
    found = _MODES.get(delivery)
    return _concept(f"{_MODE}/{found[0]}", f"{_MODE}/{_SCHEME}", found[1]) if found else {}


def _concept(address: str, scheme: str, label: str = "") -> dict[str, Any]:
    return {
        "id": address,
        "type": "Concept",
        "inScheme": {"id": scheme, "type": "ConceptScheme"},
        **({"prefLabel": {"en": label}} if label else {}),
    }
