// Shift pressed three times leaves the site at once, as the button at the top of every page does.
// Everything else works without this file.
(function () {
  "use strict";
  var WITHIN = 5000; // milliseconds for all three
  var presses = [];
  var hasLeft = false;

  function leave() {
    hasLeft = true;
    document.documentElement.style.display = "none"; // gone before any answer comes
    document.querySelector('form[action="/leave"]').submit();
  }

  document.addEventListener("keydown", function (event) {
    if (event.repeat) return;
    if (event.key !== "Shift" || event.ctrlKey || event.altKey || event.metaKey) {
      presses = []; // a capital letter, or a shortcut
      return;
    }
    presses = presses.concat(event.timeStamp).slice(-3);
    if (presses.length === 3 && presses[2] - presses[0] <= WITHIN) leave();
  });

  // A page that a browser kept whole and brings back is asked for anew.
  window.addEventListener("pageshow", function (event) {
    if (event.persisted && hasLeft) window.location.reload();
  });

  document.getElementById("leave-keys").hidden = false;
})();
