from tui_app.core.text.two_languages import in_turn, named_languages, told_apart

GERMAN = """Der Müller stand früh auf, denn der Bach war in der Nacht gestiegen.
Er öffnete die Tür, sah das Wasser über den Weg laufen und rief nach seinem Sohn.
„Wir müssen das Korn auf den Boden bringen“, sagte er, „sonst ist es verloren.“
Der Junge kam nicht, weil er noch schlief und nichts gehört hatte.
Da nahm der Müller die Säcke selbst und trug sie einen nach dem anderen hinauf.
Am Abend war er so müde, dass er sich ohne Essen auf die Bank legte.
Die Nachbarn kamen mit einem Boot und fragten, ob sie helfen könnten.
Aber das Wasser war schon wieder gefallen, und alles war gut."""
FRENCH = """Le meunier se leva tôt, car le ruisseau avait monté pendant la nuit.
Il ouvrit la porte, vit l'eau courir sur le chemin et appela son fils.
« Il faut porter le grain au grenier, dit-il, sinon il est perdu. »
Le garçon ne vint pas, parce qu'il dormait encore et n'avait rien entendu.
Alors le meunier prit les sacs lui-même et les monta l'un après l'autre.
Le soir, il était si fatigué qu'il se coucha sur le banc sans manger.
Les voisins vinrent avec une barque et demandèrent s'ils pouvaient aider.
Mais l'eau était déjà redescendue, et tout était bien."""
ENGLISH = """The miller rose early, for the brook had risen in the night.
He opened the door, saw the water run over the path and called for his son."""
CHINESE = (
    "磨坊主一大早就起来了,因为小溪在夜里涨了水。他打开门,看见水漫过小路,就叫他的儿子。"
)
# Made of syllables: a language nobody has told of.
STRANGE = " ".join(
    f"{one}{two}{three}"
    for one in ("ka", "mo", "zu", "ti", "le", "ba", "ro", "shi")
    for two in ("ndo", "ri", "wa", "ge", "lu", "pi", "to", "fu", "na", "ze", "mba")
    for three in ("", "ni", "yo", "ku", "sa", "le", "wi", "ha", "do", "ra", "ti", "mu")
)


def test_a_text_and_its_translation_are_told_with_their_languages():
    assert told_apart(GERMAN, FRENCH) == ("de", "fr")
    assert told_apart(CHINESE, ENGLISH) == ("zh", "en")


def test_texts_of_one_language_are_not_told_apart_whatever_they_say():
    first, second = GERMAN[: len(GERMAN) // 2], GERMAN[len(GERMAN) // 2 :]
    assert told_apart(first, second) is None
    assert told_apart(GERMAN, GERMAN) is None
    assert told_apart("", GERMAN) is None


def test_a_few_words_tell_no_two_languages():
    assert told_apart("Hotel Panorama, Bern", "to the mill") is None


def test_a_long_text_in_a_language_without_a_name_is_told_apart():
    assert told_apart(STRANGE, GERMAN * 12) == ("", "de")


def test_languages_are_named_even_when_both_are_one():
    assert named_languages(GERMAN, GERMAN) == ("de", "de")


def test_what_stands_with_its_translation_line_by_line_is_in_two_languages_in_turn():
    pairs = zip(GERMAN.splitlines(), FRENCH.splitlines(), strict=True)
    both = "\n".join(line for pair in pairs for line in pair)
    assert in_turn(both) == ("de", "fr")
    assert in_turn("\n".join([both] * 60)) == ("de", "fr")
    assert in_turn(GERMAN) is None
    assert in_turn(f"{GERMAN}\n{FRENCH}") is None
    assert in_turn("\n".join([GERMAN] * 120)) is None
    assert in_turn("") is None
