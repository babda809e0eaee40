"""Letters of a campaign as their senders edit them, and others among them; the same for the same seed.

The shares are counted here, not by docket: of the runs of three words of a whole letter (greeting and signature too), how
many stand in the form.
"""

import random
import re

FORM = """I am writing because the town plans to close the branch library on Queen Street at the end of the year. For more
than forty years this library has been the living room of our neighbourhood. Children do their homework there after
school, newcomers learn the language at its tables, and older people meet there who would otherwise see nobody all day.
The report to council says that the branch costs too much for the number of books it lends. It does not say that the
reading room is full every evening, that the only public computers within half an hour stand in it, or that the bus to the
central library stops running at six. Closing it would save less than one tenth of what was spent on the new parking
garage last summer. I ask you to vote against the closure, to publish the full figures before any decision is made, and
to hold a meeting in the neighbourhood so that the people who use the library can be heard. Please tell me how you intend
to vote and when council will discuss the matter."""

VOCABULARY = """able acre afternoon alley anchor apple arch autumn bakery balcony band bank barn basket beach bell bench bicycle
bird boat border bottle branch bread brick bridge broom brother bucket builder cabin candle canvas carpet castle cellar chain
chair chapel cherry circle clay cliff clinic clock cloth coach coast coffee colour column copper corner cotton cousin cradle
crane creek crew crop curtain daisy dancer daughter deck desk dinner ditch doctor donkey door dragon drawer dress drum dust
engine farm father feather fence ferry field finger fire flag flood floor flour forest fountain friend frost garden gate ghost
glass glove goat grain grape grass gravel guest guitar hammer harbour harvest hedge hill honey horse hotel island jacket
kettle kitchen ladder lamp leather lemon lighthouse linen machine magnet maple market meadow mill mirror morning mother
mountain museum needle neighbour nest oak ocean office onion orchard oven owl paint palace paper path pear pencil pepper
picture pigeon pillow pine plate pocket pond porch potato quarry quilt rabbit rain ribbon river road roof rope saddle sail
salt sand school shadow sheep shelf shop silver sister skate sky smoke snow soap song spider spoon spring stable stair star
station stone storm stove summer table tailor tent theatre thunder ticket tiger timber tower trail train tree tunnel uncle
valley vase village violin wagon wall water wheat wheel willow window winter wolf wood wool yard""".split()

PHRASES = ("I am writing to you because", "Thank you for your help with this.", "I would like to know when", "Please let me know what can be done.",
           "I have lived here for many years and", "It would be nice if someone from the town could")
FIRST_NAMES = "Ana Bo Carla Deniz Emil Fatima Goran Hana Ines Jonas Karim Lena Marie Nadia Omar Pia Quentin Rosa Samir Tove".split()


def runs(text):
    words = [word for word in re.findall(r"\w+", text.lower()) if not re.search(r"\d", word)]
    return set(zip(words, words[1:], words[2:]))


FORM_RUNS = runs(FORM)


def share(text):
    """Of the letter's runs of words, how many are the form's."""
    of_text = runs(text)
    return len(of_text & FORM_RUNS) / len(of_text)


class Writer:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def own(self, count):
        """A sentence of so many words that nobody else writes."""
        words = self.random.choices(VOCABULARY, k=count)
        return words[0].capitalize() + " " + " ".join(words[1:]) + "."

    def signed(self, body, number):
        name = f"{self.random.choice(FIRST_NAMES)} {self.random.choice(VOCABULARY).capitalize()}"
        street = self.random.choice(VOCABULARY).capitalize()
        body = f"Dear {self.random.choice(('Mayor', 'Councillor', 'members of council'))},\n\n{body}\n\n"
        return body + f"{self.random.choice(('Regards', 'Sincerely', 'Yours truly'))},\n{name}\n{number} {street} Street\n613-555-{number % 10000:04}"

    def edited_once(self, words):
        at, kind = self.random.randrange(len(words)), self.random.random()
        if kind < 0.5:
            return words[:at] + [self.random.choice(VOCABULARY)] + words[at + 1:]
        if kind < 0.75:
            return words[:at] + self.own(self.random.randint(4, 14)).split() + words[at:]
        return words[:at] + words[at + self.random.randint(1, 14):]

    def form_letter(self, number):
        """Edited until the next edit would leave less than four fifths, or before: some send the form as it is."""
        words, edits = FORM.split(), self.random.choice((0, 1, 3, 8, 30))
        for _ in range(edits):
            after = self.edited_once(words)
            if share(self.signed(" ".join(after), number)) >= 0.805 and len(after) > 90:  # another signature may be longer
                words = after
        text = self.signed(" ".join(words), number)
        while share(text) < 0.8:
            text = self.signed(FORM, number)
        return text

    def half_letter(self, number):
        """Passages of the form between the writer's own: half of its runs of words are the form's."""
        words, text, size = FORM.split(), [], self.random.randint(18, 30)
        for at in range(self.random.randrange(size), len(words), size):
            text += words[at:at + size]
            text += self.own(max(len(words[at:at + size]) - 8, 3)).split()
        whole = self.signed(" ".join(text), number)
        while share(whole) > 0.52:
            text += self.own(6).split()
            whole = self.signed(" ".join(text), number)
        return whole

    def other_letter(self, number):
        sentences = [self.own(self.random.randint(6, 16)) for _ in range(self.random.randint(4, 12))]
        for _ in range(3):
            sentences.insert(self.random.randrange(len(sentences)), self.random.choice(PHRASES))
        return self.signed(" ".join(sentences), number)


def wrapped(text):
    """Lines as mail programs break them."""
    lines = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            if len(line) + len(word) > 72:
                lines.append(line)
                line = ""
            line += (" " if line else "") + word
        lines.append(line)
    return "\r\n".join(lines)


def sender_of(kind, number):
    return f"{kind}{number}@people{number % 40}.example.org"


def flood(form, half, others, seed=6):
    """[(kind, sender, octets)] in a mixed order; kinds: form, half, other. The shares are as promised, or it fails."""
    writer, letters = Writer(seed), []
    for kind, count, write in (("form", form, writer.form_letter), ("half", half, writer.half_letter), ("other", others, writer.other_letter)):
        for number in range(count):
            text = write(number)
            got = share(text)
            assert (got >= 0.8 if kind == "form" else 0.4 <= got <= 0.52 if kind == "half" else got < 0.1), (kind, got, text)
            sender = sender_of(kind, number)
            letters.append((kind, sender, (
                f"Return-Path: <{sender}>\r\nFrom: {sender}\r\nTo: mayor@town.example\r\nSubject: {'Save the library' if kind != 'other' else 'A letter'}\r\n"
                f"Date: Mon, 23 Nov 2026 10:00:00 -0500\r\nMessage-ID: <{kind}{number}@people.example.org>\r\n\r\n{wrapped(text)}\r\n").encode()))
    writer.random.shuffle(letters)
    return letters
