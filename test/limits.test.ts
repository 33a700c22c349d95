import { describe, expect, it } from 'vitest'
import { problems } from '../functions/problems.ts'
import { routes } from '../functions/routes.ts'
import { settings } from '../functions/settings.ts'
import { functions } from '../infra/functions.ts'
import { sandboxFunctions } from '../infra/purposes/sandbox.ts'
import { problemAnswer } from '../shared/http/problem-answer.ts'
import type { Outcome } from '../shared/kernel/outcome.ts'
import { namedSettings } from '../shared/kernel/settings.ts'
import { MINUTE, SECOND } from '../shared/kernel/time.ts'
import { codeOf, refusalOf, valueIn } from './kit.ts'
import { accountDrives } from './limits/account-drives.ts'
import { appDrives } from './limits/app-drives.ts'
import { applicationDrives } from './limits/application-drives.ts'
import { businessDrives } from './limits/business-drives.ts'
import { cardDrives } from './limits/card-drives.ts'
import { caseDrives } from './limits/case-drives.ts'
import { certificateDrives } from './limits/certificate-drives.ts'
import { codeDrives } from './limits/code-drives.ts'
import { documentDrives } from './limits/document-drives.ts'
import { domainDrives } from './limits/domain-drives.ts'
import type { Drive } from './limits/drive.ts'
import { faceDrives } from './limits/face-drives.ts'
import { moneyDrives } from './limits/money-drives.ts'
import { operatorDrives } from './limits/operator-drives.ts'
import { papersDrives } from './limits/papers-drives.ts'
import { profileDrives } from './limits/profile-drives.ts'
import { proofingDrives } from './limits/proofing-drives.ts'
import { reviewDrives } from './limits/review-drives.ts'
import { sendingDrives } from './limits/sending-drives.ts'
import { limits } from './limits/table.ts'
import { unlimited, workers } from './limits/unlimited.ts'

const drives: Readonly<Record<string, Drive>> = {
  ...certificateDrives,
  ...codeDrives,
  ...accountDrives,
  ...moneyDrives,
  ...faceDrives,
  ...cardDrives,
  ...caseDrives,
  ...papersDrives,
  ...profileDrives,
  ...proofingDrives,
  ...documentDrives,
  ...appDrives,
  ...applicationDrives,
  ...domainDrives,
  ...businessDrives,
  ...reviewDrives,
  ...sendingDrives,
  ...operatorDrives,
}

const driveOf = (id: string): Promise<Awaited<ReturnType<Drive>>> => {
  const drive = drives[id]
  if (!drive) throw new Error(`nothing holds the limit ${id}`)
  return drive()
}

/** The header of the answer to somebody who is refused at `now`. */
const waitTold = async (refusal: ReturnType<typeof refusalOf>, now: number) => {
  const told = { acceptLanguage: 'en', requestId: 'r', now }
  const { headers } = await problemAnswer(async () => problems, refusal, told)
  return headers?.['retry-after']
}

const refusing = limits.filter((limit) => 'refuses' in limit)
const lenient = limits.filter((limit) => 'instead' in limit)

describe('P8 P13 a limit', () => {
  it.each(refusing)(
    '$id ($refuses) lets so many pass and refuses the next until it is over',
    async ({ id, refuses }) => {
      const { most, time, once, elsewhere, endsAt } = await driveOf(id)
      for (let nth = 0; nth < most; nth += 1) expect(codeOf(await once()), `the ${nth + 1}. time`).not.toBe(refuses)
      const refusal = refusalOf(await once())
      expect(refusal.code === refuses || refusal.fields?.[0]?.code === refuses).toBe(true)
      expect(refusal.retryAt).toBe(endsAt)
      if (elsewhere) expect(codeOf(await elsewhere()), 'somebody else').not.toBe(refusal.code)
      if (endsAt === undefined) {
        time.now += MINUTE
        expect(codeOf(await once())).toBe(refusal.code)
        return
      }
      expect(await waitTold(refusal, time.now)).toBe(String(Math.ceil((endsAt - time.now) / SECOND)))
      time.now = endsAt - 1
      expect(codeOf(await once())).toBe(refusal.code)
      time.now = endsAt
      expect(codeOf(await once())).not.toBe(refusal.code)
    },
  )

  it.each(lenient)('$id lets so many pass, and does something else until it is over', async ({ id }) => {
    const { most, time, once, elsewhere, isHeld = () => false, endsAt = 0 } = await driveOf(id)
    const isPast = async (outcome: Promise<Outcome<unknown>> | undefined) => outcome && isHeld(valueIn(await outcome))
    for (let nth = 0; nth < most; nth += 1) expect(await isPast(once()), `the ${nth + 1}. time`).toBe(false)
    expect(await isPast(once())).toBe(true)
    expect(await isPast(elsewhere?.()), 'somebody else').not.toBe(true)
    time.now = endsAt - 1
    expect(await isPast(once())).toBe(true)
    time.now = endsAt
    expect(await isPast(once())).toBe(false)
  })
})

describe('the table of limits', () => {
  const named = new Map(routes.map((route) => [route.name, route]))
  const limited = new Set(limits.flatMap((limit) => limit.routes))

  it('has every route, or says why it needs none, and no other', () => {
    const ours = routes.filter(({ sandboxOnly }) => !sandboxOnly).map(({ name }) => name)
    expect([...limited, ...Object.keys(unlimited)].toSorted()).toEqual(ours.toSorted())
  })

  it('says of every function that no route leads to what bounds it', () => {
    const routed = new Set<string>(routes.map(({ fn }) => fn))
    const others = Object.keys(functions).filter((name) => !routed.has(name) && !(name in sandboxFunctions))
    expect(Object.keys(workers).toSorted()).toEqual(others.toSorted())
  })

  it('has every refusal that says to come back later', () => {
    const later = Object.entries(problems).filter(([, { status }]) => status === 429)
    const refused = new Set<string>(refusing.map(({ refuses }) => refuses))
    expect(later.map(([code]) => code).filter((code) => !refused.has(code))).toEqual([])
  })

  it('is of refusals that its routes are known to answer', () => {
    for (const { id, routes: of, refuses } of refusing)
      for (const name of of.filter((one) => !one.startsWith('pushplus')))
        expect(named.get(name)?.problems, `${id} at ${name}`).toContain(refuses)
  })

  it('names settings there are, or a number, and each limit once', () => {
    const all = new Set(namedSettings(settings).map(([name]) => name))
    for (const { most } of limits) expect(all.has(most) || Number(most) > 0, most).toBe(true)
    expect(new Set(limits.map(({ id }) => id)).size).toBe(limits.length)
    expect(Object.keys(drives).toSorted()).toEqual(limits.map(({ id }) => id).toSorted())
  })
})
