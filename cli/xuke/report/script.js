
"use strict";
(function () {
  var box = document.getElementById("search");
  if (!box) return;
  var input = box.querySelector("input"), told = box.querySelector("output");
  var cards = Array.from(document.querySelectorAll("article")).map(function (card) {
    var parts = Array.from(card.children).filter(function (part) { return part.tagName !== "DETAILS"; });
    var text = parts.map(function (part) { return part.textContent; }).join(" ");
    return { card: card, text: text.toLowerCase() };
  });
  var sections = Array.from(document.querySelectorAll("section.department"));
  function filter() {
    var words = input.value.toLowerCase().split(/\s+/).filter(Boolean), count = 0;
    cards.forEach(function (each) {
      var fits = words.every(function (word) { return each.text.indexOf(word) >= 0; });
      each.card.hidden = !fits;
      if (fits) count += 1;
    });
    sections.forEach(function (each) {
      each.hidden = !each.querySelector("article:not([hidden])");
    });
    told.textContent = words.length ? count + " / " + cards.length : "";
  }
  box.hidden = false;
  input.addEventListener("input", filter);
  filter();
  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.from(document.querySelectorAll("details.whole:not([open])"));
    opened.forEach(function (each) { each.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (each) { each.open = false; });
  });
})();
