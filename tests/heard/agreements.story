# Last time's agreements by keyboard: which one it is, what became of it, a remark, taken along, and back after a kill.
sh /venv/bin/python tests/heard/year_later.py /tmp/2026.vpt
start vpt-desktop /tmp/2026.vpt
until shift+Tab Afspraken van vorige keer
heard Ingevuld: 0 van 2
key space
heard expanded
key Tab
heard [Aa]fspraak bij stelling 2.*Lijst maken.*Wie: Ans
heard Afgerond bij stelling 2.*not checked
key space
heard checked
heard Kijk nog eens naar de stelling
key Right
heard Loopt nog bij stelling 2.*not checked
key space
heard checked
until Tab Opmerking: afspraak bij stelling 2
type Bijna
until Tab Meenemen: afspraak bij stelling 2
key Return
heard Meegenomen naar de toelichting bij stelling 2
key ctrl+z
heard Ongedaan gemaakt: afspraak bij stelling 2 meenemen
wait 2
kill
start vpt-desktop
heard teruggehaald
until shift+Tab Afspraken van vorige keer
heard Ingevuld: 1 van 2
unheard Error|Exception
