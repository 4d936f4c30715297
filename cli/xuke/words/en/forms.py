"""What the commands say that write single records and whole files in canonical form."""

WORDS = {
    "forms.help_check": "Only list the files that are not in canonical form; 1 where there are such.",
    "forms.left": "{path} is faulty or written in an odd way and was left; see xuke check for this file",
    "forms.formatted": "Files put into canonical form: {count}",
    "forms.would_format": "Files not in canonical form: {count}; nothing was written",
}
