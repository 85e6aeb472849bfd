"""Documents of other systems: no ids of ours, no fields of ours, and their own ways to say things."""

import pytest

from gollanma.exchange.akn import read
from gollanma.exchange.records import as_yaml
from gollanma.model.kinds import Edition
from tests.exchange.akn.support import ACT, ADDRESS, addressed

FOREIGN = f"""<?xml version="1.0" encoding="UTF-8"?>
<!-- made by another system -->
<akn:akomaNtoso xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<akn:act name="law">
 <akn:meta>
  <akn:identification source="#them">
   <akn:FRBRWork><akn:FRBRuri value="{ADDRESS}"/></akn:FRBRWork>
   <akn:FRBRExpression><akn:FRBRuri value="{ADDRESS}/rus@2020-02-01"/><akn:FRBRlanguage language="rus"/></akn:FRBRExpression>
  </akn:identification>
  <akn:lifecycle source="#them">
   <akn:eventRef eId="e1" date="2020-02-01" type="generation"/>
   <akn:eventRef eId="e2" date="2031-01-01" type="repeal"/>
  </akn:lifecycle>
  <akn:temporalData source="#them">
   <akn:temporalGroup eId="t1"><akn:timeInterval start="#e1" end="#e2"/></akn:temporalGroup>
  </akn:temporalData>
 </akn:meta>
 <akn:body period="#t1">
  <akn:article eId="art_1">
   <akn:num>Статья 1.</akn:num>
   <akn:heading>Помощь</akn:heading>
   <akn:paragraph eId="art_1__para_1">
    <akn:num>1.</akn:num>
    <akn:intro><akn:p>Помощь <akn:b>оказывают</akn:b><akn:authorialNote><akn:p>сноска</akn:p></akn:authorialNote>
      по <akn:ref href="#art_12bis">статье 12</akn:ref> и
      <akn:ref href="{ADDRESS}/~art_2">закону</akn:ref>, <akn:ref href="/akn/xx/act/other">иному</akn:ref>,<akn:br/>всем:</akn:p></akn:intro>
    <akn:point eId="art_1__para_1__point_1"><akn:num>1)</akn:num><akn:content><akn:p>детям;</akn:p></akn:content></akn:point>
   </akn:paragraph>
   <akn:paragraph eId="art_1__para_2" status="removed"><akn:num>2.</akn:num><akn:content><akn:blockList><akn:item><akn:p>а</akn:p></akn:item></akn:blockList></akn:content></akn:paragraph>
  </akn:article>
  <akn:article eId="art_12bis" wId="a12-1"><akn:num>Статья 12^1.</akn:num><akn:content><akn:p>Всё.</akn:p></akn:content></akn:article>
 </akn:body>
</akn:act>
</akn:akomaNtoso>
"""

RECORD = """\
in_force:
  from: 2020-02-01
  to: 2030-12-31
body:
  - id: a1
    unit: article
    number: "1"
    heading:
      ru: Помощь
    contains:
      - id: a1.1
        unit: part
        number: "1"
        text:
          ru: "Помощь **оказывают** по [[#a12-1|статье 12]] и [[act/help#a2|закону]], иному, всем:"
        contains:
          - id: a1.1.1
            unit: point
            number: "1"
            text:
              ru: детям;
      - id: a1.2
        unit: part
        number: "2"
        text:
          ru: а
        repealed: true
  - id: a12-1
    unit: article
    number: "12^1"
    text:
      ru: Всё.
"""


def test_a_law_of_another_system_becomes_a_record_of_ours() -> None:
    imported = read(addressed(), {"x.xml": FOREIGN.encode()})
    [(key, edition)] = imported.editions.items()
    assert isinstance(edition, Edition)
    assert key == f"{ACT}@2020-02-01"
    assert as_yaml(edition, "x.yml", ("tk", "ru", "en")).partition("\n")[2] == RECORD
    [finding] = imported.diagnostics
    assert (finding.key, finding.values) == ("flattened", {"name": "blockList"})


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        pytest.param("akn:point", "akn:clause", "no-unit", id="a unit that the act has not"),
        pytest.param('period="#t1"', 'period="#t9"', "no-period", id="a period that is not there"),
        pytest.param("akn:intro>", "akn:wrapUp>", "no-place", id="words behind a list"),
        pytest.param("akn:body", "akn:mainBody", "no-body", id="a document without a body"),
        pytest.param('end="#e2"', 'end="#e1"', None, id="an interval that ends before it begins"),
        pytest.param("2031-01-01", "soon", "day-shape", id="a day that is none"),
    ],
)
def test_what_has_no_place_in_our_acts_is_found(old: str, new: str, key: str | None) -> None:
    imported = read(addressed(), {"x.xml": FOREIGN.replace(old, new).encode()})
    keys = [each.key for each in imported.diagnostics if each.key != "flattened"]
    assert keys == ([key] if key else [])
    assert bool(imported.editions) is (key is None)
