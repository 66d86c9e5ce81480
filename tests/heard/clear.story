# Clearing says so, and the way back is offered and reached by keys.
start vpt-desktop
key 1 5
key ctrl+shift+Delete
heard gewist
unheard aangevinkt
heard \b0 van de 10 punten
until shift+Tab Ongedaan maken
key Return
heard [Oo]ngedaan
heard \b2 van de 10 punten
key ctrl+y
heard [Oo]pnieuw
heard \b0 van de 10 punten
