let favourites = Object.freeze([]);
const listeners = new Set();

function tell() {
  for (const listener of listeners) listener();
}

/** The stations that somebody marked with a star, as a store that components can follow. */
export const favouriteStore = {
  get: () => favourites,

  subscribe(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  toggle(station) {
    favourites = favourites.includes(station)
      ? favourites.filter((other) => other !== station)
      : [...favourites, station];
    tell();
  },
};
