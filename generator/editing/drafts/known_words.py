"""List the words that people give levels, and columns beside levels, in English, Dutch and German.

All words stand as ids: small letters, no accents, hyphens for spaces.
"""

from collections.abc import Mapping
from typing import Literal, get_args

from generator.editing.ids import id_of

Role = Literal["title", "group", "question", "subtitle", "code", "level", "none"]
"""What a column beside the levels is; `none` has no place in a framework."""

ROLES: tuple[Role, ...] = get_args(Role)

LEVEL_WORDS: Mapping[str, str] = {
    "level": "level",
    "lvl": "level",
    "niveau": "level",
    "stufe": "level",
    "maturity": "level",
    "volwassenheid": "level",
    "reifegrad": "level",
    "reifegradstufe": "level",
    "volwassenheidsniveau": "level",
    "ebene": "level",
    "tier": "level",
    "stage": "stage",
    "stadium": "stage",
    "phase": "phase",
    "fase": "phase",
    "step": "step",
    "stap": "step",
    "trede": "step",
    "schritt": "step",
}
"""What people call a level, without an ending for more, and the word that a framework's file has for it."""

_SHORT_LEVEL_WORDS = frozenset({"l", "ml", "n", "s", "rg"})


def level_word(words: str) -> str | None:
    """Give the word that a framework's file has for what is named here, if it names a level at all."""
    for word in id_of(words).split("-"):
        for known, meant in LEVEL_WORDS.items():
            if word == known or (word.startswith(known) and len(word) <= len(known) + 2):
                return meant
    return None


def is_level_word(word: str) -> bool:
    """Say whether a word before a number makes that the number of a level."""
    return word.casefold() in _SHORT_LEVEL_WORDS or level_word(word) is not None


NUMBER_WORDS: Mapping[str, int] = {
    word: number
    for number, words in enumerate(
        (
            "zero nul null",
            "one een één eins first eerste erste",
            "two twee zwei second tweede zweite",
            "three drie drei third derde dritte",
            "four vier fourth vierde vierte",
            "five vijf fünf fifth vijfde fünfte",
            "six zes sechs sixth zesde sechste",
        )
    )
    for word in words.split()
}


def _ladder(*rungs: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(words.split()) for words in rungs)


LADDERS = (
    # Maturity as process models and those after them have it; a word may stand for more than one rung.
    _ladder(
        "none no nothing absent non-existent nonexistent incomplete not-started unaware ignorant"
        " geen niets afwezig niet-aanwezig onbewust nicht-vorhanden keine unbewusst unvollstandig",
        "initial ad-hoc adhoc chaotic reactive beginner beginning novice starter starting start basic nascent"
        " foundational awareness aware performed traditional siloed pre-digital initieel initiele chaotisch"
        " reactief beginnend beginner starter basis bewust ad-hoc initial reaktiv einsteiger"
        " anfanger beginnend"
        " bewusst grundlegend ausgefuhrt business-as-usual",
        "repeatable managed developing opportunistic emerging aware basic exploring experimenting"
        " experimental"
        " present-and-active tactical progressing growing evolving herhaalbaar beheerst gemanaged opkomend"
        " ontwikkelend in-ontwikkeling verkennend groeiend wiederholbar gemanagt gesteuert entwickelnd"
        " in-entwicklung aufkommend wachsend experimentierend experimenterend",
        "defined standardised standardized established systematic proactive intermediate practicing"
        " practising"
        " competent formalised formalized structured integrated consistent documented gedefinieerd"
        " gestandaardiseerd vastgelegd gevestigd proactief gevorderd gestructureerd geintegreerd bekwaam"
        " definiert standardisiert etabliert proaktiv fortgeschritten strukturiert integriert kompetent",
        "managed quantitatively-managed measured predictable controlled strategic mature proficient advanced"
        " scaling converged embedded beheerst gemeten kwantitatief-beheerst kwantitatief-gemanaged"
        " voorspelbaar"
        " strategisch volwassen vergevorderd ervaren ingebed gemessen quantitativ-gemanagt gesteuert"
        " vorhersagbar strategisch ausgereift reif weit-fortgeschritten gelenkt",
        "optimizing optimising optimized optimised innovating innovative innovation leading leader expert"
        " transformational transformed visionary excellent best-in-class world-class adaptive"
        " innovative-and-adaptive continuous-improvement continuously-improving optimaliserend"
        " geoptimaliseerd"
        " innovatief innoverend leidend koploper expert excellent transformerend optimierend optimiert"
        " innovativ fuhrend experte exzellent transformierend",
    ),
    _ladder(
        "crawl kruipen krabbeln crawling",
        "walk lopen gehen walking wandelen",
        "run rennen laufen running hardlopen rennen",
        "fly vliegen fliegen flying sprint",
    ),
    _ladder(
        "bronze brons",
        "silver zilver silber",
        "gold goud",
        "platinum platina platin",
        "diamond diamant",
    ),
    _ladder(
        "very-low zeer-laag sehr-niedrig sehr-gering",
        "low laag niedrig gering",
        "medium moderate middle mid average midden gemiddeld matig middel mittel mittelmassig",
        "high hoog hoch",
        "very-high zeer-hoog sehr-hoch",
    ),
    _ladder(
        "very-poor zeer-slecht sehr-schlecht",
        "poor bad slecht schlecht weak zwak schwach unsatisfactory onvoldoende ungenugend",
        "fair moderate matig massig adequate ausreichend sufficient voldoende befriedigend",
        "good goed gut",
        "very-good zeer-goed sehr-gut",
        "excellent outstanding uitstekend ausgezeichnet hervorragend",
    ),
    _ladder(
        "never not no nooit niet nie nicht not-implemented not-achieved",
        "sometimes partly partially partial partially-implemented soms deels gedeeltelijk manchmal teilweise",
        "often largely largely-implemented mostly vaak grotendeels meestal oft weitgehend meistens",
        "always fully full completely fully-implemented altijd volledig immer vollstandig",
    ),
    _ladder(
        "beginner beginnend anfanger novice einsteiger junior entry",
        "advanced-beginner gevorderde-beginner fortgeschrittener-anfanger",
        "intermediate gevorderd fortgeschritten medior competent practitioner",
        "advanced proficient vergevorderd weit-fortgeschritten senior erfahren ervaren",
        "expert master experte meester meister",
    ),
    _ladder("red rood rot", "amber orange yellow oranje geel gelb", "green groen grun"),
)
"""Known ladders, each from its lowest rung."""

