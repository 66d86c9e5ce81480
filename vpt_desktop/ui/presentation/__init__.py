"""The presentation: controller, commands, placement on screens, slides, sheets."""
