/**
 * The search box: areas and projects by parts of their names. A classic script without dependencies, so that it runs from a
 * disk as well; the list of names is loaded when somebody begins to search.
 */
(() => {
  const SHOWN = 20;
  const box = document.querySelector('.search');
  const input = document.getElementById('search');
  const status = document.getElementById('search-status');
  const results = document.getElementById('search-results');
  if (!box || !input || !status || !results) return;

  /** @type {{address: string, name: string, kind: string, words: string, folded: string}[] | undefined} */
  let entries;
  let loading = false;

  /** Case and accents of foreign letters do not matter; å, ä and ö are letters of their own. */
  const fold = (text) =>
    text
      .toLowerCase()
      .normalize('NFC')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();

  const load = () => {
    if (loading) return;
    loading = true;
    const script = document.createElement('script');
    script.src = box.dataset.index;
    script.onload = () => {
      entries = self.hankekarttaSearch.map(([address, name, kind, more = '']) => {
        const folded = fold(name);
        return { address, name, kind, folded, words: ` ${folded} ${fold(kind)} ${fold(more)}` };
      });
      show();
    };
    script.onerror = () => {
      status.textContent = box.dataset.failed;
    };
    document.head.append(script);
  };

  /** Names that begin with the query first, then words that do, then the rest. */
  const rank = (entry, query) => {
    if (entry.folded === query) return 0;
    if (entry.folded.startsWith(query)) return 1;
    return entry.words.includes(` ${query}`) ? 2 : 3;
  };

  const find = (query) => {
    const parts = query.split(' ');
    return entries
      .filter((entry) => parts.every((part) => entry.words.includes(part)))
      .map((entry) => ({ entry, order: rank(entry, query) }))
      .sort((a, b) => a.order - b.order)
      .map(({ entry }) => entry);
  };

  const describe = (count) => {
    if (count === 0) return box.dataset.none;
    if (count === 1) return box.dataset.one;
    return (count > SHOWN ? box.dataset.more : box.dataset.some).replace('{count}', count).replace('{shown}', SHOWN);
  };

  const show = () => {
    const query = fold(input.value);
    if (query === '' || !entries) {
      status.textContent = '';
      results.replaceChildren();
      return;
    }
    const found = find(query);
    status.textContent = describe(found.length);
    results.replaceChildren(
      ...found.slice(0, SHOWN).map(({ address, name, kind }) => {
        const item = document.createElement('li');
        const link = document.createElement('a');
        const note = document.createElement('span');
        link.href = box.dataset.root + address;
        link.textContent = name;
        note.className = 'meta';
        note.textContent = kind;
        item.append(link, ' ', note);
        return item;
      }),
    );
  };

  box.hidden = false;
  input.addEventListener('focus', load);
  input.addEventListener('input', () => {
    load();
    show();
  });
})();
