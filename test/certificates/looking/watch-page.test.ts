import { describe, expect, it } from 'vitest'
import { certificateKept } from '../../../functions/certificates/certificate/certificate-store.ts'
import { showPage } from '../../../functions/certificates/looking/page-view.ts'
import type { Reply } from '../../../shared/http/outgoing.ts'
import { DAY, MINUTE, rfc3339 } from '../../../shared/kernel/time.ts'
import { NOON, valueIn } from '../../kit.ts'
import { lettersTo } from '../../review/fixture.ts'
import { answered, type CertifiedWorld, certifiedWorld, PAGE, proves } from './fixture.ts'

const registered = async (): Promise<CertifiedWorld> => {
  const world = await certifiedWorld()
  await proves(world, 'example.com', 'dns')
  valueIn(await world.register())
  return world
}

/** Titles of the letters about its page. */
const letters = ({ at, accountId }: CertifiedWorld): string[] =>
  lettersTo(at, accountId)
    .map(({ title }) => String(title))
    .filter((title) => title.includes('证书链接'))

describe('W7 happy: the page of an app is looked at', () => {
  it('soon, and then once a day, and nobody is told anything while the link is there', async () => {
    const world = await registered()
    world.site.answers = world.link()
    expect(await world.watch()).toBe('page_link')
    expect(await world.watch()).toBe('no_look_due')
    world.at.time.now += DAY - MINUTE
    expect(await world.watch()).toBe('no_look_due')
    world.at.time.now += MINUTE
    expect(await world.watch()).toBe('page_link')
    expect(world.site.asked).toEqual([PAGE, PAGE])
    expect(showPage(world.kept())).toMatchObject({
      ...{ saw: 'link', misses: 0, lookedAt: rfc3339(world.at.time.now), seenAt: rfc3339(world.at.time.now) },
      nextLookAt: rfc3339(world.at.time.now + DAY),
    })
    expect([letters(world), world.opened]).toEqual([[], []])
  })

  it('and is missed: a letter at the first, people at the third, and nothing more while they look', async () => {
    const world = await registered()
    expect(await world.watch()).toBe('page_no_page')
    expect(letters(world)).toHaveLength(1)
    world.site.answers = answered(200, '<p>nothing</p>')
    expect(await world.nextDay()).toBe('page_no_link')
    expect([letters(world).length, world.opened]).toEqual([1, []])
    expect(await world.nextDay()).toBe('page_no_link')
    expect(letters(world)).toEqual([
      expect.stringContaining('您的页面上没有看到'),
      expect.stringContaining('连续三次没有看到'),
    ])
    expect(world.kept()).toMatchObject({ status: 'valid', openPage: world.opened[0], looks: { misses: 3 } })
    await world.nextDay()
    await world.nextDay()
    expect([letters(world).length, world.opened.length]).toEqual([2, 1])
  })

  it('and found again begins anew: another miss is told', async () => {
    const world = await registered()
    await world.watch()
    await world.nextDay()
    world.site.answers = world.link()
    await world.nextDay()
    world.site.answers = answered(500)
    await world.nextDay()
    await world.nextDay()
    expect([letters(world).length, world.opened]).toEqual([2, []])
    await world.nextDay()
    expect([letters(world).length, world.opened.length]).toEqual([3, 1])
  })

  it.each<[string, Reply]>([
    ['redirected', { kind: 'answered', status: 301, headers: { location: '/' }, body: Buffer.from('') }],
    ['too_long', { kind: 'unknown', reason: 'answer_too_large' }],
    ['unreachable', { kind: 'not_sent', reason: 'ECONNREFUSED' }],
    ['unreachable', { kind: 'unknown', reason: 'timeout' }],
    ['refused', { kind: 'not_sent', reason: 'target_refused' }],
  ])('and it is said why: %s', async (saw, reply) => {
    const world = await registered()
    world.site.answers = reply
    expect(await world.watch()).toBe(`page_${saw}`)
    expect(showPage(world.kept())).toMatchObject({ saw, misses: 1 })
  })
})

describe('W7 refused: no page is looked at', () => {
  it('of a certificate that has none, or is not valid', async () => {
    const world = await certifiedWorld()
    expect(await world.watch()).toBe('no_look_due')
    await proves(world, 'example.com', 'dns')
    valueIn(await world.register())
    expect(await world.watch({ ...world.kept(), status: 'suspended' })).toBe('no_look_due')
    expect(world.site.asked).toEqual([])
  })

  it('twice on a day by changing it, and a change forgets no miss', async () => {
    const world = await registered()
    await world.watch()
    valueIn(await world.register(null))
    valueIn(await world.register('https://example.com/other'))
    expect(showPage(world.kept())).toMatchObject({ saw: null, misses: 1, nextLookAt: rfc3339(NOON + DAY) })
    expect(await world.watch()).toBe('no_look_due')
    await world.nextDay()
    await world.nextDay()
    expect(world.opened).toHaveLength(1)
  })
})

describe('W7 hostile: others write meanwhile', () => {
  it('two workers look once', async () => {
    const world = await registered()
    const before = world.kept()
    expect(await Promise.all([world.watch(before), world.watch(before)])).toContain('moved_by_another')
    expect(world.site.asked).toHaveLength(1)
  })

  it('a worker that dies at the look does not have it twice', async () => {
    const world = await registered()
    world.site.meanwhile = () => Promise.reject(new Error('killed'))
    await expect(world.watch()).rejects.toThrow('killed')
    expect(await world.watch()).toBe('no_look_due')
    expect(showPage(world.kept())).toMatchObject({ misses: 0, nextLookAt: rfc3339(NOON + DAY) })
  })

  it('what was seen is kept beside what another wrote, unless it is another page', async () => {
    const world = await registered()
    world.site.meanwhile = async () => {
      const now = world.kept()
      await world.at.table.commit([certificateKept(now, { ...now, openReport: 'x' }, undefined)])
    }
    expect(await world.watch()).toBe('page_no_page')
    expect(world.kept()).toMatchObject({ openReport: 'x', looks: { misses: 1 } })
    world.site.meanwhile = () => world.register('https://example.com/other')
    expect(await world.nextDay()).toBe('page_moved')
    expect(world.kept()).toMatchObject({ page: { url: 'https://example.com/other' }, looks: { misses: 1 } })
  })
})
