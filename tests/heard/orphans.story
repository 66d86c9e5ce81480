# Of two programs that were killed each start says that work is back, until nothing is left.
start vpt-desktop
key 1
start vpt-desktop
key 2
wait 2
sh pkill -KILL vpt-desktop
wait 1
start vpt-desktop
heard teruggehaald
heard 1 van de 10 punten
unheard aangevinkt
start vpt-desktop
heard teruggehaald
