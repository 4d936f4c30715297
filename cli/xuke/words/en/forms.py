"""What the commands say that write single records and whole files in canonical form."""

WORDS = {
    "forms.help_check": "Only list the files that are not in canonical form; 1 where there are such.",
    "forms.left": "{path} is faulty or written in an odd way and was left; see xuke check for this file",
    "forms.formatted": "Files put into canonical form: {count}",
    "forms.would_format": "Files not in canonical form: {count}; nothing was written",
    "forms.help_set": "A field, as name=X, limit.promised.value=5 or bases.b1.document=X; given several times for a list.",
    "forms.missing": "A new {kind} lacks these fields; give them with --set FIELD=VALUE: {fields}",
    "forms.elsewhere": "A {kind} is not made by this command; use {command}",
    "forms.bad_set": '"{text}" should read FIELD=VALUE',
    "forms.is_there": "There is a record {key} already",
    "forms.not_written": "Faults found by the schema: {count}; nothing was written",
    "forms.needs_field": "{field} has fields of its own; name the innermost one, as {example}",
    "forms.unknown_field": "A {kind} has no field {field}",
    "forms.unknown_reference": '{field}: no record has the id or the name "{text}"',
    "forms.several": '{field}: "{text}" may mean several records; give the id: {known}',
    "forms.unknown_choice": '{field}: "{text}" is none of the choices: {known}',
    "forms.not_boolean": '{field}: "{text}" should be yes or no',
    "forms.not_number": '{field}: "{text}" is no number',
    "forms.ask": "{title} ({field})",
    "forms.ask_more": "{title} ({field}), one more; Enter for none",
    "forms.ask_other": "Another field as FIELD=VALUE; Enter for none",
}
