import { beforeEach, describe, expect, it } from 'vitest'
import type { Certificate } from '../../functions/certificates/certificate/certificate.ts'
import { certificateMoved } from '../../functions/certificates/certificate/certificate-store.ts'
import { afterEvent } from '../../functions/certificates/certificate/standing.ts'
import { handCertificate } from '../../functions/certificates/handing/plan-handover.ts'
import { certificateKeys } from '../../functions/certificates/keys.ts'
import { DAY } from '../../shared/kernel/time.ts'
import { type Applied, administrator, certificationWorld } from '../certification/applications/applying.ts'
import type { ReviewWorld } from '../review/fixture.ts'
import { itemAt } from '../world.ts'
import { certificateAt, certified, cleared, followed, standingAt } from './certifying.ts'

describe('W8 the certificate of an app that another account takes on', () => {
  let at: ReviewWorld
  let of: Applied
  let to: Applied['user']
  beforeEach(async () => {
    at = certificationWorld()
    of = await certified(at)
    to = (await administrator(at, '夜航船', 1)).user
  })

  const planned = () =>
    handCertificate({ ...at, now: at.time.now }, { certificate: certificateAt(at, of).id }, to.accountId)
  const handed = async (): Promise<Certificate> => {
    expect(await at.table.commit(await planned())).toEqual({ kind: 'committed' })
    return certificateAt(at, of)
  }

  it('counts as before, and hangs on who that account is', async () => {
    const before = certificateAt(at, of)
    at.time.now += DAY
    const { accountId, epoch, wakeAt: _wake, hasNumber, changes: _changes, steps, ...after } = await handed()
    expect([accountId, epoch, hasNumber]).toEqual([to.accountId, 0, undefined])
    expect(before).toMatchObject(after)
    // Whoever looks it up reads that somebody else speaks for it by now.
    expect(steps).toEqual([...before.steps, { at: at.time.now, on: 'handed_over', status: 'valid' }])
    expect(itemAt(at, certificateKeys.held(of.user.accountId, before.id))).toBeUndefined()
    expect(itemAt(at, certificateKeys.held(to.accountId, before.id))).toBeDefined()
    // What was texted to whoever administered it before is not known any more.
    expect(at.table.items().filter(({ sk }) => sk.startsWith('APPLICATION_NUMBER#'))).toEqual([])
    await cleared(at, of.user)
    expect(standingAt(at, certificateAt(at, of)).status).toBe('valid')
    await cleared(at, to)
    expect(standingAt(at, certificateAt(at, of)).status).toBe('revoked')
    expect(await followed(at, before)).toBe('identity_ended')
  })

  it('is handed over to nobody who became somebody else in between, nor by one', async () => {
    for (const user of [to, of.user]) {
      const writes = await planned()
      await cleared(at, user)
      expect(await at.table.commit(writes)).toMatchObject({ kind: 'conflict' })
    }
    expect(await planned()).toEqual([])
  })

  it('is none that has ended, also where nobody has written that down', async () => {
    at.time.now = certificateAt(at, of).validUntil
    expect(await planned()).toEqual([])
    expect(await handCertificate({ ...at, now: at.time.now }, {}, to.accountId)).toEqual([])
  })

  it('stays suspended', async () => {
    const before = certificateAt(at, of)
    const after = afterEvent(before, { on: 'suspended', at: at.time.now, reason: 'misuse' })
    await at.table.commit([certificateMoved(before, 'suspended', after, undefined)])
    expect(await handed()).toMatchObject({ status: 'suspended', accountId: to.accountId })
  })
})
