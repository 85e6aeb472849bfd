"""Turkmen verbs in their forms, written for these tests: one verb a line, its forms behind it."""

VERBS = """
bermek: berýär berýärin berýäris berýän berjek bermeli bereni
almak: alýar alýaryn alýan aljak almaly
gelmek: gelýär gelýän gelmeli gelýärler
gitmek: gidýär gidýän gitjek gitmeli
etmek: edýär edýän etjek etmeli
bolmak: bolýar bolýan boljak bolmaly
görmek: görýär görýän görjek görmeli
ýazmak: ýazýar ýazýaryn ýazýan ýazjak ýazmaly
okamak: okaýar okaýan okajak okamaly
işlemek: işleýär işleýärin işleýän işlejek işlemeli
tölemek: töleýär töleýän tölejek tölemeli
soramak: soraýar soraýan sorajak soramaly
goramak: goraýar goraýan gorajak goramaly
ýaşamak: ýaşaýar ýaşaýarys ýaşaýan ýaşajak ýaşamaly
garamak: garaýar garaýan garajak garamaly
bellemek: belleýär belleýän bellejek bellemeli
tabşyrmak: tabşyrýar tabşyrýan tabşyrjak tabşyrmaly
doldurmak: doldurýar doldurýan dolduryň doldurjak doldurmaly
barmaly: barýar barýan barjak
saklamak: saklaýar saklaýan saklajak saklamaly
düşündirmek: düşündirýär düşündirýän düşündirjek düşündirmeli
barlamak: barlaýar barlaýan barlajak barlamaly
ibermek: iberýär iberýän iberjek ibermeli
taýýarlamak: taýýarlaýar taýýarlaýan taýýarlajak taýýarlamaly
kömekleşmek: kömekleşýär kömekleşýän kömekleşjek kömekleşmeli
hödürlemek: hödürleýär hödürleýän hödürlejek hödürlemeli
seretmek: seredýär seredýän seretjek seretmeli
başlamak: başlaýar başlaýan başlajak başlamaly
"""
