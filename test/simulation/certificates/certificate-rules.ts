import {
  type Certificate,
  type CertificateStep,
  certificateTransitions,
} from '../../../functions/certificates/certificate/certificate.ts'
import { endedBy } from '../../../functions/certificates/certificate/standing.ts'
import { certificateKeys } from '../../../functions/certificates/keys.ts'
import { appOf } from '../../../functions/certification/apps/app-store.ts'
import { heldIdentity } from '../../../functions/gate/identity-store.ts'
import { gateKeys } from '../../../functions/gate/keys.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { type Item, nameOf } from '../../../shared/table/write.ts'
import { certificatesIn, eventsIn, holderOf, itemIn, standingIn } from './certificate-items.ts'

const isSame = (one: CertificateStep | undefined, other: CertificateStep | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/**
 * What was told of a certificate is told ever after. A request that looked at the clock before its end may be done after it, as if it had been before; nothing
 * else takes anything back.
 */
const takenBack = (before: readonly CertificateStep[], after: readonly CertificateStep[]): boolean => {
  const at = before.findIndex((step, nth) => !isSame(step, after[nth]))
  const [was, is] = [before[at], after[at]]
  return was !== undefined && !(was.on === 'expired' && is !== undefined && is.at < was.at)
}

const isAllowed = (from: string, { on, status }: CertificateStep): boolean =>
  certificateTransitions.some(
    (row) =>
      row.on === on && row.from.some((one) => one === from) && ('to' in row ? row.to === status : from === status),
  )

/** Each of its steps is one that its table knows, from where the one before had led, and none is before that. */
const stepFaults = ({ id, steps, status }: Certificate): string[] => [
  ...steps.flatMap((step, nth) => {
    const was = steps[nth - 1]
    if (!was) return step.on === 'issued' ? [] : [`${id} begins with ${step.on}`]
    return [
      ...(isAllowed(was.status, step) ? [] : [`${was.status} became ${step.status} by ${step.on}`]),
      ...(step.at >= was.at ? [] : [`${step.on} before ${was.on}`]),
    ]
  }),
  ...(steps.at(-1)?.status === status ? [] : [`it is ${status}, and became ${steps.at(-1)?.status}`]),
]

const CERTIFIED = 'certification.certified'
const told: Readonly<Record<CertificateStep['on'], readonly string[]>> = {
  issued: [CERTIFIED],
  renewed: [CERTIFIED, 'certification.renewed'],
  prolonged: [CERTIFIED, 'certification.renewed'],
  expired: ['certification.expired'],
  suspended: ['certification.suspended'],
  reinstated: ['certification.reinstated'],
  revoked: ['certification.revoked'],
  identity_ended: ['certification.revoked'],
  replaced: ['certification.revoked'],
  reminded: ['nothing'],
  // The platform hears of it by the app (app.handed_over).
  handed_over: [],
}

/** The platform hears of each of its steps in their commits, and of nothing else; of each reminder once. */
const toldFaults = (items: readonly Item[], of: Certificate): string[] => {
  const events = eventsIn(items, of)
  const are = events.flatMap(({ type }) => (type === 'certification.ends' ? [] : [type]))
  const should = of.steps.flatMap(({ on }) => told[on])
  const reminders = events
    .filter(({ type }) => type === 'certification.ends')
    .map(({ data }) => `${data.until} ${data.days}`)
  return [
    ...(are.join() === should.join() ? [] : [`told ${are}, and it was ${should}`]),
    ...(new Set(reminders).size === reminders.length ? [] : ['reminded twice']),
  ]
}

/** It hangs on who administers the app: nobody's, or somebody else's, does not count. */
const holderFaults = (items: readonly Item[], of: Certificate, now: Millis): string[] => {
  const { status } = standingIn(items, of, now)
  const held = heldIdentity(itemIn(items, gateKeys.identity(of.accountId)))
  const isTheirs = held !== undefined && (of.heldSince === undefined || held.verifiedAt === of.heldSince)
  const listed = items.filter(({ sk }) => sk === `CERTIFICATE#${of.id}`).map(nameOf)
  const should = [nameOf(certificateKeys.held(of.accountId, of.id))]
  return [
    ...(status === 'revoked' || isTheirs ? [] : [`${status}, and whoever has it is nobody`]),
    ...(listed.join() === should.join() ? [] : [`on the lists ${listed}`]),
  ]
}

/** An app is certified exactly while its certificate is kept as one that counts, or would. */
const appFaults = (items: readonly Item[]): string[] =>
  items
    .filter(({ sk }) => sk === 'APP')
    .map(appOf)
    .flatMap(({ certificate, certifiedName }) => {
      const kept = certificatesIn(items).find(({ id }) => id === certificate)
      const should = kept?.status === 'valid' || kept?.status === 'suspended'
      const isNamed = !should || kept.name === certifiedName
      return (certifiedName !== undefined) === should && isNamed
        ? []
        : [`${kept?.status}, and its app ${certifiedName}`]
    })

/** What must hold of every commit. */
export const committedFaults = (before: readonly Item[], after: readonly Item[], now: Millis): string[] => {
  const were = new Map(certificatesIn(before).map((one) => [one.id, one]))
  return [
    ...certificatesIn(after).flatMap((one) => {
      const was = were.get(one.id)
      const isTakenBack =
        was !== undefined && takenBack(standingIn(before, was, now).steps, standingIn(after, one, now).steps)
      return [
        ...stepFaults(one),
        ...toldFaults(after, one),
        ...holderFaults(after, one, now),
        ...(isTakenBack ? ['what was told of it is told no more'] : []),
      ]
    }),
    ...(certificatesIn(after).length < were.size ? ['a certificate is gone'] : []),
    ...appFaults(after),
  ]
}

/** What must hold once everybody is done, and whatever was owed is: all that ended one is written down. */
export const certificateFaults = (items: readonly Item[], now: Millis): string[] =>
  certificatesIn(items).flatMap((of) =>
    endedBy(of, holderOf(items, of), now).map(({ on }) => `${on}, and nobody has written that down`),
  )
