import { type Content, html } from '../../html.ts';
import type { View } from '../../page-type.ts';
import { renderTable } from '../../parts/structure.ts';
import { releasePath } from '../../paths.ts';

/** Releases that are listed at once; older ones open. */
const SHOWN = 12;

/** Every release with what it changed, newest first. */
export function renderReleases(view: View): Content {
  const { releases } = view.data.published;
  const [recent, older] = [releases.slice(0, SHOWN), releases.slice(SHOWN)];
  return [
    renderReleaseTable(view, 'releases-table', recent),
    older.length === 0
      ? undefined
      : html`<details class="fold">
          <summary>${view.t.data.releasesHeading} (${view.language.number(releases.length)})</summary>
          ${renderReleaseTable(view, 'older-releases-table', older)}
        </details>`,
  ];
}

function renderReleaseTable(
  { t, language, file, link }: View,
  id: string,
  releases: View['data']['published']['releases'],
): Content {
  const words = t.data;
  const columns: readonly (readonly [string, boolean])[] = [
    [words.release, false],
    [words.projects, true],
    [words.changed, true],
    [words.vintage, true],
    [words.files, false],
  ];
  const head = columns.map(
    ([label, isNumber]) => html`<th scope="col" ${isNumber ? html` class="n"` : undefined}>${label}</th>`,
  );
  const rows = releases.map((release) => {
    const changes = [release.added_count, release.changed_count, release.removed_count];
    const counts = changes.map((count) => (count === undefined ? '–' : language.number(count))).join(' / ');
    const archive =
      release.archive === undefined
        ? undefined
        : html` · <a href="${file(`data/${release.archive}`)}" download>${words.zip}</a>`;
    return html`<tr>
      <th scope="row"><a href="${link(releasePath(release.release))}">${release.release}</a></th>
      <td class="n">${language.number(release.project_count)}</td>
      <td class="n">${counts}</td>
      <td class="n">${release.boundary_vintage}</td>
      <td><a href="${file(`data/${release.manifest}`)}">${words.manifest}</a>${archive}</td>
    </tr> `;
  });
  return renderTable(
    id,
    words.releasesCaption,
    head,
    html`<tbody>
      ${rows}
    </tbody>`,
  );
}
