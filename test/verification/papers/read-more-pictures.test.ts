import { describe, expect, it } from 'vitest'
import type { MaterialKind } from '../../../functions/material/material.ts'
import { kindOf } from '../../../functions/review/kind.ts'
import { papersReviews } from '../../../functions/verification/papers/kind.ts'
import { DAY, HOUR } from '../../../shared/kernel/time.ts'
import { valueIn } from '../../kit.ts'
import { materialAt } from '../../material/world.ts'
import { enter, type User } from '../../world.ts'
import { caseAt, decided, handed, papersAt, pictured, type World, world } from './fixture.ts'

/** Somebody's papers, of which that was asked, and what an answer with these pictures comes to. */
const asked = async (at: World, ...what: string[]) => {
  const { user, answer } = await handed(at)
  const { papers } = valueIn(answer)
  const review = {
    ...caseAt(at, papers),
    asked: [{ at: at.time.now, by: { kind: 'operator', id: 'wang' } as const, what, until: at.time.now + DAY }],
  }
  return {
    ...{ user, papers },
    async answers(...materials: string[]) {
      const said = { at: at.time.now, materials }
      const plan = await kindOf(at.kinds, review).planAnswer?.({ ...at, now: at.time.now }, review, said)
      if (!plan?.ok) return (plan?.refusal.fields ?? []).map(({ pointer, code }) => `${pointer} ${code}`)
      return (await at.table.commit(plan.value.writes)).kind
    },
  }
}

const one = async (at: World, user: User, kind: MaterialKind): Promise<string> =>
  (await pictured(at, user, [kind]))[kind] ?? ''

describe('P10 pictures that are added to papers', () => {
  it('are kept with those before, all of them until thirty days after the decision', async () => {
    const at = world()
    const { user, papers, answers } = await asked(at, 'holder_again')
    const holder = await one(at, user, 'holder')
    expect(await answers(holder)).toBe('committed')
    const after = papersAt(at, papers)
    expect(after.materials).toEqual([...papers.materials, holder])
    for (const id of after.materials) expect(materialAt(at, id).keptUntil).toBeUndefined()
    await decided(at, after, 'refused', 'unreadable')
    for (const id of after.materials) expect(materialAt(at, id).keptUntil).toBe(at.time.now + 30 * DAY)
  })

  it('may be left out for words', async () => {
    const { answers } = await asked(world(), 'document_back')
    expect(await answers()).toBe('committed')
  })

  it.each<[string, (at: World, of: Awaited<ReturnType<typeof asked>>) => Promise<string[]>, string[]]>([
    ['of another', async (at) => [await one(at, await enter(at), 'holder')], ['/materials/0 material_unusable']],
    ['that nobody uploaded', async (at) => [at.ids.id()], ['/materials/0 material_unusable']],
    [
      'that was part of it before',
      async (_at, { papers }) => papers.materials.slice(1),
      ['/materials/0 material_unusable'],
    ],
    [
      'that was kept for as long as it may be',
      async (at, { user }) => {
        const holder = await one(at, user, 'holder')
        at.time.now += DAY + HOUR
        return [holder]
      },
      ['/materials/0 material_unusable'],
    ],
    [
      'that nobody asked for, beside one that was',
      async (at, { user }) => [await one(at, user, 'holder'), await one(at, user, 'document_back')],
      ['/materials/1 picture_not_asked'],
    ],
  ])('are refused by name: one %s', async (_what, picturesOf, fields) => {
    const at = world()
    const of = await asked(at, 'holder_again', 'explanation')
    expect(await of.answers(...(await picturesOf(at, of)))).toEqual(fields)
    expect(papersAt(at, of.papers).materials).toEqual(of.papers.materials)
  })

  it('go with an appeal, unless something newer is before people', async () => {
    const at = world()
    const { user, papers } = await asked(at, 'holder_again')
    await decided(at, papers, 'refused', 'unreadable')
    const before = caseAt(at, papers)
    const appeal = { ...before, id: at.ids.id() }
    const planned = async () => {
      const plan = await kindOf(at.kinds, before).planAppeal?.({ ...at, now: at.time.now }, before, appeal)
      return plan?.ok ? plan.value.writes.length : plan?.refusal
    }
    expect(await planned()).toBe(4)
    const newer = valueIn((await handed(at, { user })).answer).papers
    expect(await planned()).toEqual({ code: 'papers_open', extra: { papersId: newer.id } })
  })

  it('of a child are none that show its face in the hand of somebody', () => {
    const asks = Object.fromEntries(papersReviews(world().settings).map((kind) => [kind.kind, kind.asks]))
    expect(asks.papers_minor).toEqual([
      ...['document_page_again', 'guardian_document_again', 'guardian_letter_again', 'household_register'],
      'explanation',
    ])
    expect(asks.papers_document).toEqual(['document_page_again', 'holder_again', 'document_back', 'explanation'])
  })
})
