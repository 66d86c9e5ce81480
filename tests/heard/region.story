# The region by keyboard: a folder of fifteen files, what happens to each and why, one left out, a deelversie saved.
sh /venv/bin/python tests/heard/region_scans.py /tmp/regio
start vpt-desktop
key ctrl+r
heard Regio-overzicht
key ctrl+shift+o
key ctrl+a
type /tmp/regio
key Return
heard 10 organisaties uit 15 bestanden: 2 ouder, 1 andere kaart, 1 zonder naam, 1 niet leesbaar
key Down
heard Altena.vpt, Altena, Telt mee
key space
heard 10 organisaties uit 15 bestanden: 1 ouder
until Down kapot.vpt, Niet leesbaar
until Tab Bestanden kiezen
until Tab Is dezelfde organisatie als
key ctrl+shift+e
heard Bestandsnaam
key ctrl+a
type /tmp/deel.pdf
key Return
heard Opgeslagen: /tmp/deel.pdf
unheard Error|Exception
sh test -s /tmp/deel.pdf
key ctrl+w
heard Stelling 1 van 10
