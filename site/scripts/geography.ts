import { createGeography } from '../explore/geography.ts';

/** Loaded for a download with shapes or a reader's own position alone. */
self.hankekarttaGeography = createGeography;
