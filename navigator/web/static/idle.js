// Says five minutes before the answers are forgotten that they will be, and lets the person stay.
// Without this file any page that is opened prolongs the time, as the foot of every page says.
(function () {
  "use strict";
  var box = document.getElementById("idle");
  if (!box) return;
  var WARNING = 300; // seconds before the end
  var seconds = Number(box.dataset.seconds);
  var timers = [];

  function start() {
    timers.forEach(clearTimeout);
    box.hidden = true;
    timers = [
      setTimeout(function () { show("soon"); }, (seconds - WARNING) * 1000),
      setTimeout(function () { show("gone"); }, seconds * 1000)
    ];
  }

  function show(which) {
    box.querySelector(".soon").hidden = which !== "soon";
    box.querySelector(".gone").hidden = which !== "gone";
    box.hidden = false;
  }

  box.querySelector("button").addEventListener("click", function () {
    fetch(box.dataset.stay, { credentials: "same-origin", cache: "no-store" }).then(
      function (answer) { if (answer.ok) start(); else show("gone"); },
      function () { show("soon"); }
    );
  });
  start();
})();
