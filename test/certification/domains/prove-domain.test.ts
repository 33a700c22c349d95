import { describe, expect, it } from 'vitest'
import { askDomain } from '../../../functions/certification/domains/ask-domain.ts'
import { createDomain } from '../../../functions/certification/domains/create-domain.ts'
import { deleteDomain } from '../../../functions/certification/domains/delete-domain.ts'
import { type Domain, domainState } from '../../../functions/certification/domains/domain.ts'
import { showDomain } from '../../../functions/certification/domains/domain-view.ts'
import { listDomains } from '../../../functions/certification/domains/find-domain.ts'
import type { TextRecords } from '../../../functions/certification/domains/text-records-channel.ts'
import type { Outgoing, Reply } from '../../../shared/http/outgoing.ts'
import { DAY } from '../../../shared/kernel/time.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { ban, enter, type User, type World, world } from '../../world.ts'

const answered = (status: number, text = ''): Reply => ({
  ...{ kind: 'answered', status, headers: {} },
  body: Buffer.from(text),
})

/** What a domain shows, and what was asked of it. */
const internet = () => {
  const shows: { records: Awaited<ReturnType<TextRecords>>; file: Reply } = {
    records: { kind: 'nothing' },
    file: answered(404),
  }
  const asked: string[] = []
  const records: TextRecords = async (name) => {
    asked.push(name)
    return shows.records
  }
  const outgoing: Outgoing = async ({ url }) => {
    asked.push(url)
    return shows.file
  }
  return { shows, asked, records, outgoing }
}

const start = async (settings: Record<string, unknown> = {}) => {
  const at = world(settings)
  const net = internet()
  const user = await enter(at)
  const deps = { ...at, ...net }
  const create = (typed = 'example.com', { accountId }: Pick<User, 'accountId'> = user) =>
    createDomain(deps, accountId, typed)
  const prove = (domain = 'example.com', { accountId }: Pick<User, 'accountId'> = user) =>
    askDomain(deps, accountId, domain)
  const domains = () => listDomains(at, user.accountId)
  const state = (domain: Domain) => domainState(domain, at.clock.now())
  return { at, net, user, create, prove, domains, state, deps }
}

const shown = (at: World, domain: Domain) => showDomain(domain, at.settings.deliveries, at.clock.now())

describe('W2 happy: a domain is proven', () => {
  it('by a record of its own', async () => {
    const { at, net, create, prove, domains, state } = await start()
    const domain = valueIn(await create('https://Example.com/'))
    const { record, file, status } = shown(at, domain)
    expect([record.name, file.url, status]).toEqual([
      '_shiming.example.com',
      'https://example.com/.well-known/shiming-verification.txt',
      'waiting',
    ])
    expect(record.value).toBe(file.content)
    net.shows.records = { kind: 'found', texts: ['something else', ` ${record.value} `] }
    const proven = valueIn(await prove())
    expect(proven).toMatchObject({ proven: { by: 'dns' }, expiresAt: at.clock.now() + 365 * DAY })
    expect(net.asked).toEqual([record.name, file.url])
    expect(await domains()).toEqual([proven])
    expect(state(proven)).toBe('proven')
  })

  it('by a file, with a line of its own', async () => {
    const { at, net, create, prove } = await start()
    const { file } = shown(at, valueIn(await create()))
    net.shows.file = answered(200, `\uFEFFshiming\r\n${file.content}\r\n`)
    expect(valueIn(await prove())).toMatchObject({ proven: { by: 'file' } })
  })

  it('again before it is over, and then counts longer', async () => {
    const { at, net, create, prove } = await start()
    const { record } = shown(at, valueIn(await create()))
    net.shows.records = { kind: 'found', texts: [record.value] }
    await prove()
    at.time.now += 300 * DAY
    expect(valueIn(await prove()).expiresAt).toBe(at.clock.now() + 365 * DAY)
  })

  it('by two accounts, each with its own text', async () => {
    const { at, net, create, prove } = await start()
    const other = await enter(at)
    const [one, another] = [valueIn(await create()), valueIn(await create('example.com', other))]
    expect(one.token).not.toBe(another.token)
    net.shows.records = { kind: 'found', texts: [shown(at, another).record.value] }
    expect(codeOf(await prove())).toBe('domain_not_proven')
    expect(valueIn(await prove('example.com', other)).accountId).toBe(other.accountId)
  })

  it('is said once while it may be shown or counts, and begins anew when its time is over', async () => {
    const { at, net, create, prove, state } = await start()
    const first = valueIn(await create())
    expect(valueIn(await create('EXAMPLE.com'))).toEqual(first)
    at.time.now += 7 * DAY
    expect(state(first)).toBe('lapsed')
    const second = valueIn(await create())
    expect(second.token).not.toBe(first.token)
    net.shows.records = { kind: 'found', texts: [shown(at, second).record.value] }
    const proven = valueIn(await prove())
    at.time.now += 365 * DAY
    expect(state(proven)).toBe('expired')
    expect(valueIn(await create())).not.toHaveProperty('proven')
  })

  it('is taken off, which makes room for another', async () => {
    const { deps, user, create, domains } = await start({ domains: { most: 1 } })
    await create()
    expect(codeOf(await create('example.org'))).toBe('domain_limit_reached')
    expect(await deleteDomain(deps, user.accountId, 'example.com')).toEqual({ ok: true, value: undefined })
    expect(await domains()).toEqual([])
    expect(valueIn(await create('example.org')).domain).toBe('example.org')
  })
})

