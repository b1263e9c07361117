/** Absolute, for those who are told of a page from outside. */
export function addressOf(homepage: string, path: string): string {
  return (
    homepage +
    path
      .split('/')
      .map(encodeURIComponent)
      .join('/')
      .replace(/(^|\/)index\.html$/, '$1')
  );
}
