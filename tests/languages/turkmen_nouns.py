"""Turkmen nouns in their forms, written for these tests: one noun a line, its forms behind it."""

NOUNS = """
işgär: işgäri işgäriň işgäriniň işgärler işgärleri işgärlerine işgärleriniň işgärden işgäre
hyzmat: hyzmaty hyzmatyň hyzmatynyň hyzmatlar hyzmatlary hyzmatlaryny hyzmatlardan hyzmata hyzmatda
madda: maddasy maddanyň maddasynyň maddalar maddalary maddany maddada maddadan maddasyna
bölek: bölegi bölegiň böleginiň bölekler bölekleri bölekde bölege böleginde
bent: bendi bendiň bendiniň bentler bentleri bentde bendinde bendine
bap: baby babynyň baplar bapda babynda
kanun: kanuny kanunyň kanunynyň kanunlar kanunlary kanuna kanunda kanunyny kanundan
çäre: çäräniň çäresi çäreler çäreleri çäräni çärede çärelerden çärä
çaga: çaganyň çagasy çagalar çagalary çagany çagalara çagalardan çagalarymyz
maşgala: maşgalanyň maşgalasy maşgalalar maşgalada maşgaladan maşgalany maşgaladaky maşgalaňyz
zorluk: zorlugy zorlugyň zorlugynyň zorluga zorlukdan zorluklar
hossarlyk: hossarlygy hossarlygyň hossarlygynyň hossarlyga hossarlykda
ýagdaý: ýagdaýy ýagdaýyň ýagdaýynyň ýagdaýlar ýagdaýlary ýagdaýda ýagdaýyndaky ýagdaýa
zerurlyk: zerurlygy zerurlyklar zerurlyklary zerurlyklara zerurlyklaryny
kömek: kömegi kömegiň kömege kömegini kömekden
goldaw: goldawy goldawyň goldawa goldawyny goldawlar
arza: arzasy arzanyň arzany arzalar arzada arzasyny
edara: edarasy edaranyň edaralar edaralary edaradan edarasyna edarasyndaky
ministrlik: ministrligi ministrligiň ministrliginiň ministrlikler ministrlige
etrap: etraby etrabyň etrabynyň etraplar etrapda etrabyndaky etrabyňyzdaky etraba
şäher: şäheri şäheriň şäherler şäherde şäherden şäherine
möhlet: möhleti möhletiň möhletde möhletler möhletini möhletine
gün: güni günüň gününiň gününi günler günden gününde güne
ogul: ogly ogluň oglunyň ogullar oglundan
burun: burny burnuň burnunyň burunlar burunda
orun: orny ornuň ornunyň orunlar orunda ornunda
kitap: kitaby kitabyň kitabynyň kitaplar kitapda kitaba
mekdep: mekdebi mekdebiň mekdebinde mekdepler mekdepde mekdebe
zenan: zenanlar zenanyň zenanlary zenana zenany zenanlardan
duşman: duşmanlar duşmanyň duşmana duşmandan duşmany
öý: öýi öýüň öýüniň öýler öýde öýden öýüne öýe
iş: işi işiň işiniň işler işleri işde işden işe
söz: sözi sözüň sözüniň sözler sözleri sözden söze
köçe: köçesi köçäniň köçeler köçede köçä
razylyk: razylygy razylygyň razylygyny razylyga
meýilnama: meýilnamasy meýilnamanyň meýilnamalar meýilnamany meýilnamasynyň
esas: esasy esasyň esasda esasynda esaslar esaslary
hukuk: hukugy hukugynyň hukuklar hukuklary hukuga hukuklaryny
borç: borjy borjuň borçlar borçlary borja borjuny
düzgün: düzgüni düzgüniň düzgünler düzgünleri düzgüne düzgünden
tertip: tertibi tertibiň tertibiniň tertipler tertipde tertibe
görkeziji: görkezijisi görkezijiniň görkezijiler görkezijileri görkezijini
peýdalanyjy: peýdalanyjynyň peýdalanyjylar peýdalanyja peýdalanyjylara peýdalanyjyny
hünärmen: hünärmeni hünärmeniň hünärmenler hünärmenleri hünärmene
sagat: sagady sagadyň sagada sagatda sagatlar
maksat: maksady maksadyň maksada maksatlar maksatdan
peýda: peýdasy peýdanyň peýdalar peýdadan
dollar: dollary dollaryň dollara dollarda
hepde: hepdäniň hepdede hepdeler hepdä hepdesi
adam: adamy adamyň adamlar adamlary adama adamdan adamlaryň
baha: bahasy bahanyň bahalar bahany bahadan
ýürek: ýüregi ýüregiň ýüreginde ýürekler ýürege
gulak: gulagy gulagyň gulaklar gulaga
"""

