"""Explain the codes P: what `atlas serve` reports, and `atlas build` of templates.

Most concern authors of templates.
"""

from generator.explain.explanation import Explanation
from generator.problems import say

TEMPLATE = "templates/pages/example.html"

EXPLANATIONS = (
    Explanation(
        "P500",
        say("A page could not be made, through a mistake in the program itself."),
        say(
            "Nothing in the data is wrong. The terminal shows what happened: pass that on to the developers."
        ),
        "",
        "KeyError: 'levels'",
        "200 OK",
    ),
    Explanation(
        "P501",
        say("A template breaks a rule of the template language."),
        say(
            "No page that uses it can be made. Most often a bracket, a percent sign or an 'endif' is missing."
        ),
        TEMPLATE,
        "<h1>{{ title }</h1>",
        "<h1>{{ title }}</h1>",
    ),
    Explanation(
        "P502",
        say("A template asks for a value that its page does not have."),
        say("Most often the name is misspelt, or belongs to another kind of page."),
        TEMPLATE,
        "<h1>{{ titel }}</h1>",
        "<h1>{{ title }}</h1>",
    ),
    Explanation(
        "P503",
        say("A template names another template that is not there."),
        say("The part that it should bring is missing. Names start from the folder of templates."),
        TEMPLATE,
        '{% include "part.html" %}',
        '{% include "parts/part.html" %}',
    ),
    Explanation(
        "P504",
        say("A template does something that cannot be done, such as adding a number to a text."),
        say("The page stops there. What needs working out belongs in the program, not in a template."),
        TEMPLATE,
        "<h1>{{ title + 1 }}</h1>",
        "<h1>{{ title }}</h1>",
    ),
    Explanation(
        "P505",
        say("There are no templates."),
        say("Pages are made from them. The folder may have been moved, or not been copied along."),
        "templates/",
        "pages/",
        "pages/home.html\npages/framework.html",
    ),
    Explanation(
        "P510",
        say("mkdocs warns of something on a page written by hand, mostly of a link that leads nowhere."),
        say("A reader who follows it finds nothing, and a strict build stops."),
        "docs/en/about.md",
        "[The quiz](quizz.md)",
        "[The quiz](quiz/index.md)",
    ),
    Explanation(
        "P520",
        say("mkdocs refuses a setting of mkdocs.yml."),
        say(
            "Without its settings no page can be made. The line names the setting, as far as mkdocs says "
            "which."
        ),
        "mkdocs.yml",
        "  name: materiaal\n",
        "  name: material\n",
    ),
)
