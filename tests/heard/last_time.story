# Last time is not heard while the group discusses, until V; after the result what changed, and by A the agreements.
sh /venv/bin/python tests/heard/compared_scan.py /tmp/oss.vpt
start vpt-desktop /tmp/oss.vpt
wait 1
sh xrandr --setmonitor LAPTOP 960/250x1080/280+0+0 screen && xrandr --setmonitor BEAMER 960/250x1080/280+960+0 none
key F5
heard Stelling 1 van 10
unheard [Vv]orige keer|Van 1 naar
key Next
heard Stelling 2 van 10
unheard [Vv]orige keer
key a
heard De afspraken van vorige keer komen na de uitslag
key v
heard Stelling 2: vorige keer open
key Prior
heard Stelling 1 van 10
heard vorige keer aangevinkt
key v
heard weer verborgen
key Next
heard Stelling 2 van 10
unheard [Vv]orige keer
key u
heard 1 punt\.
key Next
heard Van 1 naar 1
unheard Open punten
heard Teruggevallen: 1 Norm en grenzen
key a
heard Afspraken van vorige keer, 1 van 2
heard Formulier maken
key F2
heard Afgerond bij stelling 5
key Right
heard Loopt nog
key Return
heard Uitkomst: Loopt nog
key Next
heard Afspraken van vorige keer, 2 van 2
key ctrl+z
heard Ongedaan gemaakt: uitkomst van de afspraak bij stelling 5
key Escape
key Escape
unheard Error|Exception|De tien punten vorige keer
