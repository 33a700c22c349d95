import { timingSafeEqual } from 'node:crypto'
import { isId } from '../../../shared/kernel/ids.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { App } from '../apps/app.ts'

/** That whoever has a code may take an app on: by what the code is kept, and since and until when (epoch ms). */
export type Handover = { hash: string; askedAt: Millis; until: Millis }

/** The code of a handover names its app, so that it is found, and holds a secret. */
export const handoverCode = (appId: string, secret: string): string => `${appId}.${secret}`

/** Which app a code names; undefined in what is none. */
export const appInCode = (code: string): string | undefined => {
  const [id = '', secret = ''] = code.split('.')
  return isId(id) && secret !== '' ? id : undefined
}

/** The handover of an app that is open at `now`: by the clock alone, whether or not anybody has looked since. */
export const openHandover = (
  { handoverHash: hash, handoverAskedAt: askedAt, handoverUntil: until }: App,
  now: Millis,
): Handover | undefined =>
  hash !== undefined && askedAt !== undefined && until !== undefined && now < until
    ? { hash, askedAt, until }
    : undefined

/** Whether a code, as it would be kept, is that of a handover. */
export const isOf = ({ hash }: Handover, kept: string): boolean => {
  const [ours, theirs] = [Buffer.from(hash), Buffer.from(kept)]
  return ours.length === theirs.length && timingSafeEqual(ours, theirs)
}

/** A person is certified to administer it themselves; of an organisation somebody else may. */
export const isBoundToPerson = ({ certifiedName, certifiedFor }: App): boolean =>
  certifiedName !== undefined && (certifiedFor === undefined || certifiedFor === 'individual')
