import { html } from '../html.ts';
import { fillText } from '../language/language.ts';
import type { Published } from '../model/published.ts';
import type { PageType } from '../page-type.ts';
import { projectListPath, projectPath } from '../paths.ts';

/** A project that was published and is no more keeps its address; links to it go on saying what became of it. */
export const REMOVED_PROJECT: PageType<Published['removed'][number]> = {
  name: 'removed-project',
  list: ({ published }) => published.removed,
  path: (project) => projectPath(project.project_id),
  create({ t, file }, project) {
    const words = t.removed;
    const release = project.last_release;
    const name = project.name ?? fillText(t.project.untitled, { id: project.project_id });
    return {
      title: name,
      description: fillText(words.description, { name }),
      section: 'projects',
      files: [`data/${release}/projects.csv`],
      above: [{ name: t.projects.title, path: projectListPath() }],
      main: html`<div class="text-page">
        <h1>${name}</h1>
        <p class="lead">${fillText(words.text, { release })}</p>
        <p><a href="${file(`data/${release}/projects.csv`)}" download>${fillText(words.link, { release })}</a></p>
      </div>`,
    };
  },
};
