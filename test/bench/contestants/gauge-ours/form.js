/** The built element, given what the bench's back end would have answered. */
globalThis.gaugeDriver = {
  show(views, place) {
    for (const value of views) {
      const gauge = document.createElement('htsd-target-gauge');
      gauge.value = value;
      place.append(gauge);
    }
  },
  shown: (place) => [...place.children].filter((one) => one.shadowRoot?.querySelector('.sentence')).length,
};
