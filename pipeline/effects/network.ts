/** The network: only what a command says to another server. */

/** An answer of a server: its status and its JSON, if it is any. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Sends JSON and reads JSON. Throws where no server answers within half a minute. */
export async function postJson(url: string, body: unknown, token: string | undefined): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      ...(token === undefined ? {} : { Authorization: token }),
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
    redirect: 'error',
  });
  const text = await response.text();
  try {
    return { status: response.status, body: JSON.parse(text) as unknown };
  } catch {
    return { status: response.status, body: undefined };
  }
}
