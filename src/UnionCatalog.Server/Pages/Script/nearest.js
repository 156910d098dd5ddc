// "Near me": the browser's position chooses one of the places of the page, here in the browser, and goes nowhere else.
(() => {
  "use strict";
  const form = document.querySelector("form.near");
  const offer = form && form.querySelector(".near-me");
  if (!offer || !navigator.geolocation) return;
  const button = offer.querySelector("button");
  const status = offer.querySelector("[role=status]");
  const radians = degrees => degrees * Math.PI / 180;
  const apart = (a, b) => Math.sin(radians(a[0] - b[0]) / 2) ** 2
    + Math.cos(radians(a[0])) * Math.cos(radians(b[0])) * Math.sin(radians(a[1] - b[1]) / 2) ** 2;
  offer.hidden = false;
  button.addEventListener("click", () => navigator.geolocation.getCurrentPosition(found => {
    const here = [found.coords.latitude, found.coords.longitude];
    const [nearest] = [...form.querySelectorAll("option[data-at]")]
      .map(option => [apart(here, option.dataset.at.split(",").map(Number)), option])
      .sort((one, other) => one[0] - other[0]);
    nearest[1].selected = true;
    form.submit();
  }, fault => { status.textContent = fault.code === fault.PERMISSION_DENIED ? button.dataset.denied : button.dataset.failed; }, { timeout: 15000, maximumAge: 600000 }));
})();
