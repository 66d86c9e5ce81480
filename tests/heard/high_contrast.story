# In high contrast nothing is said otherwise, and nothing is drawn in the desktop's own pale colours.
sh /usr/bin/python3 .ci/heard/high_contrast.py & gdbus wait --session --timeout 5 org.freedesktop.portal.Desktop
start env XDG_CURRENT_DESKTOP=GNOME vpt-desktop
heard Stelling 1 van 10
sh ! import -window root -unique-colors -depth 8 txt:- | grep --ignore-case '#DBDADA'
key 5
heard Stelling 5, Registratie en aangifte: aangevinkt. 1 van de 10 punten
unheard percent
key F5
heard Stelling 1 van 10
key Escape
heard [Vv]erborgen
