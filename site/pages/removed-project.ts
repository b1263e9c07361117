import { html } from '../html.ts';
import type { Page } from '../layout.ts';
import { projectListPath, projectPath } from '../paths.ts';
import type { Published } from '../published.ts';
import type { Site } from '../site.ts';
import { fillText } from '../words.ts';

/** A project that was published and is no more keeps its address; links to it go on saying what became of it. */
export function createRemovedPage({ texts }: Site, project: Published['removed'][number]): Page {
  const words = texts.removed;
  const release = project.last_release;
  const name = project.name ?? fillText(texts.project.untitled, { id: project.project_id });
  return {
    path: projectPath(project.project_id),
    title: name,
    description: fillText(words.description, { name }),
    section: 'projects',
    above: [{ name: texts.projects.title, path: projectListPath(1) }],
    main: (link) =>
      html`<h1>${name}</h1>
        <p class="lead">${fillText(words.text, { release })}</p>
        <p><a href="${link(`data/${release}/projects.csv`)}" download>${fillText(words.link, { release })}</a></p>`,
  };
}
