"""How much one file may hold; a register stays far below, and a reader ends within seconds at the limit."""

MAX_DEPTH = 32

#: Characters of one value.
MAX_SCALAR = 200_000

#: Values of one file; 8 MiB of a register as people write it hold fewer.
MAX_NODES = 700_000

#: Fields of one group.
MAX_FIELDS = 1_000
