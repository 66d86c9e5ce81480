# The region by keyboard: a folder of fifteen files, what happens to each and why, one left out, an older one set apart
# as of another organisation, a deelversie saved.
sh /venv/bin/python tests/heard/region_scans.py /tmp/regio
start vpt-desktop
key ctrl+r
wait 3
until Tab Bestanden kiezen
key ctrl+shift+o
wait 2
key ctrl+a
type /tmp/regio
key Return
heard 10 organisaties uit 15 bestanden: 2 ouder, 1 andere kaart, 1 zonder naam, 1 niet leesbaar
until shift+Tab Altena 2025.vpt, Altena, Ouder, van 1 maart 2025; Altena.vpt van 1 maart 2026 telt mee
key Down
heard Altena.vpt, Altena, Telt mee
key space
heard 10 organisaties uit 15 bestanden: 1 ouder
until Down Breda 2025.vpt, Breda, Ouder
key ctrl+shift+j
heard Breda is nu een andere organisatie
until Down kapot.vpt, Niet leesbaar
key ctrl+shift+e
wait 3
key ctrl+a
type /tmp/deel.pdf
key Return
wait 3
sh test -s /tmp/deel.pdf
until shift+Tab Sluiten
heard Opgeslagen: /tmp/deel.pdf
unheard Error|Exception
key ctrl+w
wait 2
key Down
heard Stelling 2 van 10
