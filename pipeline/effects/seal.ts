import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const [KEY_BYTES, NONCE_BYTES, TAG_BYTES, NAME_LETTERS] = [32, 12, 16, 40];
/** Keeps these hashes apart from every other hash of the same bytes. */
const PURPOSE = 'hankekartta: sealed with a document\n';

/** What a seal adds, in bytes. */
export const SEAL_BYTES = NONCE_BYTES + TAG_BYTES;

/**
 * What is made of documents names persons before it is redacted, so whatever of it outlasts a run is sealed with a secret that only the
 * documents' own bytes give: nobody reads it who doesn't have the documents, and nobody at all once they are gone. (The SHA-256 of a
 * document, which is published, is another hash and doesn't help.) The cipher's tag also tells every damaged byte.
 */
export class Secret {
  /** One string, since a run holds a secret for each of its documents. */
  readonly #digest: string;

  constructor(digest: string) {
    this.#digest = digest;
  }

  get #bytes(): Buffer {
    return Buffer.from(this.#digest, 'base64');
  }

  get #key(): Buffer {
    return this.#bytes.subarray(0, KEY_BYTES);
  }

  /** The seal of what is made of these bytes. */
  seal(plain: Uint8Array, label: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(label));
    const text = cipher.update(plain);
    cipher.final();
    return Buffer.concat([nonce, cipher.getAuthTag(), text]);
  }

  /** `undefined` for what was not sealed with this secret and label, or is not as it was. */
  open(sealed: Uint8Array, label: string): Buffer | undefined {
    if (sealed.length < SEAL_BYTES) return undefined;
    const decipher = createDecipheriv(CIPHER, this.#key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAuthTag(sealed.subarray(NONCE_BYTES, SEAL_BYTES)).setAAD(Buffer.from(label));
    try {
      const plain = decipher.update(sealed.subarray(SEAL_BYTES));
      decipher.final();
      return plain;
    } catch {
      return undefined;
    }
  }

  /** A name that tells nobody what it names: hexadecimal, the same for the same text. */
  nameOf(text: string): string {
    return createHmac('sha256', this.#bytes.subarray(KEY_BYTES)).update(text).digest('hex').slice(0, NAME_LETTERS);
  }

  /** A secret that only who has all of some secrets has. */
  with(others: readonly Secret[]): Secret {
    return toSecret(this.#bytes, ...others.map((other) => other.#bytes));
  }
}

/** The secret of some bytes. */
export function toSecret(...parts: readonly Uint8Array[]): Secret {
  const hash = createHash('sha512').update(PURPOSE);
  for (const part of parts) hash.update(part);
  return new Secret(hash.digest('base64'));
}

/** A secret that nobody else will ever have. */
export const makeSecret = (): Secret => toSecret(randomBytes(KEY_BYTES));
