import { type Millis, SECOND } from '../../../shared/kernel/time.ts'
import type { PublicKeySource } from '../../../shared/vault/public-key.ts'
import type { Signer } from '../../../shared/vault/signer.ts'
import { compactJws, type Jwk, jwkOf, signingInput } from './jose.ts'
import type { Statement } from './statement-view.ts'

/** W7 no answer about a certificate is older. */
const LIFE: Millis = 60 * SECOND

/** How long one that is signed serves for others who ask; those may keep it for the rest of its life. */
const SERVES: Millis = 30 * SECOND

/** How many are kept: the one that was signed first goes first. */
const MOST = 500

export type SignedStatement = Statement & { signed: string }

type Kept = { said: string; at: Millis; statement: SignedStatement }

/** Signs statements, each at most once in half a minute. */
export type StatementSigner = {
  keys(): Promise<Jwk[]>
  /** The statement signed, and how long it may be kept still (ms). */
  sign(statement: Statement, now: Millis): Promise<{ statement: SignedStatement; life: Millis }>
}

/** What it says, whenever. */
const saidIn = ({ asOf: _, ...said }: Statement): string => JSON.stringify(said)

/**
 * Signs by one key, whose public half is asked for once. A statement that says what one of the last half minute said is that one: whoever asks gets what was
 * read for them, signed a moment ago, and KMS is not called for each. What has changed since is signed anew. One call to KMS, or none.
 */
export const statementSigner = ({
  signer,
  publicKey,
}: {
  signer: Signer
  publicKey: PublicKeySource
}): StatementSigner => {
  let known: Promise<Jwk> | undefined
  const kept = new Map<string, Kept>()
  const key = async (): Promise<Jwk> => {
    known ??= publicKey.read().then(jwkOf)
    try {
      return await known
    } catch (error) {
      known = undefined
      throw error
    }
  }
  const keep = (id: string, one: Kept): void => {
    kept.delete(id)
    kept.set(id, one)
    const [oldest] = kept.keys()
    if (kept.size > MOST && oldest !== undefined) kept.delete(oldest)
  }
  return {
    keys: async () => [await key()],
    async sign(statement, now) {
      const [id, said] = [statement.id ?? '', saidIn(statement)]
      const before = kept.get(id)
      const age = before ? now - before.at : SERVES
      if (before && before.said === said && age >= 0 && age < SERVES)
        return { statement: before.statement, life: LIFE - age }
      const input = signingInput((await key()).kid, statement)
      const { signature } = await signer.sign(input)
      const signed = { ...statement, signed: compactJws(input, Buffer.from(signature, 'base64')) }
      keep(id, { said, at: now, statement: signed })
      return { statement: signed, life: LIFE }
    },
  }
}
