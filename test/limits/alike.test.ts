import { describe, expect, it } from 'vitest'
import { askSmsReport } from '../../functions/account/codes/ask-sms-report.ts'
import { authenticate } from '../../functions/account/sessions/authenticate.ts'
import { newSessionToken } from '../../functions/account/sessions/session-store.ts'
import { newMessageToken } from '../../functions/account/tokens/message-token.ts'
import { bearerClaim } from '../../functions/messaging/sending/find-sender.ts'
import { send } from '../../functions/messaging/sending/send.ts'
import { submit } from '../../functions/verification/submission/submit.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { HOUR } from '../../shared/kernel/time.ts'
import { askCode, easy, lastCode, otherThan, signedInAs, typeCode, type World, world } from '../account/fixture.ts'
import { codeOf, OTHER_PHONE, PHONE, valueIn } from '../kit.ts'
import { person as sender, world as senders } from '../messaging/fixture.ts'
import { world as checking, cost, decided, enter, person, submission } from '../world.ts'

/** What somebody outside sees of a step: the answer, without what is new each time, and what it takes. */
const seen = async (at: World, step: () => Promise<unknown>) => {
  const before = [at.table.calls(), at.vault.calls(), at.texts.length, at.asked.length]
  const answer = JSON.stringify(await step()).replace(/[0-9a-f]{32}/g, 'id')
  const after = [at.table.calls(), at.vault.calls(), at.texts.length, at.asked.length]
  return { answer, took: after.map((count, which) => count - (before[which] ?? 0)) }
}

/** One number that has an account, signed in an hour ago, and one that has none. */
const oneKnown = async () => {
  const at = world(easy)
  const { token, accountId } = await signedInAs(at)
  at.time.now += HOUR
  return { at, token, accountId, numbers: [PHONE, OTHER_PHONE] as const }
}

type Known = Awaited<ReturnType<typeof oneKnown>>

describe('P3 a number that has an account and one that has none are answered alike, at the same cost, when', () => {
  it.each<[what: string, step: (known: Known, phone: string) => Promise<unknown>]>([
    ['a code is asked for', ({ at }, phone) => askCode(at, { phone })],
    [
      'a code is asked for too soon',
      async ({ at }, phone) => {
        valueIn(await askCode(at, { phone }))
        return askCode(at, { phone })
      },
    ],
    ['a code is typed that nobody was sent', ({ at }, phone) => typeCode(at, { phone, code: '123456' })],
    [
      'a wrong code is typed',
      async ({ at }, phone) => {
        valueIn(await askCode(at, { phone }))
        return typeCode(at, { phone, code: otherThan(lastCode(at, phone)) })
      },
    ],
    [
      'wrong codes are typed until no more is taken',
      async ({ at }, phone) => {
        valueIn(await askCode(at, { phone }))
        const code = otherThan(lastCode(at, phone))
        for (let tries = 0; tries < at.settings.sms.tries; tries += 1) await typeCode(at, { phone, code })
        return typeCode(at, { phone })
      },
    ],
    [
      'it is asked what became of a text to another number',
      async ({ at }, phone) => {
        valueIn(await askCode(at, { phone: '18600000000' }))
        const smsCodeId = at.codeIds.get('18600000000') ?? ''
        return askSmsReport(at, { phone, caller: undefined, smsCodeId })
      },
    ],
    [
      'it is asked what became of a text that was not sent',
      ({ at }, phone) => askSmsReport(at, { phone, caller: undefined, smsCodeId: 'f'.repeat(32) }),
    ],
  ])('%s', async (_what, step) => {
    const sights = []
    for (const nth of [0, 1] as const) {
      const known = await oneKnown()
      // A code of the number that was asked for before would be another answer.
      known.at.codeIds.clear()
      sights.push(await seen(known.at, () => step(known, known.numbers[nth])))
    }
    expect(sights[0]).toEqual(sights[1])
  })

  it('a wrong code costs one call of the table and none of KMS', async () => {
    const { at, numbers } = await oneKnown()
    for (const phone of numbers) {
      valueIn(await askCode(at, { phone }))
      const { took } = await seen(at, () => typeCode(at, { phone, code: otherThan(lastCode(at, phone)) }))
      expect(took).toEqual([1, 0, 0, 0])
    }
  })
})

describe('P4 an account there is and one there is not are refused alike, at the same cost', () => {
  it('to a session nobody opened', async () => {
    const { at, accountId } = await oneKnown()
    const [there, nowhere] = [accountId, 'f'.repeat(32)].map((id) => newSessionToken(id, at.ids))
    expect(await seen(at, () => authenticate(at, there))).toEqual(await seen(at, () => authenticate(at, nowhere)))
  })

  it('to a message token nobody made', async () => {
    const at = senders()
    const { accountId } = await sender(at)
    const draft = ok({ title: 't', content: 'c', template: 'txt', channel: 'inbox' } as const)
    const sights = []
    for (const id of [accountId, at.ids.id()]) {
      const before = at.table.calls()
      const code = codeOf(await send(at, bearerClaim(newMessageToken(id, at.ids.below)), draft))
      sights.push({ code, took: at.table.calls() - before })
    }
    expect(sights).toEqual([0, 1].map(() => ({ code: 'unauthenticated', took: 1 })))
  })
})

describe('P3 a person who is known and one who is not', () => {
  it('are refused alike, at the same cost, once five refusals were told on a day', async () => {
    const at = checking()
    const [known, unknown] = [person('match'), person('match', 1)]
    await decided(at, { who: known })
    const user = await enter(at)
    const refusedFor = async (who: typeof known) => {
      const given = await submission(at, user, { who })
      const { value, calls } = await cost(at, () => submit(at, given))
      return { value, calls }
    }
    for (let nth = 0; nth < at.settings.checks.refusalsPerDay; nth += 1)
      expect(codeOf((await refusedFor(known)).value)).toBe('identity_unavailable')
    const told = await refusedFor(known)
    expect(codeOf(told.value)).toBe('too_many_refusals')
    expect(await refusedFor(unknown)).toEqual(told)
  })
})
