import type { Partners, Projects } from '../../pipeline/model/schema-types.ts';

/** An organisation as the documents name it: by its business id, else by its name. */
export interface Organisation {
  /** Part of its page's address: `1234567-1`, or a name in lower case without signs. */
  readonly key: string;
  readonly name: string;
  readonly businessId?: string;
  readonly type?: string;
  /** As the beneficiary, newest first; cancelled ones too. */
  readonly projects: readonly Projects[];
  readonly partnerIn: readonly { readonly project: Projects; readonly role: Partners['partner_role'] }[];
}

export interface Organisations {
  readonly all: readonly Organisation[];
  find(key: string): Organisation | undefined;
  /** The organisation behind a name and perhaps a business id. */
  of(name: string | undefined, businessId?: string): Organisation | undefined;
}

interface Draft {
  names: Map<string, number>;
  businessId?: string;
  type?: string;
  projects: Projects[];
  partnerIn: { project: Projects; role: Partners['partner_role'] }[];
}

const foldName = (name: string): string => name.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();

/** Names are asked for again and again, each on many pages. */
function createFolder(): typeof foldName {
  const known = new Map<string, string>();
  return (name) => {
    const folded = known.get(name) ?? foldName(name);
    known.set(name, folded);
    return folded;
  };
}

/** Letters without marks, digits, and hyphens between: what an address can hold on every host. */
function makeSlug(name: string): string {
  const plain = foldName(name).replaceAll(/[äå]/g, 'a').replaceAll('ö', 'o').normalize('NFD').replaceAll(/\p{M}/gu, '');
  return plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 80);
}

/**
 * Groups beneficiaries and partners. A name without an id is the organisation that bears the same name with one id and no other.
 * @param newest projects, newest first
 */
export function groupOrganisations(
  newest: readonly Projects[],
  partnersOf: (projectId: string) => readonly Partners[],
): Organisations {
  const fold = createFolder();
  const idsByName = new Map<string, Set<string>>();
  const note = (name: string | undefined, id: string | undefined): void => {
    if (name === undefined || id === undefined) return;
    const folded = fold(name);
    idsByName.set(folded, (idsByName.get(folded) ?? new Set()).add(id));
  };
  for (const project of newest) {
    note(project.beneficiary_name, project.beneficiary_business_id);
    for (const { name, business_id: id } of partnersOf(project.project_id)) note(name, id);
  }
  const identify = (name: string, id: string | undefined): string => {
    const folded = fold(name);
    const ids = idsByName.get(folded);
    const [only] = ids?.size === 1 ? ids : [];
    const known = id ?? only;
    return known === undefined ? `name/${folded}` : `id/${known}`;
  };
  const drafts = new Map<string, Draft>();
  const draftOf = (name: string, id: string | undefined, type: string | undefined): Draft => {
    const identity = identify(name, id);
    const draft: Draft = drafts.get(identity) ?? { names: new Map(), projects: [], partnerIn: [] };
    drafts.set(identity, draft);
    draft.names.set(name, (draft.names.get(name) ?? 0) + 1);
    if (identity.startsWith('id/')) draft.businessId = identity.slice(3);
    if (draft.type === undefined && type !== undefined) draft.type = type;
    return draft;
  };
  for (const project of newest) {
    const { beneficiary_name: name, beneficiary_business_id: id } = project;
    if (name !== undefined) draftOf(name, id, project.beneficiary_type).projects.push(project);
    for (const partner of partnersOf(project.project_id)) {
      const draft = draftOf(partner.name, partner.business_id, partner.organisation_type);
      if (!draft.partnerIn.some(({ project: known }) => known === project))
        draft.partnerIn.push({ project, role: partner.partner_role });
    }
  }
  const taken = new Set<string>();
  const byIdentity = new Map<string, Organisation>();
  for (const [identity, draft] of [...drafts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { names, ...rest } = draft;
    const name = pickName(names);
    const base = draft.businessId ?? (makeSlug(name) || 'x');
    let key = base;
    for (let next = 2; taken.has(key); next += 1) key = `${base}-${next}`;
    taken.add(key);
    byIdentity.set(identity, { ...rest, key, name });
  }
  const byKey = new Map([...byIdentity.values()].map((organisation) => [organisation.key, organisation]));
  return {
    all: [...byIdentity.values()],
    find: (key) => byKey.get(key),
    of: (name, id) => (name === undefined ? undefined : byIdentity.get(identify(name, id))),
  };
}

/** The most frequent spelling; among equals one that is not all capitals. */
function pickName(names: ReadonlyMap<string, number>): string {
  const shouts = (name: string): number => (name === name.toUpperCase() ? 1 : 0);
  const [[best] = ['']] = [...names].sort(([a, m], [b, n]) => shouts(a) - shouts(b) || n - m || (a < b ? -1 : 1));
  return best;
}
