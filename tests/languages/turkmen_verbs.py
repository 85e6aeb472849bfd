"""Turkmen verbs in their forms, written for these tests: one verb a line, its forms behind it."""

VERBS = """
bermek: berýär berýärin berýäris berýän berjek bermeli berdi berip bereni berse bermez berilýär berlen
almak: alýar alýaryn alýan aljak almaly aldy alyp alsa
gelmek: gelýär gelýän gelmeli geldi gelip gelse gelmeýär gelýärler
gitmek: gidýär gidýän gitjek gitmeli gitdi gidip gitse
etmek: edýär edýän etjek etmeli etdi edip edilýär edilmeli
bolmak: bolýar bolýan boljak bolmaly boldy bolup bolsa bolmaýar
görmek: görýär görýän görjek görmeli gördi görüp görse
ýazmak: ýazýar ýazýaryn ýazýan ýazjak ýazmaly ýazdy ýazyp ýazsa ýazylýar ýazylan
okamak: okaýar okaýan okajak okamaly okady okap okasa
işlemek: işleýär işleýärin işleýän işlejek işlemeli işledi işläp işlese işlemeýär
tölemek: töleýär töleýän tölejek tölemeli töledi töläp tölense tölenýär
soramak: soraýar soraýan sorajak soramaly sorady sorap sorasa
goramak: goraýar goraýan gorajak goramaly gorady goralýar
ýaşamak: ýaşaýar ýaşaýarys ýaşaýan ýaşajak ýaşamaly ýaşady ýaşap ýaşasa
garamak: garaýar garaýan garajak garamaly garady garap garalýar
bellemek: belleýär belleýän bellejek bellemeli belledi belläp bellenýär
tabşyrmak: tabşyrýar tabşyrýan tabşyrjak tabşyrmaly tabşyrdy tabşyryp tabşyrylýar
doldurmak: doldurýar doldurýan dolduryň doldurjak doldurmaly doldurdy doldurylýar
barmaly: barýar barýan barjak bardy baryp barsa
saklamak: saklaýar saklaýan saklajak saklamaly saklady saklap saklanýar
düşündirmek: düşündirýär düşündirýän düşündirjek düşündirmeli düşündirdi düşündirip
barlamak: barlaýar barlaýan barlajak barlamaly barlady barlap barlanýar
ibermek: iberýär iberýän iberjek ibermeli iberdi iberip iberilýär
taýýarlamak: taýýarlaýar taýýarlaýan taýýarlajak taýýarlamaly taýýarlady taýýarlanýar
kömekleşmek: kömekleşýär kömekleşýän kömekleşjek kömekleşmeli kömekleşdi
hödürlemek: hödürleýär hödürleýän hödürlejek hödürlemeli hödürlenýär
seretmek: seredýär seredýän seretjek seretmeli seretdi seredip
başlamak: başlaýar başlaýan başlajak başlamaly başlady başlap başlanýar
"""
