# The next scan and a previous one by keyboard: what changed, a number that leads to its statement, taken away and chosen.
sh /venv/bin/python tests/heard/compared_scan.py /tmp/oss.vpt
start vpt-desktop /tmp/oss.vpt
wait 1
key ctrl+shift+n
heard Vorige scan: 1 maart 2026. Van 1 naar 0
until shift+Tab Teruggevallen: stelling 5, Registratie en aangifte
key space
heard Stelling 5 van 10
heard vorige keer aangevinkt
key ctrl+shift+w
heard De scan van 1 maart 2026 is weggehaald
key ctrl+z
heard Ongedaan gemaakt: vorige scan weghalen. Vorige scan: 1 maart 2026
key ctrl+shift+w
key ctrl+shift+o
wait 2
key ctrl+a
type /tmp/oss.vpt
key Return
heard De scan van 1 maart 2026 is de vorige scan. Vorige scan: 1 maart 2026. Van 1 naar 0
unheard Error|Exception
