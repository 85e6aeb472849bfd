/* From slots to pages in order: whole numbers throughout, ties by reference. The same as ranking.py. */
(function (search) {
  "use strict";

  var EXACT = 8;
  var OTHER_SIGNS = 2;
  var EXACTLY = 1000000;
  var BEGUN_TITLE = 100;
  var BEGUN_MASS = 10;
  var MOST_OTHERS = 3;
  var ENOUGH = 4;

  /* What each section is worth for a word, and how much the word tells apart. Nothing else for which
     a word may stand tells more apart than the word that was typed. */
  function valuesOf(index, slot) {
    var meta = index.meta();
    var values = new Int32Array(meta.sections);
    var mass = 0;
    var most = 0;
    slot.names.forEach(function (name) {
      index.lines(name.key).forEach(function (line) {
        if (line.exact === search.ALIAS) { return; }
        var differs = name.exact && line.exact && line.exact !== name.exact;
        var times = name.weight - (differs ? OTHER_SIGNS : 0);
        search.postings(line.body, function (rarity) {
          if (name.weight === EXACT) {
            most = Math.max(most, rarity);
          } else if (most) {
            rarity = Math.min(rarity, most);
          }
          mass = Math.max(mass, Math.floor(rarity / name.share));
          times *= rarity;
        }, function (section, level) {
          var value = Math.floor(level * times / (8 * name.share));
          if (value > values[section]) { values[section] = value; }
        });
      });
    });
    slot.titled.forEach(function (page) {
      var head = meta.firsts[page];
      if (!values[head]) { values[head] = BEGUN_TITLE; }
    });
    return { values: values, mass: mass || (slot.titled.length ? BEGUN_MASS : 0) };
  }

  /* Add up one page: what it is worth, what of the query it has, its sections, the best first.
     None where it has nothing of the query, as most pages. */
  function pageOf(rows, page, first, end) {
    var totals = null;
    var worth = 0;
    var matched = 0;
    for (var at = 0; at < rows.length; at += 1) {
      var values = rows[at].values;
      var most = 0;
      for (var section = first; section < end; section += 1) {
        var value = values[section];
        if (value) {
          totals = totals || [];
          totals[section - first] = (totals[section - first] || 0) + value;
          if (value > most) { most = value; }
        }
      }
      if (most) { worth += most; matched += rows[at].mass; }
    }
    return totals && pageWith(page, worth, matched, sectionsOf(totals, first));
  }

  function sectionsOf(totals, first) {
    var sections = [];
    totals.forEach(function (total, number) { sections.push([total, first + number]); });
    return sections.sort(function (a, b) { return b[0] - a[0] || a[1] - b[1]; });
  }

  function pageWith(page, worth, matched, sections) {
    return {
      page: page, worth: worth, matched: matched, together: sections.length ? sections[0][0] : 0, sections: sections
    };
  }

  function scoreOf(found, prior, whole) {
    var score = Math.floor((found.worth + 3 * found.together) * prior / 16);
    return Math.floor(score * found.matched / whole);
  }

  function exactSections(index, exact) {
    var places = {};
    exact.keys.slice().reverse().forEach(function (key) {
      index.lines(key).forEach(function (line) {
        search.postings(line.body, function () {}, function (section) {
          places[index.pageOf(section)] = section;
        });
      });
    });
    return places;
  }

  /* The page before which all pages stand that may answer: those behind it are aside. */
  function endOf(meta, slots) {
    var isCalled = slots.some(function (slot) { return meta.called.indexOf(slot.key) >= 0; });
    return isCalled ? meta.priors.length : meta.aside;
  }

  /* Give the pages that answer, the best first; `allowed` tells of each page whether it may. */
  function ranked(index, slots, exact, allowed) {
    var meta = index.meta();
    var rows = search.forAll(slots, function (slot, number) {
      return search.isKnown(slot) && !exact.used[number] ? valuesOf(index, slot) : null;
    }).filter(Boolean);
    var whole = rows.reduce(function (sum, row) { return sum + row.mass; }, 0) || 1;
    var places = exactSections(index, exact);
    var pages = [];
    var enough = 0;
    var end = endOf(meta, slots);
    for (var page = 0; page < end; page += 1) {
      var found = pageOf(rows, page, meta.firsts[page], meta.firsts[page + 1]);
      if (!found && places[page] !== undefined) { found = pageWith(page, 0, 0, []); }
      if (found) {
        pages.push(found);
        enough = Math.max(enough, found.matched);
      }
    }
    pages.forEach(function (each) {
      var isEnough = each.worth && ENOUGH * each.matched >= enough;
      each.score = isEnough ? scoreOf(each, meta.priors[each.page], whole) : 0;
      each.answers = isEnough || places[each.page] !== undefined;
      if (places[each.page] !== undefined) { each.score += EXACTLY; }
      each.sections = each.sections.map(function (section) { return index.shown(section[1]); });
      lead(each, places[each.page]);
    });
    return pages.filter(function (each) { return each.answers && (!allowed || allowed(each.page)); })
      .sort(function (a, b) { return b.score - a.score || a.page - b.page; });
  }

  /* Choose the section to which a result leads, and the further ones. */
  function lead(found, place) {
    var sections = (place === undefined ? [] : [place]).concat(found.sections);
    sections = sections.filter(function (each, number) { return sections.indexOf(each) === number; });
    found.section = sections[0];
    found.others = sections.slice(1, 1 + MOST_OTHERS);
  }

  /* Give how near to each other the words of a query stand in a row of words, from 0 to 8. */
  function nearness(row, names) {
    var places = [];
    row.forEach(function (key, at) {
      if (key === "") { return; }
      names.forEach(function (keys, number) { if (keys[key]) { places.push([at, number]); } });
    });
    var inside = {};
    places.forEach(function (place) { inside[place[1]] = 0; });
    var wanted = Object.keys(inside).length;
    if (wanted < 2) { return 0; }
    var spread = narrowest(places, inside, wanted);
    return Math.floor(Math.max(0, 8 - (spread - wanted)) * (wanted - 1) / Math.max(names.length - 1, 1));
  }

  function narrowest(places, inside, wanted) {
    var least = Infinity;
    var first = 0;
    var have = 0;
    places.forEach(function (place) {
      if (!inside[place[1]]) { have += 1; }
      inside[place[1]] += 1;
      while (have === wanted) {
        least = Math.min(least, place[0] - places[first][0] + 1);
        inside[places[first][1]] -= 1;
        if (!inside[places[first][1]]) { have -= 1; }
        first += 1;
      }
    });
    return least;
  }

  search.ranked = ranked;
  search.nearness = nearness;
}(window.gollanmaSearch = window.gollanmaSearch || {}));
