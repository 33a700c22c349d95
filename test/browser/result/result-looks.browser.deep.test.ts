import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { scan, verificationNow } from '../../../local/demo/user.ts'
import { type Outcome, outcomeOf } from '../../../web/user/result/outcome.ts'
import { outcomeTexts } from '../../../web/user/result/outcome-texts.ts'
import type { Instance } from '../../flows/instance.ts'
import { begunWay } from '../../flows/way.ts'
import { statesOf } from '../../web/outcome-states.ts'
import { test } from '../browser-test.ts'
import { swept } from '../looks/judged.ts'
import { tabbed } from '../looks/keyboard.ts'
import { laidOut } from '../looks/layout.ts'
import { pictured } from '../looks/pictured.ts'
import { returnAsItWas } from '../visit/network.ts'
import { signedIn } from '../visit/signed-in.ts'

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
  const states = statesOf(await verificationNow(platform, way.user, way.id), now)
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