_ROLES: Mapping[Role, str] = {
    "question": "question questions vraag vragen frage fragen key-question key-questions kernvraag kernvragen"
    " leitfrage leitfragen guiding-question assessment-question toetsvraag",
    "code": "nr no number nummer id code ref key kenmerk kennung #",
    "subtitle": "subtitle description short-description definition explanation purpose"
    " objective goal scope intent what meaning"
    " ondertitel beschrijving omschrijving korte-omschrijving definitie uitleg doelstelling wat betekenis"
    " untertitel beschreibung kurzbeschreibung definition ziel zweck erklarung bedeutung",
    "group": "group groep gruppe",
    "none": "remark remarks note notes comment comments opmerking opmerkingen toelichting notitie notities"
    " commentaar bemerkung bemerkungen kommentar kommentare anmerkung anmerkungen notizen erlauterung"
    " total totals score scores average mean weight weighting result results current current-level"
    " current-state"
    " target target-level target-state desired actual sum points rating grade gap as-is to-be today ambition"
    " your-score our-score my-score best-practice best-practices best-practice-example"
    " example examples self-assessment priority"
    " totaal gemiddelde gewicht weging resultaat huidig huidig-niveau huidige-situatie doel doelniveau"
    " streefniveau gewenst gewenst-niveau punten cijfer prioriteit ambitie eigen-score"
    " summe gesamt durchschnitt gewichtung ergebnis punkte ist soll ist-zustand soll-zustand zielniveau"
    " prioritat bewertung"
    " recommendation recommendations next-step next-steps action actions improvement improvements advice"
    " how-to-improve aanbeveling aanbevelingen advies vervolgstap vervolgstappen actie acties verbeterpunt"
    " verbeterpunten empfehlung empfehlungen massnahme massnahmen nachste-schritte nachster-schritt"
    " evidence proof source sources reference references owner responsible status date deadline link links"
    " bewijs bron bronnen referentie referenties eigenaar verantwoordelijke verantwoordelijk datum"
    " nachweis nachweise quelle quellen verweis verantwortlich zustandig termin",
}

_TOTALS = frozenset(
    (
        *("total", "totals", "subtotal", "sum", "average", "mean", "median", "score"),
        *("totaal", "subtotaal", "som", "gemiddeld", "gemiddelde", "mediaan"),
        *("gesamt", "summe", "zwischensumme", "durchschnitt", "durchschnittlich", "mittelwert"),
    )
)

_TITLE_WORDS = (
    *(
        "dimension",
        "aspect",
        "theme",
        "area",
        "category",
        "criterion",
        "criteria",
        "pillar",
        "topic",
        "element",
    ),
    *("building-block", "domain", "capability", "practice", "process", "indicator", "component", "attribute"),
    *(
        "factor",
        "discipline",
        "competence",
        "competency",
        "function",
        "subject",
        "sub",
        "key-area",
        "focus-area",
    ),
    *("dimensie", "thema", "gebied", "categorie", "criterium", "pijler", "onderwerp", "bouwsteen", "domein"),
    *("onderdeel", "deel", "praktijk", "proces", "kenmerk", "competentie", "vaardigheid", "discipline"),
    *("bereich", "kategorie", "kriterium", "baustein", "domane", "saule", "praktik", "prozess", "merkmal"),
    *("handlungsfeld", "fahigkeit", "teilbereich", "unter", "kompetenz", "faktor"),
)


def role_of(head: str) -> Role | None:
    """Say what a column with this title is, where the title alone tells it; `title` for names of rows."""
    names = {id_of(words) or words.strip() for words in (head, head.partition("(")[0])}
    for role, words in _ROLES.items():
        if names & {*words.split()}:
            return role
    for endings, role in ((("score", "scores", "punktzahl"), "none"), (("-id", "-nr", "-code"), "code")):
        if any(name.endswith(endings) for name in names):
            return role
    return "title" if is_title_word(head) else None


def is_total_word(name: str) -> bool:
    """Say whether a row with this name sums others up, where it has nothing but figures."""
    return id_of(name.partition("(")[0]) in _TOTALS


def is_title_word(head: str) -> bool:
    """Say whether a title is that of a column with the names of dimensions or their groups."""
    name = id_of(head)
    return any(name.startswith(word) for word in _TITLE_WORDS) or any(
        part.startswith(word) for part in name.split("-")[1:] for word in _TITLE_WORDS if word != "sub"
    )
