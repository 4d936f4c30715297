"""What is told of a cell of an input table that cannot be read."""

WORDS = {
    "inputs.rows": 'this column is not filled in itself: use the sheet "{sheet}", one row each; where there is none, write the Chinese word for none',
    "inputs.number": "{field} is a number in the sheet, {found}: leading zeros and the last digits may be gone; format the cell as text and type it again",
    "inputs.code": '{field} "{found}" has signs that are neither letters nor digits; use half-width letters and digits',
    "inputs.date": '{field} "{found}" is no date that exists; write it like 2018-09-25',
    "inputs.integer": '{field} "{found}" is not a whole number',
    "inputs.no_number": '{field} "{found}" is not a number',
    "inputs.yes_no": '{field} "{found}" is neither yes nor no',
    "inputs.choice": '{field} "{found}" is not one of the choices: {known}',
    "inputs.unknown": '{field} "{found}" is not in the register; give a registered name or an id',
    "inputs.ambiguous": '{field} "{found}" may mean {known}; give the id',
    "inputs.limit": '{field} "{found}" is no time limit; write a number and a unit, such as 20 working days in Chinese',
    "inputs.department": "only the records of this department, by id or name",
    "inputs.blank": "an empty form, without the records that there are",
    "inputs.file_name": "-form",
    "inputs.done": "wrote {path}, records: {rows}",
    "inputs.derived": "{table} is computed and cannot be filled in; tables that can: {known}",
    "inputs.unknown_table": "there is no table {table}; tables that can be filled in: {known}",
    "inputs.no_department": 'there is no department "{name}"; give its id or name as in departments.yaml',
    "inputs.unfit": "{record}: the value of {field} cannot stand in a cell as it is",
    "inputs.refused": "values that would be lost in their cells: {count}; nothing is written, and xuke check tells what is wrong with them",
}
