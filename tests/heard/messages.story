# What a save led to is said, in the keyboard's reach are its buttons, and each is heard with its message.
start vpt-desktop
key 1
key ctrl+s
heard Bestandsnaam
key ctrl+a
type /tmp/een.vpt
key Return
heard een.vpt
heard Opgeslagen: /tmp/een.vpt
unheard percent
key ctrl+e
key ctrl+a
type /tmp/een.pdf
key Return
wait 2
sh test -s /tmp/een.pdf
until shift+Tab Sluiten
heard Opgeslagen: /tmp/een.pdf
until shift+Tab PDF openen
key Tab
heard Map openen
key Tab
heard Sluiten
key Escape
heard Stelling 1 van 10
