# What takes long is heard, the window goes on meanwhile, and the keyboard reaches the button that stops it.
sh python -c "import datetime as d, pathlib as p, vpt_desktop.resources as r, vpt_desktop.domain.scan as s, vpt_desktop.storage.scan_file as f; p.Path('/tmp/lang.vpt').write_bytes(f.encode_scan(s.Scan(d.date(2026, 11, 26)).with_answer(1, s.Answer(note=''.join(map(chr, range(0x10000, 0x28000))))).with_answer(2, s.Answer(note=''.join(map(chr, range(0x28000, 0x3FFF0))))), r.load_card()))"
start vpt-desktop /tmp/lang.vpt
heard lang.vpt
key ctrl+e
key ctrl+a
type /tmp/lang.pdf
key Return
wait 2
key 5
heard Stelling 5, Registratie en aangifte: aangevinkt.
until shift+Tab Stoppen
heard Even wachten: lang.pdf wordt gemaakt…
key space
wait 2
key Tab
until shift+Tab Sluiten
heard Gestopt; er is niets gemaakt, en de scan is niet veranderd.
sh test ! -e /tmp/lang.pdf
