import { type Html, html } from '../html.ts';

/** Hatching for what is not known: in the units of a map, and of a swatch in its legend. */
export const HATCH: Html = html`<pattern
    id="hatch"
    width="50"
    height="50"
    patternUnits="userSpaceOnUse"
    patternTransform="rotate(45)"
  >
    <rect class="hb" width="50" height="50" />
    <line class="hl" x1="0" y1="0" x2="0" y2="50" />
  </pattern>
  <pattern id="hatch-small" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect class="hb" width="5" height="5" />
    <line class="hl-small" x1="0" y1="0" x2="0" y2="5" />
  </pattern>`;