# Mine, thine, his, ours, yours, theirs; of one and of many.
POSSESSED = """
öý: öýüm öýüň öýi öýümiz öýüňiz öýümde öýümize öýüňizden öýlerimiz öýleriňizde öýümizdäki
iş: işim işiň işi işimiz işiňiz işimde işimize işiňizden işlerimiz işleriňiz işleriňizi
ýurt: ýurdum ýurduň ýurdy ýurdumyz ýurduňyz ýurdumyza ýurdumyzda ýurdumyzyň ýurtlarymyz ýurdumyzdaky
ülke: ülkäm ülkäň ülkesi ülkämiz ülkäňiz ülkämize ülkämizde ülkämiziň ülkämizdäki ülkelerimiz
hukuk: hukugym hukugyň hukugy hukugymyz hukugyňyz hukugymyza hukuklarym hukuklaryňyz hukuklarymyzy
maşgala: maşgalam maşgalaň maşgalasy maşgalamyz maşgalaňyz maşgalamyza maşgalaňyza maşgalalarymyz
çaga: çagam çagaň çagasy çagamyz çagaňyz çagaňyza çagamyzyň çagalarym çagalaryňyz çagalaryňyza
ogul: oglum ogluň ogly oglumyz ogluňyz oglumy oglumyza ogluňyzy ogullarymyz ogullaryňyz
gyz: gyzym gyzyň gyzy gyzymyz gyzyňyz gyzyma gyzymy gyzyňyza gyzlarymyz gyzlaryňyz
arza: arzam arzaň arzasy arzamyz arzaňyz arzamy arzaňyzy arzaňyza arzalarymyz arzalaryňyz
goňşy: goňşym goňşyň goňşusy goňşymyz goňşyňyz goňşyma goňşymyzyň goňşularymyz goňşular
hyzmat: hyzmatym hyzmatyň hyzmaty hyzmatymyz hyzmatyňyz hyzmatymyza hyzmatlarymyz hyzmatlaryňyzy
kömek: kömegim kömegiň kömegi kömegimiz kömegiňiz kömegime kömegimizi kömegiňize kömeklerimiz
saglyk: saglygym saglygyň saglygy saglygymyz saglygyňyz saglygyma saglygyňyza saglygyňyzy
şäher: şäherim şäheriň şäheri şäherimiz şäheriňiz şäherimde şäherimize şäherlerimiz şäherlerimiziň
depder: depderim depderiň depderi depderimiz depderiňiz depderimde depderiňize depderlerimiz
"""

# What someone or something is: -dyr stands behind a noun, bare or possessed.
SAID = """
hukuk: hukukdyr hukugydyr hukuklarydyr
borç: borçdur borjudyr
hyzmat: hyzmatdyr hyzmatydyr hyzmatlardyr
düzgün: düzgündir düzgünidir düzgünlerdir
çäre: çäredir çäresidir çärelerdir
raýat: raýatdyr raýatydyr raýatlardyr
"""

# Words that are made of another one, and other words that begin alike.
APART = """
zor: zorluk
hossar: hossarlyk
dost: dostluk
ýaş: ýaşlyk ýaşuly
sag: saglyk
ata: atalyk at otag
ene: enelik
garry: garrylyk
garyp: garyplyk
ýetim: ýetimlik
ejiz: ejizlik
çaga: çagalyk
goňşy: goňşuçylyk
mugallym: mugallymçylyk
kanun: kanunçylyk kan
mümkin: mümkinçilik
jogap: jogapkär jogapkärçilik
hyzmat: hyzmatçy
iş: işçi işsiz işgär
kömek: kömekçi
suw: suwçy
okuw: okuwçy
balyk: balykçy
arza: arzaçy
hukuk: hukukçy hukuksyz
dil: dilçi
il: ilçi
sagat: sagatçy
howp: howpsuz howa
öý: öýsüz
saglyk: saglyksyz
töleg: tölegli tölegsiz
bilim: bilimli bilet
hormat: hormatly
ýer: ýerli
zähmet: zähmetkeş
ýurt: ýurtdaş
garyn: garyndaş
ýol: ýoldaş
bag: bagban
derman: dermanhana
kitap: kitaphana
aş: aşhana
sene: senenama
gün: gündelik
söz: sözlük sözlem
ýüz: ýüzük
el: elek
baş: başlyk
gol: goltuk
ada: adam
eş: eşik
tam: tamam
ýat: ýatak
daş: daşary
gulak: gul
sowgat: sowuk
sanaw: san
salgy: salgyt
gar: garaž
aý: aýal
ýag: ýagyş
duz: duzak
baha: bahar
kel: kelle
sapak: sap
ylym: alym
bölüm: bölek
ölüm: ölçeg
hasap: hasabat hasaplaýjy
barlag: barlaýjy
sebäp: sebet
"""
