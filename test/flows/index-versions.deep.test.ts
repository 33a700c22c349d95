import { afterEach, describe, expect, it } from 'vitest'
import { claimReviewRoute, decideReviewRoute } from '../../functions/review/operator.route.ts'
import { faultsRoute } from '../../functions/sandbox/control.route.ts'
import { typeCard } from '../../local/demo/card.ts'
import { handInCard, uploadCard } from '../../local/demo/document.ts'
import { operatorAt } from '../../local/demo/operator.ts'
import { handInPassport } from '../../local/demo/papers.ts'
import {
  codeToScan,
  moneyAtChannel,
  type Person,
  scan,
  submit,
  type User,
  vendorCalls,
  verificationNow,
} from '../../local/demo/user.ts'
import { cardholderOf } from '../../local/specimens/cardholders.ts'
import { specimenOf } from '../../local/specimens/specimen.ts'
import { faultOf } from '../alarms/misheard.ts'
import type { Instance } from './instance.ts'
import { freshSession } from './platform-session.ts'
import { releases } from './releases.ts'

/** What the rounds that move people have said, the logs of releases before included. */
const linesOf = async ({ engine }: Instance) =>
  (await engine.heard()).filter(({ fn, message }) => fn === 'verification-gather' && message !== 'job')

/** What they said last, behind so many lines. */
const said = async (instance: Instance, before: number): Promise<{ message: string; faults: unknown }> => {
  const lines = (await linesOf(instance)).slice(before)
  const last = lines.at(-1)
  return { message: last?.message ?? '', faults: lines.flatMap((one) => faultOf(one) ?? []) }
}

describe('X5 P11 the key of the person index is replaced while people are verified', () => {
  const { next, end } = releases()
  let before = 0
  const release = async (versions?: string): Promise<Instance> => {
    const running = await next(versions === undefined ? undefined : { INDEX_VERSIONS: versions })
    before = (await linesOf(running)).length
    return running
  }
  afterEach(end)

  const opened = async (instance: Instance, person: Person) => {
    const user: User = { ...(await freshSession(instance)), phone: person.phone }
    const { id, order } = await submit(instance.platform, user, person, 'fee')
    return { user, id, ...(await codeToScan(instance.platform, user, order.id)) }
  }
  const refusal = async (instance: Instance, person: Person): Promise<string> => {
    const user: User = { ...(await freshSession(instance)), phone: person.phone }
    return submit(instance.platform, user, person, 'fee').then(
      () => 'taken',
      (error: { code?: string }) => String(error.code),
    )
  }

  const cardRefusal = async (instance: Instance, person: Person): Promise<string> => {
    const user: User = { ...(await freshSession(instance)), phone: person.phone }
    return typeCard(instance.platform, user, person).then(
      () => 'taken',
      (error: { code?: string }) => String(error.code),
    )
  }

  const checked = ['readable', 'name_same', 'number_same', 'still_valid', 'same_face']

  /** A reviewer of a release approves papers; answers as it was answered. */
  const approved = async (instance: Instance, review: string, name: string): Promise<string> => {
    const { token } = await operatorAt(instance, name, 'reviewer')
    const params = { id: review }
    await instance.platform.must(claimReviewRoute, { token, params })
    const body = { verdict: 'approved', checked, note: '已核对' } as const
    const answer = await instance.platform.call(decideReviewRoute, { token, params, body })
    return 'problem' in answer ? answer.problem.code : 'ok'
  }

  /** Somebody hands in a passport; answers the case, or why there is none. */
  const handedIn = async (instance: Instance, number: string): Promise<string> => {
    const user: User = { ...(await freshSession(instance)), phone: '' }
    return handInPassport(instance.platform, user, number).then(
      ({ review }) => review,
      (error: { code?: string }) => String(error.code),
    )
  }

  it('nor by papers that were handed in before', { timeout: 240_000 }, async () => {
    const first = await release()
    const [one, twice, alone] = [
      await handedIn(first, 'E7000001'),
      await handedIn(first, 'E7000001'),
      await handedIn(first, 'E7000002'),
    ]
    const known = await handedIn(first, 'E7000003')
    expect([await approved(first, one, 'index-first'), await approved(first, known, 'index-known')]).toEqual([
      'ok',
      'ok',
    ])

    const second = await release('v2,v1')
    expect(await handedIn(second, 'E7000003')).toBe('identity_unavailable')
    expect(await approved(second, twice, 'index-twice')).toBe('identity_unavailable')
    expect(await approved(second, alone, 'index-alone')).toBe('ok')
    await second.platform.pass('5m')
    expect(await said(second, before)).toEqual({ message: 'person_index_version_unused', faults: [] })
  })

  it('and nobody is verified twice, before, between or after', { timeout: 240_000 }, async () => {
    const first = await release()
    const [waits, comesBack, stays, hasCard] = [
      await first.person('match'),
      await first.person('match'),
      await first.person('match'),
      await first.person('match'),
    ]
    const hasDocument = await first.person('match')
    const documented = await opened(first, hasDocument)
    await scan(first.platform, documented.codeUrl)
    for (const person of [comesBack, stays, hasCard]) await scan(first.platform, (await opened(first, person)).codeUrl)
    const late = await opened(first, waits)
    await first.platform.pass('2m')
    const early = await opened(first, waits)
    const busy = { target: 'tencent_faceid', mode: 'vendor_busy', times: 1, subject: waits.phone }
    await first.platform.must(faultsRoute, { body: busy })
    // What is in flight is done, and no time passes: the check that was given back waits for half a minute.
    for (const { codeUrl } of [late, early]) {
      await scan(first.platform, codeUrl)
      await first.engine.advance(0)
    }
    expect((await verificationNow(first.platform, early.user, early.id)).status).toBe('verified')
    expect((await verificationNow(first.platform, late.user, late.id)).status).toBe('queued')

    // The worker finds the other under the old version, the form whoever comes anew, the round whoever does not.
    const second = await release('v2,v1')
    expect(await refusal(second, comesBack)).toBe('identity_unavailable')
    expect(await cardRefusal(second, hasCard)).toBe('identity_unavailable')
    const holder = cardholderOf(hasDocument)
    const uploaded = await uploadCard(second.platform, documented.user, {
      front: await specimenOf(holder, 'front'),
      back: await specimenOf(holder, 'back'),
    })
    const document = await handInCard(second.platform, documented.user, uploaded)
    await second.platform.pass('1m')
    const { documents } = second.platform.shiming.withSession(documented.user.token)
    expect(await documents.get(document.id)).toMatchObject({ status: 'proven', valid: true })
    expect((await verificationNow(second.platform, late.user, late.id)).status).toBe('identity_in_use')
    expect(await vendorCalls(second.platform, waits.phone)).toMatchObject({ billed: 1 })
    await second.platform.pass('5m')
    expect(await moneyAtChannel(second.platform, late.outTradeNo)).toEqual({ paidFen: 100, refundedFen: 100 })
    await second.platform.pass('5m')
    expect(await said(second, before)).toEqual({ message: 'person_index_version_unused', faults: [] })

    const third = await release('v2')
    for (const person of [waits, comesBack, stays]) expect(await refusal(third, person)).toBe('identity_unavailable')
    await third.platform.pass('5m')
    expect(await said(third, before)).toEqual({ message: '', faults: [] })

    const careless = await release('v3')
    await careless.platform.pass('5m')
    expect(await said(careless, before)).toEqual({ message: 'person_index_version_gone', faults: [] })
  })
})
