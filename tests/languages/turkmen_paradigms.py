"""Turkmen nouns with all their forms, made by the rules of the grammar.

Sources of the rules: the endings, vowel harmony and changes of letters of the official grammar.
A noun is written plainly; behind `=` stands its stem before a vowel where a consonant is voiced or
a vowel falls out.
"""

from collections.abc import Iterable, Iterator

NOUNS = """
alma depder galam mekdep=mekdeb mugallym okuwçy dost gyz oglan dogan aýal erkek halk şäher oba köçe
jaý otag gapy penjire diwar bag gül agaç=agaj ýaprak=ýaprag köl miwe üzüm garpyz gawun süýt=süýd
balyk=balyg tüwi çaý şeker duz suw derýa deňiz dag çöl gum daş asman ýyldyz ýagyş bulut ýaz güýz asyr
minut wagt işçi zawod fabrik bazar haryt=haryd maşyn köpri gämi sygyr geçi pişik=pişig guş towuk=towug
ördek=ördeg möjek=möjeg tilki pil baş saç gulak=gulag diş dil dyz ýürek=ýüreg süňk deri kesel lukman
hassahana bilim hukuk jogap=jogab sorag sözlük=sözlüg habar gazet surat aýdym saz oýun=oýn top
bäsleşik=bäsleşig ýeňiş uruş azatlyk=azatlyg döwlet hökümet ministr saýlaw raýat kaka agtyk=agtyg toý
baýram myhman sowgat eşik=eşig köýnek=köýneg aýakgap=aýakgab don telpek=telpeg çörek=çöreg gazan tabak=tabag
pyçak=pyçag çemçe stol oturgyç=oturgyj kürsi krowat ýorgan ýassyk=ýassyg halyça haly aýna çyra oçak=oçag
tüsse kül kömür demir altynçy kümüş mis polat agramlyk=agramlyg uzynlyk=uzynlyg giňişlik=giňişlig burç merkez
çyzgy reňk ses ýaňy gije gündiz ertir agşam öýlän säher hünärment ussa daýhan çopan balykçy awçy esger
serkerde goşun ýarag baýdak=baýdag serhet=serhed paýtagt welaýat kätip=kätib arhiw mohür ýazgy hasabat
maslahat ýygnak=ýygnag wekil topar agza başlyk=başlyg orunbasar bölüm binýat esas=esas ölçeg synag barlag
netije sebäp=sebäb maksatnama taslama teklip=teklib pikir garaýyş düşünje ýörelge gatnaşyk=gatnaşyg
""".replace("esas=esas", "esas").split()

BACK, ROUND, VOWELS = "aouy", "oöuü", "aouyeäiöü"


def paradigms(nouns: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each noun with its forms."""
    for written in nouns:
        noun, _, stem = written.partition("=")
        yield noun, tuple(dict.fromkeys(forms(noun, stem or noun)))


def forms(noun: str, stem: str) -> Iterator[str]:
    """Yield the cases of both numbers, bare and possessed."""
    yield from cases(noun, stem)
    a = vowel(noun, "a", "e")
    plural = f"{noun}l{a}r"
    yield from cases(plural, plural)
    yield from owned(noun, stem)
    yield from owned(plural, plural)


def cases(noun: str, stem: str) -> Iterator[str]:
    """Yield the six cases of a noun; before a vowel it has another stem."""
    a, y = vowel(noun, "a", "e"), vowel(noun, "y", "i")
    yield noun
    yield f"{noun}d{a}"
    yield f"{noun}d{a}n"
    if noun[-1] in VOWELS:
        yield from (f"{widened(noun)}n{y}ň", f"{widened(noun)}n{y}")
        yield noun[:-1] + vowel(noun, "a", "ä")
    else:
        yield from (f"{stem}{narrow(stem)}ň", f"{stem}{y}", f"{stem}{a}")


def owned(noun: str, stem: str) -> Iterator[str]:
    """Yield mine, thine, ours, yours and his, the last of them in its cases: sözi, sözüni."""
    y, a = vowel(noun, "y", "i"), vowel(noun, "a", "e")
    if noun[-1] in VOWELS:
        his, mine = f"{noun}s", widened(noun)
        inner = f"{his}{y}"
    else:
        his = stem
        mine = inner = f"{stem}{narrow(stem)}"
    yield from (f"{mine}m", f"{mine}ň", f"{mine}m{y}z", f"{mine}ň{y}z")
    yield f"{his}{y}"
    yield from (f"{inner}n{end}" for end in (f"{y}ň", y, a, f"d{a}", f"d{a}n"))


def widened(noun: str) -> str:
    """Give the noun before -m, -ň and -n: ülke, ülkäm."""
    return noun[:-1] + "ä" if noun[-1] == "e" else noun


def vowel(noun: str, back: str, front: str) -> str:
    """Give the vowel that agrees with the last one of a noun."""
    last = next(each for each in reversed(noun) if each in VOWELS)
    return back if last in BACK else front


def narrow(stem: str) -> str:
    """Give the narrow vowel that agrees: round behind a round first and only vowel."""
    vowels = [each for each in stem if each in VOWELS]
    is_round = len(vowels) == 1 and vowels[0] in ROUND
    return vowel(stem, "u", "ü") if is_round else vowel(stem, "y", "i")
