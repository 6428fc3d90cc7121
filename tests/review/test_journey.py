from tui_app.review.journey import Journey, Stay


def test_a_journey_goes_back_and_forth_like_a_browser():
    journey, places = Journey(), [Stay("left", at) for at in range(4)]
    journey.leave(places[0])
    journey.leave(places[1])
    assert journey.back(places[2]) == places[1]
    assert journey.back(places[1]) == places[0]
    assert journey.back(places[0]) is None
    assert journey.forward(places[0]) == places[1]
    journey.leave(places[1])
    assert journey.forward(places[3]) is None
