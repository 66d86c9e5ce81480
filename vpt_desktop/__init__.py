"""VPT Desktop: the card "Tien punten naar een Veilige(re) Publieke Taak" as a desktop program."""

__version__ = "0.1.0"