describe('W2 refused: a domain is not proven', () => {
  it.each<[string, Partial<ReturnType<typeof internet>['shows']>, { dns: string; file: string }]>([
    ['where nothing is there', {}, { dns: 'nothing', file: 'nothing' }],
    ['by other texts', { records: { kind: 'found', texts: ['v=spf1'] } }, { dns: 'other', file: 'nothing' }],
    ['where there are no texts', { records: { kind: 'found', texts: [] } }, { dns: 'nothing', file: 'nothing' }],
    ['where nobody answers', { records: { kind: 'unreachable' } }, { dns: 'unreachable', file: 'nothing' }],
    ['by a page', { file: answered(200, '<html>shiming-verification=</html>') }, { dns: 'nothing', file: 'other' }],
    ['by a way elsewhere', { file: answered(302) }, { dns: 'nothing', file: 'other' }],
    ['where the host is gone', { file: answered(410) }, { dns: 'nothing', file: 'nothing' }],
    ['where the host fails', { file: answered(500) }, { dns: 'nothing', file: 'other' }],
    [
      'where the host cannot be reached',
      { file: { kind: 'unknown', reason: 'timeout' } },
      { dns: 'nothing', file: 'unreachable' },
    ],
    [
      'where the name leads into a private network',
      { file: { kind: 'not_sent', reason: 'target_refused' } },
      { dns: 'nothing', file: 'refused' },
    ],
  ])('%s', async (_, shows, reasons) => {
    const { net, create, prove, domains } = await start()
    const domain = valueIn(await create())
    Object.assign(net.shows, shows)
    expect(await prove()).toMatchObject({ refusal: { code: 'domain_not_proven', extra: reasons } })
    expect(await domains()).toEqual([domain])
  })

  it('once its time is over, and nobody is asked', async () => {
    const { at, net, create, prove } = await start()
    await create()
    at.time.now += 7 * DAY
    expect(codeOf(await prove())).toBe('domain_lapsed')
    expect(net.asked).toEqual([])
  })

  it('by whoever never said that it is theirs', async () => {
    const { at, deps, create, prove } = await start()
    await create()
    const other = await enter(at)
    expect(codeOf(await prove('example.com', other))).toBe('not_found')
    expect(codeOf(await deleteDomain(deps, other.accountId, 'example.com'))).toBe('not_found')
    for (const name of ['', 'a'.repeat(301), 'example.org']) expect(codeOf(await prove(name))).toBe('not_found')
  })

  it('by whoever is banned, and of what is none', async () => {
    const { at, user, create } = await start()
    expect(await create('10.0.0.1')).toMatchObject({
      refusal: { fields: [{ pointer: '/domain', code: 'invalid_domain' }] },
    })
    await ban(at, user)
    expect(codeOf(await create())).toBe('banned')
  })

  it('hostile: by a text that is like it, or by a file that is endless', async () => {
    const { at, net, create, prove } = await start()
    const { value } = shown(at, valueIn(await create())).record
    for (const text of [value.slice(0, -1), `${value}x`, value.toUpperCase(), `x${value}`, value.split('=')[1] ?? '']) {
      net.shows.records = { kind: 'found', texts: [text] }
      expect([text, codeOf(await prove())]).toEqual([text, 'domain_not_proven'])
    }
    net.shows.file = answered(200, `${'x\n'.repeat(30)}${value}`)
    expect(codeOf(await prove())).toBe('domain_not_proven')
  })

  it('hostile: where it was begun anew while it was looked at', async () => {
    const { at, net, create, prove, deps, user } = await start()
    const { value } = shown(at, valueIn(await create())).record
    net.shows.records = { kind: 'found', texts: [value] }
    const { records } = net
    const overtaken = {
      ...deps,
      records: async (name: string) => {
        await deleteDomain(deps, user.accountId, 'example.com')
        await create()
        return records(name)
      },
    }
    expect(codeOf(await askDomain(overtaken, user.accountId, 'example.com'))).toBe('contended')
    expect(codeOf(await prove())).toBe('domain_not_proven')
  })
})
