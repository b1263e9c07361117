/**
 * Compresses bytes to a raw deflate stream (RFC 1951) as they come, the same bytes on every machine and wherever the input is cut.
 * @param level of zlib: 0 stores, 1 is fastest, 9 smallest
 */
export type Deflate = (chunks: Iterable<Uint8Array>, level: number) => Iterable<Uint8Array<ArrayBuffer>>;
