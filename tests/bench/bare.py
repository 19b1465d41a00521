"""The least a question page can be: bare Flask and WTForms, their own widgets, nothing else.

Serves ``/CONTROL/OPTIONS/SIZE``: a form with the fields of such a question and so many options, on
a page of SIZE bytes. Run by gunicorn as ``tests.bench.bare:app``.
"""

from __future__ import annotations

from functools import cache

from flask import Flask, redirect, render_template
from flask_wtf import FlaskForm
from jinja2 import DictLoader
from werkzeug.wrappers import Response
from wtforms import (
    Field,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    SubmitField,
)
from wtforms.validators import InputRequired
from wtforms.widgets import CheckboxInput, ListWidget

_PAGE = """<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Question</title>
    <link rel="stylesheet" href="{{ url_for("static", filename="site.css") }}">
  </head>
  <body>
    <main>
      <h1>Question</h1>
      <p>{{ filling }}</p>
      <form method="post">
        {{ form.hidden_tag() }}
        {% for field in form if field.name != "csrf_token" %}
          <div>
            {% if field.type != "SubmitField" %}{{ field.label }}{% endif %}
            {{ field() }}
            {% for error in field.errors %}<p>{{ error }}</p>{% endfor %}
          </div>
        {% endfor %}
      </form>
    </main>
  </body>
</html>
"""
_PERIODS = {"week": "each week", "month": "each month", "year": "each year"}
app = Flask("bare")
app.secret_key = "for measuring only"
app.jinja_loader = DictLoader({"page.html": _PAGE})


@app.route("/<control>/<int:options>/<int:size>", methods=["GET", "POST"])
def question(control: str, options: int, size: int) -> str | Response:
    """Show the form, or take what was sent."""
    form = form_of(control, options)()
    if form.validate_on_submit():
        return redirect("/")
    return render_template("page.html", form=form, filling="." * filling(control, options, size))


@cache
def filling(control: str, options: int, size: int) -> int:
    """Return how many bytes of text make the page as large as it must be."""
    form = form_of(control, options)()
    return max(0, size - len(render_template("page.html", form=form, filling="")))


@cache
def form_of(control: str, options: int) -> type[FlaskForm]:
    """Return the form that a tutorial would write for a question with such a control."""
    fields = {**_fields(control, options), "submit": SubmitField("Continue")}
    return type("QuestionForm", (FlaskForm,), fields)


def _fields(control: str, options: int) -> dict[str, Field]:
    choices = {f"option_{number}": f"Option number {number}" for number in range(options)}
    needed, months = [InputRequired()], {str(month): f"Month {month}" for month in range(1, 13)}
    pairs = list(choices.items())
    match control:
        case "yes_no" | "one_of":
            return {"answer": RadioField("Answer", needed, choices=pairs)}
        case "any_of":
            ticks = SelectMultipleField(
                "Answer",
                choices=pairs,
                widget=ListWidget(prefix_label=False),
                option_widget=CheckboxInput(),
            )
            return {"answer": ticks}
        case "state":
            return {"answer": SelectField("Answer", needed, choices=pairs)}
        case "money":
            per = SelectField("How often", choices=list(_PERIODS.items()))
            return {"answer": StringField("Amount", needed), "per": per}
        case "date" | "month":
            month, year = (
                SelectField("Month", choices=list(months.items())),
                IntegerField("Year", needed),
            )
            day = {"day": IntegerField("Day", needed)} if control == "date" else {}
            return {"month": month, **day, "year": year}
    return {"answer": IntegerField("Answer", needed)}
