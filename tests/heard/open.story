# A file that cannot be opened is said with its reason; one that can, by its name and score.
start vpt-desktop
key 1 2
key ctrl+s
key ctrl+a
type /tmp/twee.vpt
key Return
wait 1
key ctrl+n
heard Nieuwe scan
sh echo kapot > /tmp/kapot.vpt
key ctrl+o
key ctrl+a
type /tmp/kapot.vpt
key Return
heard kapot.vpt
unheard Error|Exception
key ctrl+o
key ctrl+a
type /tmp/twee.vpt
key Return
heard twee.vpt
heard 2 van de 10 punten
unheard aangevinkt
