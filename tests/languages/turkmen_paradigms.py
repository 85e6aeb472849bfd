"""Turkmen nouns with all their forms, made by the rules of the grammar: none was tuned on.

Sources of the rules: the endings, vowel harmony and changes of letters of the official grammar.
A noun is written plainly; behind `=` stands its stem before a vowel where a consonant is voiced or
a vowel falls out.
"""

from collections.abc import Iterator

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

BACK, FRONT, ROUND = "aouy", "eäiöü", "oöuü"


def nouns() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each noun with its forms."""
    for written in NOUNS:
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
    a, y = vowel(noun, "a", "e"), high(noun)
    yield noun
    yield f"{noun}d{a}"
    yield f"{noun}d{a}n"
    if noun[-1] in BACK + FRONT:
        open_ = noun[:-1] + "ä" if noun[-1] == "e" else noun
        yield from (f"{open_}n{y}ň", f"{open_}n{y}")
        yield noun[:-1] + vowel(noun, "a", "ä")
    else:
        yield from (f"{stem}{y}ň", f"{stem}{y}", f"{stem}{a}")


def owned(noun: str, stem: str) -> Iterator[str]:
    """Yield mine, thine, his, ours and yours, the third of them in its cases."""
    y, a = high(noun), vowel(noun, "a", "e")
    if noun[-1] in BACK + FRONT:
        his = f"{noun}s{vowel(noun, 'y', 'i')}"
        yield from (f"{noun}m", f"{noun}ň", f"{noun}m{y}z", f"{noun}ň{y}z")
    else:
        his = f"{stem}{vowel(noun, 'y', 'i')}"
        yield from (f"{stem}{y}m", f"{stem}{y}ň", f"{stem}{y}m{y}z", f"{stem}{y}ň{y}z")
    y = vowel(noun, "y", "i")
    yield from (his, f"{his}n{y}ň", f"{his}n{y}", f"{his}n{a}", f"{his}nd{a}", f"{his}nd{a}n")


def vowel(noun: str, back: str, front: str) -> str:
    """Give the vowel that agrees with the last one of a noun."""
    last = next(each for each in reversed(noun) if each in BACK + FRONT)
    return back if last in BACK else front


def high(noun: str) -> str:
    """Give the narrow vowel that agrees: round behind a round first and only vowel."""
    vowels = [each for each in noun if each in BACK + FRONT]
    if len(vowels) == 1 and vowels[0] in ROUND:
        return vowel(noun, "u", "ü")
    return vowel(noun, "y", "i")
