import path from 'node:path';
import type { Settings } from '../config.ts';
import { readJson } from '../effects/files.ts';
import { postJson } from '../effects/network.ts';
import { print, readVariable, say } from '../effects/process.ts';
import { UsageError } from '../effects/usage-error.ts';
import { createAddresses } from '../publish/catalog/addresses.ts';
import { planStep, type CkanPackage, type CkanRecord, type CkanStep } from '../publish/catalog/ckan.ts';
import { settleOutput } from '../release/output.ts';

/** Environment variable that holds the portal's API token: on the command line others could read it. */
const TOKEN = 'HANKEKARTTA_CKAN_TOKEN';

export interface CkanOptions {
  /** Address of the portal. */
  readonly url?: string;
  /** Name or identifier of the publisher's organisation there. */
  readonly organization?: string;
  readonly dryRun?: boolean;
}

/** Something that the portal refused: shown to the user as it is. */
class PortalError extends Error {}

/** One call of CKAN's action API. `undefined` where the portal knows no such package. */
async function callAction(
  url: string,
  action: string,
  body: unknown,
  token: string | undefined,
): Promise<CkanRecord | undefined> {
  const address = new URL(`api/3/action/${action}`, url.endsWith('/') ? url : `${url}/`).href;
  const { status, body: answer } = await postJson(address, body, token).catch((error: unknown) => {
    throw new PortalError(`${address} does not answer: ${error instanceof Error ? error.message : String(error)}`);
  });
  const { success, result, error } = (answer ?? {}) as { success?: boolean; result?: CkanRecord; error?: unknown };
  if (success === true && result !== undefined) return result;
  if (action === 'package_show' && status === 404) return undefined;
  throw new PortalError(
    `${action}: ${String(status)} ${error === undefined ? 'no answer of CKAN' : JSON.stringify(error)}`,
  );
}

function readPackages(out: string): CkanPackage[] {
  const packages = readJson(path.join(out, 'ckan-packages.json'));
  if (!Array.isArray(packages))
    throw new UsageError(
      `${out} has no ckan-packages.json; hankekartta build makes it where the configuration names publisher, contact and provenance`,
    );
  return packages as CkanPackage[];
}

function describeStep(step: CkanStep): string {
  if (step.action === 'none') return `unchanged  ${step.name}`;
  if (step.action === 'package_create') return `create     ${step.name}`;
  return `update     ${step.name}\n${step.changes.map((change) => `             ${change}`).join('\n')}`;
}

/**
 * `hankekartta ckan`: the published catalogue to a CKAN portal in avoindata.fi's model. Packages and resources that are there are
 * matched first and keep their identifiers, so a second run changes nothing. A dry run sends nothing; without an address it
 * prints the payloads.
 * @returns 0 done; 1 the portal refused something
 */
export async function runCkan(settings: Settings, { url, organization, dryRun = false }: CkanOptions): Promise<number> {
  settleOutput(settings.out);
  const packages = readPackages(settings.out);
  if (url === undefined && !dryRun) throw new UsageError('expected --url URL of the portal, or --dry-run');
  const owner: CkanRecord = organization === undefined ? {} : { owner_org: organization };
  const wanted = packages.map((each): CkanPackage => ({ ...each, fields: { ...each.fields, ...owner } }));
  if (url === undefined) {
    print(
      JSON.stringify(
        wanted.map(({ name, fields, resources }) => ({ name, ...fields, resources })),
        null,
        2,
      ),
    );
    return 0;
  }
  if (!URL.canParse(url)) throw new UsageError(`${url} is no address`);
  if (organization === undefined)
    throw new UsageError('expected --organization NAME: who publishes, as the portal calls it');
  if (wanted.some(({ fields }) => fields['maintainer_email'] === undefined))
    throw new UsageError('the portal wants an e-mail address: publisher.contact in hankekartta.config.json is none');
  const token = readVariable(TOKEN);
  if (token === undefined && !dryRun) throw new UsageError(`expected the portal's API token in ${TOKEN}`);
  try {
    for (const each of wanted) {
      const existing = await callAction(url, 'package_show', { id: each.name }, token);
      const step = planStep(each, existing, createAddresses(settings.siteUrl).base);
      print(describeStep(step));
      if (!dryRun && step.action !== 'none') await callAction(url, step.action, step.payload, token);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof PortalError)) throw error;
    say(`hankekartta: ${error.message}`);
    return 1;
  }
}
