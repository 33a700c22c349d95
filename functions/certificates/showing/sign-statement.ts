import { atFirstUse } from '../../../shared/kernel/at-first-use.ts'
import { type Millis, SECOND } from '../../../shared/kernel/time.ts'
import type { PublicKeySource } from '../../../shared/vault/public-key.ts'
import { isNotLet, type Signer } from '../../../shared/vault/signer.ts'
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

/** A key of ours: signs, and tells its public half. */
export type AttestingKey = { signer: Signer; publicKey: PublicKeySource }

/** Signs statements, each at most once in half a minute. */
export type StatementSigner = {
  /** The keys by which statements are proven, the one that signs first. Each is asked for once. */
  keys(): Promise<Jwk[]>
  /** The statement signed, and how long it may be kept still (ms). */
  sign(statement: Statement, now: Millis): Promise<{ statement: SignedStatement; life: Millis }>
}

/** What it says, whenever. */
const saidIn = ({ asOf: _, ...said }: Statement): string => JSON.stringify(said)

type Known = { signer: Signer; jwk: () => Promise<Jwk> }

const signedBy = async ({ signer, jwk }: Known, statement: Statement): Promise<SignedStatement> => {
  const input = signingInput((await jwk()).kid, statement)
  const { signature } = await signer.sign(input)
  return { ...statement, signed: compactJws(input, Buffer.from(signature, 'base64')) }
}

/** Signs by the first key that lets us: while a release is rolled out, the one that signs from now on is not the first for every function yet. */
const signedByOneOf = async ([key, ...others]: readonly Known[], statement: Statement): Promise<SignedStatement> => {
  if (!key) throw new Error('there is no key to sign statements by')
  try {
    return await signedBy(key, statement)
  } catch (error) {
    if (others.length === 0 || !isNotLet(error)) throw error
    return signedByOneOf(others, statement)
  }
}

/**
 * Signs by the first of the keys, and shows them all. A statement that says what one of the last half minute said is that one: whoever asks gets what was
 * read for them, signed a moment ago, and KMS is not called for each. What has changed since is signed anew. One call to KMS, or none.
 */
export const statementSigner = (keys: readonly AttestingKey[]): StatementSigner => {
  const all = keys.map(
    ({ signer, publicKey }): Known => ({
      signer,
      jwk: atFirstUse(() => publicKey.read().then(jwkOf)),
    }),
  )
  const kept = new Map<string, Kept>()
  const keep = (id: string, one: Kept): void => {
    kept.delete(id)
    kept.set(id, one)
    const [oldest] = kept.keys()
    if (kept.size > MOST && oldest !== undefined) kept.delete(oldest)
  }
  return {
    keys: () => Promise.all(all.map(({ jwk }) => jwk())),
    async sign(statement, now) {
      const [id, said] = [statement.id ?? '', saidIn(statement)]
      const before = kept.get(id)
      const age = before ? now - before.at : SERVES
      if (before && before.said === said && age >= 0 && age < SERVES)
        return { statement: before.statement, life: LIFE - age }
      const signed = await signedByOneOf(all, statement)
      keep(id, { said, at: now, statement: signed })
      return { statement: signed, life: LIFE }
    },
  }
}
