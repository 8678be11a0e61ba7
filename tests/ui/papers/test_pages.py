import threading

from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.ui.papers.pages import page_image, page_sizes


def paper(staffed):
    service = staffed.room.paper
    return service.render(service.compose(PaperRequest(PaperKind.LOG_SHEET)))


def test_every_page_is_a4_and_its_picture_is_as_large_as_asked(staffed):
    pdf = paper(staffed)
    sizes = page_sizes(pdf.content)
    assert len(sizes) == pdf.pages
    assert {(round(size.width()), round(size.height())) for size in sizes} == {(595, 842)}
    image = page_image(pdf.content, 0, 300 / 72)
    assert (image.width(), image.height()) == (2481, 3508)


def test_something_is_printed_on_the_white_page(staffed):
    image = page_image(paper(staffed).content, 0, 0.5)
    colours = {image.pixel(x, y) & 0xFFFFFF for x in range(image.width()) for y in range(200)}
    assert 0xFFFFFF in colours
    assert min(colours) < 0x606060


def test_two_threads_may_draw_at_once(staffed):
    content, drawn = paper(staffed).content, []

    def draw():
        drawn.extend(page_image(content, 0, 0.5).width() for _ in range(20))

    threads = [threading.Thread(target=draw) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert drawn == [298] * 40
