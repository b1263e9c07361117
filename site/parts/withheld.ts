import { type Content, html } from '../html.ts';
import type { View } from '../page-type.ts';
import { renderTable } from './structure.ts';

/** How many values of each class were withheld; never which. */
export function renderWithheldTable({ t, data, code, language }: View): Content {
  const withheld = data.published.redactions.classes.filter(({ count }) => count > 0);
  if (withheld.length === 0) return undefined;
  const rows = withheld.map(
    (item) =>
      html`<tr>
        <th scope="row">${code('withheld-class', item.class)}</th>
        <td class="n">${language.number(item.count)}</td>
      </tr>`,
  );
  const head = [
    html`<th scope="col">${t.about.withheldClass}</th>`,
    html`<th scope="col" class="n">${t.about.withheldCount}</th>`,
  ];
  return renderTable(
    'withheld-table',
    t.about.withheldCaption,
    head,
    html`<tbody>
      ${rows}
    </tbody>`,
  );
}
