import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import type { Verification } from '../../../clients/typescript/src/index.ts'
import { scan, verificationNow } from '../../../local/demo/user.ts'
import { DAY, HOUR, MINUTE } from '../../../shared/kernel/time.ts'
import { type Outcome, outcomeOf } from '../../../web/user/result/outcome.ts'
import { outcomeTexts } from '../../../web/user/result/outcome-texts.ts'
import type { Instance } from '../../flows/instance.ts'
import { begunWay } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { swept } from '../looks/judged.ts'
import { tabbed } from '../looks/keyboard.ts'
import { laidOut } from '../looks/layout.ts'
import { pictured } from '../looks/pictured.ts'
import { returnAsItWas } from '../visit/network.ts'
import { signedIn } from '../visit/signed-in.ts'

type Some = Partial<Verification>

/** What the service answers in each state of a verification that was paid, from one that really was; `now`: its time. */
const answers = (real: Verification, now: number): Verification[] => {
  const at = (ms: number): string => new Date(now + ms).toISOString()
  const [refund] = real.refunds
  if (!refund) throw new Error('nothing went back')
  const unpaid = { order: { ...real.order, status: 'closed', paidAt: null, channel: null, outTradeNo: null } } as const
  const open = { ...unpaid.order, status: 'created', expiresAt: at(25 * MINUTE) } as const
  const allBack: Some = { refunds: [{ ...refund, amountFen: refund.paidFen, status: 'on_its_way', backAt: null }] }
  const undecided: Some = { order: { ...real.order, status: 'paid' }, refunds: [], decidedAt: null, retryAt: null }
  const undetermined: Some = { ...allBack, status: 'undetermined', retryAt: at(HOUR) }
  const cancelled: Some = { ...unpaid, status: 'cancelled', refunds: [], retryAt: null }
  const states: Some[] = [
    { status: 'awaiting_payment', order: open, refunds: [], decidedAt: null, retryAt: null },
    { status: 'awaiting_payment', order: { ...open, expiresAt: at(-1) }, refunds: [], decidedAt: null, retryAt: null },
    { ...undecided, status: 'queued' },
    { ...undecided, status: 'checking' },
    { status: 'verified', refunds: [], retryAt: null },
    { status: 'mismatch' },
    { ...allBack, status: 'no_record', retryAt: at(3 * DAY) },
    { ...allBack, status: 'identity_in_use', retryAt: null },
    { ...undetermined, reason: 'result_unknown', retryAt: null },
    {
      ...undetermined,
      reason: 'vendor_unavailable',
      refunds: [{ ...refund, status: 'owed', takenAt: null, backAt: null }],
    },
    { ...undetermined, reason: 'service_fault', refunds: [{ ...refund, status: 'needs_person', backAt: null }] },
    { ...undetermined, reason: 'vendor_daily_limit' },
    { ...undetermined, reason: 'vendor_refused' },
    { ...undetermined, reason: 'number_segment_unsupported' },
    { ...undetermined, reason: 'data_unsupported' },
    { ...undetermined, reason: 'data_just_checked' },
    { ...cancelled, reason: 'cancelled_by_user' },
    { ...cancelled, reason: 'account_banned' },
    {
      ...cancelled,
      reason: 'wrong_amount_paid',
      refunds: [{ ...refund, cause: 'wrong_amount', paidFen: 700, amountFen: 700 }],
    },
    { ...cancelled, status: 'expired' },
  ]
  return states.map((state) => ({ ...real, reason: null, ...state }))
}

/** Has the page see another state of its verification, without loading it anew. */
const turnTo = async (page: Page, title: string): Promise<void> => {
  await returnAsItWas(page)
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
}

type Told = { outcome: Outcome; title: string; show: () => Promise<void> }

/** A page that is told of one state after the other. */
const pageOf = async (open: () => Promise<Page>, instance: Instance): Promise<{ page: Page; all: Told[] }> => {
  const { platform } = instance
  const way = await begunWay(instance, 'mismatch', 'membership')
  await scan(platform, way.codeUrl)
  await platform.pass('1m')
  const page = await open()
  await signedIn(page, way.user)
  const now = instance.engine.now()
  const states = answers(await verificationNow(platform, way.user, way.id), now)
  let told = states[0]
  await page.route(`**/v1/verifications/${way.id}`, (route) => route.fulfill({ json: told }))
  await page.goto('/verify/result')
  const all = states.map((state) => {
    const outcome = outcomeOf(state, now)
    const { title } = outcomeTexts.zh[outcome]
    const show = (): Promise<void> => {
      told = state
      return turnTo(page, title)
    }
    return { outcome, title, show }
  })
  return { page, all }
}

/** Each is about half of all states. */
const HALVES = [0, 1] as const

describe('step 3 looks as it should', () => {
  test.for(HALVES)('in every state, half %i', async (half, { open, instance }) => {
    const { page, all } = await pageOf(open, instance)
    for (const { outcome, show } of all.filter((_one, at) => at % 2 === half)) {
      await show()
      await laidOut(page)
      await pictured(page, `result-${outcome}`)
    }
    expect(all.map(({ outcome }) => outcome).toSorted()).toEqual(Object.keys(outcomeTexts.zh).toSorted())
  })

  test.for(['awaiting_payment', 'mismatch', 'vendor_unavailable'] as const)(
    'in every look: %s',
    async (wanted, { open, instance }) => {
      const { page, all } = await pageOf(open, instance)
      await all.find(({ outcome }) => outcome === wanted)?.show()
      await swept(page, `result-${wanted}`)
      expect(await tabbed(page)).toContain('查看订单和收据')
    },
  )
})
