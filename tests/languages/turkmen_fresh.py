"""Everyday Turkmen nouns that no table of endings was tuned on: chosen by subject, not by ending.

Behind `=` stands the stem before a vowel, as in turkmen_paradigms. None of them is put on a list
of a pack for the sake of this test.
"""

_WRITTEN = """
arpa süle bugdaý nohut=nohud mäş kelem käşir sogan sarymsak=sarymsag kädi hyýar pomidor noýba garaly
şetdaly erik=erig alça injir nar hurma badam hoz kişmiş ülje çigit=çigid peýnir gaýmak=gaýmag mesge
ýumurtga kebap=kebab çorba palaw börek=böreg manty bal sirke nahar ertirlik=ertirlig
düýe göle öküz eşek=eşeg taý guzy owlak=owlag kebelek=kebeleg ary garynja möý ýylan gurbaga pyşdyl
kirpi towşan jeren gaplaň ýolbars şir aýy maýmyn garga bürgüt=bürgüd kepderi serçe bilbil laçyn gaz
jülge tokaý sähra buz şemal tupan ýyldyrym duman çeşme kenar tolkun howuz kanal gaýa toprak=toprag
çäge palçyk=palçyg howa ygal älem ülke sebit giçlik=giçlig
aşhana hammam eýwan basgançak=basgançag howly haýat derweze açar gulp tekje şkaf sandyk=sandyg
düşek=düşeg soba jam käse okara çäýnek=çäýneg wilka elek=eleg iňňe gaýçy sabyn süpürge bedre torba
guty halta sebet=sebed saçak=saçag ýorunja
köwüş ädik=ädig jorap=jorab guşak=guşag şal ýaglyk=ýaglyg balak=balag ýaka jübi etek=eteg mata
ýüpek=ýüpeg pagta ýüň ýüzük=ýüzüg monjuk=monjug
aýak=aýag dyrnak=dyrnag tirsek=tirseg bogaz kirpik=kirpig dodak=dodag ýaňak=ýaňag böwrek=böwreg
bagyr=bagr boýun=boýn egin=egn öýken damar beýni dert=derd ýara agyry keselhana waksina
uýa gelneje giýew bäbek=bäbeg garry daýza daýy ýegen garyndaş nika pensiýa gurama
birleşik=birleşig wezipe zähmet gazanç=gazanj aýlyk=aýlyg girdeji salgyt=salgyd bank karz töleg
baýrak=baýrag hormat namys ynsap=ynsab arzuw umyt=umyd söýgi dostluk=dostlug
parahatçylyk=parahatçylyg deňlik=deňlig garyplyk=garyplyg baýlyk=baýlyg gözellik=gözellig
mümkinçilik=mümkinçilig kynçylyk=kynçylyg tejribe terbiýe institut talyp=talyb sapak=sapag ruçka
kagyz sahypa setir harp goşgy şahyr rowaýat taryh medeniýet sungat teatr film dutar heýkel
muzeý kitaphana sport ýaryş bagşy
awtobus otly uçar welosiped menzil duralga wokzal petek=peteg ýolagçy sürüji howpsuzlyk=howpsuzlyg
polisiýa ýangyn poçta telefon internet kompýuter belgi salgy hat bukja resminama pasport
şahadatnama hasap=hasab sene çärýek=çärýeg pasyl=pasl şaý sowgatlyk=sowgatlyg
"""
NOUNS = tuple(_WRITTEN.split())
