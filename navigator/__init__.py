"""One checklist of next steps across agencies, in order, from a few plain questions."""
