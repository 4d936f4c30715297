"""Questions at a terminal, field by field, each with its title, its choices and what it is for."""

from dataclasses import dataclass

import click

from xuke.commands.session import Session
from xuke.edit.form import Fields, Form, missing
from xuke.model.diagnostic import say
from xuke.model.errors import UsageFault
from xuke.words.labels import property_title
from xuke.words.render import Language


@dataclass
class Asking:
    """Fills the fields that are required, then any others that the user names."""

    session: Session
    form: Form
    fields: Fields

    def ask(self) -> None:
        """Ask in the order of the schema; a wrong answer is told and asked again."""
        for field in missing(self.form, self.fields):
            while field not in self.fields:
                self._one(field)
            while self.form.is_list((field,)) and self._one(field, is_last=True):
                pass
        while self._other():
            pass

    def _one(self, field: str, *, is_last: bool = False) -> bool:
        """Whether something was said; an empty answer ends a list."""
        is_english = self.session.language is Language.EN
        options = self.form.options(field, is_english)
        for number, (value, label) in enumerate(options.items(), 1):
            click.echo(f"  {number}  {value}  {label}", err=True)
        title = property_title(self.form.schema, (field,), is_english)
        text = self._prompt("forms.ask_more" if is_last else "forms.ask", title=title, field=field)
        if text.isdigit() and 0 < int(text) <= len(options) and text not in options:
            text = list(options)[int(text) - 1]
        return bool(text) and self._put(field, text)

    def _other(self) -> bool:
        text = self._prompt("forms.ask_other")
        field, sign, value = (part.strip() for part in text.partition("="))
        if text and not (field and sign and value):
            self.session.tell("forms.bad_set", text=text)
        elif text:
            self._put(field, value)
        return bool(text)

    def _put(self, field: str, text: str) -> bool:
        try:
            self.form.put(self.fields, field, text)
        except UsageFault as fault:
            self.session.hint(fault.message)
        return True

    def _prompt(self, name: str, **words: str) -> str:
        question = self.session.text(say(name, **words))
        answer: str = click.prompt(question, default="", show_default=False, err=True)
        return answer.strip()
