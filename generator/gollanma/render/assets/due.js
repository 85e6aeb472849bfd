/* From a time limit to a day: the rule of law/counting.py, once more. Nothing is stored or sent.
   Loaded by pages that have limits. ES2018, no modules. Days are numbers: those since 1970. */
var gollanmaDue = (function () {
  "use strict";

  var LENGTHS = {"day": 1, "calendar-day": 1, "week": 7};
  var MONTHS = {"month": 1, "quarter": 3, "year": 12};
  var MINUTES = {"minute": 1, "hour": 60};
  var DAY = 1440;

  function numberOf(year, month, day) {
    return Date.UTC(year, month, day) / 86400000;
  }

  function dateOf(number) {
    return new Date(number * 86400000);
  }

  function yearOf(number) {
    return dateOf(number).getUTCFullYear();
  }

  /* Monday is 0. */
  function weekdayOf(number) {
    return (dateOf(number).getUTCDay() + 6) % 7;
  }

  function read(text) {
    var parts = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text);
    return parts ? numberOf(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) : null;
  }

  function isWorked(days, number) {
    if (days.on.indexOf(number) >= 0) { return true; }
    return days.off.indexOf(number) < 0 && days.weekend.indexOf(weekdayOf(number)) < 0;
  }

  function hasCalendar(days, number) {
    return days.years.indexOf(yearOf(number)) >= 0;
  }

  function worked(days, event, amount) {
    var number = days.countsEventDay ? event : event + 1;
    for (; hasCalendar(days, number); number += 1) {
      amount -= isWorked(days, number) ? 1 : 0;
      if (amount === 0) { return {day: number}; }
    }
    return {noCalendar: yearOf(number)};
  }

  function moved(days, number) {
    if (!days.movesFromDaysOff) { return {day: number}; }
    for (; hasCalendar(days, number); number += 1) {
      if (isWorked(days, number)) { return {day: number}; }
    }
    return {noCalendar: yearOf(number)};
  }

  /* Of a shorter month the last day. */
  function monthsAfter(number, months) {
    var date = dateOf(number);
    var year = date.getUTCFullYear();
    var month = date.getUTCMonth() + months;
    var last = dateOf(numberOf(year, month + 1, 0)).getUTCDate();
    return numberOf(year, month, Math.min(date.getUTCDate(), last));
  }

  function due(days, event, amount, unit) {
    var back = days.countsEventDay ? 1 : 0;
    if (unit === "working-day") { return worked(days, event, amount); }
    if (unit in LENGTHS) { return moved(days, event + amount * LENGTHS[unit] - back); }
    return moved(days, monthsAfter(event, amount * MONTHS[unit]) - back);
  }

  /* Hours run through nights and days off. */
  function later(event, clock, amount, unit) {
    var parts = clock.split(":");
    var minutes = event * DAY + Number(parts[0]) * 60 + Number(parts[1]) + amount * MINUTES[unit];
    var rest = minutes - Math.floor(minutes / DAY) * DAY;
    var pad = function (n) { return (n < 10 ? "0" : "") + n; };
    return {day: Math.floor(minutes / DAY), clock: pad(Math.floor(rest / 60)) + ":" + pad(rest % 60)};
  }

  // --- words

  function filled(pattern, values) {
    return pattern.replace(/\{([a-z_]+)\}/g, function (hole, name) { return values[name]; });
  }

  /* A day in words; nothing for a year so far away that it has none. */
  function written(words, number) {
    var date = dateOf(number);
    var day = date.getUTCDate();
    var year = words.years[date.getUTCFullYear()];
    var alone = year && filled(words.pattern, {
      day: String(day),
      day_ordinal: words.days[day - 1],
      month: words.months[date.getUTCMonth()],
      year: String(date.getUTCFullYear()),
      year_ordinal: year
    });
    var weekday = words.weekdays[weekdayOf(number)];
    return alone && weekday ? filled(words.day, {date: alone, weekday: weekday}) : alone;
  }

  function answer(words, result) {
    var day = result.noCalendar ? "" : written(words, result.day);
    if (!day) {
      return filled(words.none, {year: String(result.noCalendar || yearOf(result.day))});
    }
    return filled(result.clock ? words.until : words.by, {day: day, clock: result.clock});
  }

  /* By what rule was counted, and what is not certain about it. */
  function ruleOf(words, days) {
    var names = days.weekend.map(function (each) { return words.weekdays[each]; });
    return [
      words[days.countsEventDay ? "rule.with-event-day" : "rule.without-event-day"],
      words[days.movesFromDaysOff ? "rule.moves" : "rule.stays"],
      filled(words["rule.weekend"], {days: names.join(", ")}),
      days.confirmed ? "" : words.unconfirmed,
      days.sample ? words.sample : ""
    ].filter(Boolean).join(" ");
  }

  // --- page

  function inNumbers(days) {
    return Object.assign({}, days, {off: days.off.map(read), on: days.on.map(read)});
  }

  function element(name, className, children) {
    var made = document.createElement(name);
    made.className = className;
    children.forEach(function (child) {
      made.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
    });
    return made;
  }

  function field(type) {
    var made = element("input", "", []);
    made.type = type;
    made.autocomplete = "off"; // what a person typed is nobody's business
    return made;
  }

  function offer(limit, days, words, rule) {
    var parts = limit.getAttribute("data-limit").split(" ");
    var amount = Number(parts[0]);
    var unit = parts[1];
    var isClocked = unit in MINUTES;
    var day = field("date");
    var clock = field("time");
    var said = element("p", "", []);
    var fields = [element("label", "", [words.event, day])];
    if (isClocked) { fields.push(element("label", "", [words.clock, clock])); }
    said.setAttribute("role", "status");

    function count(event) {
      return isClocked ? later(event, clock.value, amount, unit) : due(days, event, amount, unit);
    }

    function say() {
      var event = read(day.value);
      var isReady = event !== null && (clock.value || !isClocked);
      said.textContent = isReady ? answer(words, count(event)) : "";
    }

    [day, clock].forEach(function (each) { each.addEventListener("input", say); });
    (limit.closest("li, dd, td") || limit.parentNode).appendChild(element("details", "due screen", [
      element("summary", "", [words.ask]),
      element("p", "row", fields),
      said,
      element("p", "small soft", [isClocked ? words.hours : rule])
    ]));
  }

  function start(within) {
    var words = api.words[document.documentElement.lang];
    var days = inNumbers(api.days);
    var rule = ruleOf(words, days);
    Array.prototype.forEach.call(within.querySelectorAll("[data-limit]"), function (limit) {
      offer(limit, days, words, rule);
    });
  }

  /* Behind this program stand the days off and the words: `days`, `words`. */
  var api = {start: start, inNumbers: inNumbers, read: read, due: due, later: later, written: written};
  return api;
}());
