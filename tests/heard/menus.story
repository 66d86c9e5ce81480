# Each menu and entry is heard with its name and key, and the way back leads to where the user was.
start vpt-desktop
key Alt_L
heard Bestand
key Down
heard Nieuw
heard Ctrl\+N
key Down
heard Openen
key Escape
heard Bestand
key Right
heard Bewerken
key Right
heard Beeld
key Right
heard Help
key Down
heard Handleiding
key Escape
key Escape
heard Stelling 1 van 10
until shift+Tab Ga naar stelling
heard Ga naar stelling 10: Nazorg
unheard ^Nazorg
