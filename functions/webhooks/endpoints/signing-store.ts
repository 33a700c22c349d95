import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Item, Update } from '../../../shared/table/write.ts'
import type { KeyRing } from '../../../shared/vault/key-ring.ts'
import type { Binding } from '../../../shared/vault/sealing.ts'
import { bySecret, newSigningSecret, type Signer } from '../../outgoing/signed-request.ts'
import type { Endpoint, Signing } from './endpoint.ts'
import { endpointSaved } from './endpoint-store.ts'
import { byKeyPair, newKeyPair } from './key-pair.ts'

/** Opens for this endpoint only. */
const bindingOf = (endpointId: string, attribute: 'secret' | 'seed'): Binding => ({
  dataSet: 'endpoint_signing',
  key: endpointId,
  attribute,
})

/** A new secret in the clear, to be shown once, and with a new key pair as they are kept. */
export const newSigning = (
  ring: KeyRing,
  endpointId: string,
  ids: Pick<Ids, 'secret'>,
): { secret: string; signing: Signing } => {
  const secret = newSigningSecret(ids)
  const { seed, publicKey } = newKeyPair(ids)
  return {
    secret,
    signing: {
      secret: ring.seal(bindingOf(endpointId, 'secret'), secret),
      seed: ring.seal(bindingOf(endpointId, 'seed'), seed),
      publicKey,
    },
  }
}

/** What signs at `now`: the newest first, and what came before for its time only. */
const inForce = ({ secret, seed, publicKey, previous = [] }: Endpoint, now: Millis): Signing[] => [
  { secret, seed, publicKey },
  ...previous.filter(({ until }) => until > now),
]

/** Signs as every secret and every key pair of an endpoint that is in force. Throws `NotSealedHere` for one that cannot be opened. */
export const signersOf = (ring: KeyRing, endpoint: Endpoint, now: Millis): Signer[] => {
  const all = inForce(endpoint, now)
  return [
    ...all.map(({ secret }) => bySecret(ring.unseal(bindingOf(endpoint.id, 'secret'), secret))),
    ...all.map(({ seed }) => byKeyPair(ring.unseal(bindingOf(endpoint.id, 'seed'), seed))),
  ]
}

/** Whether what signs can still be opened: what cannot would hold up every delivery for as long as it has to sign. */
export const canSign = (ring: KeyRing, { secret, seed }: Signing): boolean =>
  [secret, seed].every((kept) => ring.age(kept) !== 'gone')

/** An endpoint whose secrets and keys move to the current version of the key; undefined where they are under it, or cannot be opened. */
export const endpointResealed = (ring: KeyRing, endpoint: Endpoint, before: Item, now: Millis): Update | undefined => {
  const previous = (endpoint.previous ?? []).filter(({ until }) => until > now)
  const ages = new Set([endpoint, ...previous].flatMap(({ secret, seed }) => [ring.age(secret), ring.age(seed)]))
  if (ages.has('gone') || !ages.has('older')) return undefined
  const again = (kept: string, attribute: 'secret' | 'seed'): string => {
    const binding = bindingOf(endpoint.id, attribute)
    return ring.seal(binding, ring.unseal(binding, kept))
  }
  const resealed = <S extends Signing>(of: S): S => ({
    ...of,
    secret: again(of.secret, 'secret'),
    seed: again(of.seed, 'seed'),
  })
  return endpointSaved({ ...resealed(endpoint), previous: previous.map(resealed) }, before, false)
}
