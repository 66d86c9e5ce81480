# Beside a second screen the desk keeps what the audience may not hear yet, and says what a key does on the slides.
sh xrandr --setmonitor LAPTOP 960/250x1080/280+0+0 screen && xrandr --setmonitor BEAMER 960/250x1080/280+960+0 none
start vpt-desktop
key F5
heard Stelling 1 van 10
key Next
heard Stelling 2 van 10
unheard Stelling 1 van 10
key 5
heard Stelling 5, Registratie en aangifte: aangevinkt
unheard punt
key u
heard 1 punt\.
heard MINDER DAN 4 VINKJES
key u
heard [Vv]erborgen
heard Stelling 2 van 10
unheard punt
key b
heard Zwart scherm
key Next
heard Stelling 2 van 10
key F2
heard Toelichting bij stelling 2
type 5
key Escape
heard Stelling 2 van 10\.
key Escape
heard Stelling 2 van 10\.
heard [Vv]erborgen
unheard van de 10 punten
key ctrl+u
heard 1 van de 10 punten
