/** Finds an entry that was left out, on whichever page of the list it stands. */

/** Rows that are shown: with more, nobody has found theirs yet. */
const SHOWN = 20;

type Row = readonly [page: number, document: string, line: number, text: string, id: string];

function start(): void {
  const finder = document.getElementById('missing-finder');
  const input = document.getElementById('missing-text');
  const result = document.getElementById('missing-result');
  const list = document.getElementById('missing-found');
  const table = document.getElementById('missing-table');
  if (finder === null || !(input instanceof HTMLInputElement) || result === null || list === null || table === null)
    return;
  const rows: readonly Row[] = self.hankekarttaMissing ?? [];
  const texts = rows.map(([, name, line, text, id]) => `${id} ${name} ${line} ${text}`.toLowerCase());
  const first = finder.dataset['page'] ?? '';
  const addressOf = (page: number, row: number): string =>
    `${page === 1 ? first : first.replace(/\.html$/, `-${page}.html`)}#virhe-${row + 1}`;
  finder.hidden = false;
  input.addEventListener('input', () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    table.hidden = words.length > 0;
    list.replaceChildren();
    result.textContent = '';
    if (words.length === 0) return;
    const found = rows.flatMap((row, index) =>
      words.every((word) => texts[index]?.includes(word) === true) ? [{ row, index }] : [],
    );
    result.textContent = (finder.dataset['result'] ?? '')
      .replace('{shown}', String(found.length))
      .replace('{total}', String(rows.length));
    for (const { row, index } of found.slice(0, SHOWN)) {
      const link = document.createElement('a');
      link.href = addressOf(row[0], index);
      link.textContent = `${row[4] === '' ? '' : `${row[4]} · `}${row[1]}: ${row[2]}`;
      link.className = 'path';
      link.addEventListener('click', () => (table.hidden = false));
      const item = document.createElement('li');
      item.append(link);
      list.append(item);
    }
  });
}

start();
