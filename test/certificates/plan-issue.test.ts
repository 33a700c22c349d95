import { beforeEach, describe, expect, it } from 'vitest'
import type { Certificate, CertificateEvent } from '../../functions/certificates/certificate/certificate.ts'
import { certificateIdIn } from '../../functions/certificates/certificate/certificate-id.ts'
import { certificateMoved } from '../../functions/certificates/certificate/certificate-store.ts'
import { afterEvent } from '../../functions/certificates/certificate/standing.ts'
import { certificateKeys } from '../../functions/certificates/keys.ts'
import { DAY } from '../../shared/kernel/time.ts'
import { certificationWorld } from '../certification/applications/applying.ts'
import { appAt } from '../certification/fixture.ts'
import { NOON } from '../kit.ts'
import type { ReviewWorld } from '../review/fixture.ts'
import { decided, itemAt, person } from '../world.ts'
import {
  certificateAt,
  certificateById,
  certificateEventsOf,
  certified,
  certifiedAnew,
  cleared,
  standingAt,
} from './certifying.ts'

const YEAR = 365 * DAY

describe('W7 the certificate in the commit that certifies', () => {
  let at: ReviewWorld
  beforeEach(() => {
    at = certificationWorld()
  })

  const moves = async (of: Certificate, on: CertificateEvent) => {
    const after = afterEvent(of, { on, at: at.time.now, reason: 'misuse' })
    expect(await at.table.commit([certificateMoved(of, on, after, undefined)])).toEqual({ kind: 'committed' })
    return after
  }

  it('is issued for a year, under an id that nobody can guess, with the name that takes effect', async () => {
    const of = await certified(at)
    const certificate = certificateAt(at, of)
    expect(certificateIdIn(certificate.id)).toBe(certificate.id)
    expect(certificate).toMatchObject({
      ...{ appId: of.appId, accountId: of.user.accountId, application: of.id, kind: 'individual', status: 'valid' },
      ...{ name: '晨光读书会', issuedAt: at.time.now, validUntil: at.time.now + YEAR, checkedAt: at.time.now },
    })
    expect(certificate.names.map(({ name }) => name)).toEqual(['晨光读书'])
    expect(certificate.organisation).toBeUndefined()
    expect(appAt(at, { id: of.appId })).toMatchObject({ certificate: certificate.id, certifiedName: '晨光读书会' })
    expect(itemAt(at, certificateKeys.held(of.user.accountId, certificate.id))).toBeDefined()
    expect(certificateEventsOf(at, of).map(({ type, data }) => [type, data.certificate])).toEqual([
      ['certification.certified', certificate.id],
    ])
  })

  it.each([
    ['within the last 90 days, for a year more', YEAR - 40 * DAY, 2 * YEAR],
    ['before that, for a year from then', YEAR - 100 * DAY, 2 * YEAR - 100 * DAY],
    ['after it has expired, for a year from then', YEAR + 10 * DAY, 2 * YEAR + 10 * DAY],
  ])('keeps its id where the same renew it %s', async (_when, after, until) => {
    const of = await certified(at)
    const before = certificateAt(at, of)
    at.time.now = NOON + after
    const start = at.time.now
    const anew = await certifiedAnew(at, of)
    const now = certificateAt(at, of)
    expect(now).toMatchObject({ id: before.id, application: anew.id, status: 'valid', issuedAt: before.issuedAt })
    // What an application takes here is some minutes at most.
    expect(Math.abs(now.validUntil - (before.issuedAt + until))).toBeLessThan(
      after > YEAR - 90 * DAY && after < YEAR ? 1 : DAY,
    )
    expect(now.checkedAt).toBeGreaterThanOrEqual(start)
    expect(standingAt(at, now).status).toBe('valid')
    const types = certificateEventsOf(at, of).map(({ type }) => type.replace('certification.', ''))
    const expired = after > YEAR ? ['expired'] : []
    expect(types).toEqual(['certified', ...expired, 'certified', 'renewed'])
    expect(now.steps.map(({ on }) => on)).toEqual(['issued', ...expired, 'renewed'])
  })

  it('that is suspended counts for longer and stays that, under the same id', async () => {
    const of = await certified(at)
    const before = await moves(certificateAt(at, of), 'suspended')
    at.time.now = NOON + YEAR - 40 * DAY
    await certifiedAnew(at, of)
    expect(certificateAt(at, of)).toMatchObject({
      ...{ id: before.id, status: 'suspended', validUntil: before.validUntil + YEAR },
    })
    expect(certificateEventsOf(at, of).at(-1)).toMatchObject({ type: 'certification.renewed' })
  })

  it('that was revoked is another, and the old one stays what it was', async () => {
    const of = await certified(at)
    const before = await moves(certificateAt(at, of), 'revoked')
    await certifiedAnew(at, of)
    const now = certificateAt(at, of)
    expect(now.id).not.toBe(before.id)
    expect(certificateById(at, before.id)).toMatchObject({ status: 'revoked', steps: before.steps })
  })

  it('of another subject is another, and the old one is replaced, which is told', async () => {
    const of = await certified(at)
    const before = certificateAt(at, of)
    const other = { ...before, heldSince: (before.heldSince ?? 0) - DAY }
    await at.table.commit([certificateMoved(before, 'reminded', other, undefined)])
    await certifiedAnew(at, of)
    const now = certificateAt(at, of)
    expect(now.id).not.toBe(before.id)
    expect(certificateById(at, before.id)).toMatchObject({ status: 'revoked', steps: [{}, { reason: 'replaced' }] })
    expect(certificateEventsOf(at, of).map(({ type, data }) => [type, data.certificate])).toEqual([
      ['certification.certified', before.id],
      ['certification.revoked', before.id],
      ['certification.certified', now.id],
    ])
  })

  it('of whoever became nobody and somebody again is another, and the old one ended when they became nobody', async () => {
    const of = await certified(at)
    const before = certificateAt(at, of)
    at.time.now += DAY
    await cleared(at, of.user)
    const endedAt = at.time.now
    at.time.now += DAY
    await decided(at, { user: of.user, who: person('match', 0) })
    await certifiedAnew(at, of)
    expect(certificateAt(at, of).id).not.toBe(before.id)
    expect(certificateById(at, before.id).steps.at(-1)).toMatchObject({ on: 'identity_ended', at: endedAt })
  })

  it('keeps the number for as long as it counts, and the one before no longer', async () => {
    const of = await certified(at)
    const numbers = () =>
      at.table.items().flatMap(({ sk, until }) => (sk.startsWith('APPLICATION_NUMBER#') ? [[sk, until]] : []))
    const { application, validUntil } = certificateAt(at, of)
    expect(numbers()).toEqual([[`APPLICATION_NUMBER#${application}`, validUntil + 2 * DAY]])
    at.time.now = validUntil - DAY
    const anew = await certifiedAnew(at, of)
    const now = certificateAt(at, of)
    expect(numbers()).toEqual([[`APPLICATION_NUMBER#${anew.id}`, now.validUntil + 2 * DAY]])
    expect(now.hasNumber).toBe(true)
  })
})
