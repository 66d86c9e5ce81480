# The size of the text and the two switches are said, also where a key changes nothing.
start vpt-desktop
key ctrl+plus
heard 110 procent
key ctrl+0
heard 100 procent
key ctrl+0
heard 100 procent
key ctrl+shift+u
heard aan\.
key ctrl+shift+u
heard uit\.
key ctrl+shift+F2
heard uit\.
key 5
unheard aangevinkt
key ctrl+shift+F2
heard aan\.
key 5
heard Stelling 5.* aangevinkt
