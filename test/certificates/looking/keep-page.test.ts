import { describe, expect, it } from 'vitest'
import { certificateStatuses } from '../../../functions/certificates/certificate/certificate.ts'
import { certificateKept } from '../../../functions/certificates/certificate/certificate-store.ts'
import { certificateKeys } from '../../../functions/certificates/keys.ts'
import { isOwnPage } from '../../../functions/certificates/looking/page-address.ts'
import { showPage } from '../../../functions/certificates/looking/page-view.ts'
import type { Domain } from '../../../functions/certification/domains/domain.ts'
import { epochRaised } from '../../../functions/gate/epoch-store.ts'
import { DAY, rfc3339 } from '../../../shared/kernel/time.ts'
import { codeOf, NOON, refusalOf, valueIn } from '../../kit.ts'
import { ban, enter, itemAt } from '../../world.ts'
import { certifiedWorld, PAGE, proves } from './fixture.ts'

describe('W7 happy: a page is registered', () => {
  it('on a domain that its record proves, and below it, to be looked at soon', async () => {
    const world = await certifiedWorld()
    await proves(world, 'example.com', 'dns')
    const kept = valueIn(await world.register('HTTPS://WWW.Example.com/about#top'))
    expect(showPage(kept)).toEqual({
      ...{ url: PAGE, since: rfc3339(world.at.time.now), lookedAt: null, saw: null, misses: 0, seenAt: null },
      nextLookAt: rfc3339(world.at.time.now),
    })
    expect(itemAt(world.at, certificateKeys.certificate(kept.id))?.dueAt).toBe(world.at.time.now)
  })

  it('changes nothing the second time, and is none any more where that is said', async () => {
    const world = await certifiedWorld()
    await proves(world, 'www.example.com', 'file')
    valueIn(await world.register())
    const before = world.kept()
    world.at.time.now += DAY
    valueIn(await world.register())
    expect(world.kept()).toEqual(before)
    expect(showPage(valueIn(await world.register(null)))).toBeNull()
    expect(world.kept().page).toBeUndefined()
  })

  it('of one that is suspended waits until it is reinstated', async () => {
    const world = await certifiedWorld()
    await proves(world, 'example.com', 'dns')
    const before = world.kept()
    await world.at.table.commit([
      certificateKept(before, { ...before, status: 'suspended', wakeAt: undefined }, undefined),
    ])
    expect(showPage(valueIn(await world.register()))).toMatchObject({ url: PAGE, nextLookAt: null })
    expect(itemAt(world.at, certificateKeys.certificate(before.id))?.dueAt).toBeUndefined()
  })
})

describe('W7 refused: a page', () => {
  it('that nothing may be asked at', async () => {
    const world = await certifiedWorld()
    await proves(world, 'example.com', 'dns')
    for (const url of [
      'http://example.com/',
      'https://169.254.169.254/',
      'https://a:b@example.com/',
      'example.com',
      '',
    ])
      expect(refusalOf(await world.register(url)).fields).toEqual([
        { pointer: '/url', code: 'invalid_certificate_page' },
      ])
  })

  it('that is not theirs: of nobody, of another account, proven too long ago, or never', async () => {
    const world = await certifiedWorld()
    expect(codeOf(await world.register())).toBe('certificate_page_not_own')
    await proves({ ...world, accountId: 'b'.repeat(32) }, 'example.com', 'dns')
    expect(codeOf(await world.register())).toBe('certificate_page_not_own')
    await proves(world, 'example.com', 'dns')
    world.at.time.now += 365 * DAY
    expect(codeOf(await world.register())).not.toBe('ok')
  })

  it('of an app that has no certificate, is of another, or of whoever is banned', async () => {
    const world = await certifiedWorld()
    const other = await enter(world.at)
    expect(codeOf(await world.register(PAGE, other.accountId))).toBe('not_found')
    await ban(world.at, world)
    expect(codeOf(await world.register(null))).toBe('banned')
  })

  it('of one that is revoked, if only because whoever had it is nobody any more', async () => {
    const world = await certifiedWorld()
    await proves(world, 'example.com', 'dns')
    await world.at.table.commit([epochRaised(world.accountId)])
    expect(codeOf(await world.register())).toBe('certificate_revoked')
  })
})

describe('W7 whose page it is', () => {
  const own = (address: string, domains: Partial<Domain>[] = [], web?: string) =>
    isOwnPage(
      address,
      { platformIds: web === undefined ? [] : [{ platform: 'web', id: web }] },
      domains.map((one) => ({
        ...{ accountId: 'a', domain: 'example.com', token: 't', askedAt: NOON, expiresAt: NOON + DAY, ...one },
      })),
      { localTargets: ['127.0.0.1:9'] },
      NOON,
    )
  const dns = { proven: { by: 'dns', at: NOON } } as const
  const file = { proven: { by: 'file', at: NOON } } as const

  it.each([
    ['the website that was certified', own(PAGE, [], 'www.example.com'), true],
    ['another host of it', own('https://evil.example.com/', [], 'www.example.com'), false],
    ['below a domain by its record', own('https://a.b.example.com/x', [dns]), true],
    ['the domain, with a dot behind it', own('https://example.com./x', [dns]), true],
    ['the host of a file', own('https://example.com/x', [file]), true],
    ['below it', own('https://a.example.com/x', [file]), false],
    ['what only ends the same', own('https://anexample.com/', [dns]), false],
    ['what waits for its proof', own('https://example.com/', [{}]), false],
    ['whose proof is over', own('https://example.com/', [{ ...dns, expiresAt: NOON }]), false],
    ['of this machine, with its port', own('http://127.0.0.1:9/x', [{ ...file, domain: '127.0.0.1:9' }]), true],
  ])('%s', (_what, is, expected) => {
    expect(is).toBe(expected)
  })
})

it('W7 only a valid one is looked at', () => {
  expect(
    certificateStatuses.filter(
      (status) => showPage({ status, page: { url: PAGE, since: NOON }, looks: undefined })?.nextLookAt !== null,
    ),
  ).toEqual(['valid'])
})
